// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that were left half typed.
#ifndef MAWARI_VIEW_DRAFTS_H
#define MAWARI_VIEW_DRAFTS_H

#include "shell.h"

enum { DRAFTS = 32 };

typedef struct Drafts {
    Id ids[DRAFTS]; // records of one kind
    size_t count;
    bool of_new; // a new one of that kind
} Drafts;

void drafts_read(App *app, const Entity *kind, Drafts *ret);
bool drafts_have(const Drafts *drafts, Id id);
/// What a draft of record `id` (0: a new one) is kept under.
char *draft_place(const Entity *kind, Id id, Arena *arena);
/// The place of the draft that belongs to what is chosen, NULL: there is none.
const char *draft_here(const Screen *screen, Arena *arena);
void draft_throw_away(Screen *screen);
/// At the start: what was half typed when the program ended, however it did.
void drafts_say(Screen *screen);

#endif
