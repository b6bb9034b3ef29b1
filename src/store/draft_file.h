// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts beside the store: where a newer mawari has migrated it under an open screen, nothing may be
// written into it any more, and what was typed last waits here for the next start.
#ifndef STORE_DRAFT_FILE_H
#define STORE_DRAFT_FILE_H

#include "sql.h"

/// Keeps a draft in this process's file beside the store, 0600.
bool draft_file_put(const Store *store, const char *place, const char *state, Err *err);
/// Takes all such files into the store and removes them; one that cannot be read stays where it is.
void draft_files_take(Store *store, Moment now);

#endif
