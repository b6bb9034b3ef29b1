// SPDX-License-Identifier: GPL-3.0-or-later
// How the ringing telephone looks: three lines, and below the one being typed what fits.
#include <string.h>

#include "mawari/base/text.h"
#include "phone.h"

enum { LABEL = 9, SLIPS = 2 }; // of a way: three ways stand on 24 rows

typedef struct Drawing {
    Screen *screen;
    const Phone *phone;
    Region at;
    int row;
} Drawing;

static void put(Drawing *drawing, int column, Role role, const char *text)
{
    if (drawing->row < drawing->at.row + drawing->at.rows)
        canvas_text(drawing->at.canvas, drawing->row, drawing->at.column + column,
                    drawing->at.columns - column - 1, role, text);
}

/// A choice of the stage; the chosen one is tinted.
static void put_choice(Drawing *drawing, size_t index, const char *text, Role role)
{
    put(drawing, LABEL + 1, role, text);
    bool can_be = role != ROLE_DIM && index < PHONE_CHOICES;
    if (can_be && drawing->row < drawing->at.row + drawing->at.rows)
        drawing->screen->phone->choice_rows[index] = drawing->row;
    if (index == drawing->phone->chosen && drawing->row < drawing->at.row + drawing->at.rows) {
        canvas_tint(drawing->at.canvas, drawing->row, drawing->at.column + LABEL,
                    drawing->at.columns - LABEL, ROLE_CURSOR);
        if (drawing->phone->stage == PHONE_WHERE)
            canvas_cursor(drawing->at.canvas, drawing->row, drawing->at.column + LABEL + 1);
    }
    drawing->row++;
}

static void draw_hits(Drawing *drawing)
{
    const Phone *phone = drawing->phone;
    Arena *frame = drawing->screen->frame;
    for (size_t i = 0; i < phone->hit_count; i++) {
        const Hit *hit = &phone->hits[i];
        const char *part = hit->by == HIT_NAME || !hit->part ? "" : hit->part;
        put_choice(
            drawing, i,
            arena_print(frame, "%s  %s  %s", text_pad(hit->name, 22, frame),
                        text_pad(hit->where ? hit->where : lang_text(hit->kind->title), 22, frame),
                        part),
            ROLE_PLAIN);
    }
    if (phone->hit_count == 0 && phone->who.size) {
        put(drawing, LABEL + 1, ROLE_DIM, _("nobody that is known: kept with what it is about"));
        drawing->row++;
    }
}

static const char *on_day(const App *app, Day day, Arena *frame)
{
    return day == app->today || day == NONE
               ? ""
               : arena_print(frame, _("on %s "), day_text_full(day, app->today, frame));
}

/// What one says on the telephone, which tells what was understood as well.
static const char *sentence(const Drawing *drawing)
{
    const Phone *phone = drawing->phone;
    const App *app = drawing->screen->app;
    Arena *frame = drawing->screen->frame;
    Day day;
    Minute by;
    if (phone->when.size == 0 && phone->chosen < phone->slot_count) {
        const CallSlot *slot = &phone->slots[phone->chosen];
        return arena_print(frame, _("I shall call you back %sbetween %s and %s."),
                           on_day(app, slot->day, frame), minute_text(slot->from, frame),
                           minute_text(slot->to, frame));
    }
    if (phone->when.size == 0 || !phone_when(app, phone->when.text, frame, &day, &by))
        return NULL;
    return by == NONE ? arena_print(frame, _("I shall call you back on %s."),
                                    day_text_full(day, app->today, frame))
                      : arena_print(frame, _("I shall call you back %sby %s."),
                                    on_day(app, day, frame), minute_text(by, frame));
}

/// The first is what one says on the telephone.
static void draw_slots(Drawing *drawing)
{
    const Phone *phone = drawing->phone;
    const App *app = drawing->screen->app;
    Arena *frame = drawing->screen->frame;
    bool typed = phone->when.size > 0;
    for (size_t i = 0; i < phone->slot_count; i++)
        put_choice(drawing, typed ? phone->chosen + 1 : i,
                   call_slot_text(app, &phone->slots[i], frame), typed ? ROLE_DIM : ROLE_PLAIN);
    put_choice(drawing, typed ? phone->chosen + 1 : phone->slot_count,
               _("urgent: I come today (or type urgent)"), typed ? ROLE_DIM : ROLE_PLAIN);
    drawing->row++;
    const char *said = sentence(drawing);
    if (!said)
        return;
    put(drawing, 1, ROLE_DIM, _("say"));
    put(drawing, LABEL + 1, ROLE_STRONG, said);
    drawing->row++;
}

static void put_below(Drawing *drawing, Role role, const char *text)
{
    put(drawing, LABEL + 4, role, text);
    drawing->row++;
}

/// A way, below it whom to phone and what it costs.
static void draw_way(Drawing *drawing, size_t index)
{
    const UrgentWay *way = &drawing->phone->urgent->ways[index];
    Arena *frame = drawing->screen->frame;
    put_choice(drawing, index,
               arena_print(frame, "%zu  %s", index + 1, urgent_way_text(way, frame)), ROLE_PLAIN);
    for (size_t i = 0; i < way->slip_count && i < SLIPS; i++)
        put_below(drawing, ROLE_BAD,
                  arena_print(frame, "! %s", urgent_slip_text(&way->slips[i], frame)));
    const char *cost = urgent_cost_text(way, frame);
    if (way->slip_count == 0)
        cost = arena_print(frame, _("nobody slips; %s"), cost);
    else if (way->slip_count > SLIPS)
        cost = arena_print(frame, _("%zu more slip; %s"), way->slip_count - SLIPS, cost);
    put_below(drawing, ROLE_DIM, cost);
}

static void draw_line(Drawing *drawing, PhoneStage stage, const char *label, const Line *line)
{
    const Phone *phone = drawing->phone;
    bool here = phone->stage == stage;
    if (drawing->row >= drawing->at.row + drawing->at.rows)
        return;
    put(drawing, 1, here ? ROLE_KEY : ROLE_DIM, label);
    if (here)
        line_draw(line, drawing->at.canvas, drawing->row, drawing->at.column + LABEL,
                  drawing->at.columns - LABEL - 1);
    else
        put(drawing, LABEL, ROLE_PLAIN,
            stage == PHONE_WHO && phone->stage > PHONE_WHO ? phone->caller_name : line->text);
    drawing->row++;
}

static void draw_choices(Drawing *drawing)
{
    const Phone *phone = drawing->phone;
    if (phone->stage == PHONE_WHO)
        draw_hits(drawing);
    else if (phone->stage == PHONE_WHEN)
        draw_slots(drawing);
    else if (phone->stage == PHONE_WHERE && phone->urgent)
        for (size_t i = 0; i < phone->urgent->count; i++)
            draw_way(drawing, i);
}

static const char *ways_head(const Phone *phone, Arena *arena)
{
    return phone->urgent
               ? arena_print(arena, _("how %s there fit into today, and whom to phone then"),
                             minutes_words(phone->urgent->minutes, arena))
               : _("Looking how it fits into today …");
}

void phone_draw(Screen *screen, Region at)
{
    const Phone *phone = screen->phone;
    Drawing drawing = {.screen = screen, .phone = phone, .at = at, .row = at.row};
    memset(screen->phone->choice_rows, 0, sizeof screen->phone->choice_rows);
    put(&drawing, 1, ROLE_STRONG, _("The telephone rings"));
    drawing.row += 2;
    draw_line(&drawing, PHONE_WHO, _("who"), &phone->who);
    draw_line(&drawing, PHONE_WHAT, _("what"), &phone->what);
    draw_line(&drawing, PHONE_WHEN, _("by when"), &phone->when);
    drawing.row++;
    if (*phone->said) {
        put(&drawing, LABEL + 1, *phone->said == '!' ? ROLE_BAD : ROLE_STRONG, phone->said);
        drawing.row++;
    }
    if (phone->stage == PHONE_WHERE && (phone->urgent || !*phone->said)) {
        put(&drawing, 1, ROLE_DIM, ways_head(phone, screen->frame));
        drawing.row++;
    }
    draw_choices(&drawing);
}
