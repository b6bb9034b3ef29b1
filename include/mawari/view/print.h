// SPDX-License-Identifier: GPL-3.0-or-later
// Panes without a terminal: drawn into memory, as text.
#ifndef MAWARI_VIEW_PRINT_H
#define MAWARI_VIEW_PRINT_H

#include "mawari/app/brief.h"

/// The Today pane of `day` as lines of text, nothing of it cut. `columns` at least 40.
bool view_today_text(App *app, Day day, int columns, bool plain, Arena *arena, char **ret,
                     Err *err);

/// The brief as lines of text, nothing of it cut. `columns` at least 40.
bool view_brief_text(App *app, BriefOf of, int columns, bool plain, Arena *arena, char **ret,
                     Err *err);

/// The sheet of record `id` of `kind` as lines of text: all of it, what is masked stays so.
bool view_sheet_text(App *app, const Entity *kind, Id id, int columns, bool plain, Arena *arena,
                     const char **ret, Err *err);

/// The page of `?` as lines of text.
bool view_help_text(App *app, int columns, Arena *arena, char **ret, Err *err);

#endif
