// SPDX-License-Identifier: GPL-3.0-or-later
// What the index of grams is still to hear of the open transaction.
#ifndef MAWARI_STORE_SEARCH_LATER_H
#define MAWARI_STORE_SEARCH_LATER_H

#include "sql.h"

/// The row's text was `was` (NULL: there was none) and has changed in search_text.
void search_later(Store *store, Id row, const char *was);
/// Tells the index all of it: at the end of a transaction, or before it is asked within one.
bool search_now(Store *store, Err *err);
/// The transaction is gone, and what it would have told.
void search_never(Store *store);

#endif
