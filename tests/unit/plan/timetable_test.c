// SPDX-License-Identifier: GPL-3.0-or-later
// Days as literals: each row of a table is one slot, as the rep would read it from the screen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/plan/timetable.h"

#define AT(hour, minute) ((hour)*60 + (minute))
#define COUNT(array)     (sizeof(array) / sizeof *(array))

/// A stop that one drives to: agreed or (NONE) in its turn.
#define VISIT(hour_, length_, leg_)                                                                \
    {                                                                                              \
        .hour = (hour_), .length = (length_), .door = 5, .leg = (leg_), .travels = true,           \
        .earliest = NONE, .arrived = NONE, .left = NONE                                            \
    }

static const DayFrame office_day = {
    .start = AT(8, 30), .end = AT(17, 30), .end_leg = 10, .now = NONE, .reserve = 5, .gap = 20};
static const PlanFloating lunch = {
    .length = 60, .wanted = AT(12, 0), .earliest = AT(11, 0), .latest = AT(14, 30)};

typedef struct Want {
    SlotKind kind;
    size_t index;
    Minute begin, leave;
} Want;

static void expect(Timetable table, const Want *want, size_t count)
{
    for (size_t i = 0; i < count && i < table.count; i++) {
        assert_int_equal(table.slots[i].kind, want[i].kind);
        if (want[i].kind != SLOT_GAP)
            assert_int_equal(table.slots[i].index, want[i].index);
        assert_int_equal(table.slots[i].begin, want[i].begin);
        assert_int_equal(table.slots[i].leave, want[i].leave);
    }
    assert_int_equal(table.count, count);
}

static const Slot *slot_of(Timetable table, SlotKind kind, size_t index)
{
    for (size_t i = 0; i < table.count; i++)
        if (table.slots[i].kind == kind && table.slots[i].index == index)
            return &table.slots[i];
    fail_msg("no such slot");
    return NULL;
}

static int with_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int without_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static void an_empty_day_is_one_gap(void **state)
{
    Timetable table = timetable_make(&office_day, NULL, 0, NULL, 0, *state);
    const Want want[] = {{SLOT_GAP, 0, AT(8, 30), AT(17, 20)},
                         {SLOT_END, 0, AT(17, 30), AT(17, 30)}};
    expect(table, want, COUNT(want));
}

static void leave_by_counts_the_leg_the_door_and_five_to_spare(void **state)
{
    const PlanStop stops[] = {VISIT(AT(10, 20), 30, 8)};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    const Slot *slot = slot_of(table, SLOT_STOP, 0);
    assert_int_equal(slot->leave_by, AT(10, 20) - 8 - 5 - 5);
    assert_int_equal(slot->arrive, AT(10, 10));
    assert_int_equal(slot->slack, AT(10, 20) - 8 - 5 - AT(8, 30));
    assert_int_equal(slot->late_by, 0);
    const Want want[] = {{SLOT_GAP, 0, AT(8, 30), AT(10, 2)},
                         {SLOT_STOP, 0, AT(10, 20), AT(10, 50)},
                         {SLOT_GAP, 0, AT(10, 50), AT(17, 20)},
                         {SLOT_END, 0, AT(17, 30), AT(17, 30)}};
    expect(table, want, COUNT(want));
}

/// A visit until `free`, then one by a leg of 35 minutes whose train takes 30: 5 on the way to it.
static const struct {
    Minute free, hour, departs;
    TrainUse use;
    Minute leave_by, arrive, begin, slack;
} trains[] = {
    // taken: five minutes to it and five to spare; one is there with it, early or not
    {AT(9, 30), AT(11, 0), AT(10, 20), TRAIN_TAKEN, AT(10, 10), AT(10, 50), AT(11, 0), 45},
    {AT(9, 30), NONE, AT(10, 20), TRAIN_TAKEN, AT(10, 10), AT(10, 50), AT(10, 55), 45},
    {AT(10, 15), AT(11, 0), AT(10, 20), TRAIN_TAKEN, AT(10, 10), AT(10, 50), AT(11, 0), 0},
    // missed: the next one takes as long
    {AT(10, 16), AT(11, 0), AT(10, 20), TRAIN_MISSED, AT(10, 15), AT(10, 51), AT(11, 0), 4},
    {AT(10, 40), AT(11, 0), AT(10, 20), TRAIN_MISSED, AT(10, 15), AT(11, 15), AT(11, 20), 0},
    {AT(10, 40), NONE, AT(10, 20), TRAIN_MISSED, NONE, AT(11, 15), AT(11, 20), NONE},
    // it is there after the hour
    {AT(9, 30), AT(10, 54), AT(10, 20), TRAIN_TOO_LATE, AT(10, 9), AT(10, 44), AT(10, 54), 44},
    // another hour of the day is another train
    {AT(9, 30), AT(14, 0), AT(10, 20), TRAIN_NONE, AT(13, 15), AT(13, 50), AT(14, 0), 230},
    {AT(9, 0), NONE, AT(10, 50), TRAIN_NONE, NONE, AT(9, 35), AT(9, 40), NONE},
    {AT(12, 0), NONE, AT(10, 20), TRAIN_NONE, NONE, AT(12, 35), AT(12, 40), NONE},
};

static void a_train_is_waited_for_where_it_fits(void **state)
{
    for (size_t i = 0; i < COUNT(trains); i++) {
        PlanStop stops[] = {VISIT(AT(9, 0), trains[i].free - AT(9, 0), 10),
                            VISIT(trains[i].hour, 30, 35)};
        stops[1].train = (PlanTrain){trains[i].departs, 30};
        Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
        const Slot *slot = slot_of(table, SLOT_STOP, 1);
        assert_int_equal(slot->train, trains[i].use);
        assert_int_equal(slot->leave_by, trains[i].leave_by);
        assert_int_equal(slot->arrive, trains[i].arrive);
        assert_int_equal(slot->begin, trains[i].begin);
        assert_int_equal(slot->slack, trains[i].slack);
    }
}

static void the_train_home_is_waited_for(void **state)
{
    PlanStop stop = VISIT(AT(16, 0), 30, 10);
    DayFrame by_train = office_day;
    by_train.end_leg = 40;
    by_train.end_train = (PlanTrain){AT(17, 10), 35};
    Timetable table = timetable_make(&by_train, &stop, 1, NULL, 0, *state);
    const Slot *home = slot_of(table, SLOT_END, 0);
    assert_int_equal(home->train, TRAIN_TAKEN);
    assert_int_equal(home->leave_by, AT(17, 0));
    assert_int_equal(home->arrive, AT(17, 45));
    assert_int_equal(home->late_by, 15);
    stop.length = 70; // until 17:10
    home = slot_of(timetable_make(&by_train, &stop, 1, NULL, 0, *state), SLOT_END, 0);
    assert_int_equal(home->train, TRAIN_MISSED);
    assert_int_equal(home->arrive, AT(17, 50));
}

static void what_floats_begins_when_its_turn_comes(void **state)
{
    PlanStop stops[] = {VISIT(NONE, 30, 10), VISIT(NONE, 20, 5)};
    stops[1].earliest = AT(10, 0);
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    const Want want[] = {{SLOT_STOP, 0, AT(8, 45), AT(9, 15)},
                         {SLOT_GAP, 0, AT(9, 15), AT(9, 50)},
                         {SLOT_STOP, 1, AT(10, 0), AT(10, 20)},
                         {SLOT_GAP, 0, AT(10, 20), AT(17, 20)},
                         {SLOT_END, 0, AT(17, 30), AT(17, 30)}};
    expect(table, want, COUNT(want));
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->leave_by, NONE);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->slack, NONE);
}

static void lateness_is_passed_on_until_there_is_time(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 60, 20), VISIT(AT(10, 0), 30, 15),
                              VISIT(AT(10, 45), 30, 10), VISIT(AT(13, 0), 30, 10)};
    static const struct {
        Minute late, slack;
    } want[] = {{0, 5}, {20, 0}, {20, 0}, {0, 70}};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_int_equal(slot_of(table, SLOT_STOP, i)->late_by, want[i].late);
        assert_int_equal(slot_of(table, SLOT_STOP, i)->slack, want[i].slack);
    }
}

static void an_unknown_leg_counts_nothing_and_is_flagged(void **state)
{
    const PlanStop stops[] = {VISIT(AT(10, 0), 30, NONE), VISIT(NONE, 30, 12)};
    DayFrame frame = office_day;
    frame.end_leg = NONE;
    Timetable table = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    assert_true(slot_of(table, SLOT_STOP, 0)->leg_unknown);
    assert_false(slot_of(table, SLOT_STOP, 1)->leg_unknown);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->leave_by, AT(9, 50));
    assert_int_equal(table.legs_unknown, 2);
    assert_int_equal(table.travel_minutes, 12);
}

static void coming_home_late_is_said(void **state)
{
    const PlanStop stops[] = {VISIT(AT(16, 30), 70, 10)};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    const Slot *end = &table.slots[table.count - 1];
    assert_int_equal(end->kind, SLOT_END);
    assert_int_equal(end->arrive, AT(17, 50));
    assert_int_equal(end->late_by, 20);
}

/// Lunch beside two agreed hours and a visit between them.
static void lunch_stands_in_the_first_place_that_fits(void **state)
{
    static const struct {
        Minute first, length, second; // agreed hours, and how long the first lasts
        Minute begin;                 // of lunch
    } rows[] = {
        {AT(9, 0), 30, AT(15, 0), AT(12, 0)},    // time enough: at its hour
        {AT(11, 0), 90, AT(15, 0), AT(12, 30)},  // after what lasts longer
        {AT(9, 0), 30, AT(12, 30), AT(13, 0)},   // before the second it would make it late
        {AT(11, 20), 40, AT(13, 15), AT(12, 0)}, // just fits: one sets out at 13:00
        {AT(11, 21), 40, AT(13, 15), AT(12, 1)}, // the five to spare are given up
        {AT(11, 30), 40, AT(13, 15), AT(13, 45)}, {AT(9, 0), 30, AT(12, 0), AT(12, 30)},
        {AT(9, 0), 90, AT(12, 0), AT(12, 30)},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const PlanStop stops[] = {VISIT(rows[i].first, rows[i].length, 5),
                                  VISIT(rows[i].second, 30, 5)};
        Timetable table = timetable_make(&office_day, stops, COUNT(stops), &lunch, 1, *state);
        assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, rows[i].begin);
        assert_int_equal(slot_of(table, SLOT_STOP, 0)->late_by, 0);
        assert_int_equal(slot_of(table, SLOT_STOP, 1)->late_by, 0);
    }
}

static void lunch_comes_early_rather_than_break_an_hour(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 30, 5), VISIT(AT(12, 15), 150, 5)};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), &lunch, 1, *state);
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(11, 0));
    assert_int_equal(slot_of(table, SLOT_STOP, 1)->late_by, 0);
}

static void lunch_is_never_moved_into_the_past(void **state)
{
    PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(AT(12, 20), 60, 10),
                        VISIT(AT(13, 40), 60, 10)};
    DayFrame frame = office_day;
    Timetable before = timetable_make(&frame, stops, COUNT(stops), &lunch, 1, *state);
    assert_true(slot_of(before, SLOT_FLOATING, 0)->begin < AT(12, 0)); // early, before the visits
    frame.now = AT(11, 45); // nobody ate: it is too late for that now
    Timetable table = timetable_make(&frame, stops, COUNT(stops), &lunch, 1, *state);
    assert_true(slot_of(table, SLOT_FLOATING, 0)->begin >= frame.now);
    frame.now = AT(18, 0); // what was planned for its hour is taken to have been there
    PlanStop quiet[] = {VISIT(AT(9, 0), 30, 10)};
    table = timetable_make(&frame, quiet, COUNT(quiet), &lunch, 1, *state);
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(12, 0));
}

static void a_day_without_room_still_counts_its_lunch(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 120, 5), VISIT(AT(11, 10), 120, 5),
                              VISIT(AT(13, 20), 120, 5), VISIT(AT(15, 30), 120, 5)};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), &lunch, 1, *state);
    for (size_t i = 0; i < COUNT(stops); i++)
        assert_int_equal(slot_of(table, SLOT_STOP, i)->late_by, 0);
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(17, 30));
}

static void desk_time_stands_before_its_hour(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 60, 10), VISIT(AT(11, 0), 60, 10),
                              VISIT(AT(14, 0), 60, 10)};
    const PlanFloating desk[] = {
        {.length = 45, .wanted = NONE, .earliest = NONE, .latest = AT(13, 0)},
        {.length = 10, .wanted = NONE, .earliest = NONE, .latest = NONE}};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), desk, COUNT(desk), *state);
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(12, 0));
    assert_int_equal(slot_of(table, SLOT_FLOATING, 1)->begin, AT(8, 30));
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->late_by, 0);
}

static void what_really_happened_moves_the_rest(void **state)
{
    PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(NONE, 30, 10), VISIT(AT(11, 0), 30, 15)};
    stops[0].arrived = AT(9, 10);
    stops[0].left = AT(10, 5);
    DayFrame frame = office_day;
    frame.now = AT(10, 10);
    Timetable table = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    const Want want[] = {{SLOT_STOP, 0, AT(9, 10), AT(10, 5)},
                         {SLOT_STOP, 1, AT(10, 20), AT(10, 50)},
                         {SLOT_STOP, 2, AT(11, 10), AT(11, 40)},
                         {SLOT_GAP, 0, AT(11, 40), AT(17, 20)},
                         {SLOT_END, 0, AT(17, 30), AT(17, 30)}};
    expect(table, want, COUNT(want));
    assert_int_equal(slot_of(table, SLOT_STOP, 2)->late_by, 10);
}

static void who_is_still_there_makes_the_next_one_late(void **state)
{
    PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(AT(10, 0), 30, 10)};
    stops[0].arrived = AT(9, 0);
    DayFrame frame = office_day;
    frame.now = AT(10, 0);
    Timetable table = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->leave, AT(10, 0));
    assert_int_equal(slot_of(table, SLOT_STOP, 1)->late_by, 15);

    frame.now = DAY_MINUTES; // looked at the day after, nobody is there any more
    table = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->leave, AT(9, 30));
    assert_int_equal(slot_of(table, SLOT_STOP, 1)->late_by, 0);
}

static void what_nobody_stamped_went_as_planned(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(NONE, 30, 10),
                              VISIT(AT(15, 0), 30, 10)};
    DayFrame frame = office_day;
    Timetable before = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    frame.now = AT(13, 0);
    Timetable after = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    for (size_t i = 0; i < COUNT(stops); i++)
        assert_int_equal(slot_of(before, SLOT_STOP, i)->begin, slot_of(after, SLOT_STOP, i)->begin);
}

static void who_is_late_for_one_is_late_for_the_next_until_there_is_time(void **state)
{
    PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(NONE, 30, 10), VISIT(AT(10, 30), 30, 10),
                        VISIT(AT(14, 0), 30, 10)};
    stops[0].held = AT(9, 20);
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    const struct {
        Minute begin, late_by;
    } want[] = {{AT(9, 20), 20}, {AT(10, 5), 0}, {AT(10, 50), 20}, {AT(14, 0), 0}};
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_int_equal(slot_of(table, SLOT_STOP, i)->begin, want[i].begin);
        assert_int_equal(slot_of(table, SLOT_STOP, i)->late_by, want[i].late_by);
    }
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->set_out, AT(8, 40)); // one is on the way
    stops[0].hour = AT(9, 20); // he was called, and the new hour is agreed
    table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->begin, AT(9, 20));
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->late_by, 0);
}

static void who_is_kept_leaves_later(void **state)
{
    PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(NONE, 30, 10)};
    stops[0].arrived = AT(8, 58);
    stops[0].held = AT(9, 50);
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), NULL, 0, *state);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->begin, AT(8, 58));
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->leave, AT(9, 50));
    assert_int_equal(slot_of(table, SLOT_STOP, 1)->begin, AT(10, 5));
}

static void of_a_gap_that_has_begun_only_the_rest_is_free(void **state)
{
    const PlanStop stops[] = {VISIT(AT(15, 0), 30, 10)};
    DayFrame frame = office_day;
    frame.now = AT(14, 10);
    Timetable table = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    assert_int_equal(table.slots[0].kind, SLOT_GAP);
    assert_int_equal(table.slots[0].begin, AT(14, 10));
    assert_int_equal(table.slots[0].leave, AT(14, 40));
    frame.now = AT(14, 21); // nineteen minutes are none
    table = timetable_make(&frame, stops, COUNT(stops), NULL, 0, *state);
    assert_int_equal(table.slots[0].kind, SLOT_STOP);
}

static void a_call_is_never_planned_into_the_past(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(NONE, 60, 10),
                              VISIT(AT(15, 0), 30, 10)};
    const PlanFloating call = {
        .length = 10, .wanted = NONE, .earliest = AT(11, 20), .latest = NONE};
    DayFrame frame = office_day;
    frame.now = AT(11, 20);
    Timetable table = timetable_make(&frame, stops, COUNT(stops), &call, 1, *state);
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(11, 20));
    assert_int_equal(slot_of(table, SLOT_STOP, 1)->leave, AT(10, 45)); // stays where it was
}

static void a_private_hour_is_kept_and_what_is_in_its_way_waits(void **state)
{
    static const struct {
        Minute length, begin;        // of the visit before it in the order
        Minute private_hour, second; // when the private hour and the visit after begin
    } rows[] = {
        {30, AT(8, 45), AT(13, 0), AT(9, 30)},    // both are done before
        {180, AT(8, 45), AT(13, 0), AT(12, 0)},   // the second ends at 12:30
        {240, AT(8, 45), AT(13, 0), AT(14, 15)},  // the second would not: it waits
        {300, AT(14, 15), AT(13, 0), AT(19, 30)}, // nothing fits before
    };
    const PlanFloating private_hour = {.length = 60,
                                       .wanted = AT(13, 0),
                                       .earliest = AT(13, 0),
                                       .latest = AT(14, 0),
                                       .fixed = true};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const PlanStop stops[] = {VISIT(NONE, rows[i].length, 10), VISIT(NONE, 30, 10)};
        Timetable table = timetable_make(&office_day, stops, COUNT(stops), &private_hour, 1,
                                         *state);
        assert_int_equal(slot_of(table, SLOT_STOP, 0)->begin, rows[i].begin);
        assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, rows[i].private_hour);
        assert_int_equal(slot_of(table, SLOT_STOP, 1)->begin, rows[i].second);
    }
}

// What floats, found by trying every place with nothing remembered

/// The next of a fixed sequence below `limit`.
static Minute any(uint32_t *chance, Minute limit)
{
    *chance = *chance * 1664525 + 1013904223;
    return (Minute)(*chance >> 8) % limit;
}

typedef struct Price {
    Minute by[6]; // late, over, tight, moved, home, early: the first that differs decides
} Price;

static bool is_cheaper(Price a, Price b)
{
    for (size_t i = 0; i < COUNT(a.by); i++)
        if (a.by[i] != b.by[i])
            return a.by[i] < b.by[i];
    return false;
}

static Minute above(Minute minute, Minute than)
{
    return minute > than ? minute - than : 0;
}

/// The day with `thing` as one more stop that nobody drives to.
static Timetable day_with(const PlanStop *stops, size_t count, size_t at, const PlanFloating *thing,
                          Minute earliest, Arena *arena)
{
    PlanStop *all = arena_array(arena, PlanStop, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i + (i >= at)] = stops[i];
    all[at] = (PlanStop){
        .hour = NONE, .length = thing->length, .earliest = earliest, .arrived = NONE, .left = NONE};
    return timetable_make(&office_day, all, count + 1, NULL, 0, arena);
}

/// By how much later those stops begin that begin at their earliest minute without the thing.
static Minute moved_by(Timetable bare, Timetable table, const PlanStop *stops, size_t count,
                       size_t at)
{
    Minute moved = 0;
    for (size_t i = 0; i < count; i++) {
        Minute was = slot_of(bare, SLOT_STOP, i)->begin;
        if (stops[i].hour == NONE && stops[i].earliest == was)
            moved += slot_of(table, SLOT_STOP, i + (i >= at))->begin - was;
    }
    return moved;
}

static Price price_of(Timetable table, size_t at, const PlanFloating *thing)
{
    Price price = {0};
    for (size_t i = 0; i < table.count; i++) {
        const Slot *slot = &table.slots[i];
        price.by[slot->kind == SLOT_END ? 4 : 0] += slot->late_by;
        price.by[2] += slot->leave_by != NONE ? above(slot->set_out, slot->leave_by) : 0;
    }
    const Slot *own = slot_of(table, SLOT_STOP, at);
    price.by[1] = thing->latest != NONE ? above(own->leave, thing->latest) : 0;
    price.by[5] = thing->wanted != NONE ? above(thing->wanted, own->begin) : 0;
    return price;
}

/// When the thing begins at the first of the cheapest places; a fixed one, for want of these, at
/// the last before them.
static Minute begin_by_trying(const PlanStop *stops, size_t count, const PlanFloating *thing,
                              Arena *arena)
{
    const Minute from[] = {thing->wanted != NONE ? thing->wanted : thing->earliest,
                           thing->earliest};
    Timetable bare = timetable_make(&office_day, stops, count, NULL, 0, arena);
    Price best = {{INT32_MAX}};
    Minute begin = NONE;
    for (size_t t = 0; t < COUNT(from); t++) {
        size_t first = 0;
        while (first < count && slot_of(bare, SLOT_STOP, first)->set_out < from[t])
            first++;
        for (size_t n = 0; n <= count; n++) {
            size_t at = first + n <= count ? first + n : count - n; // then those before, backwards
            Timetable tried = day_with(stops, count, at, thing, from[t], arena);
            Price price = price_of(tried, at, thing);
            price.by[3] = moved_by(bare, tried, stops, count, at);
            if ((at < first && !thing->fixed) || !is_cheaper(price, best))
                continue;
            best = price;
            begin = slot_of(tried, SLOT_STOP, at)->begin;
        }
    }
    return begin;
}

static void desk_time_does_not_push_an_hour_that_was_given(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0), 30, 10), VISIT(NONE, 30, 10)};
    const PlanFloating things[] = {
        {.length = 10,
         .wanted = AT(10, 15),
         .earliest = AT(10, 15),
         .latest = AT(10, 25),
         .fixed = true},
        {.length = 40, .wanted = NONE, .earliest = AT(9, 0), .latest = NONE}};
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), things, COUNT(things),
                                     *state);
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(10, 15));
    assert_int_equal(slot_of(table, SLOT_FLOATING, 1)->begin, AT(10, 25));
}

static void desk_time_does_not_push_what_was_booked_into_a_gap(void **state)
{
    PlanStop stops[] = {VISIT(NONE, 30, 10), VISIT(AT(12, 0), 30, 10)};
    stops[0].earliest = AT(10, 0);
    const PlanFloating call = {.length = 10, .wanted = NONE, .earliest = AT(9, 45), .latest = NONE};
    PlanFloating urgent = call;
    urgent.latest = AT(10, 0);
    Timetable table = timetable_make(&office_day, stops, COUNT(stops), &call, 1, *state);
    assert_int_equal(slot_of(table, SLOT_STOP, 0)->begin, AT(10, 0));
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(10, 30));
    table = timetable_make(&office_day, stops, COUNT(stops), &urgent, 1, *state); // is due before
    assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin, AT(9, 45));
}

static void a_place_is_as_good_as_trying_them_all(void **state)
{
    enum { DAYS = 3000, MOST = 9 };
    uint32_t chance = 20261124;
    for (int day = 0; day < DAYS; day++) {
        PlanStop stops[MOST];
        size_t count = (size_t)any(&chance, MOST + 1);
        for (size_t i = 0; i < count; i++)
            stops[i] = (PlanStop)VISIT(any(&chance, 2) ? AT(8, 0) + any(&chance, 600) : NONE,
                                       10 + any(&chance, 90), any(&chance, 40));
        for (size_t i = 0; i < count; i++)
            if (stops[i].hour == NONE && any(&chance, 2))
                stops[i].earliest = AT(8, 30) + any(&chance, 500);
        for (size_t i = 0; i < count; i++)
            if (day % 2 && any(&chance, 3) == 0)
                stops[i].train = (PlanTrain){AT(8, 30) + any(&chance, 540), 1 + any(&chance, 40)};
        if (count > 0 && any(&chance, 2))
            stops[any(&chance, (int)count)].held = AT(8, 0) + any(&chance, 600);
        PlanFloating thing = {.length = 5 + any(&chance, 90), .wanted = NONE, .latest = NONE};
        thing.earliest = any(&chance, 2) ? AT(8, 0) + any(&chance, 500) : NONE;
        thing.fixed = thing.earliest != NONE && any(&chance, 3) == 0;
        if (thing.fixed || (thing.earliest != NONE && any(&chance, 2)))
            thing.wanted = thing.earliest + (thing.fixed ? 0 : any(&chance, 90));
        if (any(&chance, 2))
            thing.latest = AT(9, 0) + any(&chance, 500);
        Timetable table = timetable_make(&office_day, stops, count, &thing, 1, *state);
        assert_int_equal(slot_of(table, SLOT_FLOATING, 0)->begin,
                         begin_by_trying(stops, count, &thing, *state));
        arena_empty(*state);
    }
}

int main(void)
{
#define DAY_TEST(name) cmocka_unit_test_setup_teardown(name, with_arena, without_arena)
    const struct CMUnitTest tests[] = {
        DAY_TEST(an_empty_day_is_one_gap),
        DAY_TEST(leave_by_counts_the_leg_the_door_and_five_to_spare),
        DAY_TEST(a_train_is_waited_for_where_it_fits),
        DAY_TEST(the_train_home_is_waited_for),
        DAY_TEST(what_floats_begins_when_its_turn_comes),
        DAY_TEST(lateness_is_passed_on_until_there_is_time),
        DAY_TEST(an_unknown_leg_counts_nothing_and_is_flagged),
        DAY_TEST(coming_home_late_is_said),
        DAY_TEST(lunch_stands_in_the_first_place_that_fits),
        DAY_TEST(lunch_comes_early_rather_than_break_an_hour),
        DAY_TEST(lunch_is_never_moved_into_the_past),
        DAY_TEST(a_day_without_room_still_counts_its_lunch),
        DAY_TEST(desk_time_stands_before_its_hour),
        DAY_TEST(what_really_happened_moves_the_rest),
        DAY_TEST(who_is_still_there_makes_the_next_one_late),
        DAY_TEST(what_nobody_stamped_went_as_planned),
        DAY_TEST(who_is_late_for_one_is_late_for_the_next_until_there_is_time),
        DAY_TEST(who_is_kept_leaves_later),
        DAY_TEST(of_a_gap_that_has_begun_only_the_rest_is_free),
        DAY_TEST(a_call_is_never_planned_into_the_past),
        DAY_TEST(a_private_hour_is_kept_and_what_is_in_its_way_waits),
        DAY_TEST(desk_time_does_not_push_an_hour_that_was_given),
        DAY_TEST(desk_time_does_not_push_what_was_booked_into_a_gap),
        DAY_TEST(a_place_is_as_good_as_trying_them_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
