// SPDX-License-Identifier: GPL-3.0-or-later
// Six lines for the phone. It is read in public and by whoever picks the phone up: what was written
// about people, prices and rivals stays at home, and so does the text of the last report.
#include <stdlib.h>

#include "calendar_events.h"
#include "mawari/app/day.h"
#include "mawari/base/buffer.h"

enum { PROMISES_SHOWN = 5, ORDER_DAYS = 14 };

/// Of one client the soonest first.
static int by_client(const void *a_, const void *b_)
{
    const OpenPromise *a = *(const OpenPromise *const *)a_, *b = *(const OpenPromise *const *)b_;
    if (a->client != b->client)
        return a->client < b->client ? -1 : 1;
    Day a_due = a->due == NONE ? INT32_MAX : a->due, b_due = b->due == NONE ? INT32_MAX : b->due;
    if (a_due != b_due)
        return a_due < b_due ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

bool client_promises(Store *store, Arena *arena, ClientPromises *ret, Err *err)
{
    OpenPromise *open, *orders;
    size_t promises, count;
    if (!query_open_promises(store, 0, arena, &open, &promises, err) ||
        !query_orders_to_deliver(store, arena, &orders, &count, err))
        return false;
    const OpenPromise **rows = arena_array(arena, const OpenPromise *, promises + count);
    count += promises;
    for (size_t i = 0; i < count; i++)
        rows[i] = i < promises ? &open[i] : &orders[i - promises];
    if (count > 0)
        qsort(rows, count, sizeof *rows, by_client);
    *ret = (ClientPromises){.rows = rows, .count = count};
    return true;
}

ClientPromises client_promises_of(ClientPromises all, Id client)
{
    size_t first = 0, last = all.count;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (all.rows[middle]->client < client)
            first = middle + 1;
        else
            last = middle;
    }
    while (last < all.count && all.rows[last]->client == client)
        last++;
    return (ClientPromises){.rows = all.rows + first, .count = last - first};
}

static void add_line(Buffer *out, const char *line)
{
    if (!line || !*line)
        return;
    if (out->size > 0)
        buffer_add(out, "\n");
    buffer_add(out, line);
}

static const char *who(const DayVisit *visit, Arena *arena)
{
    Buffer line = {.arena = arena};
    if (!visit->contact_name)
        return visit->client_reading;
    buffer_add(&line, visit->contact_name);
    if (visit->contact_reading)
        buffer_print(&line, " (%s)", visit->contact_reading);
    if (visit->contact_title)
        buffer_print(&line, " %s", visit->contact_title);
    return line.text;
}

static const char *telephone(const DayVisit *visit, Arena *arena)
{
    const char *number = visit->contact_phone;
    if (!number && visit->visit.site)
        number = visit->site.telephone;
    return number ? arena_print(arena, _("Tel. %s"), number) : NULL;
}

static void add_word(Buffer *line, const char *label, const char *word)
{
    if (!word || !*word)
        return;
    buffer_add(line, line->size == 0 ? label : _(", "));
    buffer_add(line, word);
}

/// As the brief before the door has it; a call or a mail is nothing that one carries.
static bool handed_over(const OpenPromise *promise, Day day)
{
    bool carried = promise->way == WAY_BRING || promise->way == WAY_DELIVER;
    bool said = promise->way == WAY_CALL || promise->way == WAY_MAIL;
    return promise->direction == DIRECTION_MINE && !said &&
           (promise->due == NONE ? carried : promise->due <= day);
}

/// An order that nobody ticked off is no longer loaded a fortnight later (load_there).
static bool is_over(const OpenPromise *promise, Day day)
{
    return promise->order && day >= promise->due + ORDER_DAYS;
}

/// With its day, where that is another than the visit's.
static const char *promise_text(const OpenPromise *promise, Day day, Arena *arena)
{
    return promise->due == NONE || promise->due == day
               ? promise->what
               : arena_print(arena, _("%s (%s)"), promise->what,
                             day_text_full(promise->due, day, arena));
}

static const char *promise_words(ClientPromises open, Day day, bool hand_over, Direction direction,
                                 const char *label, Arena *arena)
{
    Buffer line = {.arena = arena};
    size_t shown = 0;
    for (size_t i = 0; i < open.count && shown < PROMISES_SHOWN; i++) {
        const OpenPromise *promise = open.rows[i];
        if (promise->direction != (int32_t)direction || is_over(promise, day) ||
            handed_over(promise, day) != hand_over)
            continue;
        add_word(&line, label, hand_over ? promise->what : promise_text(promise, day, arena));
        shown++;
    }
    return line.text;
}

static const char *promises_line(ClientPromises open, Day day, Arena *arena)
{
    const char *mine = promise_words(open, day, false, DIRECTION_MINE, _("Promised: "), arena);
    const char *theirs = promise_words(open, day, false, DIRECTION_THEIRS, _("Owed: "), arena);
    if (mine && theirs)
        return arena_print(arena, _("%s; %s"), mine, theirs);
    return mine ? mine : theirs;
}

static const char *place_line(const DayVisit *visit, Arena *arena)
{
    Buffer line = {.arena = arena};
    if (visit->visit.site) {
        add_word(&line, _("Place: "), visit->site.parking);
        add_word(&line, _("Place: "), visit->site.entrance);
        add_word(&line, _("Place: "), visit->site.reception);
        add_word(&line, _("Place: "), department_place(&visit->department, arena));
    }
    return line.text;
}

/// Day and result, and whom; not what was said.
static const char *last_line(const LastTalk *talk, Day day, Arena *arena)
{
    if (talk->day == NONE)
        return NULL;
    const Word *outcome = words_by_value(&words_outcome, talk->outcome);
    return arena_print(arena, _("Last: %s, %s%s%s"), day_text_full(talk->day, day, arena),
                       outcome ? lang_text(outcome->title) : "", talk->contact_name ? _(", ") : "",
                       talk->contact_name ? talk->contact_name : "");
}

bool calendar_brief(App *app, const DayVisit *visit, ClientPromises open, Arena *arena,
                    const char **ret, Err *err)
{
    LastTalk talk;
    Day day = visit->visit.day;
    if (!query_last_talk(app->store, visit->visit.client, day, arena, &talk, err))
        return false;
    Buffer out = {.arena = arena};
    add_line(&out, who(visit, arena));
    add_line(&out, telephone(visit, arena));
    add_line(&out, promise_words(open, day, true, DIRECTION_MINE, _("Bring: "), arena));
    add_line(&out, promises_line(open, day, arena));
    add_line(&out, place_line(visit, arena));
    add_line(&out, last_line(&talk, day, arena));
    *ret = buffer_text(&out);
    return true;
}
