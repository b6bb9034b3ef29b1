// SPDX-License-Identifier: GPL-3.0-or-later
// The daily report as plain text, written from the day's visits.
#include <string.h>

#include "act.h"
#include "mawari/base/buffer.h"
#include "mawari/store/queries.h"

static void add_hour(App *app, Buffer *out, const Visit *visit)
{
    Day day;
    Minute minute = visit->start;
    if (visit->arrived != NO_MOMENT)
        zone_wall(app->zone, visit->arrived, &day, &minute);
    const char *hour = minute_text(minute, app->scratch);
    if (minute == NONE)
        buffer_add(out, "--:--");
    else
        buffer_print(out, visit->about == 1 ? _("about %s") : "%s", hour);
}

static void add_text(Buffer *out, const char *text)
{
    while (text && *text) {
        size_t line = strcspn(text, "\n");
        buffer_add(out, "      ");
        buffer_add_bytes(out, text, line);
        buffer_add(out, "\n");
        text += line + (text[line] == '\n');
    }
}

static void add_visit(App *app, Buffer *out, const DayVisit *row)
{
    const Visit *visit = &row->visit;
    const Word *outcome = words_by_value(&words_outcome, visit->outcome);
    add_hour(app, out, visit);
    bool told = row->site_name && row->client_name && strstr(row->site_name, row->client_name);
    const char *client = row->client_name ? row->client_name : "";
    buffer_print(out, " %s", told ? row->site_name : client);
    if (row->site_name && !told)
        buffer_print(out, " %s", row->site_name);
    if (row->contact_name)
        buffer_print(out, "  %s%s%s", row->contact_name, row->contact_title ? " " : "",
                     row->contact_title ? row->contact_title : "");
    buffer_print(out, "  %s\n", outcome ? _(outcome->title) : _("not written yet"));
    if (visit->purpose)
        add_text(out, visit->purpose);
    add_text(out, visit->text);
}

bool act_report(App *app, const Args *args, Effect *ret, Err *err)
{
    DayVisits visits;
    Day day = args->day == NONE ? app->today : args->day;
    if (!query_day_visits(app->store, day, app->today, app->scratch, &visits, err))
        return false;
    Buffer out = {.arena = app->scratch};
    buffer_print(&out, _("Daily report, %s"), day_text_full(day, app->today, app->scratch));
    buffer_add(&out, "\n");
    for (size_t i = 0; i < visits.count; i++)
        if (visits.rows[i].visit.appointment != APPOINTMENT_CANCELLED)
            add_visit(app, &out, &visits.rows[i]);
    if (visits.count == 0)
        buffer_print(&out, "%s\n", _("No visits"));
    ret->printed = buffer_text(&out);
    return true;
}
