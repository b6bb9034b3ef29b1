// SPDX-License-Identifier: GPL-3.0-or-later
// `today` and `day`: the Today pane as text, or the day sheet as one JSON document.
#include "mawari/app/day.h"

#include "cli.h"
#include "mawari/app/usage.h"
#include "mawari/view/print.h"

enum { COLUMNS = 79, LEAST_COLUMNS = 40 }; // without a terminal, and where it is narrow

static const char *const row_kinds[] = {
    [ROW_START] = "start",     [ROW_VISIT] = "visit",     [ROW_LUNCH] = "lunch",
    [ROW_BLOCK] = "block",     [ROW_PRIVATE] = "private", [ROW_PROMISE] = "promise",
    [ROW_GAP] = "gap",         [ROW_END] = "end",         [ROW_TROUBLE] = "trouble",
    [ROW_PICK_UP] = "pick_up", [ROW_ORDERS] = "orders",   [ROW_REST] = "rest",
};

void cli_whole_or_null(Json *json, const char *key, int32_t whole)
{
    if (whole == NONE)
        json_null(json, key);
    else
        json_whole(json, key, whole);
}

void cli_id_or_null(Json *json, const char *key, Id id)
{
    if (id)
        json_whole(json, key, id);
    else
        json_null(json, key);
}

void cli_hour_json(Cli *cli, Json *json, const char *key, Day day, Minute minute)
{
    if (minute == NONE) {
        json_null(json, key);
        return;
    }
    day += minute / DAY_MINUTES;
    minute %= DAY_MINUTES;
    json_text(json, key,
              zone_iso(cli->app->zone, zone_moment(cli->app->zone, day, minute), cli->arena));
}

void cli_word_or_null(Json *json, const char *key, const Words *words, int32_t value)
{
    const Word *word = value == NONE ? NULL : words_by_value(words, value);
    json_text(json, key, word ? word->code : NULL);
}

static void visit_part(Json *json, const DayVisit *row)
{
    json_text(json, "client", row->client_name);
    cli_id_or_null(json, "client_id", row->visit.client);
    json_text(json, "site", row->site_name);
    json_text(json, "contact", row->contact_name);
    cli_word_or_null(json, "appointment", &words_appointment, row->visit.appointment);
    cli_word_or_null(json, "outcome", &words_outcome, row->visit.outcome);
    json_bool(json, "about", row->visit.about == 1);
    json_bool(json, "end_about", row->visit.end_about == 1);
    json_text(json, "purpose", row->visit.purpose);
}

static void stop(Cli *cli, Json *json, Day day, const DayRow *row)
{
    json_open(json, NULL, '{');
    json_text(json, "kind", row_kinds[row->kind]);
    cli_id_or_null(json, "id", row->id);
    json_text(json, "name", row->name);
    if (row->kind == ROW_VISIT && row->visit)
        visit_part(json, row->visit);
    cli_hour_json(cli, json, "arrive", day, row->arrive);
    cli_hour_json(cli, json, "begin", day, row->begin);
    cli_hour_json(cli, json, "leave", day, row->leave);
    cli_hour_json(cli, json, "leave_by", day, row->leave_by);
    cli_whole_or_null(json, "leg_minutes", row->leg_minutes);
    json_text(json, "leg_source", row->leg_source);
    cli_hour_json(cli, json, "train", day, row->train);
    json_text(json, "no_train", row->no_train);
    json_text(json, "place_about", row->about);
    json_whole(json, "weather_minutes", row->weather_minutes);
    cli_whole_or_null(json, "slack", row->slack);
    json_whole(json, "late_by", row->late_by);
    json_bool(json, "next", row->next);
    json_close(json, '}');
}

void cli_promise_json(Cli *cli, Json *json, const Promise *row)
{
    const Commitment *commitment = &row->commitment;
    json_open(json, NULL, '{');
    json_whole(json, "id", row->id);
    cli_word_or_null(json, "direction", &words_direction, commitment->direction);
    json_text(json, "what", commitment->what);
    json_text(json, "client", row->client_name);
    json_text(json, "contact", row->contact_name);
    json_text(json, "due", day_iso(commitment->due, cli->arena));
    json_text(json, "due_at",
              commitment->due_at == NONE ? NULL : minute_text(commitment->due_at, cli->arena));
    cli_word_or_null(json, "way", &words_way, commitment->way);
    json_text(json, "ball", row->ball_name);
    json_close(json, '}');
}

void cli_trouble_json(Cli *cli, Json *json, const Trouble *row)
{
    json_open(json, NULL, '{');
    json_whole(json, "id", row->id);
    cli_whole_or_null(json, "number", row->ticket.number);
    json_text(json, "what", row->ticket.what);
    json_text(json, "client", row->client_name);
    cli_word_or_null(json, "severity", &words_severity, row->ticket.severity);
    json_text(json, "stage", row->stage_name);
    json_text(json, "ball", row->ball_name);
    json_text(json, "told_on", day_iso(row->told_on, cli->arena));
    json_text(json, "tell_by", day_iso(row->tell_by, cli->arena));
    json_close(json, '}');
}

typedef struct DayDocument {
    DaySheet sheet;
    Promises due;
    Troubles troubles;
} DayDocument;

static bool read_day(Cli *cli, Day day, DayDocument *ret, Err *err)
{
    return day_sheet(cli->app, day, cli->arena, &ret->sheet, err) &&
           query_promises_due(cli->app->store, day, cli->arena, &ret->due, err) &&
           query_troubles(cli->app->store, 0, cli->arena, &ret->troubles, err);
}

static bool day_json(Cli *cli, Day day, Err *err)
{
    DayDocument read;
    Json json;
    if (!read_day(cli, day, &read, err))
        return false;
    json_start(&json, cli->arena);
    json_open(&json, NULL, '{');
    json_text(&json, "date", day_iso(day, cli->arena));
    json_text(&json, "holiday", read.sheet.holiday);
    cli_word_or_null(&json, "weather", &words_weather, read.sheet.weather);
    cli_word_or_null(&json, "weather_pm", &words_weather, read.sheet.weather_pm);
    cli_whole_or_null(&json, "late", read.sheet.late);
    cli_whole_or_null(&json, "wheel_minutes", read.sheet.wheel_minutes);
    json_whole(&json, "legs_unknown", (int64_t)read.sheet.legs_unknown);
    json_bool(&json, "phone_is_older", read.sheet.phone_is_older);
    json_open(&json, "stops", '[');
    for (size_t i = 0; i < read.sheet.count; i++)
        stop(cli, &json, day, &read.sheet.rows[i]);
    json_close(&json, ']');
    json_open(&json, "promises_due", '[');
    for (size_t i = 0; i < read.due.count; i++)
        cli_promise_json(cli, &json, &read.due.rows[i]);
    json_close(&json, ']');
    json_open(&json, "tickets", '[');
    for (size_t i = 0; i < read.troubles.count; i++)
        cli_trouble_json(cli, &json, &read.troubles.rows[i]);
    json_close(&json, ']');
    json_close(&json, '}');
    cli_print_json(cli, &json);
    return true;
}

int cli_text_columns(void)
{
    int columns = cli_columns() ? cli_columns() - 1 : COLUMNS;
    return columns < LEAST_COLUMNS ? LEAST_COLUMNS : columns;
}

static bool print_day(Cli *cli, Day day, Err *err)
{
    char *text;
    if (cli->options->json)
        return day_json(cli, day, err);
    if (!view_today_text(cli->app, day, cli_text_columns(), cli->options->plain, cli->arena, &text,
                         err))
        return false;
    cli_print(cli, text);
    return true;
}

bool cli_today(Cli *cli, const Args *args, Err *err)
{
    (void)args;
    return print_day(cli, cli->app->today, err);
}

bool cli_day(Cli *cli, const Args *args, Err *err)
{
    return print_day(cli, args->day, err);
}
