// SPDX-License-Identifier: GPL-3.0-or-later
// Orders in a line: いつもの brings the last one back; who supplies it is told by its words.
#include <string.h>

#include "capture_inside.h"
#include "core/follow.h"
#include "mawari/base/text.h"

static bool is_usual(const char *text, Arena *arena)
{
    static const char *const words[] = {"いつもの",   "いつも",       "the usual",
                                        "usual",      "同じもの",     "同じ",
                                        "前回と同じ", "いつもと同じ", "いつも通り"};
    const char *folded = text_fold(text, arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(folded, text_fold(words[i], arena)) == 0)
            return true;
    return false;
}

bool capture_hear_order(Hearing *hearing, HeardPart *row, Err *err)
{
    const char *last = NULL;
    if (row->doubt || !is_usual(row->part->text, hearing->arena))
        return true;
    if (row->client &&
        !query_last_order(hearing->app->store, row->client, hearing->arena, &last, err))
        return false;
    if (!last) {
        row->doubt = row->client ? _("nothing was ordered there yet")
                                 : _("no client is named whose usual order it is");
        return true;
    }
    CapturePart *usual = arena_new(hearing->arena, CapturePart);
    *usual = *row->part;
    usual->text = last;
    row->part = usual;
    return true;
}

/// Does a word of what is supplied ("豆腐、油揚げ") stand in the order?
static bool supplies(const char *what, const char *order, Arena *arena)
{
    char *rest = NULL;
    char *words = text_fold(what, arena);
    for (char *comma; (comma = strstr(words, "、")) != NULL;)
        memset(comma, ' ', strlen("、"));
    for (char *word = strtok_r(words, " ,;/", &rest); word; word = strtok_r(NULL, " ,;/", &rest))
        if (strstr(order, word))
            return true;
    return false;
}

bool follow_supplier(App *app, OrderMemo *order, Err *err)
{
    Supplies *rows;
    size_t count;
    if (order->supplier)
        return true;
    if (!query_suppliers_of(app->store, app->scratch, &rows, &count, err))
        return false;
    const char *folded = text_fold(order->what, app->scratch);
    for (size_t i = 0; i < count && !order->supplier; i++)
        if (supplies(rows[i].what, folded, app->scratch))
            order->supplier = rows[i].supplier;
    return true;
}
