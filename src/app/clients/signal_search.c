// SPDX-License-Identifier: GPL-3.0-or-later
// Steps back are no records: what is typed is held against the names of their rules, and the clients
// stand behind what was found in records.
#include <stdlib.h>
#include <string.h>

#include "mawari/app/find.h"
#include "mawari/app/slipping.h"
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
    return true;
}

/// The newest first, of one day by client.
static int by_day(const void *a_, const void *b_)
{
    const Signal *a = a_, *b = b_;
    if (a->day != b->day)
        return a->day > b->day ? -1 : 1;
    return a->client < b->client ? -1 : a->client > b->client;
}

/// Those of all rules that are called so, at most `most` of each.
static bool signals_called(App *app, const char *typed, size_t most, Arena *arena, Signals *ret,
                           Err *err)
{
    const char *folded = text_fold(typed, arena);
    *ret = (Signals){0};
    if (strlen(folded) < SHORTEST)
        return true;
    Signals all = {.rows = arena_array(arena, Signal, most * RETREAT_RULE_COUNT)};
    for (int32_t rule = 0; rule < RETREAT_RULE_COUNT; rule++) {
        Signals some;
        if (!is_called(rule, folded, arena))
            continue;
        if (!query_signals_of_rule(app->store, rule, app->today - RETREAT_DAYS, app->today, most,
                                   arena, &some, err))
            return false;
        for (size_t i = 0; i < some.count; i++)
            all.rows[all.count++] = some.rows[i];
    }
    if (all.count > 1)
        qsort(all.rows, all.count, sizeof *all.rows, by_day);
    *ret = all;
    return true;
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
    if (*ret_count == limit)
        return true;
    if (!signals_called(app, typed, limit, arena, &signals, err))
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
