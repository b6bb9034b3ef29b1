// SPDX-License-Identifier: GPL-3.0-or-later
// After the door of somebody who is handled with care: how it was, what set it off, what calmed it.
#include <stdlib.h>
#include <string.h>

#include "after_door.h"
#include "mawari/app/find.h"
#include "mawari/base/text.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/record.h"

bool door_asks_temper(const Door *door)
{
    return door->careful != 0 && door->outcome != NONE && door->outcome != OUTCOME_PUT_OFF &&
           door->outcome != OUTCOME_DELIVERY_ONLY;
}

bool door_read_temper(Screen *screen, Err *err)
{
    Door *door = screen->door;
    App *app = screen->app;
    Temper temper;
    Id id = 0;
    door->temper = NONE;
    line_set(&door->set_off, "");
    line_set(&door->calmed, "");
    if (!door->again)
        return true;
    if (!query_temper_at(app->store, door->visits[door->at], &id, err) ||
        (id && !record_get(app->store, &entity_temper, id, door->arena, &temper, err)))
        return false;
    if (id)
        door_set_temper(door, temper.degree, temper.set_off, temper.calmed);
    return true;
}

void door_set_temper(Door *door, int32_t degree, const char *set_off, const char *calmed)
{
    door->temper = degree;
    line_set(&door->set_off, set_off ? set_off : "");
    line_set(&door->calmed, calmed ? calmed : "");
}

bool door_temper_digit(Door *door, char digit)
{
    if (!door_asks_temper(door) || digit < '1' || digit > '5')
        return false;
    door->temper = digit - '0';
    door->stage = DOOR_SET_OFF;
    door->unsaved = true;
    return true;
}

/// What set nothing off needed no calming.
static void go_on(Door *door)
{
    bool nothing = door->set_off.size == 0 && door->calmed.size == 0;
    door->stage = door->stage == DOOR_SET_OFF && !nothing ? DOOR_CALMED : DOOR_NEXT;
}

void door_temper_key(Door *door, const Key *key)
{
    bool first = door->stage == DOOR_SET_OFF;
    if (key->code == KEY_IS_ENTER || key->code == KEY_IS_TAB || key->code == KEY_IS_DOWN)
        go_on(door);
    else if (key->code == KEY_IS_UP || key->code == KEY_IS_BACK_TAB)
        door->stage = first ? DOOR_NEXT : DOOR_SET_OFF;
    else if (line_key(first ? &door->set_off : &door->calmed, key, false))
        door->unsaved = true;
}

size_t door_temper_options(const Door *door, FieldArg *ret)
{
    if (!door_asks_temper(door) || door->temper == NONE)
        return 0;
    ret[0] = (FieldArg){"temper", arena_print(door->arena, "%d", door->temper)};
    ret[1] = (FieldArg){"set-off", text_trim(door->set_off.text, door->arena)};
    ret[2] = (FieldArg){"calmed", text_trim(door->calmed.text, door->arena)};
    return DOOR_TEMPER_OPTIONS;
}

const char *door_temper_state(const Door *door, Arena *arena)
{
    if (door->temper == NONE)
        return "";
    return arena_print(arena, "\n%d\n%s\n%s", door->temper, door->set_off.text, door->calmed.text);
}

/// The first row of what is left, which then begins behind it.
static const char *cut_row(char **rest)
{
    char *row = *rest, *end = strchr(row, '\n');
    *rest = end ? end + 1 : row + strlen(row);
    if (end)
        *end = '\0';
    return row;
}

void door_temper_resume(Door *door, const char *state, Arena *arena)
{
    char *rest = arena_copy(arena, state), *end;
    const char *degree = cut_row(&rest), *set_off = cut_row(&rest), *calmed = cut_row(&rest);
    long typed = strtol(degree, &end, 10);
    if (typed >= range_degree.least && typed <= range_degree.most)
        door_set_temper(door, (int32_t)typed, set_off, calmed);
}

int door_temper_rows(const Door *door)
{
    if (!door_asks_temper(door))
        return 0;
    return door->temper == NONE ? 1 : 3;
}

/// A row of words below the temperature; the titles take the same columns.
typedef struct WordsRow {
    const char *title;
    const Line *line;
    bool typed;
} WordsRow;

static void draw_words(const WordsRow *row, int title, Region at)
{
    int from = at.column + 2 + title + 2, room = at.columns - 2 - title - 3;
    canvas_text(at.canvas, at.row, at.column + 2, title, ROLE_PLAIN, row->title);
    if (row->typed)
        line_draw(row->line, at.canvas, at.row, from, room);
    else
        canvas_text(at.canvas, at.row, from, room, ROLE_PLAIN, row->line->text);
}

void door_temper_draw(App *app, const Door *door, Region at, Arena *frame)
{
    const char *said = door->temper == NONE ? _("not said")
                                            : arena_print(frame, "%d", door->temper);
    const WordsRow rows[] = {
        {_("set off by"), &door->set_off, door->stage == DOOR_SET_OFF},
        {_("calmed by"), &door->calmed, door->stage == DOOR_CALMED},
    };
    int title = text_width(rows[0].title), other = text_width(rows[1].title);
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 1, ROLE_PLAIN,
                arena_print(frame, _("temperature of %s  %s   (below: 1 icy … 5 warm)"),
                            app_name(app, door->careful, frame), said));
    for (int i = 0; i < 2 && door->temper != NONE; i++) {
        at.row++;
        draw_words(&rows[i], title > other ? title : other, at);
    }
}
