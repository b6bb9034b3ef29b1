// SPDX-License-Identifier: GPL-3.0-or-later
// Late, weather, gaps and calls: on small days made for one claim. It is Tuesday, 09:30.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/gap.h"
#include "mawari/app/late.h"
#include "mawari/app/urgent.h"
#include "mawari/app/usage.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries.h"

#define AT(hour, minute) ((hour)*60 + (minute))

/// A client with one site, so many thousandths of a degree north of the office.
static Id a_client(App *app, const char *name, int north)
{
    Id client = add(app, arena_print(app->kept, "client name=%s", name));
    return add(app, arena_print(app->kept,
                                "site name=%s-shop client=%lld latitude=%d.%03d longitude=141.350 "
                                "door_minutes=5 telephone=011-000-%04d",
                                name, (long long)client, 43 + north / 1000, north % 1000, north));
}

static int open_town(void **state)
{
    if (open_app(state) != 0)
        return -1;
    App *app = *state;
    does(app, "setting", "lunch no");
    add(app, "office name=Office home=yes latitude=43.000 longitude=141.350");
    return 0;
}

static Id plan(App *app, Id site, const char *hour)
{
    return does(app, "visit", arena_print(app->kept, "%lld today %s", (long long)site, hour)).id;
}

static LateSheet late_now(App *app)
{
    LateSheet late;
    Err err = {0};
    if (!late_sheet(app, app->kept, &late, &err))
        fail_msg("%s", err.text);
    return late;
}

static GapSheet gap_now(App *app, Minute at)
{
    GapSheet gap;
    Err err = {0};
    if (!gap_sheet(app, at, app->kept, &gap, &err))
        fail_msg("%s", err.text);
    return gap;
}

static const GapOffer *offer_of(const GapSheet *gap, GapLane lane, const char *part)
{
    for (size_t i = 0; i < gap->count; i++)
        if (gap->offers[i].lane == lane && strstr(gap->offers[i].name, part))
            return &gap->offers[i];
    return NULL;
}

static void who_must_be_called_comes_first_with_number_and_sentence(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 10), "10:00");
    (void)plan(app, a_client(app, "Beta", 12), "10:40");
    (void)plan(app, a_client(app, "Gamma", 14), "15:00");
    does(app, "late", "20");
    LateSheet late = late_now(app);
    assert_int_equal(late.sheet.late, 20);
    assert_int_equal(late.count, 3);
    assert_int_equal(late.breaking, 2);
    assert_int_equal(late.stops[0].agreed, AT(10, 0));
    assert_int_equal(late.stops[0].becomes, AT(10, 20));
    assert_string_equal(late.stops[0].phone, "011-000-0010");
    assert_non_null(strstr(late.stops[0].sentence, "may I come at 10:20"));
    assert_int_equal(late.stops[1].agreed, AT(10, 40));
    assert_true(late.stops[1].becomes > AT(10, 40));
    assert_false(late.stops[2].breaks);
    assert_null(late.stops[2].sentence);
}

static void a_new_hour_that_was_agreed_holds(void **state)
{
    App *app = *state;
    Id visit = plan(app, a_client(app, "Alpha", 10), "10:00");
    does(app, "late", "20");
    does(app, "move", arena_print(app->kept, "%lld 10:20", (long long)visit));
    LateSheet late = late_now(app);
    assert_int_equal(late.breaking, 0);
    assert_int_equal(late.stops[0].agreed, AT(10, 20));
    does(app, "undo", "");
    assert_int_equal(late_now(app).breaking, 1);
}

static void a_second_word_replaces_the_first_and_none_takes_it_back(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 10), "10:00");
    does(app, "late", "20");
    does(app, "late", "30");
    assert_int_equal(late_now(app).stops[0].becomes, AT(10, 30));
    does(app, "late", "0");
    assert_int_equal(late_now(app).breaking, 0);
    assert_int_equal(late_now(app).sheet.late, NONE);
}

static void an_arrival_ends_the_delay_and_undo_brings_it_back(void **state)
{
    App *app = *state;
    Id visit = plan(app, a_client(app, "Alpha", 10), "10:00");
    (void)plan(app, a_client(app, "Beta", 12), "11:00");
    does(app, "late", "20");
    does(app, "arrive", arena_print(app->kept, "%lld", (long long)visit));
    assert_int_equal(late_now(app).sheet.late, NONE);
    does(app, "undo", "");
    assert_int_equal(late_now(app).sheet.late, 20);
}

static void nobody_is_late_on_an_empty_day(void **state)
{
    refuses(*state, ERR_INPUT, "late", "20");
    assert_int_equal(late_now(*state).sheet.late, NONE);
}

static const DayRow *first_visit(App *app, Day day)
{
    DaySheet *sheet = arena_new(app->kept, DaySheet);
    Err err = {0};
    if (!day_sheet_hours(app, day, app->kept, sheet, &err))
        fail_msg("%s", err.text);
    assert_true(sheet->next < sheet->count);
    return &sheet->rows[sheet->next];
}

static void snow_tomorrow_moves_the_first_leave_by(void **state)
{
    App *app = *state;
    Id site = a_client(app, "Alpha", 40);
    does(app, "visit", arena_print(app->kept, "%lld tomorrow 10:00", (long long)site));
    Minute fine = first_visit(app, app->today + 1)->leave_by;
    Effect said = does(app, "weather", "tomorrow s");
    const DayRow *row = first_visit(app, app->today + 1);
    assert_int_equal(row->leave_by, fine - 5);
    assert_int_equal(row->weather_minutes, 5);
    assert_string_equal(row->weather, "Snow");
    assert_non_null(strstr(said.status, "leave by"));
    does(app, "setting", "weather_delays snow=car 12");
    assert_int_equal(first_visit(app, app->today + 1)->leave_by, fine - 12);
}

static void each_half_of_the_day_has_its_own_weather(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 40), "10:30");
    (void)plan(app, a_client(app, "Beta", 60), "15:00");
    does(app, "weather", "晴雪");
    DaySheet sheet;
    Err err = {0};
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].kind == ROW_VISIT)
            assert_int_equal(sheet.rows[i].weather_minutes,
                             sheet.rows[i].begin > AT(12, 0) ? 5 : 0);
    does(app, "weather", "-r");
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    assert_int_equal(sheet.weather, WEATHER_FINE);
    assert_int_equal(sheet.weather_pm, WEATHER_RAIN);
    refuses(app, ERR_USAGE, "weather", "sss");
    refuses(app, ERR_USAGE, "weather", "qq");
}

static void a_gap_ends_when_one_must_set_out(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 30), "11:00");
    GapSheet gap = gap_now(app, NONE);
    assert_int_equal(gap.from, AT(9, 30));
    assert_true(gap.leg > 0);
    assert_int_equal(gap.until, AT(11, 0) - gap.leg - 5 - 5);
    assert_string_equal(gap.here, "Office");
    assert_int_equal(gap_now(app, AT(10, 0)).from, AT(10, 0));
    assert_int_equal(gap_now(app, AT(10, 45)).from, AT(11, 30)); // behind the visit
}

static void a_visit_without_an_hour_is_not_planned_for_what_is_over(void **state)
{
    App *app = *state;
    Id visit =
        does(app, "visit", arena_print(app->kept, "%lld", (long long)a_client(app, "Alpha", 5))).id;
    assert_true(first_visit(app, app->today)->begin >= AT(9, 30)); // and not at 8:35
    does(app, "move", arena_print(app->kept, "%lld tomorrow", (long long)visit));
    assert_string_equal(field(app, &entity_visit, visit, "earliest"), "");
}

/// 9:15 at Alpha; then Beta, at any hour; then Gamma at 14:00.
static Id an_afternoon(App *app)
{
    Id agreed = plan(app, a_client(app, "Alpha", 5), "9:15");
    add(app, arena_print(app->kept, "visit client=Beta site=%lld day=today place=2",
                         (long long)a_client(app, "Beta", 10)));
    Id last = plan(app, a_client(app, "Gamma", 15), "14:00");
    does(app, "set", arena_print(app->kept, "visit %lld place=3", (long long)last));
    return agreed;
}

static void turned_away_one_is_free_at_once_and_what_has_no_hour_waits(void **state)
{
    App *app = *state;
    Id agreed = an_afternoon(app);
    does(app, "outcome", arena_print(app->kept, "%lld 5", (long long)agreed));
    GapSheet gap = gap_now(app, NONE);
    assert_true(gap.at_once);
    assert_int_equal(gap.from, AT(9, 30));
    assert_string_equal(gap.here, "Alpha-shop");
    assert_string_equal(gap.next, "Gamma-shop");
    assert_int_equal(gap.next_hour, AT(14, 0));
    assert_string_equal(gap.waiting, "Beta-shop");
    assert_int_equal(gap.until, AT(14, 0) - gap.leg - 5 - 5 - gap.needed);
    assert_string_equal(field(app, &entity_visit, agreed, "arrived"), "2026-11-24T09:15:00+09:00");
}

/// Met so long ago that the cycle asks for a visit.
static Id a_due_client(App *app, const char *name, int north)
{
    Id site = a_client(app, name, north);
    does(app, "set", arena_print(app->kept, "client %s cycle=14", name));
    add(app, arena_print(app->kept, "visit client=%s day=2026-10-01 outcome=met", name));
    return site;
}

static void a_detour_is_the_leg_there_and_on_less_the_direct_one(void **state)
{
    App *app = *state;
    does(app, "outcome", arena_print(app->kept, "%lld 5", (long long)an_afternoon(app)));
    Id due = a_due_client(app, "Due", 7);
    const struct {
        const char *from, *to;
        int minutes;
    } legs[] = {{"Alpha-shop", "Due-shop", 4},
                {"Due-shop", "Beta-shop", 9},
                {"Alpha-shop", "Beta-shop", 8}};
    for (size_t i = 0; i < 3; i++)
        does(app, "leg",
             arena_print(app->kept, "%s %s %d", legs[i].from, legs[i].to, legs[i].minutes));
    GapSheet gap = gap_now(app, NONE);
    const GapOffer *offer = offer_of(&gap, LANE_NEAR, "Due");
    assert_int_equal(offer->id, due);
    assert_int_equal(offer->detour, 4 + 9 - 8);
    assert_string_equal(offer->source, "typed");
}

static void only_due_clients_whose_round_trip_fits_are_near(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "11:00");
    Id near = a_due_client(app, "Near", 8);
    (void)a_due_client(app, "Nearer", 3);
    (void)a_due_client(app, "Far", 400);
    (void)a_client(app, "Fresh", 6);
    GapSheet gap = gap_now(app, NONE);
    assert_non_null(offer_of(&gap, LANE_NEAR, "Near"));
    assert_null(offer_of(&gap, LANE_NEAR, "Far"));
    assert_null(offer_of(&gap, LANE_NEAR, "Fresh"));
    assert_string_equal(gap.offers[0].source, "estimated");
    assert_true(strstr(gap.offers[0].name, "Nearer") != NULL); // the nearest first
    does(app, "book", arena_print(app->kept, "%lld 9:30 30", (long long)near));
    gap = gap_now(app, NONE);
    assert_null(offer_of(&gap, LANE_NEAR, "Near-"));
    const DayRow *row = first_visit(app, app->today);
    assert_int_equal(row->visit->visit.site, near); // before the agreed hour
    does(app, "undo", "");
    assert_int_not_equal(first_visit(app, app->today)->visit->visit.site, near);
}

static const DayRow *row_of(const DaySheet *sheet, Id id)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].id == id)
            return &sheet->rows[i];
    return NULL;
}

static void what_is_booked_begins_behind_its_way_and_the_call_that_is_due_waits(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "11:00");
    (void)a_due_client(app, "Near", 8);
    Id call = add(app, "commitment what=prices way=call due=today");
    GapSheet gap = gap_now(app, NONE);
    const GapOffer *offer = offer_of(&gap, LANE_NEAR, "Near");
    assert_true(offer->begin > gap.from);
    assert_true(offer->begin + offer->stay <= gap.until);
    does(app, "book",
         arena_print(app->kept, "%lld %s %d", (long long)offer->id,
                     minute_text(offer->begin, app->kept), offer->stay));
    DaySheet sheet;
    Err err = {0};
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    const DayRow *visit = first_visit(app, app->today);
    assert_int_equal(visit->begin, offer->begin);
    assert_true(row_of(&sheet, call)->begin >= visit->leave);
}

static void nobody_is_sent_to_a_closed_door(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "11:00");
    (void)a_due_client(app, "Shut", 4);
    does(app, "set", "client Shut closed_days=tue");
    GapSheet gap = gap_now(app, NONE);
    assert_null(offer_of(&gap, LANE_NEAR, "Shut"));
}

static void a_call_waits_for_hours_at_which_somebody_answers(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "11:00");
    Id early = add(app, "contact name=Early mobile=090-1");
    Id late = add(app, "contact name=Later");
    add(app, arena_print(app->kept, "hours party=%lld opens=15:00 closes=17:00", (long long)late));
    add(app,
        arena_print(app->kept, "commitment what=prices contact=%lld way=call", (long long)early));
    add(app,
        arena_print(app->kept, "commitment what=colours contact=%lld way=call", (long long)late));
    add(app, "commitment what=drawing way=desk minutes=40 due=fri");
    add(app, "commitment what=novel way=desk minutes=300 due=fri");
    GapSheet gap = gap_now(app, NONE);
    assert_string_equal(offer_of(&gap, LANE_PHONE, "prices")->phone, "090-1");
    assert_null(offer_of(&gap, LANE_PHONE, "colours"));
    assert_int_equal(offer_of(&gap, LANE_DESK, "drawing")->minutes, 40);
    assert_null(offer_of(&gap, LANE_DESK, "novel")); // it does not fit
}

static void a_booked_promise_stands_at_its_hour(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "11:00");
    Id promise = add(app, "commitment what=drawing way=desk minutes=40 due=fri");
    does(app, "book", arena_print(app->kept, "%lld 10:00", (long long)promise));
    DaySheet sheet;
    Err err = {0};
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    bool stands = false;
    for (size_t i = 0; i < sheet.count; i++)
        stands |= sheet.rows[i].id == promise && sheet.rows[i].begin == AT(10, 0);
    assert_true(stands);
    assert_string_equal(field(app, &entity_commitment, promise, "due"), "2026-11-27");
}

static void one_does_not_rest_on_a_client_s_lot(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "11:00");
    add(app, "resting_place name=Lot latitude=43.0051 longitude=141.3501 parking=yes");
    Id park = add(app, "resting_place name=Park latitude=43.003 longitude=141.352 parking=yes "
                       "toilet=yes");
    GapSheet gap = gap_now(app, NONE);
    assert_null(offer_of(&gap, LANE_REST, "Lot"));
    assert_string_equal(offer_of(&gap, LANE_REST, "Park")->why, "parking, toilet");
    does(app, "book", arena_print(app->kept, "%lld 9:30 25", (long long)park));
    assert_true(gap_now(app, NONE).from > AT(9, 30));
}

static void a_call_back_is_promised_for_the_next_gap(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "9:55");
    Id person = add(app, "contact name=Ada");
    does(app, "phoned", arena_print(app->kept, "%lld \"the pallets\"", (long long)person));
    CallSlot *slots;
    size_t count;
    Err err = {0};
    assert_true(call_slots(app, 4, app->kept, &slots, &count, &err));
    Promises open;
    assert_true(query_promises_open(app->store, app->kept, &open, &err));
    assert_int_equal(open.count, 1);
    const Commitment *promise = &open.rows[0].commitment;
    assert_int_equal(promise->way, WAY_CALL);
    assert_int_equal(promise->contact, person);
    assert_int_equal(promise->planned, app->today);
    assert_true(promise->planned_at >= AT(10, 25)); // behind the visit
    assert_int_equal(promise->due_at, promise->planned_at + 10);
    assert_true(count > 1);
    for (size_t i = 0; i < count; i++) // the hour is given away
        assert_true(slots[i].day > app->today || slots[i].from >= promise->due_at);
    assert_int_equal(slots[count - 1].day, app->today + 1);
}

static Urgent urgent_now(App *app, Id who)
{
    Urgent urgent;
    Err err = {0};
    if (!urgent_ways(app, app->today, who, NONE, app->kept, &urgent, &err))
        fail_msg("%s", err.text);
    return urgent;
}

static void three_ways_each_say_who_slips_and_which_number_to_phone(void **state)
{
    App *app = *state;
    Id alpha = plan(app, a_client(app, "Alpha", 5), "10:00");
    (void)plan(app, a_client(app, "Beta", 10), "10:45");
    Urgent urgent = urgent_now(app, a_client(app, "Urgent", 8));
    assert_int_equal(urgent.count, 3);
    assert_int_equal(urgent.ways[0].before, alpha);
    assert_int_equal(urgent.ways[0].slip_count, 2);
    assert_string_equal(urgent.ways[0].slips[0].phone, "011-000-0005");
    assert_int_equal(urgent.ways[0].slips[0].hour, AT(10, 0));
    assert_true(urgent.ways[0].slips[0].late > 0);
    assert_int_equal(urgent.ways[1].before, 0); // behind both
    assert_int_equal(urgent.ways[1].slip_count, 0);
    assert_int_equal(urgent.ways[2].slip_count, 1);
    assert_string_equal(urgent.ways[2].behind, "Alpha-shop");
}

/// When the urgent visit would begin that makes nobody late.
static Minute behind_all(App *app, Id who)
{
    Urgent urgent = urgent_now(app, who);
    for (size_t i = 0; i < urgent.count; i++)
        if (urgent.ways[i].before == 0)
            return urgent.ways[i].begin;
    fail_msg("no way behind the others");
    return NONE;
}

static void an_urgent_visit_counts_the_minutes_to_the_department_s_door(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "10:00");
    Id site = a_client(app, "Urgent", 8);
    Id person = add(app, "contact name=Ada");
    add(app, arena_print(app->kept, "post contact=Ada party=Urgent site=%lld department=Lab",
                         (long long)site));
    Minute before = behind_all(app, person);
    add(app,
        arena_print(app->kept, "department name=Lab site=%lld door_minutes=25", (long long)site));
    assert_int_equal(behind_all(app, person), before + 20);
    assert_int_equal(behind_all(app, site), before); // nobody in particular: the site's own
}

/// Serves the jobs as the loop does, until none runs.
static void serve(App *app)
{
    struct pollfd ready[8];
    for (size_t count; (count = app_jobs_fds(app, ready, 8)) > 0;) {
        assert_true(poll(ready, (nfds_t)count, -1) > 0);
        (void)app_jobs_ready(app, ready, count);
    }
}

static void the_screen_has_the_ways_from_a_thread_as_long_as_nothing_changes(void **state)
{
    App *app = *state;
    Id site = a_client(app, "Urgent", 8);
    (void)plan(app, a_client(app, "Alpha", 5), "10:00");
    Urgent here = urgent_now(app, site);
    Err err = {0};
    assert_true(urgent_seek(app, site, &err));
    assert_null(urgent_found(app, site)); // no key waits for it
    serve(app);
    const Urgent *found = urgent_found(app, site);
    assert_non_null(found);
    assert_int_equal(found->count, here.count);
    for (size_t i = 0; i < here.count; i++) {
        assert_int_equal(found->ways[i].before, here.ways[i].before);
        assert_int_equal(found->ways[i].begin, here.ways[i].begin);
    }
    assert_null(urgent_found(app, site + 1)); // somebody else's
    add(app, "client name=Later");
    assert_null(urgent_found(app, site));
}

static void a_search_in_a_thread_that_fails_says_why(void **state)
{
    App *app = *state;
    Err err = {0};
    Id nobody = 999999;
    assert_true(urgent_seek(app, nobody, &err));
    serve(app);
    assert_null(urgent_found(app, nobody));
    assert_false(urgent_seek(app, nobody, &err));
    assert_true(*err.text != '\0');
}

static void a_full_day_has_three_ways_too(void **state)
{
    App *app = *state;
    for (int i = 0; i < 20; i++)
        (void)plan(app, a_client(app, arena_print(app->kept, "Stop%d", i), (i * 37) % 90),
                   i % 5 ? "" : arena_print(app->kept, "%d:00", 10 + i / 3));
    Urgent urgent = urgent_now(app, a_client(app, "Urgent", 8));
    assert_int_equal(urgent.count, 3);
    assert_null(urgent.why);
}

static bool take_way(App *app, Id site, char *number, Effect *ret, Err *err)
{
    char *words[] = {arena_print(app->kept, "%lld", (long long)site), "--take", number};
    const Command *urgent = command_named("urgent");
    Args args;
    return args_from_words(app, urgent, words, 3, app->kept, &args, err) &&
           command_run(app, urgent, &args, ret, err);
}

static void a_way_that_is_taken_is_one_step_and_moves_nothing_agreed(void **state)
{
    App *app = *state;
    Id alpha = plan(app, a_client(app, "Alpha", 5), "10:00");
    Id beta = plan(app, a_client(app, "Beta", 10), "10:45");
    Id site = a_client(app, "Urgent", 8);
    DaySheet sheet;
    Effect effect = {0};
    Err err = {0};
    assert_true(take_way(app, site, "3", &effect, &err));
    assert_non_null(strstr(effect.status, "011-000-0010"));
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    Id order[3];
    size_t count = 0;
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].kind == ROW_VISIT)
            order[count++] = sheet.rows[i].id;
    assert_int_equal(count, 3);
    assert_int_equal(order[0], alpha);
    assert_int_equal(order[2], beta);
    assert_string_equal(field(app, &entity_visit, beta, "start"), "10:45");
    does(app, "undo", "");
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    for (size_t i = 0; i < sheet.count; i++)
        assert_true(sheet.rows[i].id != order[1] || sheet.rows[i].kind != ROW_VISIT);
    assert_false(take_way(app, site, "4", &effect, &err));
    assert_int_equal(err.kind, ERR_INPUT);
}

static size_t visits_of(App *app, Id site, Id *ret_first)
{
    DayVisits visits;
    Err err = {0};
    size_t count = 0;
    assert_true(query_visits_between(app->store, app->today, app->today, app->today, app->kept,
                                     &visits, &err));
    for (size_t i = 0; i < visits.count; i++)
        if (visits.rows[i].visit.site == site && count++ == 0)
            *ret_first = visits.rows[i].id;
    return count;
}

static void who_is_seen_today_anyway_is_seen_once_and_sooner(void **state)
{
    App *app = *state;
    Id alpha = plan(app, a_client(app, "Alpha", 5), "12:00");
    Id site = a_client(app, "Urgent", 8), seen = 0;
    Id standing = plan(app, site, "");
    does(app, "set", arena_print(app->kept, "visit %lld purpose=stock", (long long)standing));
    Urgent urgent = urgent_now(app, site);
    assert_int_equal(urgent.visit, standing);
    assert_int_equal(urgent.count, 2); // before Alpha or behind it, where it stands already
    assert_int_equal(urgent.ways[0].before, alpha);
    Effect effect = {0};
    Err err = {0};
    assert_true(take_way(app, site, "1", &effect, &err));
    assert_int_equal(visits_of(app, site, &seen), 1);
    assert_int_equal(seen, standing);
    assert_string_equal(field(app, &entity_visit, standing, "purpose"), "stock");
    DaySheet sheet;
    assert_true(day_sheet(app, app->today, app->kept, &sheet, &err));
    size_t first = 0;
    while (sheet.rows[first].kind != ROW_VISIT)
        first++;
    assert_int_equal(sheet.rows[first].id, standing);

    Id other = a_client(app, "Agreed", 20);
    (void)plan(app, other, "16:00"); // that hour was agreed: coming sooner is another visit
    assert_int_equal(urgent_now(app, other).visit, 0);
}

static void who_was_to_be_met_this_morning_is_not_phoned_again(void **state)
{
    App *app = *state;
    (void)plan(app, a_client(app, "Alpha", 5), "9:00"); // nobody stamped it
    (void)plan(app, a_client(app, "Beta", 10), "10:15");
    Urgent urgent = urgent_now(app, a_client(app, "Urgent", 8));
    for (size_t i = 0; i < urgent.count; i++)
        for (size_t j = 0; j < urgent.ways[i].slip_count; j++)
            assert_string_equal(urgent.ways[i].slips[j].name, "Beta-shop");
}

int main(void)
{
#define TOWN(name) cmocka_unit_test_setup_teardown(name, open_town, close_app)
    const struct CMUnitTest tests[] = {
        TOWN(who_must_be_called_comes_first_with_number_and_sentence),
        TOWN(a_new_hour_that_was_agreed_holds),
        TOWN(a_second_word_replaces_the_first_and_none_takes_it_back),
        TOWN(an_arrival_ends_the_delay_and_undo_brings_it_back),
        TOWN(nobody_is_late_on_an_empty_day),
        TOWN(snow_tomorrow_moves_the_first_leave_by),
        TOWN(each_half_of_the_day_has_its_own_weather),
        TOWN(a_gap_ends_when_one_must_set_out),
        TOWN(a_visit_without_an_hour_is_not_planned_for_what_is_over),
        TOWN(turned_away_one_is_free_at_once_and_what_has_no_hour_waits),
        TOWN(a_detour_is_the_leg_there_and_on_less_the_direct_one),
        TOWN(only_due_clients_whose_round_trip_fits_are_near),
        TOWN(what_is_booked_begins_behind_its_way_and_the_call_that_is_due_waits),
        TOWN(nobody_is_sent_to_a_closed_door),
        TOWN(a_call_waits_for_hours_at_which_somebody_answers),
        TOWN(a_booked_promise_stands_at_its_hour),
        TOWN(one_does_not_rest_on_a_client_s_lot),
        TOWN(a_call_back_is_promised_for_the_next_gap),
        TOWN(three_ways_each_say_who_slips_and_which_number_to_phone),
        TOWN(an_urgent_visit_counts_the_minutes_to_the_department_s_door),
        TOWN(the_screen_has_the_ways_from_a_thread_as_long_as_nothing_changes),
        TOWN(a_search_in_a_thread_that_fails_says_why),
        TOWN(a_full_day_has_three_ways_too),
        TOWN(a_way_that_is_taken_is_one_step_and_moves_nothing_agreed),
        TOWN(who_is_seen_today_anyway_is_seen_once_and_sooner),
        TOWN(who_was_to_be_met_this_morning_is_not_phoned_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
