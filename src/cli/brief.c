// SPDX-License-Identifier: GPL-3.0-or-later
// `brief`: the brief before the door as text or as one JSON document, or the text for a companion.
#include "mawari/app/brief.h"

#include "cli.h"
#include "mawari/store/record.h"
#include "mawari/view/print.h"

static void riders_json(Cli *cli, Json *json, const Brief *brief)
{
    json_open(json, "companions", '[');
    for (size_t i = 0; i < brief->riders.count; i++) {
        const Rider *rider = &brief->riders.rows[i];
        json_open(json, NULL, '{');
        json_whole(json, "id", rider->id);
        json_text(json, "name", rider->name);
        json_text(json, "telephone", rider->telephone);
        json_text(json, "pick_up", rider->pick_up);
        cli_hour_json(cli, json, "pick_up_at", brief->day, rider->pick_up_at);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void promises_json(Cli *cli, Json *json, const char *key, const Promises *promises)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < promises->count; i++)
        cli_promise_json(cli, json, &promises->rows[i]);
    json_close(json, ']');
}

static void orders_json(Cli *cli, Json *json, const OrdersHere *orders)
{
    json_open(json, "orders", '[');
    for (size_t i = 0; i < orders->count; i++) {
        const OrderHere *order = &orders->rows[i];
        json_open(json, NULL, '{');
        json_whole(json, "id", order->id);
        json_text(json, "what", order->what);
        json_text(json, "contact", order->contact_name);
        json_text(json, "wanted", day_iso(order->wanted, cli->arena));
        json_bool(json, "handed", order->handed);
        json_bool(json, "deliver", order->now);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void troubles_json(Cli *cli, Json *json, const Troubles *troubles)
{
    json_open(json, "say", '[');
    for (size_t i = 0; i < troubles->count; i++)
        cli_trouble_json(cli, json, &troubles->rows[i]);
    json_close(json, ']');
}

/// What is never to be said is said with --reveal alone.
static void avoid_json(const Cli *cli, Json *json, const Landmines *avoid)
{
    json_open(json, "avoid", '[');
    for (size_t i = 0; i < avoid->count; i++) {
        json_open(json, NULL, '{');
        const Landmine *row = &avoid->rows[i];
        json_text(json, "who", row->who);
        json_text(json, "text", cli->app->reveal || row->handling ? row->text : NULL);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void no_gifts_json(Json *json, const NoGifts *none)
{
    json_open(json, "no_gifts", '[');
    for (size_t i = 0; i < none->count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "who", none->rows[i].whom);
        json_text(json, "why", none->rows[i].why);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static const char *const weekday_codes[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static void habit_json(Json *json, const Habit *habit)
{
    const MetCount *morning = &habit->halves[HALF_MORNING];
    const MetCount *afternoon = &habit->halves[HALF_AFTERNOON];
    json_whole(json, "mornings", morning->tries);
    json_whole(json, "met_mornings", morning->met);
    json_whole(json, "afternoons", afternoon->tries);
    json_whole(json, "met_afternoons", afternoon->met);
    json_open(json, "best_weekday", '{');
    json_text(json, "weekday", habit->on_best.tries ? weekday_codes[habit->best] : NULL);
    json_whole(json, "tries", habit->on_best.tries);
    json_whole(json, "met", habit->on_best.met);
    json_close(json, '}');
}

static void people_json(Json *json, const People *people)
{
    json_open(json, "people", '[');
    for (size_t i = 0; i < people->count; i++) {
        const Person *person = &people->rows[i];
        json_open(json, NULL, '{');
        json_whole(json, "id", person->id);
        json_text(json, "name", person->contact.name);
        json_text(json, "reading", person->contact.reading);
        json_text(json, "title", person->title);
        json_text(json, "department", person->department);
        json_bool(json, "key_person", person->contact.key_person == 1);
        json_text(json, "mobile", person->contact.mobile);
        json_text(json, "telephone", person->contact.telephone);
        habit_json(json, &person->habit);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void topics_json(Json *json, const Brief *brief)
{
    json_open(json, "topics", '[');
    for (size_t i = 0; i < brief->topic_count; i++) {
        json_open(json, NULL, '{');
        json_whole(json, "id", brief->topics[i].id);
        json_text(json, "text", brief->topics[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void talks_json(Cli *cli, Json *json, const DayVisits *talks)
{
    json_open(json, "talks", '[');
    for (size_t i = 0; i < talks->count; i++) {
        const DayVisit *talk = &talks->rows[i];
        json_open(json, NULL, '{');
        json_whole(json, "id", talk->id);
        json_text(json, "day", day_iso(talk->visit.day, cli->arena));
        cli_word_or_null(json, "outcome", &words_outcome, talk->visit.outcome);
        json_text(json, "contact", talk->contact_name);
        json_text(json, "text", talk->visit.text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void place_json(Json *json, const Brief *brief)
{
    const Site *site = &brief->site;
    json_open(json, "place", '{');
    json_text(json, "address", site->address);
    json_text(json, "telephone", site->telephone);
    json_text(json, "parking", site->parking);
    json_text(json, "entrance", site->entrance);
    json_text(json, "reception", site->reception);
    json_text(json, "stairs", site->stairs);
    json_text(json, "department", brief->department.name);
    json_text(json, "floor", brief->department.floor);
    cli_whole_or_null(json, "door_minutes", site->door_minutes);
    json_degrees(json, "latitude", site->latitude);
    json_degrees(json, "longitude", site->longitude);
    json_close(json, '}');
}

static void visit_json(Cli *cli, Json *json, const DayVisit *row)
{
    if (!row->id) {
        json_null(json, "visit");
        return;
    }
    json_open(json, "visit", '{');
    json_whole(json, "id", row->id);
    json_text(json, "day", day_iso(row->visit.day, cli->arena));
    cli_hour_json(cli, json, "start", row->visit.day, row->visit.start);
    cli_word_or_null(json, "appointment", &words_appointment, row->visit.appointment);
    json_text(json, "contact", row->contact_name);
    json_close(json, '}');
}

static void doors_json(Cli *cli, Json *json, const DoorsHere *doors)
{
    json_open(json, "rounds", '[');
    for (size_t i = 0; i < doors->count; i++) {
        const DoorHere *door = &doors->rows[i];
        json_open(json, NULL, '{');
        json_whole(json, "id", door->id);
        json_text(json, "title", door->title);
        json_whole(json, "round_id", door->round);
        cli_word_or_null(json, "state", &words_door_state, door->state);
        json_text(json, "deadline",
                  door->deadline == NONE ? NULL : day_iso(door->deadline, cli->arena));
        json_text(json, "say", door->say);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void loans_json(Cli *cli, Json *json, const LoansHere *loans)
{
    json_open(json, "loans", '[');
    for (size_t i = 0; i < loans->count; i++) {
        const LoanHere *loan = &loans->rows[i];
        json_open(json, NULL, '{');
        json_whole(json, "id", loan->id);
        json_text(json, "what", loan->what);
        json_text(json, "contact", loan->contact_name);
        json_text(json, "back", day_iso(loan->back, cli->arena));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void offer_json(Json *json, const NextOffer *offer)
{
    if (!offer->product) {
        json_null(json, "offer");
        return;
    }
    json_open(json, "offer", '{');
    json_text(json, "product", offer->name);
    json_whole(json, "product_id", offer->product);
    json_text(json, "to", offer->to);
    json_text(json, "line", offer->line);
    json_whole(json, "good", offer->good);
    json_whole(json, "asked", offer->asked);
    json_text(json, "objection", offer->objection);
    json_text(json, "answer", offer->answer);
    json_close(json, '}');
}

static void print_json(Cli *cli, const Brief *brief)
{
    Json json;
    json_start(&json, cli->arena);
    json_open(&json, NULL, '{');
    json_text(&json, "name", brief->name);
    json_text(&json, "client", brief->client.name);
    json_whole(&json, "client_id", brief->of.client);
    json_text(&json, "site", brief->of.site ? brief->site.name : NULL);
    cli_id_or_null(&json, "site_id", brief->of.site);
    visit_json(cli, &json, &brief->visit);
    json_text(&json, "why", brief->why);
    json_bool(&json, "proposed", brief->proposed);
    riders_json(cli, &json, brief);
    promises_json(cli, &json, "give", &brief->give);
    orders_json(cli, &json, &brief->orders);
    doors_json(cli, &json, &brief->doors);
    offer_json(&json, &brief->offer);
    troubles_json(cli, &json, &brief->say);
    promises_json(cli, &json, "ask", &brief->ask);
    loans_json(cli, &json, &brief->loans);
    json_text(&json, "money", *brief->money ? brief->money : NULL);
    json_open(&json, "renewals", '[');
    for (size_t i = 0; i < brief->renewal_count; i++)
        json_text(&json, NULL, brief->renewals[i]);
    json_close(&json, ']');
    avoid_json(cli, &json, &brief->avoid);
    no_gifts_json(&json, &brief->no_gifts);
    people_json(&json, &brief->people);
    promises_json(cli, &json, "open", &brief->also);
    talks_json(cli, &json, &brief->talks);
    topics_json(&json, brief);
    place_json(&json, brief);
    json_close(&json, '}');
    cli_print_json(cli, &json);
}

static bool print_text(Cli *cli, BriefOf of, Err *err)
{
    char *text;
    if (!view_brief_text(cli->app, of, cli_text_columns(), cli->options->plain, cli->arena, &text,
                         err))
        return false;
    cli_print(cli, text);
    return true;
}

bool cli_brief(Cli *cli, const Args *args, Err *err)
{
    RecordHead head;
    BriefOf of;
    Brief brief;
    bool companion = args_option(args, "companion") != NULL;
    if (!record_head(cli->app->store, args->ids[0], cli->arena, &head, err) ||
        !brief_of(cli->app, head.kind, head.id, cli->arena, &of, err))
        return false;
    if (!companion && !cli->options->json)
        return print_text(cli, of, err);
    if (!brief_read(cli->app, of, cli->arena, &brief, err))
        return false;
    if (companion)
        cli_print(cli, brief_for_companion(cli->app, &brief, cli->arena));
    else
        print_json(cli, &brief);
    return true;
}
