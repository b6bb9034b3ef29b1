// SPDX-License-Identifier: GPL-3.0-or-later
// `reasons WHO [DATE]`: everything for which one would come, a line each.
#include "core/act.h"
#include "mawari/app/brief.h"
#include "mawari/app/reasons.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"
#include "mawari/base/text.h"

enum { SOURCE_COLUMNS = 12, DAY_COLUMNS = 11 };

static void print_reason(const App *app, Buffer *out, const Reason *reason, Arena *arena)
{
    const char *by = reason->by == NONE ? "" : day_text(reason->by, app->today, arena);
    buffer_print(out, "%s %s %s", text_pad(lang_text(reason_title(reason)), SOURCE_COLUMNS, arena),
                 text_pad(by, DAY_COLUMNS, arena), reason->text);
    buffer_print(out, "%s%s\n", reason->more ? "  " : "", reason->more ? reason->more : "");
}

static const char *as_text(App *app, Id client, Day day, const Reasons *reasons)
{
    Arena *arena = app->scratch;
    Buffer out = {.arena = arena};
    buffer_print(&out, _("%s, %s: %s\n"), app_name(app, client, arena),
                 day_text_full(day, app->today, arena), reasons_purpose(reasons, arena));
    for (size_t i = 0; i < reasons->count; i++)
        print_reason(app, &out, &reasons->rows[i], arena);
    return buffer_text(&out);
}

static const char *as_json(App *app, Id client, Day day, const Reasons *reasons)
{
    Arena *arena = app->scratch;
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    json_text(&json, "client", app_name(app, client, arena));
    json_whole(&json, "client_id", client);
    json_text(&json, "day", day_iso(day, arena));
    json_text(&json, "purpose", reasons->count ? reasons_purpose(reasons, arena) : NULL);
    json_open(&json, "reasons", '[');
    for (size_t i = 0; i < reasons->count; i++) {
        const Reason *reason = &reasons->rows[i];
        json_open(&json, NULL, '{');
        json_text(&json, "source", reason_source(reason));
        json_text(&json, "text", reason->text);
        json_text(&json, "more", reason->more);
        json_text(&json, "by", reason->by == NONE ? NULL : day_iso(reason->by, arena));
        json_text(&json, "kind", reason->kind->name);
        json_whole(&json, "id", reason->id);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    return buffer_text(&json.out);
}

bool act_reasons(App *app, const Args *args, Effect *ret, Err *err)
{
    const Entity *kind;
    BriefOf of;
    Reasons reasons;
    Day day = args->day == NONE ? app->today : args->day;
    if (!act_needs(args, 1, err) || !act_kind(app, args->ids[0], &kind, err) ||
        !brief_of(app, kind, args->ids[0], app->scratch, &of, err) ||
        !reasons_of(app, of.client, of.site, day, app->scratch, &reasons, err))
        return false;
    ret->printed = as_text(app, of.client, day, &reasons);
    ret->json = as_json(app, of.client, day, &reasons);
    return true;
}
