// SPDX-License-Identifier: GPL-3.0-or-later
// The visit that a line reports: its outcome, its person, its text, the line itself, and what became
// of each part.
#include <string.h>

#include "capture_inside.h"
#include "mawari/app/find.h"

typedef struct Reporting {
    App *app;
    Step *step;
    const Heard *heard;
    Visit *visit;
    LinePart *parts;
    size_t count;
} Reporting;

static void add_part(Reporting *reporting, LineReads reads, const char *text, Id made)
{
    LinePart *part = &reporting->parts[reporting->count++];
    record_blank(&entity_line_part, part, reporting->app->today, reporting->app->scratch);
    part->reads = (int32_t)reads;
    part->text = text;
    part->made = made;
}

static const LinePart *said_as(const Heard *heard, LineReads reads)
{
    for (size_t i = 0; i < heard->said_count; i++)
        if (heard->said[i].reads == (int32_t)reads)
            return &heard->said[i];
    return NULL;
}

static void take_outcome(Reporting *reporting)
{
    for (size_t i = 0; i < reporting->heard->capture.count; i++) {
        const CapturePart *part = reporting->heard->rows[i].part;
        if (part->kind != CAPTURE_OUTCOME)
            continue;
        reporting->visit->outcome = part->number;
        reporting->visit->proposed = NONE;
        act_stamp(reporting->app, reporting->heard->place.visit, reporting->visit);
    }
}

/// Who was named first becomes the visit's person where nobody was, else the only one who is known
/// there; if a line did that before, it does it anew. Who was the only one known then stays where still
/// nobody is named, however many are known by now.
static void take_person(Reporting *reporting)
{
    Visit *visit = reporting->visit;
    const Heard *heard = reporting->heard;
    const LinePart *said = said_as(heard, LINE_PERSON);
    Id known_then = said && !said_as(heard, LINE_NAMED) ? said->made : 0;
    if (said && said->made == visit->contact)
        visit->contact = 0;
    for (size_t i = 0; i < heard->capture.count && !visit->contact; i++) {
        const HeardPart *row = &heard->rows[i];
        if (row->part->kind != CAPTURE_PERSON || !row->id || row->client != visit->client)
            continue;
        visit->contact = row->id;
        add_part(reporting, LINE_PERSON, row->part->text, row->id);
    }
    if (visit->contact || !capture_meets(visit->outcome, visit->spoke))
        return;
    // The report is of that person, or nobody else is known.
    visit->contact = heard->place.contact ? heard->place.contact : known_then;
    if (visit->contact && (heard->presumed || visit->contact == known_then))
        add_part(reporting, LINE_PERSON,
                 app_name(reporting->app, visit->contact, reporting->app->scratch), visit->contact);
}

/// Written again, the names mean the same people, however these are called by then.
static void take_names(Reporting *reporting)
{
    const Heard *heard = reporting->heard;
    for (size_t i = 0; i < heard->capture.count; i++) {
        const HeardPart *row = &heard->rows[i];
        if (row->part->kind == CAPTURE_PERSON && row->id)
            add_part(reporting, LINE_NAMED, heard_word(heard, row, reporting->app->scratch),
                     row->id);
    }
}

static const char *joined(const char *text, const char *between, const char *more, Arena *arena)
{
    if (!text || !*text)
        return more;
    return *more ? arena_print(arena, "%s%s%s", text, between, more) : text;
}

/// `text` without what the line had put there, `*ret` where that stood; as it is when somebody
/// changed it by hand since.
static const char *without_note(const char *text, const char *note, size_t *ret_at, Arena *arena)
{
    const char *at = text && note && *note ? strstr(text, note) : NULL;
    *ret_at = at ? (size_t)(at - text) : 0;
    if (!at)
        return NULL;
    return arena_print(arena, "%.*s%s", (int)(at - text), text, at + strlen(note));
}

static const char *trimmed_lines(const char *text, Arena *arena)
{
    const char *from = text + strspn(text, "\n");
    size_t size = strlen(from);
    while (size && from[size - 1] == '\n')
        size--;
    return arena_copy_bytes(arena, from, size);
}

static void take_note(Reporting *reporting)
{
    Visit *visit = reporting->visit;
    Arena *arena = reporting->app->scratch;
    const char *note = reporting->heard->note;
    const LinePart *said = said_as(reporting->heard, LINE_NOTE);
    size_t at = 0;
    const char *rest = said ? without_note(visit->text, said->text, &at, arena) : NULL;
    if (*note)
        add_part(reporting, LINE_NOTE, note, 0);
    bool by_hand = said && !rest;
    if (by_hand && (strcmp(said->text, note) == 0 || !*note))
        return;
    if (rest && *note)
        visit->text = arena_print(arena, "%.*s%s%s", (int)at, rest, note, rest + at);
    else if (rest)
        visit->text = trimmed_lines(rest, arena);
    else if (*note)
        visit->text = joined(visit->text, "\n", note, arena);
    if (visit->text && !*visit->text)
        visit->text = NULL;
}

/// What became of an earlier line is forgotten, not undone.
static bool forget_parts(App *app, Step *step, Id visit, Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, &entity_line_part, entity_field(&entity_line_part, "visit"),
                       visit, app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!record_archive(step, ids[i], err))
            return false;
    return true;
}

/// A second line of the same day goes on behind the first; on another day its days would be read
/// wrongly there, so the first is over and what it made stands for itself.
static bool take_line(Reporting *reporting, const Report *report, Err *err)
{
    App *app = reporting->app;
    Visit *visit = reporting->visit;
    const char *line = report && report->line ? report->line : reporting->heard->capture.line;
    if (reporting->heard->place.again) {
        visit->line = line;
        visit->line_day = visit->line_day == NONE ? app->today : visit->line_day;
        return true;
    }
    bool goes_on = visit->line && visit->line_day == app->today;
    visit->line = joined(goes_on ? visit->line : NULL, " ; ", line, app->scratch);
    visit->line_day = app->today;
    return goes_on || forget_parts(app, reporting->step, reporting->heard->place.visit, err);
}

bool report_keep(App *app, Step *step, const Heard *heard, const Report *report, LinePart *parts,
                 size_t *count, Err *err)
{
    Visit visit;
    Id id = heard->place.visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    Reporting reporting = {
        .app = app, .step = step, .heard = heard, .visit = &visit, .parts = parts};
    take_outcome(&reporting);
    take_person(&reporting);
    take_names(&reporting);
    take_note(&reporting);
    if (!take_line(&reporting, report, err))
        return false;
    *count = reporting.count;
    return act_stand(app, step, id, &visit, err) &&
           act_put(app, step, &entity_visit, id, &visit, NULL, err);
}

bool report_keep_parts(App *app, Step *step, const Heard *heard, const LinePart *parts,
                       size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        LinePart part = parts[i];
        part.visit = heard->place.visit;
        Id id = i < heard->said_count ? heard->said_ids[i] : 0;
        if (!act_put(app, step, &entity_line_part, id, &part, NULL, err))
            return false;
    }
    for (size_t i = count; i < heard->said_count; i++)
        if (!record_archive(step, heard->said_ids[i], err))
            return false;
    return true;
}
