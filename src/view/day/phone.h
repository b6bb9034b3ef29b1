// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the ringing telephone share.
#ifndef VIEW_PHONE_H
#define VIEW_PHONE_H

#include "mawari/app/gap.h"
#include "mawari/app/urgent.h"
#include "mawari/store/search.h"
#include "shell.h"

typedef enum PhoneStage { PHONE_WHO, PHONE_WHAT, PHONE_WHEN, PHONE_WHERE } PhoneStage;

enum { PHONE_HITS = 6, PHONE_SLOTS = 4, PHONE_CHOICES = 8 };

struct Phone {
    Mode behind; // where the rep was, and is again afterwards
    PhoneStage stage;
    Arena *hits_in; // emptied with each key that changes who
    Arena *kept;    // of the slots and places
    Line who, what, when;
    Hit *hits;
    size_t hit_count, chosen; // `chosen`: the row of the stage
    Id caller;                // 0: nobody that is known
    const Entity *caller_kind;
    char caller_name[LINE_BYTES];
    CallSlot *slots;
    size_t slot_count;              // the row behind them is the urgent visit
    const Urgent *urgent;           // of PHONE_WHERE; NULL: still being looked for
    int choice_rows[PHONE_CHOICES]; // where the mouse finds them; 0: nowhere
    bool unsaved;
    char said[MESSAGE_BYTES];
};

/// What was typed as day, hour or both; false: it is neither.
bool phone_when(const App *app, const char *typed, Arena *arena, Day *ret_day, Minute *ret_minute);

#endif
