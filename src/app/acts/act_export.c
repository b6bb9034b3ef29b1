// SPDX-License-Identifier: GPL-3.0-or-later
// Everything out again: a kind as CSV (RFC 4180), all kinds as JSON.
#include <string.h>

#include "core/act.h"
#include "core/record_version.h"
#include "mawari/app/find.h"
#include "mawari/app/slipping.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/model/filter.h"
#include "mawari/store/list.h"

static const char byte_mark[] = "\xEF\xBB\xBF"; // by which Excel knows UTF-8

typedef struct Export {
    App *app;
    const Entity *kind;
    Arena *names; // of one record, emptied for each
    Buffer out;
    Json json;
    bool for_excel;
} Export;

static bool is_shown(const App *app, const Field *field)
{
    return app->reveal || !(field->flags & (MASKED | DISCREET));
}

/// A note on what to avoid is discreet as a whole.
static bool is_shown_row(const App *app, const Entity *kind, const void *record)
{
    const Field *discreet = entity_discreet_field(kind);
    return app->reveal || !discreet || value_of(discreet, record).whole != 1;
}

/// A sheet program would compute what begins with one of these, wide forms included.
static bool begins_a_formula(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

/// A code with zeros in front, a block number that looks like a day, "1e5": a sheet program would
/// make numbers and days of these and save those.
static bool is_taken_for_a_number(const char *text)
{
    enum { LONGEST = 10 }; // telephones are longer and safe
    size_t size = strlen(text), digits = strspn(text, "0123456789");
    if (digits == 0 || strspn(text, "0123456789-/.:,eE+") != size)
        return false;
    return digits == size ? text[0] == '0' && size > 1 : size <= LONGEST;
}

static void csv_cell(Export *export, const char *text, bool is_text)
{
    Buffer *out = &export->out;
    bool guard = export->for_excel && is_text &&
                 (begins_a_formula(text) || is_taken_for_a_number(text));
    if (!guard && !strpbrk(text, "\",\r\n")) {
        buffer_add(out, text);
        return;
    }
    buffer_add(out, guard ? "\"\t" : "\"");
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            buffer_add(out, "\"");
        buffer_add_bytes(out, at, 1);
    }
    buffer_add(out, "\"");
}

static void csv_header(Export *export)
{
    buffer_print(&export->out, "%suid,version", export->for_excel ? byte_mark : "");
    for (size_t i = 0; i < export->kind->count; i++) {
        const Field *field = &export->kind->fields[i];
        if (!is_shown(export->app, field))
            continue;
        buffer_print(&export->out, ",%s", field->name);
        if (field_is_reference(field))
            buffer_print(&export->out, ",%s_uid", field->name);
    }
    buffer_add(&export->out, "\r\n");
}

static void csv_reference(Export *export, Id id)
{
    RecordHead head = {0};
    if (id && !record_head(export->app->store, id, export->names, &head, NULL))
        head = (RecordHead){0};
    csv_cell(export, head.name ? head.name : "", true);
    buffer_add(&export->out, ",");
    csv_cell(export, head.uid ? head.uid : "", false);
}

static bool csv_row(void *context, Id id, const void *record, Err *err)
{
    Export *export = context;
    RecordHead head;
    ValueContext values = app_context(export->app);
    if (!is_shown_row(export->app, export->kind, record))
        return true;
    arena_empty(export->names);
    if (!record_head(export->app->store, id, export->names, &head, err))
        return false;
    buffer_print(
        &export->out, "%s,%s", head.uid,
        record_version(export->app, export->kind, record, export->app->reveal, export->names));
    for (size_t i = 0; i < export->kind->count; i++) {
        const Field *field = &export->kind->fields[i];
        if (!is_shown(export->app, field))
            continue;
        Value value = value_of(field, record);
        buffer_add(&export->out, ",");
        if (field_is_reference(field))
            csv_reference(export, value.kind == V_WHOLE ? value.whole : 0);
        else
            csv_cell(export, value_plain(field, value, &values, export->names),
                     value.kind == V_TEXT);
    }
    buffer_add(&export->out, "\r\n");
    return true;
}

enum { CSV_PAGE = 500 };

/// Only what fits the filter, in its order.
static bool csv_fitting(Export *export, const char *filter, Err *err)
{
    App *app = export->app;
    ListQuery query = {.kind = export->kind, .today = app->today};
    Arena *page = arena_open();
    Table found = {.rows = 1};
    bool good = app_filter(app, export->kind, filter, app->scratch, &query.filter, err);
    for (Id last = 0; good && found.rows;) {
        arena_empty(page);
        good = list_read(app->store, &query, last ? LIST_AFTER : LIST_FIRST, last, CSV_PAGE, page,
                         &found, err);
        for (size_t i = 0; good && i < found.rows; i++) {
            void *record = arena_take(page, export->kind->size);
            good = record_get(app->store, export->kind, found.ids[i], page, record, err) &&
                   csv_row(export, found.ids[i], record, err);
        }
        last = good && found.rows ? found.ids[found.rows - 1] : 0;
    }
    arena_close(page);
    return good;
}

/// Into the file that was named, else to standard output.
static bool hand_out(App *app, const Args *args, const char *what, const Buffer *out, Effect *ret,
                     Err *err)
{
    const char *file = args_option(args, "-o");
    if (!file || strcmp(file, "-") == 0) {
        ret->printed = buffer_text(out);
        return true;
    }
    if (!file_write(file, buffer_text(out), out->size, 0600, err))
        return false;
    ret->status = arena_print(app->scratch, _("Wrote %s to %s"), what, file);
    return true;
}

bool act_export_csv(App *app, const Args *args, Effect *ret, Err *err)
{
    Export export = {.app = app,
                     .kind = args->kind,
                     .names = arena_open(),
                     .out = {.arena = app->scratch},
                     .for_excel = args_option(args, "--for-excel") != NULL};
    csv_header(&export);
    bool done = args->text && *args->text
                    ? csv_fitting(&export, args->text, err)
                    : record_each(app->store, args->kind, false, csv_row, &export, err);
    arena_close(export.names);
    return done && hand_out(app, args, _(args->kind->titles), &export.out, ret, err);
}

static void csv_signal(Export *export, const Signal *signal)
{
    App *app = export->app;
    arena_empty(export->names);
    csv_reference(export, signal->client);
    const char *const cells[] = {
        day_iso(signal->day, export->names), words_by_value(&words_retreat, signal->rule)->code,
        signal_fact(app, signal, export->names), lang_text(retreat_rule_text(signal->rule)),
        lang_text(retreat_clears(signal->rule))};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        buffer_add(&export->out, ",");
        csv_cell(export, cells[i], i > 0);
    }
    buffer_add(&export->out, "\r\n");
}

/// Steps back are no records: they go out as what they say, and never come in.
bool act_export_signals(App *app, const Args *args, Effect *ret, Err *err)
{
    Signals signals;
    Export export = {.app = app,
                     .out = {.arena = app->scratch},
                     .for_excel = args_option(args, "--for-excel") != NULL};
    if (!query_signals_between(app->store, app->today - RETREAT_DAYS, app->today, app->scratch,
                               &signals, err))
        return false;
    export.names = arena_open();
    buffer_print(&export.out, "%sclient,client_uid,day,signal,text,rule,cleared_by\r\n",
                 export.for_excel ? byte_mark : "");
    for (size_t i = 0; i < signals.count; i++)
        csv_signal(&export, &signals.rows[i]);
    arena_close(export.names);
    return hand_out(app, args, _("steps back"), &export.out, ret, err);
}

static void json_reference(Export *export, const Field *field, Id id)
{
    RecordHead head = {0};
    if (id && !record_head(export->app->store, id, export->names, &head, NULL))
        head = (RecordHead){0};
    json_text(&export->json, field->name, head.name);
    json_text(&export->json, arena_print(export->names, "%s_uid", field->name), head.uid);
}

static bool json_row(void *context, Id id, const void *record, Err *err)
{
    Export *export = context;
    RecordHead head;
    ValueContext values = app_context(export->app);
    if (!is_shown_row(export->app, export->kind, record))
        return true;
    arena_empty(export->names);
    if (!record_head(export->app->store, id, export->names, &head, err))
        return false;
    json_open(&export->json, NULL, '{');
    json_text(&export->json, "uid", head.uid);
    json_bool(&export->json, "archived", head.archived);
    for (size_t i = 0; i < export->kind->count; i++) {
        const Field *field = &export->kind->fields[i];
        Value value = value_of(field, record);
        if (!is_shown(export->app, field))
            continue;
        if (field_is_reference(field))
            json_reference(export, field, value.kind == V_WHOLE ? value.whole : 0);
        else
            value_json(&export->json, field, value, &values);
    }
    json_close(&export->json, '}');
    return true;
}

static bool json_kinds(Export *export, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    json_open(&export->json, NULL, '{');
    for (size_t i = 0; i < count; i++) {
        export->kind = kinds[i];
        json_open(&export->json, kinds[i]->plural, '[');
        if (!record_each(export->app->store, kinds[i], true, json_row, export, err))
            return false;
        json_close(&export->json, ']');
    }
    json_close(&export->json, '}');
    return true;
}

bool act_export_json(App *app, const Args *args, Effect *ret, Err *err)
{
    Export export = {.app = app, .names = arena_open()};
    json_start(&export.json, app->scratch);
    bool done = json_kinds(&export, err);
    arena_close(export.names);
    if (!done)
        return false;
    buffer_add(&export.json.out, "\n");
    if (!hand_out(app, args, _("everything"), &export.json.out, ret, err))
        return false;
    ret->json = ret->printed; // it is a document as it is
    return true;
}
