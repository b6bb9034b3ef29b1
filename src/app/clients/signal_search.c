// SPDX-License-Identifier: GPL-3.0-or-later
// Steps back are no records: what is typed is held against the names of their rules, and the clients
// stand behind what was found in records.
#include <string.h>

#include "mawari/app/find.h"
#include "mawari/app/slipping.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

enum { SHORTEST = 4 }; // bytes: two characters of Japanese; letters are in too many names

/// Does every word that was typed stand in how the rule is called, in either language?
static bool is_called(int32_t rule, const char *folded, Arena *arena)
{
    const Word *word = words_by_value(&words_retreat, rule);
    const char *names = arena_print(arena, "%s %s %s %s %s 引き潮 signals step back slipping",
                                    lang_text(word->title), word->title, word->code, word->also,
                                    lang_text(retreat_rule_text(rule)));
    const char *called = text_fold(names, arena);
    char *words = arena_copy(arena, folded), *rest = NULL;
    for (char *one = strtok_r(words, " ", &rest); one; one = strtok_r(NULL, " ", &rest))
        if (!strstr(called, one))
            return false;
    return strlen(folded) >= SHORTEST;
}

/// The codes of those rules with a blank around each; "": none is called so.
static const char *rules_called(const char *typed, Arena *arena)
{
    const char *folded = text_fold(typed, arena);
    Buffer codes = {.arena = arena};
    for (int32_t rule = 0; rule < RETREAT_RULE_COUNT; rule++)
        if (is_called(rule, folded, arena))
            buffer_print(&codes, "%s%s ", codes.size ? "" : " ",
                         words_by_value(&words_retreat, rule)->code);
    return buffer_text(&codes);
}

static bool is_there(const Hit *hits, size_t count, Id client)
{
    for (size_t i = 0; i < count; i++)
        if (hits[i].by == HIT_SIGNAL && hits[i].id == client)
            return true;
    return false;
}

bool search_with_signals(App *app, const char *typed, size_t limit, Arena *arena, Hit **ret,
                         size_t *ret_count, Err *err)
{
    Signals signals;
    if (!search(app->store, typed, NULL, 0, limit, arena, ret, ret_count, err))
        return false;
    const char *rules = rules_called(typed, arena);
    if (!*rules || *ret_count == limit)
        return true;
    if (!query_signals_called(app->store, rules, app->today - RETREAT_DAYS, app->today,
                              limit * RETREAT_RULE_COUNT, arena, &signals, err))
        return false;
    for (size_t i = 0; i < signals.count && *ret_count < limit; i++) {
        const Signal *signal = &signals.rows[i];
        if (!is_there(*ret, *ret_count, signal->client))
            (*ret)[(*ret_count)++] = (Hit){.id = signal->client,
                                           .kind = &entity_client,
                                           .name = app_name(app, signal->client, arena),
                                           .part = signal_fact(app, signal, arena),
                                           .by = HIT_SIGNAL};
    }
    return true;
}
