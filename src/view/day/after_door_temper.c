// SPDX-License-Identifier: GPL-3.0-or-later
// After the door of who is handled with care: how each of them was, what set it off, what calmed it.
#include <stdlib.h>
#include <string.h>

#include "after_door.h"
#include "mawari/app/find.h"
#include "mawari/base/text.h"
#include "mawari/store/queries_price.h"
#include "mawari/store/record.h"

bool door_asks_temper(const Door *door)
{
    return door->careful.count && outcome_asks_temper(door->outcome);
}

/// Among the tempers; behind the last: there is none.
static size_t place_of(const Door *door, Id who)
{
    size_t i = 0;
    while (i < door->temper_count && door->tempers[i].who != who)
        i++;
    return i;
}

/// Of the `at`-th who is asked about; each has his place once the line is understood.
static const DoorTemper *temper_of(const Door *door, size_t at)
{
    return &door->tempers[place_of(door, door->careful.ids[at])];
}

static DoorTemper *temper_now(Door *door)
{
    return &door->tempers[place_of(door, door->careful.ids[door->temper_at])];
}

/// For one who is not there yet: where somebody stands who is not named any more and of whom nothing
/// was said, else behind the last.
static DoorTemper *place_for(Door *door)
{
    for (size_t i = 0; i < door->temper_count; i++)
        if (door->tempers[i].degree == NONE && !is_careful(&door->careful, door->tempers[i].who))
            return &door->tempers[i];
    door->tempers = arena_more(door->arena, door->tempers, door->temper_count, &door->temper_room,
                               sizeof *door->tempers);
    return &door->tempers[door->temper_count++];
}

static void set_temper(Door *door, Id who, int32_t degree, const char *set_off, const char *calmed)
{
    size_t at = place_of(door, who);
    DoorTemper *of = at < door->temper_count ? &door->tempers[at] : place_for(door);
    of->who = who;
    of->degree = degree;
    line_set(&of->set_off, set_off);
    line_set(&of->calmed, calmed);
}

bool door_read_temper(Screen *screen, Err *err)
{
    Door *door = screen->door;
    App *app = screen->app;
    Temper temper;
    Id *ids;
    size_t count = 0;
    door->careful = (CarefulPeople){0};
    door->tempers = NULL; // they were in the arena of the visit before
    door->temper_count = door->temper_room = door->temper_at = 0;
    if (!door->again)
        return true;
    if (!query_tempers_at(app->store, door->visits[door->at], door->arena, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!record_get(app->store, &entity_temper, ids[i], door->arena, &temper, err))
            return false;
        set_temper(door, temper.contact, temper.degree, temper.set_off, temper.calmed);
    }
    return true;
}

bool door_take_careful(Screen *screen, Err *err)
{
    Door *door = screen->door;
    if (!heard_careful(screen->app, &door->heard, door->heard_in, &door->careful, err))
        return false;
    for (size_t i = 0; i < door->careful.count; i++)
        if (place_of(door, door->careful.ids[i]) == door->temper_count)
            set_temper(door, door->careful.ids[i], NONE, "", "");
    door->temper_at = 0;
    while (door->temper_at + 1 < door->careful.count &&
           temper_of(door, door->temper_at)->degree != NONE)
        door->temper_at++;
    return true;
}

bool door_temper_digit(Door *door, char digit)
{
    if (!door_asks_temper(door) || digit < '1' || digit > '5')
        return false;
    temper_now(door)->degree = digit - '0';
    door->stage = DOOR_SET_OFF;
    door->unsaved = true;
    return true;
}

/// What set nothing off needed no calming. Then comes who else was there; behind the last the first.
static void go_on(Door *door)
{
    const DoorTemper *now = temper_now(door);
    bool nothing = now->set_off.size == 0 && now->calmed.size == 0;
    if (door->stage == DOOR_SET_OFF && !nothing) {
        door->stage = DOOR_CALMED;
        return;
    }
    door->stage = DOOR_NEXT;
    door->temper_at = (door->temper_at + 1) % door->careful.count;
}

void door_temper_key(Door *door, const Key *key)
{
    bool first = door->stage == DOOR_SET_OFF;
    DoorTemper *now = temper_now(door);
    if (key->code == KEY_IS_ENTER || key->code == KEY_IS_TAB || key->code == KEY_IS_DOWN)
        go_on(door);
    else if (key->code == KEY_IS_UP || key->code == KEY_IS_BACK_TAB)
        door->stage = first ? DOOR_NEXT : DOOR_SET_OFF;
    else if (line_key(first ? &now->set_off : &now->calmed, key, false))
        door->unsaved = true;
}

size_t door_temper_options(const Door *door, FieldArg *ret)
{
    size_t count = 0;
    for (size_t i = 0; door_asks_temper(door) && i < door->careful.count; i++) {
        const DoorTemper *of = temper_of(door, i);
        if (of->degree == NONE)
            continue;
        const char *degree = arena_print(door->arena, "%d@%lld", of->degree, (long long)of->who);
        ret[count++] = (FieldArg){"temper", degree};
        ret[count++] = (FieldArg){"set-off", text_trim(of->set_off.text, door->arena)};
        ret[count++] = (FieldArg){"calmed", text_trim(of->calmed.text, door->arena)};
    }
    return count;
}

const char *door_temper_state(const Door *door, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < door->temper_count; i++) {
        const DoorTemper *of = &door->tempers[i];
        if (of->degree != NONE)
            buffer_print(&out, "\n%d@%lld\n%s\n%s", of->degree, (long long)of->who,
                         of->set_off.text, of->calmed.text);
    }
    return buffer_text(&out);
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
    while (*rest) {
        const char *who = cut_row(&rest), *set_off = cut_row(&rest), *calmed = cut_row(&rest);
        long degree = strtol(who, &end, 10);
        if (*end == '@' && degree >= range_degree.least && degree <= range_degree.most)
            set_temper(door, strtoll(end + 1, NULL, 10), (int32_t)degree, set_off, calmed);
    }
}

/// Two rows of words stand below the one who is asked about, once it is said how he was.
static bool shows_words(const Door *door, size_t at)
{
    return at == door->temper_at && temper_of(door, at)->degree != NONE &&
           (door->careful.count == 1 || door->stage != DOOR_NEXT);
}

int door_temper_rows(const Door *door)
{
    if (!door_asks_temper(door))
        return 0;
    size_t rows = door->careful.count < DOOR_CAREFUL_SHOWN ? door->careful.count
                                                           : DOOR_CAREFUL_SHOWN;
    return (int)rows + (shows_words(door, door->temper_at) ? 2 : 0);
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

static void draw_one(App *app, const Door *door, size_t at, Region row, Arena *frame)
{
    const DoorTemper *of = temper_of(door, at);
    const char *said = of->degree == NONE ? _("not said") : arena_print(frame, "%d", of->degree);
    bool now = at == door->temper_at;
    const char *text = arena_print(frame,
                                   now ? _("temperature of %s  %s   (below: 1 icy … 5 warm)")
                                       : _("temperature of %s  %s"),
                                   app_name(app, of->who, frame), said);
    if (door->careful.count > DOOR_CAREFUL_SHOWN)
        text = arena_print(frame, "%zu/%zu %s", at + 1, door->careful.count, text);
    canvas_text(row.canvas, row.row, row.column + 1, row.columns - 1, now ? ROLE_PLAIN : ROLE_DIM,
                text);
}

/// The first that is seen: the one who is asked about is, and as many before as have room.
static size_t first_shown(const Door *door)
{
    return door->temper_at < DOOR_CAREFUL_SHOWN ? 0 : door->temper_at + 1 - DOOR_CAREFUL_SHOWN;
}

void door_temper_draw(App *app, const Door *door, Region at, Arena *frame)
{
    size_t from = first_shown(door), end = from + DOOR_CAREFUL_SHOWN;
    for (size_t i = from; i < door->careful.count && i < end; i++, at.row++) {
        draw_one(app, door, i, at, frame);
        if (!shows_words(door, i))
            continue;
        const DoorTemper *of = temper_of(door, i);
        const WordsRow rows[] = {
            {_("set off by"), &of->set_off, door->stage == DOOR_SET_OFF},
            {_("calmed by"), &of->calmed, door->stage == DOOR_CALMED},
        };
        int title = text_width(rows[0].title), other = text_width(rows[1].title);
        for (int row = 0; row < 2; row++) {
            at.row++;
            draw_words(&rows[row], title > other ? title : other, at);
        }
    }
}
