// SPDX-License-Identifier: GPL-3.0-or-later
// 案内・配布: what is said of a round, and what an answer at a door does.
#ifndef MAWARI_APP_ROUNDS_H
#define MAWARI_APP_ROUNDS_H

#include "mawari/app/app.h"
#include "mawari/store/queries_round.h"
#include "mawari/store/record.h"

/// A round with its counts.
typedef struct RoundSheet {
    Round round;
    RoundDerived counts;
} RoundSheet;
bool round_read(App *app, Id round, Arena *arena, RoundSheet *ret, Err *err);

/// "82 of 120, 38 left, 41 in stock, until 25 Dec".
const char *round_line(const RoundSheet *sheet, Day today, Arena *arena);
/// What is wrong with it, in one sentence: more was handed out than there was (of a recall: more came
/// back than lay there), the stock will not do, the deadline is over; "" when nothing is.
const char *round_warning(const RoundSheet *sheet, Day today, Arena *arena);

/// What became of a door: the reaction to what was explained there, where one is known; what a recall
/// is given was collected.
const char *door_stands(int32_t matter, int32_t state, int32_t reaction);
/// The same of doors of any rounds, by the codes of their states, and the field in whose place it is
/// shown.
const char *const *doors_shown(App *app, const Id *doors, const char *const *states, size_t count,
                               Arena *arena);
bool field_is_door_state(const Field *field);

/// "年末カレンダー (1)": what is taken to a door; without pieces, what is to be said or collected
/// there.
const char *door_thing(const DoorHere *door, Arena *arena);

/// Is what lies at this door taken back?
bool door_collects(App *app, const RoundClient *door, Arena *arena);

PriceRise round_price_rise(const Round *round);
/// "¥1,200 → ¥1,260 from 1 Jan, old price for orders by 20 Dec"; "" where nothing of it is said.
const char *price_rise_text(const PriceRise *rise, Day today, Arena *arena);
/// The answer of a door of a price rise stands in the ledger: agreed, they gave; on hold or refused,
/// we give the old price meanwhile. Any other answer takes it out. What was agreed is on the client's
/// floor card from the day on from which it holds. Of other rounds nothing is written.
bool price_rise_put(App *app, Step *step, const RoundClient *door, Err *err);
/// The round was changed: what agreed clients pay, and from when, follows it.
bool price_rise_changed(App *app, Step *step, Id round, const Round *before, const Round *after,
                        Err *err);
/// What a yes at this door made of the floor card, or why it stays; "" for any other answer.
bool price_rise_said(App *app, const RoundClient *door, Arena *arena, const char **ret, Err *err);

/// The answers to a door of a round, as its question offers them. A new product's are reactions.
typedef struct DoorAnswer {
    char digit;
    const char *word;  // as the command `door` takes it
    const char *title; // N_()
} DoorAnswer;
const DoorAnswer *round_answers(const Round *round, size_t *ret_count);

/// What became of a door.
typedef struct DoorResult {
    int32_t state;    // DoorState
    int32_t reaction; // to the round's product; NONE
    int32_t pieces;   // NONE: as many as the round gives each door
    Id contact;       // 0: as it was
    Id visit;         // where that was; 0: at the one that was planned for it, if there is one
} DoorResult;
/// Writes it into `step`: the door, the offer of the round's product, and a visit that was planned
/// for this door alone is over with it.
bool door_put(App *app, Step *step, Id door, const DoorResult *result, Err *err);

#endif
