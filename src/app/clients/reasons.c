// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons to come, asked of every source, and the purpose that is proposed from them.
#include "mawari/app/reasons.h"

#include "mawari/app/money.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/store/record.h"

typedef struct Source {
    const char *name, *title;
    size_t most;
    bool only;
    bool (*read)(const ReasonsAsk *ask, Reasons *out, Err *err);
} Source;

static const Source sources[] = {
#define X(name, title, most, only) {#name, title, most, only, reasons_##name},
    REASONS(X)
#undef X
};
enum { SOURCES = sizeof sources / sizeof *sources };

void reasons_add(Reasons *reasons, Reason reason)
{
    reasons->rows = arena_more(reasons->arena, reasons->rows, reasons->count, &reasons->room,
                               sizeof *reasons->rows);
    reasons->rows[reasons->count++] = reason;
}

bool reasons_gather(const ReasonsAsk *ask, Reasons *ret, Err *err)
{
    Reasons found = {.arena = ask->arena};
    for (size_t i = 0; i < SOURCES; i++) {
        size_t first = found.count;
        if (!sources[i].read(ask, &found, err))
            return false;
        for (size_t row = first; row < found.count; row++)
            found.rows[row].source = i;
    }
    *ret = found;
    return true;
}

Troubles troubles_there(const Troubles *all, Id site, Arena *arena)
{
    Troubles there = {.rows = arena_array(arena, Trouble, all->count)};
    for (size_t i = 0; i < all->count; i++) {
        Id at = all->rows[i].ticket.site;
        if (!site || !at || at == site)
            there.rows[there.count++] = all->rows[i];
    }
    return there;
}

static bool gather_there(ReasonsAsk *ask, Reasons *ret, Err *err)
{
    Client who;
    Troubles all;
    Store *store = ask->app->store;
    ask->who = &who;
    if (!record_get(store, &entity_client, ask->client, ask->arena, &who, err) ||
        !query_promises_there(store, ask->client, ask->site, ask->arena, &ask->open, err) ||
        !query_troubles(store, ask->client, ask->arena, &all, err))
        return false;
    ask->troubles = troubles_there(&all, ask->site, ask->arena);
    return reasons_gather(ask, ret, err);
}

bool reasons_of(App *app, Id client, Id site, Day day, Arena *arena, Reasons *ret, Err *err)
{
    ReasonsAsk ask = {.app = app, .client = client, .site = site, .day = day, .arena = arena};
    bool begun = store_read_begin(app->store);
    bool good = gather_there(&ask, ret, err);
    store_read_end(app->store, begun);
    return good;
}

const char *reasons_purpose(const Reasons *reasons, Arena *arena)
{
    Buffer why = {.arena = arena};
    size_t source = SOURCES, of_source = 0;
    for (size_t i = 0; i < reasons->count; i++) {
        const Reason *reason = &reasons->rows[i];
        const Source *from = &sources[reason->source];
        if (reason->source != source) {
            if (from->only && why.size)
                break;
            source = reason->source;
            of_source = 0;
        }
        if (of_source++ < from->most)
            buffer_print(&why, "%s%s", why.size ? _(", ") : "", reason->text);
    }
    return why.size ? why.text : _("nothing to bring: do not go");
}

const char *reason_title(const Reason *reason)
{
    return sources[reason->source].title;
}

const char *reason_source(const Reason *reason)
{
    return sources[reason->source].name;
}
