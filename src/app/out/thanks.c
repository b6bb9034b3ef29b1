// SPDX-License-Identifier: GPL-3.0-or-later
// The mail of thanks: its placeholders out of a report's parts, saved or not.
#include "mawari/app/thanks.h"

#include <string.h>

#include "capture/capture_inside.h"
#include "mawari/base/text.h"
#include "mawari/report/template.h"

typedef struct Thanks {
    App *app;
    Arena *arena;
    Id contact, client, site;
    Day day; // of the visit
    const char *talked;
    const LinePart *parts;
    size_t count;
} Thanks;

static const char shipped[] = N_("{company}\n"
                                 "{to}\n"
                                 "\n"
                                 "Thank you for your time {day}.\n"
                                 "\n"
                                 "{talked}\n"
                                 "\n"
                                 "From me: {mine}\n"
                                 "From you: {theirs}\n"
                                 "\n"
                                 "I will come again on {next}.\n"
                                 "\n"
                                 "{me}\n");

static const char *when(const Thanks *thanks, Day day, Minute minute)
{
    return arena_print(thanks->arena, "%s%s%s",
                       day_text_full(day, thanks->app->today, thanks->arena),
                       minute == NONE ? "" : " ", minute_text(minute, thanks->arena));
}

/// A row for each promise of that side, with its day.
static const char *promised(const Thanks *thanks, LineReads reads)
{
    Buffer out = {.arena = thanks->arena};
    for (size_t i = 0; i < thanks->count; i++) {
        const LinePart *part = &thanks->parts[i];
        if (part->reads != (int32_t)reads || !part->text)
            continue;
        buffer_print(&out, "%s%s", out.size ? "\n" : "", part->text);
        if (part->day != NONE)
            buffer_print(&out, _(" by %s"), when(thanks, part->day, part->minute));
    }
    return buffer_text(&out);
}

static const char *next_visit(const Thanks *thanks)
{
    for (size_t i = 0; i < thanks->count; i++)
        if (thanks->parts[i].reads == LINE_NEXT && thanks->parts[i].day != NONE)
            return when(thanks, thanks->parts[i].day, thanks->parts[i].minute);
    return "";
}

/// Title and name with the courtesy of the language: 仕入課長 中村 恵 様.
static const char *addressed(const Thanks *thanks)
{
    Person person;
    if (!thanks->contact ||
        !query_person(thanks->app->store, thanks->contact, thanks->arena, &person, NULL))
        return "";
    const char *title = person.title ? person.title : "";
    return arena_print(thanks->arena, _("Dear %s%s%s"), title, *title ? " " : "",
                       person.contact.name);
}

/// Until the rep has typed a name, the store calls its owner 自分: nobody signs so.
static const char *my_name(const Thanks *thanks)
{
    const char *name = app_name(thanks->app, thanks->app->me, thanks->arena);
    return strcmp(name, "自分") == 0 || strcmp(name, "Me") == 0 ? "" : name;
}

static bool write(const Thanks *thanks, const char **ret, Err *err)
{
    const char *own = app_setting(thanks->app, "thanks_mail");
    char *text, *form = arena_copy(thanks->arena, *own ? own : _(shipped));
    bool today = thanks->day == thanks->app->today;
    for (char *at = form; *own && *at; at++)
        if (*at == '|')
            *at = '\n';
    const Placeholder known[] = {
        {"company", app_name(thanks->app, thanks->client, thanks->arena)},
        {"site", app_name(thanks->app, thanks->site, thanks->arena)},
        {"to", addressed(thanks)},
        {"day", today ? _("today") : day_text_full(thanks->day, thanks->app->today, thanks->arena)},
        {"talked", thanks->talked ? thanks->talked : ""},
        {"mine", promised(thanks, LINE_MINE)},
        {"theirs", promised(thanks, LINE_THEIRS)},
        {"next", next_visit(thanks)},
        {"me", my_name(thanks)},
    };
    if (!template_fill(form, known, sizeof known / sizeof *known, thanks->arena, &text, err))
        return err_while(err, _("setting %s"), "thanks_mail");
    *ret = text;
    return true;
}

/// Parts as they stand now: a promise that was moved since is named with its new day.
static bool read_parts(App *app, Id visit, Arena *arena, LinePart **ret, size_t *ret_count,
                       Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, &entity_line_part, entity_field(&entity_line_part, "visit"),
                       visit, arena, &ids, &count, err))
        return false;
    LinePart *parts = arena_array(arena, LinePart, count);
    for (size_t i = 0; i < count; i++) {
        Commitment promise;
        if (!record_get(app->store, &entity_line_part, ids[i], arena, &parts[i], err))
            return false;
        bool promised = parts[i].reads == LINE_MINE || parts[i].reads == LINE_THEIRS;
        if (!promised ||
            !record_get(app->store, &entity_commitment, parts[i].made, arena, &promise, NULL))
            continue;
        parts[i].text = promise.what;
        parts[i].day = promise.due;
        parts[i].minute = promise.due_at;
    }
    *ret = parts;
    *ret_count = count;
    return true;
}

bool thanks_of_visit(App *app, Id id, Arena *arena, const char **ret, Err *err)
{
    Visit visit;
    LinePart *parts;
    size_t count;
    if (!record_get(app->store, &entity_visit, id, arena, &visit, err))
        return false;
    if (visit.outcome == NONE)
        return err_set(err, ERR_INPUT, _("%s: there is no report to thank for"), act_name(app, id));
    if (!read_parts(app, id, arena, &parts, &count, err))
        return false;
    Thanks thanks = {.app = app,
                     .arena = arena,
                     .contact = visit.contact,
                     .client = visit.client,
                     .site = visit.site,
                     .day = visit.day,
                     .talked = visit.text,
                     .parts = parts,
                     .count = count};
    return write(&thanks, ret, err);
}

bool thanks_of_line(App *app, const Heard *heard, const Report *report, Arena *arena,
                    const char **ret, Err *err)
{
    Visit visit;
    Wishes wishes = capture_wishes(app, heard, report, arena);
    LinePart *parts = arena_array(arena, LinePart, wishes.count);
    if (!record_get(app->store, &entity_visit, heard->place.visit, arena, &visit, err))
        return false;
    Id contact = heard->place.contact;
    for (size_t i = 0; i < heard->capture.count && !contact; i++)
        if (heard->rows[i].part->kind == CAPTURE_PERSON)
            contact = heard->rows[i].id;
    for (size_t i = 0; i < wishes.count; i++)
        parts[i] = wishes.rows[i].part;
    Thanks thanks = {.app = app,
                     .arena = arena,
                     .contact = contact,
                     .client = visit.client,
                     .site = visit.site,
                     .day = visit.day,
                     .talked = heard->note,
                     .parts = parts,
                     .count = wishes.count};
    return write(&thanks, ret, err);
}
