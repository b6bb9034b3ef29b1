// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a report: one after the other, counted by outcome, and a line a day.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/store/queries.h"
#include "report_writing.h"

static void add_hour(Writing *writing, Buffer *out, const Visit *visit)
{
    Day day;
    Minute minute = visit->start;
    if (visit->arrived != NO_MOMENT)
        zone_wall(writing->app->zone, visit->arrived, &day, &minute);
    const char *hour = minute_text(minute, writing->arena);
    if (minute == NONE)
        buffer_add(out, "--:--");
    else
        buffer_print(out, visit->about == 1 ? _("about %s") : "%s", hour);
}

static void add_text(Buffer *out, const char *text)
{
    while (text && *text) {
        size_t line = strcspn(text, "\n");
        buffer_add(out, "\n      ");
        buffer_add_bytes(out, text, line);
        text += line + (text[line] == '\n');
    }
}

static void add_whom(Buffer *out, const DayVisit *row)
{
    bool told = row->site_name && row->client_name && strstr(row->site_name, row->client_name);
    const char *client = row->client_name ? row->client_name : "";
    buffer_print(out, " %s", told ? row->site_name : client);
    if (row->site_name && !told)
        buffer_print(out, " %s", row->site_name);
    if (row->contact_name)
        buffer_print(out, "  %s%s%s", row->contact_name, row->contact_title ? " " : "",
                     row->contact_title ? row->contact_title : "");
}

static void add_visit(Writing *writing, Buffer *out, const DayVisit *row)
{
    const Visit *visit = &row->visit;
    const Word *outcome = words_by_value(&words_outcome, visit->outcome);
    buffer_add(out, out->size ? "\n" : "");
    if (writing->from != writing->to)
        buffer_print(out, "%s ", day_text_full(visit->day, writing->app->today, writing->arena));
    add_hour(writing, out, visit);
    add_whom(out, row);
    buffer_print(out, "  %s", outcome ? _(outcome->title) : _("not written yet"));
    if (visit->purpose)
        add_text(out, visit->purpose);
    add_text(out, visit->text);
}

static const char *outcomes_text(const int32_t *outcomes, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (int32_t i = 1; i <= MANY_OUTCOMES; i++) { // 0, put off, comes last
        int32_t value = i % MANY_OUTCOMES;
        const Word *word = words_by_value(&words_outcome, value);
        if (outcomes[value] && word)
            buffer_print(&out, "%s%s %d", out.size ? _(", ") : "", _(word->title), outcomes[value]);
    }
    return buffer_text(&out);
}

static void count_visit(Writing *writing, const Visit *visit, int32_t *outcomes)
{
    bool known = visit->outcome >= 0 && visit->outcome < MANY_OUTCOMES;
    if (known) {
        writing->outcomes[visit->outcome]++;
        outcomes[visit->outcome]++;
    }
    writing->done += known && visit->outcome != OUTCOME_PUT_OFF;
    writing->unreported += !known && visit->proposed != 1 && visit->day <= writing->app->today;
}

/// A day's own line: "24(火)  5  met 3, absent 2".
static void add_day(Writing *writing, Buffer *out, Day day, const int32_t *outcomes)
{
    int32_t visits = 0;
    for (int i = 0; i < MANY_OUTCOMES; i++)
        visits += outcomes[i];
    if (visits)
        buffer_print(out, "%s%s  %d  %s", out->size ? "\n" : "",
                     day_text_full(day, writing->app->today, writing->arena), visits,
                     outcomes_text(outcomes, writing->arena));
}

static bool is_of_the_report(const Writing *writing, const Visit *visit)
{
    bool only_proposed = visit->proposed == 1 && visit->outcome == NONE;
    bool ahead = visit->day > writing->app->today && visit->outcome == NONE;
    return visit->appointment != APPOINTMENT_CANCELLED && !ahead &&
           (!only_proposed || writing->from == writing->to);
}

bool write_visits(Writing *writing, Err *err)
{
    DayVisits visits;
    App *app = writing->app;
    Buffer list = {.arena = writing->arena}, days = {.arena = writing->arena};
    int32_t outcomes[MANY_OUTCOMES] = {0};
    if (!query_visits_between(app->store, writing->from, writing->to, app->today, writing->arena,
                              &visits, err))
        return false;
    for (size_t i = 0; i < visits.count; i++) {
        const Visit *visit = &visits.rows[i].visit;
        if (!is_of_the_report(writing, visit))
            continue;
        add_visit(writing, &list, &visits.rows[i]);
        count_visit(writing, visit, outcomes);
        if (i + 1 == visits.count || visits.rows[i + 1].visit.day != visit->day) {
            add_day(writing, &days, visit->day, outcomes);
            memset(outcomes, 0, sizeof outcomes);
        }
    }
    writing_set(writing, AT_visits, list.size ? buffer_text(&list) : _("No visits"));
    writing_set(writing, AT_days, buffer_text(&days));
    writing_set(writing, AT_visit_count, arena_print(writing->arena, "%d", writing->done));
    writing_set(writing, AT_outcomes, outcomes_text(writing->outcomes, writing->arena));
    writing_count(writing, AT_unreported, (size_t)writing->unreported);
    return true;
}
