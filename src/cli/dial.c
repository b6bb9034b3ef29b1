// SPDX-License-Identifier: GPL-3.0-or-later
// `call` and `way`: the telephone numbers that a record leads to and the way there, with the links
// that the screen shows as codes.
#include "cli.h"
#include "mawari/app/brief.h"
#include "mawari/app/code.h"
#include "mawari/app/find.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { NUMBER = 14, LABEL = 12 };

static bool kind_of(Cli *cli, Id id, const Entity **ret, Err *err)
{
    RecordHead head;
    if (!record_head(cli->app->store, id, cli->arena, &head, err))
        return false;
    *ret = head.kind;
    return true;
}

static void number_json(Json *json, const Number *number, Arena *arena)
{
    json_open(json, NULL, '{');
    json_text(json, "number", number->number);
    json_text(json, "link", number_link(number->number, arena));
    json_text(json, "name", number->name);
    json_text(json, "reading", number->reading);
    json_text(json, "post", number->post);
    json_close(json, '}');
}

static void print_numbers(Cli *cli, const Numbers *numbers)
{
    Arena *arena = cli->arena;
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < numbers->count; i++) {
        const Number *number = &numbers->rows[i];
        number_json(&json, number, arena);
        if (!cli->options->json)
            cli_print(cli, arena_print(arena, "%s  %s  %s  %s\n",
                                       text_pad(number->number, NUMBER, arena),
                                       text_pad(number->label, LABEL, arena),
                                       number->name ? number->name : "",
                                       number->reading && *number->reading ? number->reading : ""));
    }
    json_close(&json, ']');
    if (cli->options->json)
        cli_print_json(cli, &json);
}

bool cli_call(Cli *cli, const Args *args, Err *err)
{
    const Entity *kind;
    Numbers numbers;
    Id id = args->ids[0];
    if (!kind_of(cli, id, &kind, err) || !numbers_of(cli->app, kind, id, cli->arena, &numbers, err))
        return false;
    if (numbers.count == 0 && !cli->options->json)
        return err_set(err, ERR_NOT_FOUND, _("%s: no telephone is known"),
                       app_name(cli->app, id, cli->arena));
    print_numbers(cli, &numbers);
    return true;
}

static void print_way(Cli *cli, const Brief *brief, const char *link)
{
    const char *address = brief->site.address;
    Json json;
    if (!cli->options->json) {
        cli_print(cli, arena_print(cli->arena, "%s  %s\n%s\n", brief->name, address ? address : "",
                                   link));
        return;
    }
    json_start(&json, cli->arena);
    json_open(&json, NULL, '{');
    json_text(&json, "name", brief->name);
    json_text(&json, "address", address);
    json_text(&json, "link", link);
    json_close(&json, '}');
    cli_print_json(cli, &json);
}

bool cli_way(Cli *cli, const Args *args, Err *err)
{
    const Entity *kind;
    BriefOf of;
    Brief brief;
    if (!kind_of(cli, args->ids[0], &kind, err) ||
        !brief_of(cli->app, kind, args->ids[0], cli->arena, &of, err) ||
        !brief_read(cli->app, of, cli->arena, &brief, err))
        return false;
    const char *link = way_link(&brief.site, cli->arena);
    if (!link)
        return err_set(err, ERR_NOT_FOUND, _("%s: neither position nor address is known"),
                       brief.name);
    print_way(cli, &brief, link);
    return true;
}
