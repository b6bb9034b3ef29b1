// SPDX-License-Identifier: GPL-3.0-or-later
// How the screen after the door looks: what is open here, the digits, the line, what was read of
// it, the next visit.
#include <string.h>

#include "after_door.h"
#include "ground/signs.h"
#include "lists/columns.h"
#include "mawari/base/text.h"

enum { HERE_ROWS = 5, BEFORE_LINE = 4 };

typedef struct Drawing {
    Screen *screen;
    const Door *door;
    Region at;
    int row;
    bool shows_here; // there are rows for what is open here
} Drawing;

static int end_of(const Drawing *drawing)
{
    return drawing->at.row + drawing->at.rows;
}

static void put(Drawing *drawing, int column, Role role, const char *text)
{
    if (drawing->row < end_of(drawing))
        canvas_text(drawing->at.canvas, drawing->row, drawing->at.column + column,
                    drawing->at.columns - column, role, text);
}

/// Rows that have no room are nowhere.
static void spot(Drawing *drawing, int column, int columns, bool outcome, int32_t value)
{
    Door *door = drawing->screen->door;
    int from = drawing->at.column + column;
    if (drawing->row < end_of(drawing) && door->spot_count < DOOR_SPOTS)
        door->spots[door->spot_count++] = (DoorSpot){drawing->row, from, from + columns, outcome,
                                                     value};
}

/// The day, and from when to when: with 約 before what nobody stamped.
static const char *when_there(const Door *door, App *app, Arena *arena)
{
    const Visit *visit = &door->visit;
    const char *day = day_text_full(visit->day, app->today, arena);
    Day on;
    Minute from, to;
    if (visit->arrived == NO_MOMENT)
        return visit->start == NONE
                   ? day
                   : arena_print(arena, "%s  %s", day, minute_text(visit->start, arena));
    bool over = visit->departed != NO_MOMENT;
    zone_wall(app->zone, visit->arrived, &on, &from);
    zone_wall(app->zone, over ? visit->departed : app->now, &on, &to);
    return arena_print(arena,
                       visit->about == 1       ? _("%s  about %s–%s")
                       : visit->end_about == 1 ? _("%s  %s–about %s")
                                               : "%s  %s–%s",
                       day, minute_text(from, arena), minute_text(to, arena));
}

static void draw_head(Drawing *drawing)
{
    const Door *door = drawing->door;
    Arena *frame = drawing->screen->frame;
    bool same = !*door->name || strstr(door->name, door->client_name);
    const char *name = *door->name ? door->name : door->client_name;
    put(drawing, 1, ROLE_STRONG,
        same ? name : arena_print(frame, "%s %s", door->client_name, door->name));
    const char *when = when_there(door, drawing->screen->app, frame);
    if (door->again)
        when = arena_print(frame, "%s   %s", when, _("written again"));
    if (door->count > 1)
        when = arena_print(frame, "%s   %zu / %zu", when, door->at + 1, door->count);
    canvas_text(drawing->at.canvas, drawing->row, drawing->at.columns - text_width(when) - 1,
                text_width(when), ROLE_DIM, when);
    drawing->row++;
}

/// An order that is in the car has the sign of orders.
static const char *row_sign(const DoorRow *row, bool plain)
{
    if (!row->promise)
        return "$";
    return sign_word(plain, row->promise->direction == DIRECTION_THEIRS ? "↓" : "↑");
}

static void draw_row_here(Drawing *drawing, size_t i)
{
    const Door *door = drawing->door;
    const DoorRow *row = &door->here[i];
    Arena *frame = drawing->screen->frame;
    Shown due = due_shown(row->due, row->due_at, false, drawing->screen->app, frame);
    put(drawing, 1, due.role,
        arena_print(frame, "[%c] %s %s  %s  %s", door_is_ticked(door, i) ? 'x' : ' ',
                    row_sign(row, drawing->screen->app->plain), text_pad(due.text, 12, frame),
                    text_pad(row->who ? row->who : "", 10, frame), row->what));
    if (door->stage == DOOR_OPEN_HERE && i == door->chosen) {
        canvas_tint(drawing->at.canvas, drawing->row, drawing->at.column, drawing->at.columns,
                    ROLE_CURSOR);
        canvas_cursor(drawing->at.canvas, drawing->row, drawing->at.column + 2);
    }
    spot(drawing, 0, drawing->at.columns, false, (int32_t)i);
    drawing->row++;
}

static void draw_here(Drawing *drawing)
{
    const Door *door = drawing->door;
    size_t shown = door->here_count < HERE_ROWS ? door->here_count : HERE_ROWS;
    size_t top = door->chosen >= HERE_ROWS ? door->chosen - HERE_ROWS + 1 : 0;
    size_t more = door->here_count - shown;
    const char *heading = shown ? _("open here") : _("nothing is open here");
    if (more)
        heading = arena_print(drawing->screen->frame, _("open here, %zu more ↑↓"), more);
    put(drawing, 1, ROLE_DIM, heading);
    drawing->row++;
    for (size_t i = top; i < top + shown; i++)
        draw_row_here(drawing, i);
}

/// The digits in two rows, the one that was typed as a key.
static void draw_digits(Drawing *drawing)
{
    static const int32_t order[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0};
    Arena *frame = drawing->screen->frame;
    int column = 1;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *text = arena_print(frame, "%d %s", order[i],
                                       lang_text(words_by_value(&words_outcome, order[i])->title));
        if (column + text_width(text) >= drawing->at.columns) {
            drawing->row++;
            column = 1;
        }
        bool chosen = drawing->door->outcome == order[i];
        put(drawing, column, chosen ? ROLE_KEY : ROLE_DIM, text);
        spot(drawing, column, text_width(text), true, order[i]);
        column += text_width(text) + 2;
    }
    drawing->row++;
}

static void draw_line(Drawing *drawing)
{
    const Door *door = drawing->door;
    Canvas *canvas = drawing->at.canvas;
    int row = canvas->cursor_row, column = canvas->cursor_column;
    if (drawing->row >= end_of(drawing))
        return;
    line_draw(&door->line, canvas, drawing->row, drawing->at.column + 1, drawing->at.columns - 2);
    if (door->stage == DOOR_OPEN_HERE && drawing->shows_here)
        canvas_cursor(canvas, row, column);
    drawing->row++;
}

/// The last rows of what was read: what is typed now is always among them.
static void draw_read(Drawing *drawing, int room)
{
    size_t rows;
    char *rest = NULL, *text = heard_text(drawing->screen->app, &drawing->door->heard,
                                          drawing->screen->frame, &rows);
    int hidden = (int)rows - room;
    for (char *row = strtok_r(text, "\n", &rest); row; row = strtok_r(NULL, "\n", &rest)) {
        if (hidden-- > 0)
            continue;
        put(drawing, 2, *row == '?' ? ROLE_BAD : ROLE_PLAIN, row);
        drawing->row++;
    }
}

static const char *next_text(const Door *door, const App *app, Arena *arena)
{
    if (door->says_next)
        return _("as the line says");
    if (door->next_day == NONE)
        return _("none");
    const char *day = day_text_full(door->next_day, app->today, arena);
    bool same = door->next_day == door->next.day;
    if (same && door->next.planned)
        return arena_print(arena, _("%s, planned already; %s"), day, door->reasons);
    if (same && door->next.days != NONE)
        return arena_print(
            arena,
            ngettext("~ %s, in %d day; %s", "~ %s, in %d days; %s", (unsigned long)door->next.days),
            day, door->next.days, door->reasons);
    return arena_print(arena, "~ %s; %s", day, door->reasons);
}

/// Rows above the next visit in which a digit answers something.
static int answer_rows(const Door *door)
{
    if (door->outcome == OUTCOME_PUT_OFF || door->outcome == OUTCOME_DELIVERY_ONLY)
        return 1;
    return door_temper_rows(door);
}

/// What a digit answers on the row of the next visit.
static void draw_answers(Drawing *drawing)
{
    const Door *door = drawing->door;
    bool put_off = door->outcome == OUTCOME_PUT_OFF;
    int32_t said = put_off ? door->by : door_spoke(door);
    int rows = answer_rows(door);
    if (!rows)
        return;
    drawing->row = end_of(drawing) - 1 - rows;
    if (door_asks_temper(door)) {
        Region at = drawing->at;
        at.row = drawing->row;
        door_temper_draw(drawing->screen->app, door, at, drawing->screen->frame);
        return;
    }
    const char *answer = _("not said");
    if (said != NONE && put_off)
        answer = lang_text(words_by_value(&words_put_off_by, said)->title);
    else if (said != NONE)
        answer = said == 1 ? _("yes") : _("no");
    put(drawing, 1, ROLE_PLAIN,
        arena_print(drawing->screen->frame,
                    put_off ? _("put off by  %s   (below: 1 them, 2 me)")
                            : _("spoken to   %s   (below: 1 yes, 2 no)"),
                    answer));
}

static void draw_next(Drawing *drawing)
{
    const Door *door = drawing->door;
    Arena *frame = drawing->screen->frame;
    draw_answers(drawing);
    drawing->row = end_of(drawing) - 1;
    const char *text = next_text(door, drawing->screen->app, frame);
    put(drawing, 1, door->stage == DOOR_NEXT ? ROLE_STRONG : ROLE_PLAIN,
        arena_print(frame, "%s  %s",
                    door->outcome == OUTCOME_PUT_OFF ? _("new date") : _("next visit"), text));
    if (door->stage == DOOR_NEXT) {
        canvas_tint(drawing->at.canvas, drawing->row, drawing->at.column, drawing->at.columns,
                    ROLE_CURSOR);
        canvas_cursor(drawing->at.canvas, drawing->row, drawing->at.column + 1);
    }
}

void door_draw(Screen *screen, Canvas *canvas, Region at)
{
    const Door *door = screen->door;
    Drawing drawing = {.screen = screen, .door = door, .at = at, .row = at.row};
    screen->door->spot_count = 0;
    draw_head(&drawing);
    drawing.shows_here = at.rows > HERE_ROWS + BEFORE_LINE && door->here_count > 0;
    if (at.rows > HERE_ROWS + BEFORE_LINE)
        draw_here(&drawing);
    draw_digits(&drawing);
    draw_line(&drawing);
    if (*door->said) {
        put(&drawing, 1, *door->said == '!' ? ROLE_BAD : ROLE_STRONG, door->said);
        drawing.row++;
    }
    if (door->stage == DOOR_LINE) {
        int rows = (int)door->suggestions.count;
        suggest_draw(&door->suggestions, canvas, drawing.row, at.column, at.columns);
        drawing.row += rows;
    }
    draw_read(&drawing, end_of(&drawing) - 1 - answer_rows(door) - drawing.row);
    draw_next(&drawing);
}
