// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of a list beyond its window.
#ifndef MAWARI_VIEW_LIST_MARKS_H
#define MAWARI_VIEW_LIST_MARKS_H

#include "ground/pane.h"
#include "mawari/store/list.h"

/// All that fit, at most `most`: their ids and no more than a column beside them.
bool marks_of_all(Store *store, const ListQuery *query, size_t most, Arena *arena, Table *ret,
                  Err *err);
/// How many of the pane's marks are not among the `fits` records that fit.
bool marks_hidden(const Pane *pane, App *app, const ListQuery *query, size_t fits, size_t *ret,
                  Err *err);

#endif
