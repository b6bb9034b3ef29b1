// SPDX-License-Identifier: GPL-3.0-or-later
// The floor card: what a client pays, masked floors, demands with their answer in one line, and who
// else will hear of it. Enter on a card shows its floors for a moment; n takes a demanded price.
#include "mawari/app/prices.h"

#include <stdio.h>
#include <string.h>

#include "ground/reveal.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

typedef enum FloorRowKind { FLOOR_HEAD, FLOOR_CARD, FLOOR_DEMAND, FLOOR_LINE } FloorRowKind;

typedef struct FloorRow {
    FloorRowKind kind;
    size_t of;        // of the cards or demands
    const char *text; // of heads and lines
} FloorRow;

typedef struct FloorView {
    Id about;
} FloorView;

typedef struct FloorData {
    FloorSheet sheet;
    FloorRow *rows;
    size_t count;
} FloorData;

enum {
    HEAD_ROWS = 4,
    PRODUCT = 16,
    YEN = 8,
    VOLUME = 6,
    TAX = 8,
    ANSWER_ROWS = 3,
    INDENT = 5,
    MORE_ROWS = 4, // heads and blanks
};

static void add(FloorData *data, FloorRowKind kind, size_t of, const char *text)
{
    data->rows[data->count++] = (FloorRow){.kind = kind, .of = of, .text = text};
}

static void add_head(FloorData *data, const char *text)
{
    if (data->count)
        add(data, FLOOR_LINE, 0, "");
    add(data, FLOOR_HEAD, 0, text);
}

/// "since 24 Nov; from 1 Jan 2027 ¥26,400": where the days of a card's prices are known.
static void add_days(const Pane *pane, FloorData *data, const App *app, size_t i)
{
    const char *days = floor_card_days(app, &data->sheet.cards[i].price, pane->arena);
    if (*days)
        add(data, FLOOR_LINE, i, days);
}

/// "-5% #豆腐  Tue 24 Nov ← 中村, answer by Fri 27 Nov", and the answer below it.
static void add_demand(const Pane *pane, FloorData *data, size_t i)
{
    char **lines;
    size_t count = text_wrap(data->sheet.demands[i].answer, pane->columns - INDENT - 1, pane->arena,
                             &lines);
    add(data, FLOOR_DEMAND, i, "");
    for (size_t line = 0; line < count && line < ANSWER_ROWS; line++)
        add(data, FLOOR_LINE, i, lines[line]);
}

static const char *heard_text(const PriceHeard *heard, const App *app, Arena *arena)
{
    if (heard->now == NONE)
        return heard->text;
    if (!app->reveal)
        return arena_print(arena, "%s  •••", heard->text);
    return arena_print(arena, "%s  %s", heard->text, yen_text(heard->now, arena));
}

static bool load(Pane *pane, App *app, Err *err)
{
    FloorView *view = pane->view;
    FloorData *data = pane->data;
    FloorSheet *sheet = &data->sheet;
    if (!floor_sheet(app, view->about, pane->arena, sheet, err))
        return false;
    data->rows = arena_array(pane->arena, FloorRow,
                             2 * sheet->card_count + (ANSWER_ROWS + 1) * sheet->demand_count +
                                 sheet->heard_count + 2 * MORE_ROWS);
    for (size_t i = 0; i < sheet->card_count; i++) {
        add(data, FLOOR_CARD, i, "");
        add_days(pane, data, app, i);
    }
    if (!sheet->card_count)
        add(data, FLOOR_LINE, 0,
            _("No floor card yet: n in the list of floor cards (0) makes one"));
    if (sheet->demand_count)
        add_head(data, _("asked for, and what it comes to"));
    for (size_t i = 0; i < sheet->demand_count; i++)
        add_demand(pane, data, i);
    if (sheet->heard_count)
        add_head(data, _("who else will hear of this price"));
    for (size_t i = 0; i < sheet->heard_count; i++)
        add(data, FLOOR_LINE, 0, heard_text(&sheet->heard[i], app, pane->arena));
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const FloorData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const FloorData *data = pane->data;
    const FloorRow *at = &data->rows[index];
    if (at->kind == FLOOR_CARD)
        return (PaneRow){.id = data->sheet.cards[at->of].id, .kind = &entity_price};
    if (at->kind == FLOOR_DEMAND)
        return (PaneRow){.id = data->sheet.demands[at->of].id, .kind = &entity_demand};
    return (PaneRow){.heading = at->kind == FLOOR_HEAD};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

typedef struct Columns {
    Region at;
    int line, column;
    Role role;
} Columns;

static void put_right(Columns *columns, int width, const char *text)
{
    int end = columns->at.column + columns->at.columns;
    if (columns->column + width <= end)
        canvas_field_right(columns->at.canvas, columns->line, columns->column, width, columns->role,
                           text);
    columns->column += width + 1;
}

static const char *figure(Yen yen, bool hide, Arena *arena)
{
    if (yen == NONE)
        return "-";
    return hide ? "•••" : yen_text(yen, arena);
}

static void draw_card(const FloorCard *card, const App *app, Columns columns, Arena *arena)
{
    const Price *price = &card->price;
    bool hide = !app_reveals(app, card->id);
    const Yen figures[] = {price->list_price, price->now, price->mine, price->boss, price->floor};
    canvas_text(columns.at.canvas, columns.line, columns.column, PRODUCT, columns.role,
                card->product);
    columns.column += PRODUCT + 1;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        put_right(&columns, YEN, figure(figures[i], hide && i >= 2, arena));
    put_right(&columns, VOLUME,
              price->volume == NONE ? "-" : arena_print(arena, "%d", price->volume));
    canvas_text(columns.at.canvas, columns.line, columns.column,
                columns.at.column + columns.at.columns - columns.column, ROLE_DIM,
                lang_text(words_by_value(&words_price_tax, price->tax)->title));
}

static void draw_heads(Region at, int line)
{
    const char *const heads[] = {_("list"), _("now"), _("I may"), _("boss may"), _("floor")};
    Columns columns = {.at = at, .line = line, .column = at.column + 1, .role = ROLE_DIM};
    canvas_text(at.canvas, line, columns.column, PRODUCT, ROLE_DIM, _("product"));
    columns.column += PRODUCT + 1;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        put_right(&columns, YEN, heads[i]);
    put_right(&columns, VOLUME, _("a year"));
}

/// The balance and the last entry, in two rows where one is too short.
static void draw_ledger(const char *ledger, Region at, Arena *arena)
{
    char **lines;
    size_t count = text_wrap(arena_print(arena, _("give and take: %s"), ledger), at.columns - 2,
                             arena, &lines);
    for (size_t i = 0; i < count && i < HEAD_ROWS - 2; i++)
        canvas_text(at.canvas, at.row + 1 + (int)i, at.column + 1, at.columns - 2, ROLE_PLAIN,
                    lines[i]);
}

static const char *demand_text(const FloorDemand *row, const App *app, Arena *arena)
{
    const char *day = day_text_full(row->demand.day, app->today, arena);
    const char *who = *row->contact ? arena_print(arena, " ← %s", row->contact) : "";
    const char *product = *row->product ? arena_print(arena, "  %s", row->product) : "";
    const char *due = row->demand.due == NONE
                          ? ""
                          : arena_print(arena, _("  answer by %s"),
                                        day_text_full(row->demand.due, app->today, arena));
    return arena_print(arena, "%s%s  %s%s%s", row->demand.asked,
                       strstr(row->demand.asked, "#") ? "" : product, day, who, due);
}

static void draw_row(const FloorData *data, const FloorRow *shown, const App *app, Region at,
                     int line, Arena *arena)
{
    Columns columns = {.at = at, .line = line, .column = at.column + 1, .role = ROLE_PLAIN};
    int room = at.columns - 2;
    switch (shown->kind) {
    case FLOOR_CARD:
        draw_card(&data->sheet.cards[shown->of], app, columns, arena);
        break;
    case FLOOR_DEMAND:
        canvas_text(at.canvas, line, columns.column + 1, room - 1, ROLE_STRONG,
                    demand_text(&data->sheet.demands[shown->of], app, arena));
        break;
    case FLOOR_HEAD:
        canvas_text(at.canvas, line, columns.column, room, ROLE_DIM, shown->text);
        break;
    case FLOOR_LINE:
        canvas_text(at.canvas, line, at.column + INDENT, at.columns - INDENT - 1, ROLE_PLAIN,
                    shown->text);
        break;
    }
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const FloorData *data = pane->data;
    Arena *arena = arena_open();
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG,
                arena_print(arena, _("Floor card of %s"), data->sheet.name));
    draw_ledger(data->sheet.ledger, at, arena);
    draw_heads(at, at.row + HEAD_ROWS - 1);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_row(data, &data->rows[i], app, at, line, arena);
        if (i == pane->index && data->rows[i].kind != FLOOR_LINE) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
    if (!data->sheet.card_count && !data->sheet.demand_count)
        canvas_cursor(at.canvas, at.row, at.column + 1);
    arena_close(arena);
}

// --- keys

static void answered(Screen *screen, const Offer *offer)
{
    const Command *answer = command_named("answer");
    if (offer->command == answer && !offer->id) {
        screen_run_line(screen, answer, offer->value);
    } else if (offer->command == answer) {
        screen_ask(screen, answer, arena_print(screen->frame, "%s ", offer->value));
        snprintf(screen->prompt.said, sizeof screen->prompt.said, "%s", prompt_example(answer));
    } else if (offer->command) {
        screen_ask(screen, offer->command, "");
    }
}

/// `asks`: for the price and the day from which it holds; nothing is as asked, from today.
static void offer_answer(Screen *screen, char digit, DemandState state, bool asks)
{
    const Word *word = words_by_value(&words_demand_state, (int32_t)state);
    const char *title = lang_text(word->title);
    Offer *offer = menu_offer(screen, digit, title);
    offer->command = command_named("answer");
    offer->id = asks;
    offer->value = asks && !strchr(title, ' ') ? title : word->code; // one word of the line
}

/// A demand is answered by a digit; taking it back asks for the day and the reason.
static void ask_answer(Screen *screen, Id id)
{
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("%s: our answer"), screen_name_of(screen, id)),
                answered);
    menu_offer(screen, '1', _("later: I promise the answer by a day"))->command = command_named(
        "answer-by");
    offer_answer(screen, '2', DEMAND_AGREED, true);
    offer_answer(screen, '3', DEMAND_MET_HALFWAY, true);
    offer_answer(screen, '4', DEMAND_REFUSED, false);
    offer_answer(screen, '5', DEMAND_DROPPED, false);
}

/// Enter shows a card's floors, and a second one opens it; a demand is answered.
static bool enter(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    if (pane->at && pane->at_kind == &entity_price) {
        if (app_reveals(screen->app, pane->at))
            return false;
        reveal_begin(screen, pane->at);
        return true;
    }
    if (pane->at && pane->at_kind == &entity_demand) {
        ask_answer(screen, pane->at);
        return true;
    }
    return false;
}

/// What is copied is read anew without the figures.
static const char *copy(Pane *pane, App *app, Arena *arena)
{
    FloorSheet sheet;
    Id revealed = app->revealed;
    bool reveal = app->reveal;
    app->revealed = 0;
    app->reveal = false;
    const char *text = floor_sheet(app, ((FloorView *)pane->view)->about, arena, &sheet, NULL)
                           ? floor_text(app, &sheet, arena)
                           : "";
    app->revealed = revealed;
    app->reveal = reveal;
    return text;
}

/// Between its rows `n` still asks for a price, and nothing else is done.
static const char *keys_now(const Pane *pane)
{
    return pane->at ? N_("n asked price   Enter show floors, answer   z answer by   e edit")
                    : N_("n asked price   Esc back");
}

static const PaneKind pane_floor = {.view_bytes = sizeof(FloorView),
                                    .data_bytes = sizeof(FloorData),
                                    .load = load,
                                    .draw = draw,
                                    .count = count,
                                    .row = row,
                                    .first_row = first_row,
                                    .enter = enter,
                                    .alone = true,
                                    .copy = copy,
                                    .keys_now = keys_now};

bool floor_pane_new(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    if (pane->what != &pane_floor)
        return false;
    bool card = pane->at && pane->at_kind == &entity_price;
    Id client = ((const FloorData *)pane->data)->sheet.client;
    screen_ask_about(screen, command_named("demand"), card ? &entity_price : &entity_client,
                     card ? pane->at : client);
    return true;
}

void floor_pane_says_who(const Screen *screen, Args *args)
{
    const Pane *pane = screen_pane(screen);
    if (pane->what != &pane_floor)
        return;
    Id about = ((const FloorView *)pane->view)->about;
    FieldArg *by = arena_new(screen->frame, FieldArg);
    *by = (FieldArg){"by", arena_print(screen->frame, "%lld", (long long)about)};
    args->fields = by;
    args->field_count = 1;
}

void floor_pane_find(Screen *screen, Id id)
{
    Pane *pane = screen_pane(screen);
    if (pane->what == &pane_floor && pane_ready(pane, screen->app, pane->rows, pane->columns, NULL))
        (void)pane_find(pane, id);
}

void floor_pane_open(Screen *screen, Id about)
{
    if (screen_pane(screen)->what == &pane_floor)
        return;
    Pane *pane = pane_open(&pane_floor, NULL, 0);
    ((FloorView *)pane->view)->about = about;
    screen_push(screen, pane);
}

bool floor_pane_shows(const Pane *pane)
{
    return pane->what == &pane_floor;
}
