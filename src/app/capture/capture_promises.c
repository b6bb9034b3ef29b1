// SPDX-License-Identifier: GPL-3.0-or-later
// Which open promise, which trouble a line means.
#include "capture_inside.h"
#include "mawari/store/queries_round.h"

/// 0 here, 1 at the client's other sites, 2 with others.
static int ring_of(const CapturePlace *place, Id client, const OpenPromise *promise)
{
    if (!client || promise->client != client)
        return 2;
    bool elsewhere = place->site && promise->site && promise->site != place->site;
    return elsewhere ? 1 : 0;
}

/// For a line that is written again: without what it promised, and with what it kept.
static bool as_before(Hearing *hearing, OpenPromise **open, size_t *open_count, Err *err)
{
    const Heard *heard = hearing->heard;
    size_t count = 0;
    if (heard->said_count == 0)
        return true;
    OpenPromise *rows = arena_array(hearing->arena, OpenPromise, *open_count + heard->said_count);
    for (size_t i = 0; i < *open_count; i++)
        if (!heard_said(heard, (*open)[i].id, true))
            rows[count++] = (*open)[i];
    for (size_t i = 0; i < heard->said_count; i++) {
        Commitment kept;
        if (heard->said[i].reads != LINE_KEPT || heard->said[i].is_new == 1)
            continue;
        if (!record_get(hearing->app->store, &entity_commitment, heard->said[i].made,
                        hearing->arena, &kept, err))
            return false;
        if (kept.kept != NONE)
            rows[count++] = (OpenPromise){.id = heard->said[i].made,
                                          .client = kept.client,
                                          .site = kept.site,
                                          .contact = kept.contact,
                                          .what = kept.what,
                                          .direction = kept.direction,
                                          .due = kept.due};
    }
    *open = rows;
    *open_count = count;
    return true;
}

/// Those at the client are few and read for each word; all of them once, when the first is asked for.
static bool read_open(Hearing *hearing, Id client, OpenPromise **ret, size_t *ret_count, Err *err)
{
    if (!client && hearing->promises_read) {
        *ret = hearing->promises;
        *ret_count = hearing->promise_count;
        return true;
    }
    if (!query_open_promises(hearing->app->store, client, hearing->arena, ret, ret_count, err) ||
        !as_before(hearing, ret, ret_count, err))
        return false;
    if (!client) {
        hearing->promises = *ret;
        hearing->promise_count = *ret_count;
        hearing->promises_read = true;
    }
    return true;
}

static void see(PromiseSeen *seen, size_t *count, Id id, Id contact, const char *what)
{
    seen[(*count)++] = (PromiseSeen){.id = id, .contact = contact, .what = what};
}

/// What else can be ticked at the client: what rounds bring, what was lent; of a line that is written
/// again also what it ticked before.
static bool add_standing(Hearing *hearing, Id client, PromiseSeen **seen, size_t *count, Err *err)
{
    Store *store = hearing->app->store;
    const Heard *heard = hearing->heard;
    DoorsHere doors;
    LoansHere loans;
    if (!query_doors_here(store, client, hearing->app->today, hearing->arena, &doors, err) ||
        !query_loans_there(store, client, 0, NONE, hearing->arena, &loans, err))
        return false;
    PromiseSeen *rows = arena_array(hearing->arena, PromiseSeen,
                                    *count + doors.count + loans.count + heard->said_count);
    for (size_t i = 0; i < *count; i++)
        rows[i] = (*seen)[i];
    for (size_t i = 0; i < doors.count; i++)
        if (!heard_said(heard, doors.rows[i].id, false))
            see(rows, count, doors.rows[i].id, 0, doors.rows[i].title);
    for (size_t i = 0; i < loans.count; i++)
        if (!heard_said(heard, loans.rows[i].id, false) &&
            !heard_said(heard, loans.rows[i].id, true))
            see(rows, count, loans.rows[i].id, loans.rows[i].contact, loans.rows[i].what);
    for (size_t i = 0; i < heard->said_count; i++)
        if (heard->said[i].reads == LINE_GIVEN || heard->said[i].reads == LINE_RETURNED)
            see(rows, count, heard->said[i].made, 0, heard->said[i].text);
    *seen = rows;
    return true;
}

bool capture_promises_seen(Hearing *hearing, Id client, PromisesSeen whose, PromiseSeen **ret,
                           size_t *ret_count, Err *err)
{
    OpenPromise *open = NULL;
    size_t count = 0;
    bool here = whose != PROMISES_ALL;
    if (!(here && !client) && !read_open(hearing, here ? client : 0, &open, &count, err))
        return false;
    *ret = arena_array(hearing->arena, PromiseSeen, count);
    *ret_count = 0;
    for (size_t i = 0; i < count; i++) {
        int ring = ring_of(&hearing->heard->place, client, &open[i]);
        if ((here && ring == 2) ||
            (whose == PROMISES_THEIRS && open[i].direction != DIRECTION_THEIRS))
            continue;
        (*ret)[(*ret_count)++] = (PromiseSeen){
            .id = open[i].id, .contact = open[i].contact, .what = open[i].what, .ring = ring};
    }
    return whose != PROMISES_HERE || !client || add_standing(hearing, client, ret, ret_count, err);
}

static const char *several(Hearing *hearing, const PromiseSeen *promises, const size_t *places,
                           size_t count)
{
    Buffer names = {.arena = hearing->arena};
    for (size_t i = 0; i < count && i < CAPTURE_NAMED; i++)
        buffer_print(&names, "%s%s", i ? _(", ") : "", promises[places[i]].what);
    return arena_print(hearing->arena, _("may be several: %s%s"), buffer_text(&names),
                       count > CAPTURE_NAMED ? " …" : "");
}

bool capture_hear_done(Hearing *hearing, HeardPart *row, Err *err)
{
    PromiseSeen *seen;
    size_t *places, count;
    PromisesSeen whose = PROMISES_HERE; // the nearest ring that has any is what counts
    do {
        if (!capture_promises_seen(hearing, row->client, whose, &seen, &count, err))
            return false;
        count = promise_pick(seen, count, row->part->text, false, row->contact, hearing->arena,
                             &places);
    } while (count == 0 && whose++ == PROMISES_HERE);
    if (count == 1)
        row->id = seen[places[0]].id;
    else
        row->doubt = count ? several(hearing, seen, places, count)
                           : _("no open promise is called so");
    return true;
}

bool capture_hear_theirs(Hearing *hearing, HeardPart *row, Err *err)
{
    PromiseSeen *seen;
    size_t *places, count;
    if (!capture_promises_seen(hearing, row->client, PROMISES_THEIRS, &seen, &count, err))
        return false;
    count = promise_pick(seen, count, row->part->text, true, row->contact, hearing->arena, &places);
    if (count == 1)
        row->id = seen[places[0]].id;
    else if (count > 1)
        row->doubt = several(hearing, seen, places, count);
    return true;
}

bool capture_hear_trouble(Hearing *hearing, HeardPart *row, Err *err)
{
    static const Entity *const kinds[] = {&entity_ticket};
    const CapturePart *part = row->part;
    if (!part->text) {
        row->doubt = _("nothing is said of this trouble");
        return true;
    }
    if (part->number == NONE)
        return true;
    KindSet tickets = {.kinds = kinds, .count = 1};
    const char *number = arena_print(hearing->arena, "T%d", part->number);
    if (app_find(hearing->app, &tickets, number, &row->id, err))
        return true;
    if (err && err->kind != ERR_NOT_FOUND)
        return false;
    row->doubt = arena_print(hearing->arena, _("there is no trouble %s"), number);
    return true;
}
