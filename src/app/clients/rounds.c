// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds: how far they are in one line, and what an answer at a door writes.
#include "mawari/app/rounds.h"

#include <string.h>

#include "core/act.h"
#include "mawari/app/offers.h"
#include "mawari/base/buffer.h"

bool round_read(App *app, Id round, Arena *arena, RoundSheet *ret, Err *err)
{
    return record_get(app->store, &entity_round, round, arena, &ret->round, err) &&
           query_round_counts(app->store, round, &ret->counts, err);
}

// --- what is said of it

static int32_t none_is_zero(int32_t count)
{
    return count == NONE ? 0 : count;
}

const char *round_line(const RoundSheet *sheet, Day today, Arena *arena)
{
    Buffer line = {.arena = arena};
    int32_t doors = none_is_zero(sheet->counts.doors), left = none_is_zero(sheet->counts.left);
    int32_t held = none_is_zero(sheet->counts.held), against = none_is_zero(sheet->counts.against);
    buffer_print(&line, _("%d of %d, %d left"), (int)(doors - left), (int)doors, (int)left);
    if (held)
        buffer_print(&line, _(" (%d on hold)"), (int)held);
    if (against)
        buffer_print(&line, _(", %d against"), (int)against);
    if (sheet->counts.in_stock != NONE)
        buffer_print(
            &line, round_collects(sheet->round.matter) ? _(", %d pieces out") : _(", %d in stock"),
            (int)sheet->counts.in_stock);
    else if (round_collects(sheet->round.matter) && none_is_zero(sheet->counts.handed))
        buffer_print(&line, _(", %d pieces back"), (int)sheet->counts.handed);
    if (sheet->round.deadline != NONE)
        buffer_print(&line, _(", until %s"), day_text(sheet->round.deadline, today, arena));
    if (sheet->round.closed != NONE)
        buffer_print(&line, _(", closed"));
    return buffer_text(&line);
}

static int32_t pieces_a_door(int32_t a_door)
{
    return a_door == NONE ? 1 : a_door;
}

const char *round_warning(const RoundSheet *sheet, Day today, Arena *arena)
{
    int32_t stock = sheet->counts.in_stock, left = none_is_zero(sheet->counts.left);
    int64_t wanted = (int64_t)left * pieces_a_door(sheet->round.a_door);
    Day until = sheet->round.deadline;
    if (sheet->round.closed != NONE)
        return "";
    if (stock != NONE && stock < 0)
        return arena_print(
            arena,
            round_collects(sheet->round.matter)
                ? _("! %d more came back than were out: count again, e in the list of rounds")
                : _("! %d more were handed out than there were: count again, e in the list of "
                    "rounds"),
            (int)-stock);
    if (left && until != NONE && until < today)
        return arena_print(arena, _("! the deadline was %s: move it, or close the round"),
                           day_text(until, today, arena));
    if (stock != NONE && stock < wanted && !round_collects(sheet->round.matter))
        return arena_print(arena, _("! %lld are needed and %d are there: get more"),
                           (long long)wanted, (int)stock);
    return "";
}

const char *door_stands(int32_t matter, int32_t state, int32_t reaction)
{
    const Word *word = words_by_value(&words_reaction, reaction);
    if (round_collects(matter) && state == DOOR_GIVEN)
        return _("collected");
    if (!word || door_is_left(state))
        word = words_by_value(&words_door_state, state);
    return word ? lang_text(word->title) : "";
}

const char *const *doors_shown(App *app, const Id *doors, const char *const *states, size_t count,
                               Arena *arena)
{
    const char **shown = arena_array(arena, const char *, count);
    DoorSaid *said = arena_array(arena, DoorSaid, count);
    (void)query_doors_said(app->store, doors, count, arena, said, NULL);
    for (size_t i = 0; i < count; i++) {
        const Word *state = words_by_code(&words_door_state, states[i]);
        shown[i] = door_stands(said[i].matter, state ? state->value : NONE, said[i].reaction);
    }
    return shown;
}

bool field_is_door_state(const Field *field)
{
    return field->of == &words_door_state;
}

const char *door_thing(const DoorHere *door, Arena *arena)
{
    bool pieces = door->matter == MATTER_MATERIAL && door->a_door != 0;
    return pieces ? arena_print(arena, "%s (%d)", door->title, (int)pieces_a_door(door->a_door))
                  : door->title;
}

bool door_collects(App *app, const RoundClient *door, Arena *arena)
{
    Round round;
    return record_get(app->store, &entity_round, door->round, arena, &round, NULL) &&
           round_collects(round.matter);
}

const DoorAnswer *round_answers(const Round *round, size_t *ret_count)
{
    static const DoorAnswer usual[] = {
        {'1', "given", N_("given")},     {'2', "explained", N_("explained")},
        {'3', "agreed", N_("agrees")},   {'4', "held", N_("on hold")},
        {'5', "against", N_("against")}, {'0', "open", N_("not yet")}};
    static const DoorAnswer product[] = {
        {'1', "wants", N_("◎ keen")}, {'2', "likes", N_("○ good")}, {'3', "unsure", N_("△ so-so")},
        {'4', "refuses", N_("× no")}, {'5', "given", N_("given")},  {'6', "held", N_("on hold")},
        {'0', "open", N_("not yet")}};
    static const DoorAnswer recall[] = {
        {'1', "given", N_("collected")}, {'2', "explained", N_("explained")},
        {'3', "agreed", N_("agrees")},   {'4', "held", N_("on hold")},
        {'5', "against", N_("against")}, {'0', "open", N_("not yet")}};
    bool offers = round->matter == MATTER_NEW_PRODUCT && round->product;
    *ret_count = offers ? sizeof product / sizeof *product : sizeof usual / sizeof *usual;
    return offers ? product : round_collects(round->matter) ? recall : usual;
}

// --- what an answer writes

/// Whoever took it is whom the visit was to, unless somebody was named.
static Id person_of(const DoorResult *result, const RoundClient *door, const Visit *visit)
{
    if (result->contact)
        return result->contact;
    return door->contact ? door->contact : visit->contact;
}

static bool put_offer(App *app, Step *step, const Round *round, const RoundClient *door,
                      int32_t reaction, Err *err)
{
    ProductOffer offer;
    record_blank(&entity_offer, &offer, app->today, app->scratch);
    offer.product = round->product;
    offer.client = door->client;
    offer.contact = door->contact;
    offer.visit = door->visit;
    offer.reaction = reaction;
    offer.note = app_name(app, round->product, app->scratch);
    return offer_talk(app, offer.product, offer.contact, &offer.talk, err) &&
           act_put(app, step, &entity_offer, 0, &offer, NULL, err);
}

/// A visit that was planned for this door alone: its purpose is the round.
static bool is_for_round(const Visit *visit, const Round *round)
{
    return visit->purpose && strcmp(visit->purpose, round->title) == 0;
}

static bool end_visit(App *app, Step *step, Id id, const Round *round, Visit *visit, int32_t state,
                      Err *err)
{
    if (!id || visit->outcome != NONE || visit->day > app->today || !is_for_round(visit, round))
        return true;
    visit->outcome = state == DOOR_GIVEN ? OUTCOME_DELIVERY_ONLY : OUTCOME_SHORT_WORD;
    visit->proposed = NONE;
    act_stamp(app, id, visit);
    return act_stand(app, step, id, visit, err) &&
           act_put(app, step, &entity_visit, id, visit, NULL, err);
}

static void set_door(const App *app, const Round *round, const DoorResult *result,
                     RoundClient *door)
{
    bool has = door_has_pieces(result->state), material = round->matter == MATTER_MATERIAL;
    int32_t usual = material || round->stock != NONE ? pieces_a_door(round->a_door) : NONE;
    if (round_collects(round->matter)) { // how many came back only whoever counted them knows
        has = result->state == DOOR_GIVEN;
        usual = door->pieces;
    }
    door->state = result->state;
    door->day = result->state == DOOR_OPEN ? NONE : app->today;
    door->pieces = !has ? NONE : result->pieces != NONE ? result->pieces : usual;
}

bool door_put(App *app, Step *step, Id id, const DoorResult *result, Err *err)
{
    RoundClient door;
    Round round;
    Visit visit;
    record_blank(&entity_visit, &visit, app->today, app->scratch);
    if (!record_get(app->store, &entity_round_client, id, app->scratch, &door, err) ||
        !record_get(app->store, &entity_round, door.round, app->scratch, &round, err))
        return false;
    door.visit = result->visit ? result->visit : door.visit;
    if (door.visit && !record_get(app->store, &entity_visit, door.visit, app->scratch, &visit, err))
        return false;
    door.contact = person_of(result, &door, &visit);
    set_door(app, &round, result, &door);
    if (!act_put(app, step, &entity_round_client, id, &door, NULL, err))
        return false;
    if (result->reaction != NONE && round.product &&
        !put_offer(app, step, &round, &door, result->reaction, err))
        return false;
    return result->state == DOOR_OPEN ||
           end_visit(app, step, door.visit, &round, &visit, result->state, err);
}
