// SPDX-License-Identifier: GPL-3.0-or-later
// The load list as text and as JSON; what is put into the car, and what is heavy.
#include "core/act.h"
#include "mawari/app/loading.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

// --- printing

static void print_row(Buffer *out, const LoadRow *row, Arena *arena)
{
    buffer_print(out, "  [%s] %s %s  %s%s\n", row->loading && !row->left_over ? "x" : " ",
                 row->heavy ? _("kg") : "  ", text_pad(row->what, 34, arena),
                 row->who ? row->who : "", row->left_over ? _("  ! nobody took it") : "");
}

/// "15:40 渡邊工務店": the head of what goes to one stop, or of what comes back.
static void print_head(Buffer *out, const LoadSheet *sheet, size_t at, Arena *arena)
{
    const LoadRow *row = &sheet->rows[at], *before = at ? row - 1 : NULL;
    if (row->part == LOAD_BACK && (!before || before->part == LOAD_TAKE))
        buffer_print(out, "%s%s\n", at ? "\n" : "", _("comes back"));
    if (load_begins_stop(row, before))
        buffer_print(out, "%s  %s\n",
                     text_pad(row->hour == NONE && row->visit ? "~" : minute_text(row->hour, arena),
                              5, arena),
                     row->place);
}

static const char *as_text(const LoadSheet *sheet, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (sheet->count == 0)
        return arena_print(arena, "%s\n", _("Nothing is to be loaded, and nothing comes back"));
    const char *line = load_line(sheet, arena);
    buffer_print(&out, "%s\n", *line ? line : _("everything is in the car"));
    if (sheet->things)
        buffer_print(&out, "%s\n\n", _("the last stop first, heavy (kg) things first"));
    for (size_t i = 0; i < sheet->count; i++) {
        print_head(&out, sheet, i, arena);
        print_row(&out, &sheet->rows[i], arena);
    }
    return buffer_text(&out);
}

static void row_json(Json *json, const LoadRow *row, Arena *arena)
{
    json_open(json, NULL, '{');
    json_text(json, "part", row->part == LOAD_TAKE ? "take" : "back");
    json_text(json, "kind", row->kind->name);
    json_whole(json, "id", row->id);
    json_text(json, "what", row->what);
    json_text(json, "who", row->who);
    json_text(json, "place", row->place);
    json_text(json, "hour", row->hour == NONE ? NULL : minute_text(row->hour, arena));
    if (row->visit)
        json_whole(json, "visit_id", row->visit);
    else
        json_null(json, "visit_id");
    json_bool(json, "heavy", row->heavy);
    json_bool(json, "loaded", row->loading != 0);
    json_bool(json, "left_over", row->left_over);
    json_close(json, '}');
}

static const char *as_json(const LoadSheet *sheet, Arena *arena)
{
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < sheet->count; i++)
        row_json(&json, &sheet->rows[i], arena);
    json_close(&json, ']');
    return buffer_text(&json.out);
}

static Day day_of(const App *app, const Args *args)
{
    return args->day != NONE ? args->day : app->today;
}

bool act_load(App *app, const Args *args, Effect *ret, Err *err)
{
    LoadSheet sheet;
    if (!load_sheet(app, day_of(app, args), app->scratch, &sheet, err))
        return false;
    ret->printed = as_text(&sheet, app->scratch);
    ret->json = as_json(&sheet, app->scratch);
    return true;
}

// --- ticking at the car

/// One of several is not in the car yet: then all of them are put there.
static bool any_outside(App *app, const Args *args, bool *ret, Err *err)
{
    *ret = false;
    for (size_t i = 0; i < args->id_count; i++) {
        Id loading;
        if (!query_loaded_on(app->store, args->ids[i], day_of(app, args), &loading, err))
            return false;
        *ret = *ret || !loading;
    }
    return true;
}

static bool put_in(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Id there;
    Loading loading;
    if (!query_loaded_on(app->store, id, day_of(app, args), &there, err))
        return false;
    if (there)
        return true;
    record_blank(&entity_loading, &loading, app->today, app->scratch);
    loading.day = day_of(app, args);
    loading.of = id;
    loading.note = act_name(app, id);
    return record_put(step, &entity_loading, 0, &loading, NULL, err);
}

static bool take_out(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Id there;
    return query_loaded_on(app->store, id, day_of(app, args), &there, err) &&
           (!there || record_archive(step, there, err));
}

bool act_loaded(App *app, const Args *args, Effect *ret, Err *err)
{
    bool in;
    if (!act_needs(args, 1, err) || !any_outside(app, args, &in, err) ||
        !act_each(app, "loaded", args, args->id_count, in ? put_in : take_out, ret, err))
        return false;
    const char *names = act_names(app, args->ids, args->id_count);
    act_say(app, ret, in ? _("In the car: %s") : _("Out of the car again: %s"), names);
    return true;
}

// --- heavy

static bool turn_heavy(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind;
    (void)args;
    if (!act_kind(app, id, &kind, err))
        return false;
    const Field *field = entity_own_field(kind, "heavy");
    void *record = arena_take(app->scratch, kind->size);
    if (!field)
        return err_set(err, ERR_INPUT, _("%s: only what can be loaded is heavy"),
                       act_name(app, id));
    if (!record_get(app->store, kind, id, app->scratch, record, err))
        return false;
    bool is = value_of(field, record).whole == 1;
    value_put(field, record, is ? value_none() : value_whole(1), app->scratch);
    return act_put(app, step, kind, id, record, NULL, err);
}

bool act_heavy(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "heavy", args, args->id_count, turn_heavy, ret, err))
        return false;
    act_say(app, ret, _("Heavy, or not any more: %s"), act_names(app, args->ids, args->id_count));
    return true;
}
