// SPDX-License-Identifier: GPL-3.0-or-later
// The floor card of a client, for the pane and for the command line.
#include "mawari/app/find.h"
#include "mawari/app/prices.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"
#include "mawari/base/text.h"
#include "mawari/model/value.h"

static bool read_cards(App *app, FloorSheet *sheet, Arena *arena, Err *err)
{
    Id *ids;
    if (!query_price_cards(app->store, sheet->client, PRICE_CARDS, arena, &ids, &sheet->card_count,
                           err))
        return false;
    sheet->cards = arena_array(arena, FloorCard, sheet->card_count);
    for (size_t i = 0; i < sheet->card_count; i++) {
        FloorCard *card = &sheet->cards[i];
        Product product;
        card->id = ids[i];
        if (!record_get(app->store, &entity_price, ids[i], arena, &card->price, err) ||
            !record_get(app->store, &entity_product, card->price.product, arena, &product, err))
            return false;
        price_turn(&card->price, app->today);
        card->product = product.name;
        if (card->price.list_price == NONE)
            card->price.list_price = product.list_price;
    }
    return true;
}

/// The card of the demand's product; 0: there is none.
static Id card_for(const FloorSheet *sheet, Id product)
{
    for (size_t i = 0; i < sheet->card_count; i++)
        if (product && sheet->cards[i].price.product == product)
            return sheet->cards[i].id;
    return 0;
}

static bool read_demands(App *app, FloorSheet *sheet, Arena *arena, Err *err)
{
    Id *ids;
    if (!query_demands_open(app->store, sheet->client, PRICE_DEMANDS, arena, &ids,
                            &sheet->demand_count, err))
        return false;
    sheet->demands = arena_array(arena, FloorDemand, sheet->demand_count);
    for (size_t i = 0; i < sheet->demand_count; i++) {
        FloorDemand *row = &sheet->demands[i];
        const char *answer;
        row->id = ids[i];
        if (!record_get(app->store, &entity_demand, ids[i], arena, &row->demand, err))
            return false;
        bool reveal = app_reveals(app, card_for(sheet, row->demand.product));
        if (!demand_answer(app, &row->demand, reveal, arena, &answer, err))
            return false;
        row->answer = answer;
        row->product = app_name(app, row->demand.product, arena);
        row->contact = app_name(app, row->demand.contact, arena);
    }
    return true;
}

bool floor_sheet(App *app, Id about, Arena *arena, FloorSheet *ret, Err *err)
{
    FloorSheet sheet = {0};
    const char *ledger;
    if (!price_subject(app, about, &sheet.client, &sheet.product, err) ||
        !ledger_line(app, sheet.client, arena, &ledger, err) ||
        !read_cards(app, &sheet, arena, err) || !read_demands(app, &sheet, arena, err))
        return false;
    Id product = sheet.product;
    if (!product && sheet.demand_count)
        product = sheet.demands[0].demand.product;
    if (!product && sheet.card_count)
        product = sheet.cards[0].price.product;
    sheet.ledger = ledger;
    sheet.name = app_name(app, sheet.client, arena);
    if (!price_heard(app, sheet.client, product, arena, &sheet.heard, &sheet.heard_count, err))
        return false;
    *ret = sheet;
    return true;
}

const char *floor_card_days(const App *app, const Price *card, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (card->since != NONE)
        buffer_print(&out, _("price since %s"), day_text(card->since, app->today, arena));
    if (card->coming != NONE && card->coming_from != NONE)
        buffer_print(&out, _("%s%s from %s"), out.size ? _("; ") : "",
                     yen_text(card->coming, arena),
                     day_text_full(card->coming_from, app->today, arena));
    return buffer_text(&out);
}

// --- as text

static const char *shown(App *app, const char *field, const void *record, bool hide, Arena *arena)
{
    const Field *of = entity_own_field(&entity_price, field);
    Value value = value_of(of, record);
    ValueContext context = app_context(app);
    if (value.kind == V_NONE)
        return "-";
    return hide ? "***" : value_shown(of, value, &context, arena);
}

static void add_card(App *app, const FloorCard *card, Buffer *out)
{
    static const char *const fields[] = {"list_price", "now",    "mine", "boss",
                                         "floor",      "volume", "tax"};
    Arena *arena = out->arena;
    buffer_print(out, "%6lld  %s", (long long)card->id,
                 text_pad(text_clean(card->product, false, arena), 16, arena));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const Field *of = entity_own_field(&entity_price, fields[i]);
        bool hide = (of->flags & MASKED) && !app_reveals(app, card->id);
        buffer_print(out, "  %s %s", lang_text(of->title),
                     shown(app, fields[i], &card->price, hide, arena));
    }
    const char *days = floor_card_days(app, &card->price, arena);
    buffer_print(out, *days ? "\n        %s\n" : "%s\n", days);
}

static void add_demand(App *app, const FloorDemand *row, Buffer *out)
{
    Arena *arena = out->arena;
    buffer_print(out, "%6lld  %s  %s", (long long)row->id,
                 day_text(row->demand.day, app->today, arena),
                 text_clean(row->demand.asked, false, arena));
    if (*row->contact)
        buffer_print(out, " ← %s", text_clean(row->contact, false, arena));
    buffer_print(out, "\n        %s\n", row->answer);
}

/// What a price is elsewhere is nobody's business here: only --reveal says it.
static void add_heard(App *app, const FloorSheet *sheet, Buffer *out)
{
    for (size_t i = 0; i < sheet->heard_count; i++) {
        const PriceHeard *heard = &sheet->heard[i];
        buffer_print(out, "%s%s", i ? _(", ") : _("Will hear of it: "),
                     text_clean(heard->text, false, out->arena));
        if (heard->now != NONE && app->reveal)
            buffer_print(out, " %s", yen_text(heard->now, out->arena));
        else if (heard->now != NONE)
            buffer_add(out, " ***");
    }
    if (sheet->heard_count)
        buffer_add(out, "\n");
}

const char *floor_text(App *app, const FloorSheet *sheet, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out, "%s: %s\n", text_clean(sheet->name, false, arena),
                 text_clean(sheet->ledger, false, arena));
    for (size_t i = 0; i < sheet->card_count; i++)
        add_card(app, &sheet->cards[i], &out);
    if (sheet->card_count == 0)
        buffer_print(&out, "%s\n", _("no floor card yet: new price client=… product=…"));
    for (size_t i = 0; i < sheet->demand_count; i++)
        add_demand(app, &sheet->demands[i], &out);
    add_heard(app, sheet, &out);
    return buffer_text(&out);
}

// --- as JSON

static void yen_json(Json *json, const char *key, Yen yen, bool hide)
{
    if (yen == NONE || hide)
        json_null(json, key);
    else
        json_whole(json, key, yen);
}

static void day_json(Json *json, const char *key, Day day)
{
    if (day == NONE)
        json_null(json, key);
    else
        json_text(json, key, day_iso(day, json->out.arena));
}

static void card_json(App *app, const FloorCard *card, Json *json)
{
    bool hide = !app_reveals(app, card->id);
    json_open(json, NULL, '{');
    json_whole(json, "id", card->id);
    json_text(json, "product", card->product);
    yen_json(json, "list_price", card->price.list_price, false);
    yen_json(json, "now", card->price.now, false);
    yen_json(json, "mine", card->price.mine, hide);
    yen_json(json, "boss", card->price.boss, hide);
    yen_json(json, "floor", card->price.floor, hide);
    yen_json(json, "volume", card->price.volume, false);
    day_json(json, "since", card->price.since);
    yen_json(json, "coming", card->price.coming, false);
    day_json(json, "coming_from", card->price.coming_from);
    json_text(json, "tax", words_by_value(&words_price_tax, card->price.tax)->code);
    json_close(json, '}');
}

static void demand_json(const FloorDemand *row, Json *json)
{
    json_open(json, NULL, '{');
    json_whole(json, "id", row->id);
    json_text(json, "asked", row->demand.asked);
    json_text(json, "product", row->product);
    json_text(json, "day", day_iso(row->demand.day, json->out.arena));
    yen_json(json, "yen", row->demand.yen, false);
    json_text(json, "answer", row->answer);
    json_close(json, '}');
}

const char *floor_json(App *app, const FloorSheet *sheet, Arena *arena)
{
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    json_whole(&json, "client_id", sheet->client);
    json_text(&json, "client", sheet->name);
    json_text(&json, "ledger", sheet->ledger);
    json_open(&json, "prices", '[');
    for (size_t i = 0; i < sheet->card_count; i++)
        card_json(app, &sheet->cards[i], &json);
    json_close(&json, ']');
    json_open(&json, "demands", '[');
    for (size_t i = 0; i < sheet->demand_count; i++)
        demand_json(&sheet->demands[i], &json);
    json_close(&json, ']');
    json_open(&json, "heard", '[');
    for (size_t i = 0; i < sheet->heard_count; i++)
        json_text(&json, NULL, sheet->heard[i].text);
    json_close(&json, ']');
    json_close(&json, '}');
    return buffer_text(&json.out);
}
