// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of "Can I stop?" say of themselves, and the two sentences above them.
#include "mawari/app/evening.h"
#include "mawari/app/find.h"
#include "mawari/base/lang.h"
#include "mawari/store/queries_day.h"

/// "Mon 23 10:20  冬の棚", at "青葉商店 本店"; of today without the day.
static bool name_visit(App *app, Arena *arena, StopRow *row, Err *err)
{
    VisitLine line;
    if (!query_visit_line(app->store, row->id, arena, &line, err))
        return false;
    const char *hour = minute_text(row->hour, arena);
    const char *day = row->day == app->today ? "" : day_text(row->day, app->today, arena);
    const char *purpose = line.purpose ? line.purpose : "";
    row->text = arena_print(arena, "%s%s%s%s%s", day, *day ? " " : "", hour,
                            *hour && *purpose ? "  " : "", purpose);
    row->who = line.where;
    return true;
}

/// "Wed 25 09:00  見積": as a visit's, so that where the row is cut its hour still stands there.
static void name_promise(App *app, Arena *arena, StopRow *row)
{
    const char *hour = minute_text(row->hour, arena);
    row->text = arena_print(arena, "%s%s%s  %s", day_text(row->day, app->today, arena),
                            *hour ? " " : "", hour, app_name(app, row->id, arena));
}

static bool name_row(App *app, Arena *arena, StopRow *row, Err *err)
{
    if (row->kind == &entity_visit)
        return row->text || name_visit(app, arena, row, err);
    if (row->sort == STOP_PROMISE && !row->text)
        name_promise(app, arena, row);
    if (row->whom && !row->who)
        row->who = app_name(app, row->whom, arena);
    return true;
}

bool stop_name_rows(App *app, Arena *arena, StopSheet *sheet, size_t from, size_t to, Err *err)
{
    for (size_t i = from; i < to && i < sheet->count; i++)
        if (!name_row(app, arena, &sheet->rows[i], err))
            return false;
    return true;
}

char *stop_answer(const StopSheet *sheet, Arena *arena)
{
    if (sheet->count == 0)
        return arena_copy(arena, _("Yes. Nothing is left."));
    return arena_print(
        arena,
        ngettext("Not yet: %zu thing, about %s", "Not yet: %zu things, about %s", sheet->count),
        sheet->count, minutes_words(sheet->minutes, arena));
}

char *stop_tomorrow(const App *app, const StopSheet *sheet, Arena *arena)
{
    const char *day = day_text_full(sheet->next_day, app->today, arena);
    if (!sheet->next_visit)
        return arena_print(arena, _("%s: no visit is planned"), day);
    if (sheet->leave_by == NONE)
        return arena_print(arena, _("%s begins with %s"), day, sheet->next_name);
    return arena_print(arena, _("%s: leave by %s for %s"), day, minute_text(sheet->leave_by, arena),
                       sheet->next_name);
}
