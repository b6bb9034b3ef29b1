// SPDX-License-Identifier: GPL-3.0-or-later
// The doors of a round, those that are left first and near ones together. `o` asks what became of
// one after the other: one key a door.
#include "ground/waiting.h"
#include "lists/columns.h"
#include "mawari/app/find.h"
#include "mawari/app/handling.h"
#include "mawari/app/rounds.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

enum { HEAD_ROWS = 3, DOORS_MOST = 5000, SIGN_AT = 1, STATE_AT = 3, STATE = 10, NAME_AT = 14 };
enum { NAME_LEAST = 20, DAY = 10, PIECES = 4, WIDE_FROM = 76 };

typedef struct RoundData {
    RoundSheet sheet;
    RoundDoors doors;
} RoundData;

typedef struct RoundView {
    size_t
        from; // where the door stood, which may since be below, when its person's temperature is asked
} RoundView;

static bool load(Pane *pane, App *app, Err *err)
{
    RoundData *data = pane->data;
    return round_read(app, pane->subject, pane->arena, &data->sheet, err) &&
           query_round_doors(app->store, pane->subject, DOORS_MOST, pane->arena, &data->doors, err);
}

static size_t count(const Pane *pane)
{
    return ((const RoundData *)pane->data)->doors.count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const RoundDoor *door = &((const RoundData *)pane->data)->doors.rows[index];
    return (PaneRow){.id = door->id, .kind = &entity_round_client};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

static const RoundDoor *door_at(const Pane *pane)
{
    const RoundData *data = pane->data;
    return pane->index < data->doors.count ? &data->doors.rows[pane->index] : NULL;
}

// --- drawing

/// What is known of when: of a door that is left, when a visit is planned for it.
static const char *when_text(const RoundDoor *door, const App *app, Arena *arena)
{
    if (door->day != NONE)
        return day_text(door->day, app->today, arena);
    return door->planned == NONE
               ? ""
               : arena_print(arena, "~ %s", day_text(door->planned, app->today, arena));
}

static void add_part(Buffer *out, const char *part)
{
    if (part && *part)
        buffer_print(out, "%s%s", out->size ? " · " : "", part);
}

/// With whom, what was noted, and where a door is that is left: what is left of the row's end.
static const char *rest_text(const RoundDoor *door, Arena *arena)
{
    Buffer out = {.arena = arena};
    add_part(&out, door->contact_name);
    add_part(&out, door->note);
    add_part(&out, door_is_left(door->state) ? door->address : NULL);
    return buffer_text(&out);
}

static void draw_door(const RoundDoor *door, int32_t matter, const App *app, Region at, int line,
                      Arena *arena)
{
    Role role = door_is_left(door->state) ? ROLE_PLAIN : ROLE_DIM;
    int left = at.column, end = at.column + at.columns - 1;
    int name = at.columns < WIDE_FROM ? NAME_LEAST : NAME_LEAST + 6;
    int day = left + NAME_AT + name + 1, pieces = day + DAY + 1;
    int rest = door->pieces == NONE ? pieces : pieces + PIECES + 1;
    canvas_text(at.canvas, line, left + STATE_AT, STATE, role,
                door_stands(matter, door->state, door->reaction));
    canvas_text(at.canvas, line, left + NAME_AT, name, role, door->client_name);
    canvas_text(at.canvas, line, day, DAY, role, when_text(door, app, arena));
    if (door->pieces != NONE) {
        const char *number = arena_print(arena, "%d", (int)door->pieces);
        canvas_text(at.canvas, line, pieces + PIECES - text_width(number), PIECES, role, number);
    }
    canvas_text(at.canvas, line, rest, end - rest, ROLE_DIM, rest_text(door, arena));
}

/// What is wrong with the round, its prices, and what is said at its doors, in the two rows below its
/// name; what has no room beside the price stands below it.
static void draw_saying(const Round *round, const char *warning, const App *app, Region at,
                        Arena *arena)
{
    const PriceRise rise = round_price_rise(round);
    const char *price = price_rise_text(&rise, app->today, arena);
    const char *say = round->say ? arena_print(arena, "「%s」", round->say) : "";
    const char *both = *price && *say ? arena_print(arena, "%s  %s", price, say)
                       : *price       ? price
                                      : say;
    bool fits = text_width(both) <= at.columns;
    const char *below = fits ? "" : say;
    canvas_text(at.canvas, at.row, at.column, at.columns, *warning ? ROLE_BAD : ROLE_DIM,
                *warning ? warning
                : fits   ? both
                         : price);
    canvas_text(at.canvas, at.row + 1, at.column, at.columns, ROLE_DIM, *warning ? both : below);
}

static void draw_head(const RoundData *data, const App *app, Region at, Arena *arena)
{
    const Round *round = &data->sheet.round;
    const char *warning = round_warning(&data->sheet, app->today, arena);
    const char *line = round_line(&data->sheet, app->today, arena);
    int columns = at.columns - 2, width = text_width(line);
    Region below = {at.canvas, at.row + 1, at.column + 1, 2, columns};
    canvas_text(at.canvas, at.row, at.column + 1, columns - width - 2, ROLE_STRONG, round->title);
    canvas_text(at.canvas, at.row, at.column + 1 + columns - width, width, ROLE_STRONG, line);
    draw_saying(round, warning, app, below, arena);
    if (data->doors.count == 0)
        canvas_text(at.canvas, at.row + HEAD_ROWS, at.column + 1, columns, ROLE_DIM,
                    _("No door yet: in Clients, mark them (* all shown) and . j puts them in"));
    else if (data->doors.count == DOORS_MOST)
        canvas_text(at.canvas, at.row + 2, at.column + 1, columns, ROLE_DIM,
                    arena_print(arena, _("the first %d doors are shown"), (int)DOORS_MOST));
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const RoundData *data = pane->data;
    Arena *arena = arena_open();
    draw_head(data, app, at, arena);
    int line = at.row + HEAD_ROWS;
    canvas_cursor(at.canvas, at.row, at.column + 1);
    for (size_t i = pane->top; i < data->doors.count && line < at.row + at.rows; i++, line++) {
        const RoundDoor *door = &data->doors.rows[i];
        draw_door(door, data->sheet.round.matter, app, at, line, arena);
        if (pane_is_marked(pane, door->id))
            canvas_text(at.canvas, line, at.column + SIGN_AT, 1, ROLE_MARK, "+");
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + SIGN_AT);
        }
    }
    arena_close(arena);
}

// --- answering

static void ask_door(Screen *screen);

static void step(Screen *screen, int by)
{
    Err err = {0};
    if (!pane_move(screen_pane(screen), screen->app, by > 0 ? MOVE_DOWN : MOVE_UP, &err))
        screen_fail(screen, &err);
    ask_door(screen);
}

/// The next door that is left, from the top: the answered one went below.
static bool go_to_left(Screen *screen, size_t from)
{
    Pane *pane = screen_pane(screen);
    screen_ready(screen);
    const RoundDoors *doors = &((const RoundData *)pane->data)->doors;
    for (size_t i = 0; i < doors->count; i++) {
        size_t at = (from + i) % doors->count;
        if (doors->rows[at].state == DOOR_OPEN)
            return pane_find(pane, doors->rows[at].id);
    }
    return false;
}

static void go_on(Screen *screen, size_t from)
{
    if (!screen->message_bad && go_to_left(screen, from))
        ask_door(screen);
}

static void temper_answered(Screen *screen, const Offer *offer)
{
    const FieldArg fields[] = {
        {"contact", arena_print(screen->frame, "%lld", (long long)offer->id)},
        {"degree", offer->value}};
    Args args = {.kind = &entity_temper,
                 .day = NONE,
                 .minute = NONE,
                 .fields = fields,
                 .field_count = sizeof fields / sizeof *fields};
    Effect effect = {0};
    Err err = {0};
    if (offer->value && !command_run(screen->app, command_named("new"), &args, &effect, &err))
        screen_fail(screen, &err);
    else if (offer->value)
        screen_effect(screen, &effect);
    go_on(screen, ((const RoundView *)screen_pane(screen)->view)->from);
}

/// Whoever was spoken to at this door and is handled with care: how was it? A digit more, and only
/// there. False: nobody was.
static bool ask_temper(Screen *screen, Id id)
{
    static const struct {
        const char *degree, *title; // N_()
    } degrees[] = {{"1", N_("icy")},
                   {"2", N_("cool")},
                   {"3", N_("as usual")},
                   {"4", N_("friendly")},
                   {"5", N_("warm")}};
    RoundClient door;
    Visit visit = {0};
    CarefulPeople people;
    App *app = screen->app;
    if (!record_get(app->store, &entity_round_client, id, screen->frame, &door, NULL) ||
        door.state == DOOR_OPEN || door.state == DOOR_GIVEN ||
        !careful_people(app, screen->frame, &people, NULL))
        return false;
    visit.client = door.client;
    visit.contact = door.contact;
    Id who = careful_at(&people, &visit);
    if (!who)
        return false;
    screen_menu(screen, MODE_QUESTION, "", temper_answered);
    screen->menu.title = arena_print(screen->offers, _("How was %s?"),
                                     app_name(app, who, screen->frame));
    for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++) {
        Offer *degree = menu_offer(screen, *degrees[i].degree, lang_text(degrees[i].title));
        degree->value = degrees[i].degree;
        degree->id = who;
    }
    menu_offer(screen, '0', _("not said"));
    return true;
}

static void answered(Screen *screen, const Offer *offer)
{
    Pane *pane = screen_pane(screen);
    const RoundDoor *door = door_at(pane);
    size_t from = pane->index, marked = pane->mark_count;
    Id id = door ? door->id : 0;
    ((RoundView *)screen_pane(screen)->view)->from = from;
    screen_run_line(screen, command_named("door"), offer->value);
    if (!marked && !screen->message_bad && !ask_temper(screen, id))
        go_on(screen, from);
}

/// Of a long name as much as leaves every answer in view: the cursor's row has the name whole.
static const char *asked_of(Screen *screen, const Pane *pane, const RoundDoor *door,
                            const DoorAnswer *answers, size_t count)
{
    enum { ASKED_LEAST = 8 };
    int room = screen->columns - 2;
    if (pane->mark_count)
        return arena_print(screen->offers, _("%zu marked"), pane->mark_count);
    for (size_t i = 0; i < count; i++)
        room -= text_width(lang_text(answers[i].title)) + 4; // the digit and the blanks
    room = room < ASKED_LEAST ? ASKED_LEAST : room;
    const char *name = door->client_name ? door->client_name : "";
    return text_fit(text_company_fit(name, room, screen->offers), room, screen->offers);
}

static void ask_door(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const RoundDoor *door = door_at(pane);
    size_t count;
    if (!door)
        return;
    const DoorAnswer *answers = round_answers(&((const RoundData *)pane->data)->sheet.round,
                                              &count);
    screen_menu(screen, MODE_QUESTION, "", answered);
    screen->menu.title = asked_of(screen, pane, door, answers, count);
    screen->menu.step = step;
    for (size_t i = 0; i < count; i++)
        menu_offer(screen, answers[i].digit, lang_text(answers[i].title))->value = answers[i].word;
}

/// Given; what is marked is asked for, so that one key never changes many doors.
static bool tick(Screen *screen)
{
    if (screen_pane(screen)->mark_count)
        return round_pane_ask(screen);
    screen_run_line(screen, command_named("door"), "given");
    return true;
}

static bool enter(Screen *screen)
{
    const RoundDoor *door = door_at(screen_pane(screen));
    if (door)
        screen_open_sheet(screen, &entity_client, door->client);
    return true;
}

/// N_(): what `d` does at a door of this round.
static const char *keys_now(const Pane *pane)
{
    return round_collects(((const RoundData *)pane->data)->sheet.round.matter)
               ? N_("o door by door  d collected  Space mark  i brief  Enter client  . more  ? "
                    "help")
               : N_("o door by door  d given  Space mark  i brief  Enter client  . more  ? help");
}

static const PaneKind pane_round = {.data_bytes = sizeof(RoundData),
                                    .view_bytes = sizeof(RoundView),
                                    .load = load,
                                    .draw = draw,
                                    .count = count,
                                    .row = row,
                                    .first_row = first_row,
                                    .tick = tick,
                                    .enter = enter,
                                    .keys_now = keys_now};

static void plan_answered(Screen *screen, const Offer *offer)
{
    static const FieldArg take = {"take", NULL};
    Args args = {.kind = &entity_round,
                 .ids = &offer->id,
                 .id_count = 1,
                 .day = NONE,
                 .minute = NONE,
                 .options = &take,
                 .option_count = 1};
    Effect effect = {0};
    Err err = {0};
    if (!offer->id)
        return;
    screen_drop_sheet(screen); // the proposal: the doors say when they are planned
    if (waiting_run(screen, offer->command, &args, &effect, &err))
        screen_effect(screen, &effect);
    else if (err.kind != ERR_NONE)
        screen_fail(screen, &err);
}

void round_plan_ask(Screen *screen, Id round, const char *proposal)
{
    const Command *plan = command_named("round plan");
    text_pane_open(screen, lang_text(plan->title), proposal);
    screen_menu(screen, MODE_QUESTION, _("Plan these doors?"), plan_answered);
    Offer *yes = menu_offer(screen, '1', _("yes, all of them"));
    yes->command = plan;
    yes->id = round;
    menu_offer(screen, '2', _("no"));
}

bool round_pane_ask(Screen *screen)
{
    if (screen_pane(screen)->what != &pane_round)
        return false;
    ask_door(screen);
    return true;
}

void round_pane_open(Screen *screen, Id round)
{
    screen_push(screen, pane_open(&pane_round, &entity_round, round));
}
