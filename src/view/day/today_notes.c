// SPDX-License-Identifier: GPL-3.0-or-later
// What Today's head says below the decision: until when the office takes orders, what is still to be
// loaded, who closes with something open, and what could be promised of invoices and collections.
#include "mawari/app/find.h"
#include "mawari/app/handling.h"
#include "mawari/app/loading.h"
#include "mawari/app/money.h"
#include "mawari/app/renewal.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

enum { NEAR_MINUTES = 60 };

static void add_line(TodayNotes *notes, Role role, const char *text)
{
    if (*text)
        notes->rows[notes->count++] = (TodayNote){.role = role, .text = text};
}

// --- the car

static const char *load_text(const LoadSheet *sheet, Arena *arena)
{
    const char *line = load_line(sheet, arena);
    return *line ? arena_print(arena, _("load  %s (. x)"), line) : "";
}

/// "load 8 (. x)": where other things stand in the same row; the list says the rest.
static const char *load_short(const LoadSheet *sheet, Arena *arena)
{
    size_t left = sheet->things - sheet->loaded;
    return left ? arena_print(arena, _("load %zu (. x)"), left) : "";
}

// --- orders

/// The gravest that any of them asks for: past, near, or some time today.
static Role role_of(const DaySheet *sheet, const App *app)
{
    Role role = ROLE_PLAIN;
    for (size_t i = 0; i < sheet->shut_count; i++) {
        Minute left = sheet->shut[i].at - app->minute;
        if (left <= 0)
            return ROLE_BAD;
        if (left <= NEAR_MINUTES)
            role = ROLE_STRONG;
    }
    return role;
}

static void add_order(Buffer *out, const OrdersShut *row, const App *app)
{
    Arena *arena = out->arena;
    const char *past = row->at <= app->minute ? "! " : "";
    const char *text = row->at == 0
                           ? arena_print(arena, _("orders of days before, %d open"), (int)row->open)
                           : arena_print(arena, _("orders shut %s, %d open"),
                                         minute_text(row->at, arena), (int)row->open);
    buffer_print(out, "%s%s%s", out->size ? " · " : "", past, text);
}

static const char *orders_text(const DaySheet *sheet, const App *app, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < sheet->shut_count; i++)
        add_order(&out, &sheet->shut[i], app);
    return buffer_text(&out);
}

// --- closing and payment days

/// "closes  Wed 25 ㈱みなと物産 (3 open), Thu 26 青葉商店 (4 open), 2 more": as many as have room.
static const char *closing_text(const App *app, const MoneySheet *sheet, int columns, Arena *arena)
{
    int room = columns - text_width(arena_print(arena, _("closes  %s"), "")) -
               text_width(arena_print(arena, _(", %zu more"), sheet->closing_count));
    Buffer out = {.arena = arena};
    size_t named = 0;
    for (; named < sheet->closing_count; named++) {
        const ClosingRow *row = &sheet->closings[named];
        const char *text = arena_print(arena, _("%s%s %s (%d open)"), named ? _(", ") : "",
                                       day_text(row->closing, app->today, arena), row->name,
                                       (int)row->open);
        if (named && text_width(out.text) + text_width(text) > room)
            break;
        buffer_add(&out, text);
    }
    if (named < sheet->closing_count)
        buffer_print(&out, _(", %zu more"), sheet->closing_count - named);
    return out.size ? arena_print(arena, _("closes  %s"), buffer_text(&out)) : "";
}

static const char *money_text(const MoneySheet *sheet, Arena *arena)
{
    return sheet->count ? arena_print(arena, _("to bill: %zu (. u)"), sheet->count) : "";
}

/// "closing: 3": the week says who.
static const char *closing_count(const MoneySheet *sheet, Arena *arena)
{
    return sheet->closing_count ? arena_print(arena, _("closing: %zu"), sheet->closing_count) : "";
}

/// "renewals: 2": steps that have come and are not done; the command `renewals` says which.
static bool renewal_text(App *app, Arena *arena, const char **ret, Err *err)
{
    size_t due;
    if (!renewal_due_count(app, app->today, arena, &due, err))
        return false;
    *ret = due ? arena_print(arena, _("renewals: %zu"), due) : "";
    return true;
}

/// Two things in one row.
static const char *joined(const char *one, const char *two, Arena *arena)
{
    return *one && *two ? arena_print(arena, "%s  %s", one, two) : *one ? one : two;
}

/// The same where both have room in so many columns; else the second is left out whole: the week says
/// it too.
static const char *joined_fit(const char *one, const char *two, int columns, Arena *arena)
{
    const char *both = joined(one, two, arena);
    return text_width(both) <= columns ? both : one;
}

/// "bring the boss: 中村 (青葉商店)": after two bad visits running.
static bool boss_text(App *app, const DaySheet *sheet, Arena *arena, const char **ret, Err *err)
{
    Buffer out = {.arena = arena};
    CarefulPeople people;
    if (!careful_people(app, arena, &people, err))
        return false;
    for (size_t i = 0; people.count && i < sheet->visits.count; i++) {
        const DayVisit *row = &sheet->visits.rows[i];
        Handling handling;
        bool is = false;
        Id careful = row->visit.outcome == NONE ? careful_at(&people, &row->visit) : 0;
        if (!handling_of(app, careful, arena, &handling, &is, err))
            return false;
        if (is && handling_wants_boss(&handling))
            buffer_print(&out, "%s%s (%s)", out.size ? _(", ") : _("bring the boss: "),
                         handling.contact.name, app_name(app, row->visit.client, arena));
    }
    *ret = buffer_text(&out);
    return true;
}

bool today_notes(App *app, const DaySheet *sheet, int columns, Arena *arena, TodayNotes *ret,
                 TodayNotes *ret_tight, Err *err)
{
    TodayNotes notes = {0};
    LoadSheet car = {0};
    MoneySheet money = {0};
    const char *renewals = "";
    Day until;
    if (!money_until(app, &until))
        until = NONE;
    if ((sheet->day >= app->today &&
         !load_counts(app, sheet->day, &sheet->visits, arena, &car, err)) ||
        (sheet->day == app->today && (!money_sheet(app, until, arena, &money, err) ||
                                      !renewal_text(app, arena, &renewals, err))))
        return false;
    const char *boss = "";
    if (sheet->day >= app->today && !boss_text(app, sheet, arena, &boss, err))
        return false;
    const char *bill = money_text(&money, arena), *closing = closing_count(&money, arena);
    const char *orders = orders_text(sheet, app, arena);
    add_line(&notes, role_of(sheet, app), orders);
    add_line(&notes, ROLE_STRONG, boss);
    int room = columns - (*orders ? text_width(orders) + 2 : 0);
    const char *car_and_bill = joined(load_text(&car, arena), bill, arena);
    *ret = notes;
    if (*orders && text_width(renewals) <= room)
        ret->rows[0].rest = renewals;
    else
        car_and_bill = joined_fit(car_and_bill, renewals, columns, arena);
    add_line(ret, ROLE_PLAIN, car_and_bill);
    add_line(ret, ROLE_PLAIN, closing_text(app, &money, columns, arena));
    *ret_tight = (TodayNotes){0};
    const char *load = *orders ? load_short(&car, arena) : load_text(&car, arena);
    load = joined_fit(load, bill, room, arena);
    load = joined_fit(joined_fit(load, closing, room, arena), renewals, room, arena);
    add_line(ret_tight, *orders ? role_of(sheet, app) : ROLE_PLAIN, *orders ? orders : load);
    if (*orders)
        ret_tight->rows[0].rest = load;
    add_line(ret_tight, ROLE_STRONG, boss);
    return true;
}

void today_draw_notes(const TodayNotes *notes, Region at, int row)
{
    for (size_t i = 0; i < notes->count; i++) {
        const TodayNote *note = &notes->rows[i];
        int used = canvas_text(at.canvas, at.row + row + (int)i, at.column + 2,
                               at.columns - TODAY_NOTE_EDGES, note->role, note->text);
        if (note->rest && *note->rest)
            canvas_text(at.canvas, at.row + row + (int)i, at.column + used + 4,
                        at.columns - used - 6, ROLE_PLAIN, note->rest);
    }
}
