// SPDX-License-Identifier: GPL-3.0-or-later
// `friday`: the four parts one below the other; `slipping WHO`: why one client is on the list.
#include "core/act.h"
#include "mawari/app/brief.h"
#include "mawari/app/friday.h"
#include "mawari/app/slipping.h"
#include "mawari/app/week_plan.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"
#include "mawari/base/text.h"

enum { NAME_COLUMNS = 26, DAY_COLUMNS = 8 };

static void print_row(Buffer *out, const FridayRow *row, Arena *arena)
{
    const char *name = text_pad(row->name, row->kind ? NAME_COLUMNS : DAY_COLUMNS, arena);
    buffer_print(out, "%s%s  %s%s%s\n", row->kind ? "  " : "    ", name, row->text,
                 *row->more ? "  · " : "", row->more);
}

static void part_json(Json *json, const FridaySheet *sheet)
{
    for (size_t i = 0; i < sheet->count; i++) {
        const FridayRow *row = &sheet->rows[i];
        json_open(json, NULL, '{');
        json_text(json, "kind", row->kind ? row->kind->name : "signal");
        json_whole(json, "id", row->id);
        json_whole(json, "client_id", row->client);
        json_text(json, row->kind ? "name" : "day", row->name);
        json_text(json, "text", row->text);
        json_text(json, "more", *row->more ? row->more : NULL);
        json_close(json, '}');
    }
}

static bool add_part(App *app, FridayPart part, Buffer *out, Json *json, Err *err)
{
    static const char *const keys[] = {"slipping", "contracts", "unseen"};
    FridaySheet sheet;
    if (!friday_sheet(app, part, app->scratch, &sheet, err))
        return false;
    buffer_print(out, "%s\n%s\n", sheet.title, sheet.about);
    for (size_t i = 0; i < sheet.count; i++)
        print_row(out, &sheet.rows[i], app->scratch);
    buffer_add(out, "\n");
    json_open(json, keys[part], '[');
    part_json(json, &sheet);
    json_close(json, ']');
    return true;
}

/// Next week as `plan week` has it, looked for as long as the screen looks at first.
static bool add_week(App *app, Buffer *out, const char **ret_json, Err *err)
{
    Effect week = {0};
    const FieldArg effort = {"--nodes", arena_print(app->scratch, "%d", (int)WEEK_EFFORT_FIRST)};
    const Args args = {.day = NONE, .minute = NONE, .options = &effort, .option_count = 1};
    if (!act_week(app, &args, &week, err))
        return false;
    buffer_add(out, week.printed);
    *ret_json = week.json;
    return true;
}

bool act_friday(App *app, const Args *args, Effect *ret, Err *err)
{
    Buffer out = {.arena = app->scratch};
    const char *week;
    Json json;
    (void)args;
    json_start(&json, app->scratch);
    json_open(&json, NULL, '{');
    for (int part = 0; part < FRIDAY_WEEK; part++)
        if (!add_part(app, (FridayPart)part, &out, &json, err))
            return false;
    if (!add_week(app, &out, &week, err))
        return false;
    ret->printed = buffer_text(&out);
    buffer_print(&json.out, ",\"week\":%s}", week); // a document already
    ret->json = buffer_text(&json.out);
    return true;
}

bool act_slipping(App *app, const Args *args, Effect *ret, Err *err)
{
    const Entity *kind;
    BriefOf of;
    if (!act_needs(args, 1, err) || !act_kind(app, args->ids[0], &kind, err) ||
        !brief_of(app, kind, args->ids[0], app->scratch, &of, err))
        return false;
    ret->printed = slipping_why(app, of.client, app->scratch, err);
    return ret->printed != NULL;
}
