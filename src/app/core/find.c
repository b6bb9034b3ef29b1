// SPDX-License-Identifier: GPL-3.0-or-later
// Records by what a person writes: the store finds names; "me" and trouble numbers are ours.
#include "mawari/app/find.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/filter.h"
#include "mawari/store/list.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"

enum { NAME_COLUMNS = 27, TELLING_COLUMNS = 10 }; // of a place

static bool set_has(const KindSet *kinds, const Entity *kind)
{
    return !kinds || kinds_hold(kinds, kind);
}

static bool means_me(const char *written)
{
    static const char *const words[] = {"me", "自分", "私", "わたし"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(written, words[i]) == 0)
            return true;
    return false;
}

/// The number behind the T of "T12"; 0 when `written` is none.
static long ticket_number(const char *written)
{
    if ((written[0] != 'T' && written[0] != 't') || strlen(written) > 9)
        return 0;
    char *end;
    long number = strtol(written + 1, &end, 10);
    return *end == '\0' && number > 0 ? number : 0;
}

static bool find_ticket(App *app, long number, Arena *arena, Id *ret, Err *err)
{
    ListQuery query = {.kind = &entity_ticket, .today = app->today};
    const char *filter = arena_print(arena, "number:%ld", number);
    Table found;
    if (!filter_parse(&entity_ticket, filter, app->today, arena, &query.filter, err) ||
        !list_read(app->store, &query, LIST_FIRST, 0, 1, arena, &found, err))
        return false;
    if (found.rows == 0)
        return err_set(err, ERR_NOT_FOUND, _("there is no trouble T%ld"), number);
    *ret = found.ids[0];
    return true;
}

/// record_find(), or the same by parts of names, or among what is archived.
typedef bool (*Find)(Store *store, const Entity *const *kinds, size_t count, const char *written,
                     Id *ret, Err *err);

/// Visits, cards and sites may be called like their client: by the whole name the client is meant.
static bool find_company(App *app, Find record, const KindSet *kinds, const char *name,
                         Arena *arena, Id *ret)
{
    const Entity *const company = &entity_client;
    Id id;
    if (!set_has(kinds, &entity_client) || !record(app->store, &company, 1, name, &id, NULL) ||
        !text_same_folded(app_name(app, id, arena), name, arena))
        return false;
    *ret = id;
    return true;
}

static bool find_named(App *app, Find record, const KindSet *kinds, const char *written,
                       Arena *arena, Id *ret, Err *err)
{
    KindSet all = {0};
    all.kinds = entities(&all.count);
    kinds = kinds ? kinds : &all;
    return record(app->store, kinds->kinds, kinds->count, written, ret, err) ||
           find_company(app, record, kinds, text_trim(text_narrow(written, arena), arena), arena,
                        ret);
}

static bool find(App *app, Find record, const KindSet *kinds, const char *written, Arena *arena,
                 Id *ret, Err *err)
{
    const char *narrow = text_trim(text_narrow(written, arena), arena);
    if (set_has(kinds, &entity_contact) && means_me(narrow))
        return query_me(app->store, ret, err);
    if (set_has(kinds, &entity_ticket) && ticket_number(narrow))
        return find_ticket(app, ticket_number(narrow), arena, ret, err);
    return find_named(app, record, kinds, written, arena, ret, err);
}

bool app_find(App *app, const KindSet *kinds, const char *written, Id *ret, Err *err)
{
    Arena *arena = arena_open();
    bool found = find(app, record_find_part, kinds, written, arena, ret, err);
    arena_close(arena);
    return found;
}

bool app_find_known(App *app, const KindSet *kinds, const char *written, Id *ret, Err *err)
{
    Arena *arena = arena_open();
    bool found = find(app, record_find, kinds, written, arena, ret, err);
    arena_close(arena);
    return found;
}

bool app_find_archived(App *app, const KindSet *kinds, const char *written, Id *ret, Err *err)
{
    Arena *arena = arena_open();
    bool found = find_named(app, record_find_archived, kinds, written, arena, ret, err);
    arena_close(arena);
    return found;
}

bool app_filter(const App *app, const Entity *kind, const char *typed, Arena *arena, Filter *ret,
                Err *err)
{
    Filter filter;
    if (!filter_parse(kind, typed, app->today, arena, &filter, err))
        return false;
    const Field *told = app->reveal ? NULL : filter_tells(&filter);
    if (told)
        return err_set(err, ERR_USAGE, _("%s is masked (--reveal)"), lang_text(told->title));
    *ret = filter;
    return true;
}

DayLook app_field_look(const Entity *kind, const Field *field)
{
    static const char *const ahead[] = {
        "due",       "wake",       "nag",         "until",   "wanted", "report_due", "deadline",
        "effective", "last_order", "coming_from", "planned", "latest", "next",       "ask_again"};
    static const struct {
        const Entity *kind;
        const char *field;
        DayLook look;
    } of_kind[] = {
        {&entity_visit, "day", LOOK_FORWARD},
        {&entity_day_plan, "day", LOOK_FORWARD},
        {&entity_block, "day", LOOK_FORWARD},
        {&entity_private_time, "day", LOOK_FORWARD},
        {&entity_holiday, "day", LOOK_FORWARD},
        {&entity_contract, "end", LOOK_FORWARD},
        {&entity_deal, "answer", LOOK_FORWARD},
        {&entity_loan, "back", LOOK_FORWARD},
        {&entity_meeting, "day", LOOK_FORWARD},
        {&entity_contact, "left", LOOK_OR_JUST_PAST},
        {&entity_post, "until", LOOK_OR_JUST_PAST},
        {&entity_absence, "since", LOOK_OR_JUST_PAST},
        {&entity_post, "since", LOOK_BACK_OR_SOON},
        {&entity_contract, "start", LOOK_BACK_OR_SOON},
        {&entity_round, "since", LOOK_BACK_OR_SOON},
        {&entity_topic, "since", LOOK_BACK_OR_SOON},
        {&entity_price, "since", LOOK_BACK_OR_SOON},
        {&entity_entertainment, "day", LOOK_BACK_OR_SOON},
        {&entity_gift, "day", LOOK_BACK_OR_SOON},
    };
    for (size_t i = 0; i < sizeof of_kind / sizeof *of_kind; i++)
        if (of_kind[i].kind == kind && strcmp(of_kind[i].field, field->name) == 0)
            return of_kind[i].look;
    for (size_t i = 0; i < sizeof ahead / sizeof ahead[0]; i++)
        if (strcmp(field->name, ahead[i]) == 0)
            return LOOK_FORWARD;
    return LOOK_BACK;
}

static bool is_unknown(const char *typed)
{
    return *typed == '\0' || strcmp(typed, "none") == 0 || strcmp(typed, "なし") == 0;
}

static bool read_reference(App *app, const Field *field, const char *typed, Value *ret, Err *err)
{
    if (is_unknown(typed)) {
        *ret = value_none();
        return true;
    }
    const Entity *one = field->of;
    KindSet alone = {.kinds = &one, .count = 1};
    Id id;
    if (!app_find(app, field->type == T_REF ? &alone : field->of, typed, &id, err))
        return false;
    *ret = value_whole(id);
    return true;
}

bool app_read_field(App *app, const Entity *kind, const Field *field, const char *typed,
                    Arena *arena, Value *ret, Err *err)
{
    ValueContext context = app_context(app);
    context.look = app_field_look(kind, field);
    if (!field_is_reference(field))
        return value_read(field, typed, &context, arena, ret, err);
    return read_reference(app, field, typed, ret, err) ||
           err_while(err, "%s", lang_text(field->title));
}

const char *app_name(App *app, Id id, Arena *arena)
{
    RecordHead head;
    if (id == 0 || !record_head(app->store, id, arena, &head, NULL) || !head.name)
        return "";
    return head.name;
}

/// "青葉商店 本店": the site, with its client before it where its name does not say it. One drives to
/// the site: where a screen has not room for both, a site whose name tells enough stands alone
/// ("函館渡辺病院", not the body that runs it; "本店" alone would tell nothing).
const char *place_name(const char *client, const char *site, Arena *arena)
{
    client = client ? client : "";
    if (!site || !*site)
        return client;
    int columns = text_width(site);
    bool alone = columns >= TELLING_COLUMNS && text_width(client) + 1 + columns > NAME_COLUMNS;
    return alone || strstr(site, client) ? site : arena_print(arena, "%s %s", client, site);
}
