// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the trade as tables: cycles, promises, the told-clock, hours, contradictions.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static const Day today = 20781; // Tue 24 Nov 2026
static const WorkCalendar calendar = {0};

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static void only_real_talks_reset_the_cycle(void **state)
{
    static const struct {
        int32_t outcome, spoke;
        bool resets;
    } rows[] = {
        {OUTCOME_MET, NONE, true},
        {OUTCOME_SHORT_WORD, NONE, true},
        {OUTCOME_CARD_LEFT, NONE, false},
        {OUTCOME_ABSENT, NONE, false},
        {OUTCOME_RECEPTION, 1, false},
        {OUTCOME_REFUSED, NONE, false},
        {OUTCOME_BY_PHONE, NONE, true},
        {OUTCOME_DELIVERY_ONLY, NONE, false},
        {OUTCOME_DELIVERY_ONLY, 0, false},
        {OUTCOME_DELIVERY_ONLY, 1, true},
        {OUTCOME_VIDEO, NONE, true},
        {OUTCOME_PUT_OFF, NONE, false},
        {NONE, NONE, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Visit visit;
        record_blank(&entity_visit, &visit, today, *state);
        visit.outcome = rows[i].outcome;
        visit.spoke = rows[i].spoke;
        assert_int_equal(visit_resets_cycle(&visit), rows[i].resets);
    }
}

static void a_cycle_counts_from_the_last_visit_and_never_piles_up(void **state)
{
    (void)state;
    static const struct {
        int32_t cycle;
        Day last;
        int stretch;
        Day due;
    } rows[] = {
        {14, 20781, 100, 20795}, {14, 20000, 100, 20014}, // one date, however long ago
        {14, 20781, 150, 20802}, {7, 20781, 110, 20789},  // 7.7 days
        {1, 20781, 100, 20782},  {NONE, 20781, 100, NONE}, {14, NONE, 100, NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Client client = {.cycle = rows[i].cycle, .cycle_window = NONE};
        assert_int_equal(cycle_due(&client, rows[i].last, rows[i].stretch), rows[i].due);
    }
}

static void the_window_is_the_typed_one_or_a_seventh(void **state)
{
    (void)state;
    static const struct {
        int32_t cycle, window;
        Day due, from, to;
    } rows[] = {{14, 3, 20795, 20792, 20798},
                {14, NONE, 20795, 20793, 20797},
                {14, 0, 20795, 20795, 20795},
                {14, 3, NONE, NONE, NONE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Client client = {.cycle = rows[i].cycle, .cycle_window = rows[i].window};
        Day from, to;
        cycle_window(&client, rows[i].due, &from, &to);
        assert_int_equal(from, rows[i].from);
        assert_int_equal(to, rows[i].to);
    }
}

static void cycles_stretch_in_proportion_when_hours_are_short(void **state)
{
    (void)state;
    enum { CLIENTS = 140 };
    int32_t cycles[CLIENTS];
    for (size_t i = 0; i < CLIENTS; i++)
        cycles[i] = 14; // ten a day, fourteen a working day
    assert_int_equal(cycle_stretch(cycles, CLIENTS, 14), 100);
    assert_int_equal(cycle_stretch(cycles, CLIENTS, 20), 100);
    assert_int_equal(cycle_stretch(cycles, CLIENTS, 7), 200);
    cycles[0] = NONE;
    assert_int_equal(cycle_stretch(cycles, 1, 1), 100);
    assert_int_equal(cycle_stretch(NULL, 0, 5), 100);
}

static void a_promise_is_kept_waiting_late_today_or_open(void **state)
{
    (void)state;
    static const struct {
        Day due, wake, kept;
        CommitmentState expected;
    } rows[] = {
        {20781, NONE, NONE, COMMITMENT_TODAY},    {20780, NONE, NONE, COMMITMENT_LATE},
        {20782, NONE, NONE, COMMITMENT_OPEN},     {NONE, NONE, NONE, COMMITMENT_OPEN},
        {20780, 20782, NONE, COMMITMENT_WAITING}, {20780, 20781, NONE, COMMITMENT_LATE},
        {NONE, 20790, NONE, COMMITMENT_WAITING},  {20780, 20790, 20779, COMMITMENT_KEPT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Commitment promise = {.due = rows[i].due, .wake = rows[i].wake, .kept = rows[i].kept};
        assert_int_equal(commitment_state(&promise, today), rows[i].expected);
    }
}

static void slack_is_in_working_days(void **state)
{
    (void)state;
    static const struct {
        Day latest;
        int32_t slack;
    } rows[] = {{20784, 3}, {20787, 4}, {20781, 0}, {20780, -1}, {20777, -2}, {NONE, NONE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(commitment_slack(rows[i].latest, today, &calendar), rows[i].slack);
}

static void the_told_clock_runs_from_the_last_word_and_ends_with_the_trouble(void **state)
{
    (void)state;
    static const struct {
        Day opened, told_on, closed;
        int32_t limit, silence;
        Day tell_by;
    } rows[] = {
        {20774, NONE, NONE, 3, 5, 20777},  // opened last Tuesday, never told since
        {20774, 20780, NONE, 3, 1, 20783}, // told yesterday
        {20774, 20781, NONE, 3, 0, 20784},
        {20774, 20777, NONE, 3, 2, 20782}, // Friday: the weekend does not count
        {20774, 20780, NONE, NONE, 1, NONE},
        {20774, 20780, NONE, 0, 1, 20780},
        {20774, 20780, 20781, 3, NONE, NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Ticket ticket = {
            .opened = rows[i].opened, .closed = rows[i].closed, .told_limit = rows[i].limit};
        assert_int_equal(ticket_silence(&ticket, rows[i].told_on, today, &calendar),
                         rows[i].silence);
        assert_int_equal(ticket_tell_by(&ticket, rows[i].told_on, &calendar), rows[i].tell_by);
    }
}

static void night_and_days_off_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        Day day;
        int32_t start, minutes, night, off;
    } rows[] = {
        {20781, 13 * 60, 120, 0, 0},
        {20781, 21 * 60, 120, 60, 0},          // 21–23
        {20781, 21 * 60, 600, 7 * 60, 0},      // 21–7: 22–5
        {20781, 4 * 60, 120, 60, 0},           // 4–6
        {20784, 23 * 60, 180, 180, 120},       // Friday into Saturday
        {20785, 10 * 60, 90, 0, 90},           // Saturday
        {20786, 23 * 60, 120, 120, 60},        // Sunday into Monday
        {20785, NONE, 90, 0, 90},              // no start: the night is not known
        {20781, 22 * 60, 48 * 60, 14 * 60, 0}, // two days through
        {20781, 9 * 60, NONE, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const TicketHours hours = {
            .day = rows[i].day, .start = rows[i].start, .minutes = rows[i].minutes};
        Minute night, off;
        hours_split(&hours, &calendar, &night, &off);
        assert_int_equal(night, rows[i].night);
        assert_int_equal(off, rows[i].off);
    }
}

/// A blank record with up to two fields set; `sentence` NULL: it is right.
static const struct {
    const Entity *kind;
    const char *first, *first_typed, *second, *second_typed, *sentence;
} contradictions[] = {
    {&entity_hours, "opens", "18:00", "closes", "9:00", "Until: It ends before it begins"},
    {&entity_hours, "opens", "9:00", "closes", "9:00", "Until: It ends before it begins"},
    {&entity_hours, "opens", "9:00", "closes", "18:00", NULL},
    {&entity_hours, "opens", "9:00", NULL, NULL, NULL},
    {&entity_absence, "since", "2026-12-30", "until", "2026-12-29",
     "Until: It ends before it begins"},
    {&entity_absence, "since", "2026-12-30", "until", "2026-12-30", NULL},
    {&entity_client, "cycle", "14", "cycle_window", "14",
     "Window, ± days: The window is as long as the cycle"},
    {&entity_client, "cycle", "14", "cycle_window", "3", NULL},
    {&entity_visit, "arrived", "2026-11-24 10:00", "departed", "2026-11-24 09:00",
     "Departed: The departure is before the arrival"},
    {&entity_commitment, "promised", "2026-11-24", "kept", "2026-11-20",
     "Kept on: It is kept before it was promised"},
    {&entity_ticket, "opened", "2026-11-24", "closed", "2026-11-20",
     "Closed: It is closed before it was opened"},
    {&entity_loan, "lent", "2026-11-24", "returned", "2026-11-20",
     "Returned: It is returned before it was lent"},
    {&entity_loan, "lent", "2026-11-24", "back", "2026-11-20",
     "Due back: It is to come back before it was lent"},
    {&entity_loan, "lent", "2026-11-24", NULL, NULL, "Client: A loan needs a client, or a trouble"},
    {&entity_round, "since", "2026-11-24", "deadline", "2026-11-20",
     "Deadline: The deadline is before the beginning"},
    {&entity_round, "last_order", "2027-01-02", "effective", "2027-01-01",
     "New price from: Orders at the old price end before the new one holds"},
    {&entity_deal, "quoted", "2026-11-24", "answer", "2026-11-20",
     "Answer by: The answer is due before the quote"},
    {&entity_day_plan, "start", "18:00", "end", "8:00", "End, hour: The day ends before it begins"},
    {&entity_private_time, "start", "18:00", "end", "19:00",
     "Day: Private time needs a day or weekdays"},
    {&entity_private_time, "weekdays", "火", "start", "18:00", NULL},
    {&entity_recurrence, "rule", "2tue", NULL, NULL, NULL},
    {&entity_recurrence, "rule", "now and then", NULL, NULL,
     "“now and then” is no rule; right are 2tue, eom, 20, 14d, mon,thu"},
};

static void put_typed(const Entity *kind, const char *name, const char *typed, void *record,
                      Arena *arena)
{
    const ValueContext context = {.today = today};
    const Field *field = entity_field(kind, name);
    Value value = value_text(typed);
    if (field->type != T_RULE) // what is none is refused when it is read; commands write without
        assert_true(value_read(field, typed, &context, arena, &value, NULL));
    value_put(field, record, value, arena);
}

static void contradictions_are_said_in_one_sentence(void **state)
{
    Arena *arena = *state;
    for (size_t i = 0; i < sizeof contradictions / sizeof *contradictions; i++) {
        const Entity *kind = contradictions[i].kind;
        void *record = arena_take(arena, kind->size);
        Err err = {0};
        record_blank(kind, record, today, arena);
        put_typed(kind, contradictions[i].first, contradictions[i].first_typed, record, arena);
        if (contradictions[i].second != NULL)
            put_typed(kind, contradictions[i].second, contradictions[i].second_typed, record,
                      arena);
        bool right = record_consistent(kind, record, &err);
        assert_int_equal(right, contradictions[i].sentence == NULL);
        if (!right)
            assert_string_equal(err.text, contradictions[i].sentence);
    }
}

static void a_record_does_not_refer_to_itself(void **state)
{
    Leg leg;
    Err err = {0};
    record_blank(&entity_leg, &leg, today, *state);
    leg.from = leg.to = 4;
    assert_false(record_consistent(&entity_leg, &leg, &err));
    assert_string_equal(err.text, "Arrives at: A leg needs two places");
    leg.to = 5;
    assert_true(record_consistent(&entity_leg, &leg, &err));
}

static void what_commands_write_has_the_same_limits(void **state)
{
    Site site;
    Visit visit;
    Err err = {0};
    record_blank(&entity_site, &site, today, *state);
    site.latitude = 90000001;
    assert_false(record_consistent(&entity_site, &site, &err));
    assert_string_equal(err.text, "Latitude is out of its range");
    record_blank(&entity_visit, &visit, today, *state);
    visit.start = DAY_MINUTES;
    assert_false(record_consistent(&entity_visit, &visit, &err));
    visit.start = DAY_MINUTES - 1;
    assert_true(record_consistent(&entity_visit, &visit, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_real_talks_reset_the_cycle),
        cmocka_unit_test(a_cycle_counts_from_the_last_visit_and_never_piles_up),
        cmocka_unit_test(the_window_is_the_typed_one_or_a_seventh),
        cmocka_unit_test(cycles_stretch_in_proportion_when_hours_are_short),
        cmocka_unit_test(a_promise_is_kept_waiting_late_today_or_open),
        cmocka_unit_test(slack_is_in_working_days),
        cmocka_unit_test(the_told_clock_runs_from_the_last_word_and_ends_with_the_trouble),
        cmocka_unit_test(night_and_days_off_are_told_apart),
        cmocka_unit_test(contradictions_are_said_in_one_sentence),
        cmocka_unit_test(a_record_does_not_refer_to_itself),
        cmocka_unit_test(what_commands_write_has_the_same_limits),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
