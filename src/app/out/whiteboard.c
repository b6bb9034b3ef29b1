// SPDX-License-Identifier: GPL-3.0-or-later
// The day in one line, as it is written on the office's whiteboard (行動予定).
#include <string.h>

#include "mawari/app/day.h"
#include "mawari/app/evening.h"
#include "mawari/app/find.h"
#include "mawari/base/buffer.h"

static const char *stop_name(const DayRow *row)
{
    const char *client = row->visit->client_name;
    return client && *client ? client : row->name;
}

/// An hour that is not of this day any more is none: more is planned than fits.
static const char *hour_text(Minute at, Arena *arena)
{
    return at >= DAY_MINUTES ? "" : minute_text(at, arena);
}

static void add_stop(Buffer *out, const DayRow *row)
{
    Minute at = row->visit->visit.start != NONE ? row->visit->visit.start : row->begin;
    const char *hour = hour_text(at, out->arena);
    buffer_print(out, "%s%s%s%s", out->size ? " → " : "", hour, *hour ? " " : "", stop_name(row));
}

/// Back at the office, or where else the day ends.
static void add_end(App *app, Buffer *out, const DayRow *row)
{
    Id office = 0;
    const char *name = row->name ? row->name : "";
    const char *hour = hour_text(row->arrive, out->arena);
    bool known = query_home_office(app->store, &office, NULL) && office;
    bool back = known && strcmp(name, app_name(app, office, out->arena)) == 0;
    buffer_print(out, " → %s%s%s", hour, *hour ? " " : "", back ? _("back") : name);
}

bool whiteboard_line(App *app, Day day, Arena *arena, const char **ret, Err *err)
{
    DaySheet sheet;
    Buffer out = {.arena = arena};
    if (!day_sheet_hours(app, day, arena, &sheet, err) ||
        !day_name_rows(app, arena, &sheet, 0, sheet.count, err))
        return false;
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->kind == ROW_VISIT && row->sign != SIGN_CANCELLED)
            add_stop(&out, row);
        else if (row->kind == ROW_END && out.size)
            add_end(app, &out, row);
    }
    *ret = buffer_text(&out);
    return true;
}
