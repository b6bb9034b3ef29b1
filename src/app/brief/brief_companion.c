// SPDX-License-Identifier: GPL-3.0-or-later
// The brief for who rides along. It leaves our hands: what is between the rep and a client stays out
// (what to avoid, what else is open, what was said last), and so do telephones.
#include "mawari/app/brief.h"
#include "mawari/app/day.h"
#include "mawari/app/rounds.h"
#include "mawari/base/buffer.h"

static const char *when_text(const App *app, const Brief *brief, Arena *arena)
{
    const Visit *visit = &brief->visit.visit;
    if (!brief->visit.id)
        return _("no visit is planned");
    const char *day = day_text_full(visit->day, app->today, arena);
    return visit->start == NONE
               ? arena_print(arena, _("%s, no hour agreed"), day)
               : arena_print(arena, "%s %s", day, minute_text(visit->start, arena));
}

static void add_part(Buffer *line, const char *part)
{
    if (part && *part)
        buffer_print(line, "%s%s", line->size ? " " : "", part);
}

static void add_line(Buffer *out, const char *label, const char *text)
{
    if (text && *text)
        buffer_print(out, "%s: %s\n", label, text);
}

static void add_riders(Buffer *out, const Brief *brief, Arena *arena)
{
    for (size_t i = 0; i < brief->riders.count; i++) {
        const Rider *rider = &brief->riders.rows[i];
        Buffer line = {.arena = arena};
        add_part(&line, rider->name);
        if (rider->pick_up_at != NONE)
            add_part(&line, minute_text(rider->pick_up_at, arena));
        add_part(&line, rider->pick_up);
        add_line(out, _("Picked up"), line.text);
    }
}

static void add_people(Buffer *out, const Brief *brief, Arena *arena)
{
    for (size_t i = 0; i < brief->people.count; i++) {
        const Person *person = &brief->people.rows[i];
        Buffer line = {.arena = arena};
        add_part(&line, person->contact.name);
        if (person->contact.reading && *person->contact.reading)
            buffer_print(&line, " (%s)", person->contact.reading);
        add_part(&line, person_post(person, arena));
        if (person->contact.key_person == 1)
            add_part(&line, _("(decides)"));
        add_line(out, _("You meet"), line.text);
    }
}

static void add_troubles(Buffer *out, const Brief *brief, Arena *arena)
{
    for (size_t i = 0; i < brief->say.count; i++) {
        const Trouble *trouble = &brief->say.rows[i];
        const char *told = trouble->last_told
                               ? arena_print(arena, _(" (they were told: %s)"), trouble->last_told)
                               : "";
        add_line(
            out, _("Trouble"),
            arena_print(arena, "T%d %s%s", trouble->ticket.number, trouble->ticket.what, told));
    }
}

static void add_promises(Buffer *out, const Promises *promises, const char *label)
{
    for (size_t i = 0; i < promises->count; i++)
        add_line(out, label, promises->rows[i].commitment.what);
}

const char *brief_for_companion(App *app, const Brief *brief, Arena *arena)
{
    Buffer out = {.arena = arena};
    const Site *site = &brief->site;
    buffer_print(&out, "%s\n", brief->name);
    add_line(&out, _("When"), when_text(app, brief, arena));
    add_line(&out, _("Where"), site->address);
    add_riders(&out, brief, arena);
    add_line(&out, _("Why"), brief->why);
    add_people(&out, brief, arena);
    add_promises(&out, &brief->give, _("To hand over"));
    for (size_t i = 0; i < brief->doors.count; i++)
        add_line(&out,
                 round_collects(brief->doors.rows[i].matter) ? _("To collect") : _("To hand over"),
                 door_thing(&brief->doors.rows[i], arena));
    add_troubles(&out, brief, arena);
    Buffer place = {.arena = arena};
    add_part(&place, site->entrance);
    add_part(&place, site->reception);
    add_part(&place, site->stairs);
    add_part(&place, department_place(&brief->department, arena));
    add_line(&out, _("At the door"), place.text);
    return buffer_text(&out);
}
