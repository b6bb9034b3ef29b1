// SPDX-License-Identifier: GPL-3.0-or-later
// `list signals`: every step back of the last 60 days, or those of a client, a line each or as a JSON
// array.
#include "cli.h"
#include "mawari/app/find.h"
#include "mawari/app/slipping.h"
#include "mawari/base/text.h"

enum { NAME_COLUMNS = 26, DAY_COLUMNS = 10 };

static void print_json(Cli *cli, const Signals *signals)
{
    Json json;
    json_start(&json, cli->arena);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < signals->count; i++) {
        const Signal *signal = &signals->rows[i];
        json_open(&json, NULL, '{');
        json_text(&json, "client", app_name(cli->app, signal->client, cli->arena));
        json_whole(&json, "client_id", signal->client);
        json_text(&json, "day", day_iso(signal->day, cli->arena));
        cli_word_or_null(&json, "signal", &words_retreat, signal->rule);
        json_text(&json, "text", signal_fact(cli->app, signal, cli->arena));
        json_text(&json, "rule", lang_text(retreat_rule_text(signal->rule)));
        json_text(&json, "cleared_by", lang_text(retreat_clears(signal->rule)));
        json_close(&json, '}');
    }
    json_close(&json, ']');
    cli_print_json(cli, &json);
}

static void print_line(Cli *cli, const Signal *signal)
{
    Arena *arena = cli->arena;
    cli_print(
        cli,
        arena_print(arena, "%s %s %s · %s\n",
                    text_pad(day_text(signal->day, cli->app->today, arena), DAY_COLUMNS, arena),
                    text_pad(app_name(cli->app, signal->client, arena), NAME_COLUMNS, arena),
                    signal_fact(cli->app, signal, arena), lang_text(retreat_clears(signal->rule))));
}

bool cli_signals(Cli *cli, const Args *args, Err *err)
{
    Signals signals;
    Day today = cli->app->today;
    bool good = args->id_count
                    ? signals_of_client(cli->app, args->ids[0], cli->arena, &signals, err)
                    : query_signals_between(cli->app->store, today - RETREAT_DAYS, today,
                                            cli->arena, &signals, err);
    if (!good)
        return false;
    if (cli->options->json)
        print_json(cli, &signals);
    for (size_t i = 0; i < signals.count && !cli->options->json; i++)
        print_line(cli, &signals.rows[i]);
    return true;
}
