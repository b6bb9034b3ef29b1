// SPDX-License-Identifier: GPL-3.0-or-later
// What stands under a list about its chosen record.
#ifndef MAWARI_VIEW_LIST_FOOT_H
#define MAWARI_VIEW_LIST_FOOT_H

#include "ground/pane.h"

enum { FOOT_LINES = 4, FOOT_BYTES = 400 };

typedef struct ListFoot {
    char lines[FOOT_LINES][FOOT_BYTES]; // the first one is its title
    char beside[64];                    // right of the title
    bool bad[FOOT_LINES];
} ListFoot;

/// Rows that it takes under the list, a blank one above it included; 0: none, as where the sheet
/// beside the list says the same.
int list_foot_rows(const Pane *pane);
/// What is to be said of the record, all empty for none.
bool list_foot_load(const Entity *kind, App *app, Id at, ListFoot *ret, Err *err);
void list_foot_draw(const ListFoot *foot, Region at);

#endif
