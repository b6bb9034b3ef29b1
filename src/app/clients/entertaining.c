// SPDX-License-Identifier: GPL-3.0-or-later
// Entertaining: the line that accounting asks for, with yen a head against the limit of its day; the
// month; whom one entertained and whom never.
#include "mawari/app/find.h"
#include "mawari/app/meetings.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { BALANCE_MOST = 200, WHO = 14, WHERE = 24 };

static void add(Buffer *out, const char *text)
{
    if (text && *text)
        buffer_print(out, "%s%s", out->size ? " / " : "", text);
}

/// "中村 恵 (青葉商店, 仕入課長), …"; what is missing is said.
static bool guests_text(App *app, Id id, Arena *arena, const char **ret, Err *err)
{
    GuestRow *guests;
    size_t count;
    Buffer out = {.arena = arena};
    if (!query_guests(app->store, id, arena, &guests, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s%s (%s, %s)", i ? _(", ") : "", guests[i].name,
                     guests[i].company ? guests[i].company : _("company missing"),
                     guests[i].relation ? guests[i].relation : _("relation missing"));
    *ret = count ? out.text : _("guests missing");
    return true;
}

/// "¥24,000 for 3, ¥8,000 a head, within ¥10,000". `ret_over` may be NULL.
static const char *money_text(App *app, const Entertainment *of, Arena *arena, bool *ret_over)
{
    Yen head = yen_a_head(of->amount, of->heads);
    Yen limit = head_limit(app_setting(app, "entertaining_limit"), of->day, arena);
    if (head == NONE)
        return of->amount == NONE ? _("amount missing") : _("heads missing");
    const char *sum = arena_print(arena, _("%s for %d, %s a head"), yen_text(of->amount, arena),
                                  of->heads, yen_text(head, arena));
    if (limit == NONE)
        return sum;
    if (ret_over)
        *ret_over = head > limit;
    return arena_print(arena, head <= limit ? _("%s, within %s") : _("%s, over %s"), sum,
                       yen_text(limit, arena));
}

bool entertaining_money(App *app, Id id, Arena *arena, const char **ret, bool *ret_over, Err *err)
{
    Entertainment of;
    if (!record_get(app->store, &entity_entertainment, id, arena, &of, err))
        return false;
    *ret_over = false;
    *ret = money_text(app, &of, arena, ret_over);
    return true;
}

bool entertaining_line(App *app, Id id, Arena *arena, const char **ret, Err *err)
{
    Entertainment of;
    const char *guests;
    if (!record_get(app->store, &entity_entertainment, id, arena, &of, err) ||
        !guests_text(app, id, arena, &guests, err))
        return false;
    Buffer out = {.arena = arena};
    add(&out, day_iso(of.day, arena));
    add(&out, of.shop);
    add(&out, of.address ? of.address : _("address missing"));
    add(&out, of.client ? app_name(app, of.client, arena) : NULL);
    add(&out, guests);
    add(&out, money_text(app, &of, arena, NULL));
    *ret = out.text;
    return true;
}

const char *no_gift_text(const NoGiftRow *row, Arena *arena)
{
    return row->whom ? arena_print(arena, _("no gifts to %s: %s"), row->whom, row->why)
                     : arena_print(arena, _("no gifts: %s"), row->why);
}

bool no_gifts_among(App *app, Id event, Arena *arena, const char **ret, Err *err)
{
    NoGifts found;
    Buffer out = {.arena = arena};
    if (!query_no_gifts_among(app->store, event, arena, &found, err))
        return false;
    for (size_t i = 0; i < found.count; i++)
        add(&out, no_gift_text(&found.rows[i], arena));
    *ret = buffer_text(&out);
    return true;
}

bool entertaining_of_client(App *app, Id client, Arena *arena, const char **ret, Err *err)
{
    enum { YEAR = 365 };
    Entertainment last;
    Id id;
    int32_t times;
    *ret = "";
    if (!query_entertained_there(app->store, client, app->today, app->today - YEAR, &id, &times,
                                 err))
        return false;
    if (!id)
        return true;
    if (!record_get(app->store, &entity_entertainment, id, arena, &last, err))
        return false;
    *ret = arena_print(arena, "%s %s: %s", day_text(last.day, app->today, arena), last.shop,
                       money_text(app, &last, arena, NULL));
    if (times > 1)
        *ret = arena_print(arena, _("%s · %d times in a year"), *ret, (int)times);
    return true;
}

bool entertaining_month(App *app, Day day, Arena *arena, const char **ret, Err *err)
{
    DayEvents events;
    Buffer out = {.arena = arena};
    int64_t sum = 0;
    size_t evenings = 0;
    if (!query_events(app->store, day_month_first(day), day_month_last(day), arena, &events, err))
        return false;
    for (size_t i = 0; i < events.count; i++) {
        const char *line;
        Entertainment of;
        if (!events.rows[i].entertaining)
            continue;
        if (!record_get(app->store, &entity_entertainment, events.rows[i].id, arena, &of, err) ||
            !entertaining_line(app, events.rows[i].id, arena, &line, err))
            return false;
        buffer_print(&out, "%s\n", line);
        sum += of.amount == NONE ? 0 : of.amount;
        evenings++;
    }
    if (evenings > 1)
        buffer_print(&out, _("together %s\n"), yen_text(sum, arena));
    *ret = buffer_text(&out);
    return true;
}

bool entertaining_balance(App *app, Arena *arena, const char **ret, Err *err)
{
    Entertained *people;
    size_t count;
    Buffer out = {.arena = arena};
    if (!query_entertained(app->store, app->today, BALANCE_MOST, arena, &people, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *last = people[i].last == NONE ? _("never")
                                                  : day_text(people[i].last, app->today, arena);
        buffer_print(&out, "%s  %s  %s", text_pad(people[i].name, WHO, arena),
                     text_pad(people[i].client_name, WHERE, arena), last);
        if (people[i].times > 1)
            buffer_print(&out, _(", %d times"), people[i].times);
        buffer_add(&out, "\n");
    }
    *ret = count ? out.text : _("No key person is known yet\n");
    return true;
}
