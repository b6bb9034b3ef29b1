// SPDX-License-Identifier: GPL-3.0-or-later
// The command `import`: what a file would do, or does, in words and in numbers.
#include <string.h>

#include "core/act.h"
#include "import/import_columns.h"
#include "mawari/app/import.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"
#include "mawari/base/text.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"

enum {
    ROWS_SHOWN = 10,
    WHYS_SHOWN = 20,
    HEADER_WIDTH = 24,
    FIELD_WIDTH = 26,
    SAMPLE_WIDTH = 26,
    BESIDE_WIDTH = 28
};

static const char *const fate_names[] = {N_("new"), N_("changed"), N_("unchanged"), N_("doubtful"),
                                         N_("refused")};

/// {"new":…,"changed":…,"unchanged":…,"doubtful":…,"refused":…}, in rows of the file.
static char *import_json(const ImportPreview *preview, Arena *arena)
{
    static const char *const keys[] = {"new", "changed", "unchanged", "doubtful", "refused"};
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    for (size_t i = 0; i < FATE_COUNT; i++)
        json_whole(&json, keys[i], (int64_t)preview->fates[i]);
    json_close(&json, '}');
    buffer_add(&json.out, "\n");
    return json.out.text;
}

/// "574 rows: 570 new, 4 doubtful"; what there is none of is left out.
static void add_counts(Buffer *out, const ImportPreview *preview)
{
    buffer_print(out, ngettext("%zu row", "%zu rows", (unsigned long)preview->row_count),
                 preview->row_count);
    const char *sign = _(": ");
    for (size_t i = 0; i < FATE_COUNT; i++) {
        if (preview->fates[i] == 0)
            continue;
        buffer_print(out, _("%s%zu %s"), sign, preview->fates[i], _(fate_names[i]));
        sign = _(", ");
    }
    if (preview->gone_count)
        buffer_print(out, _("; %zu no longer in the list"), preview->gone_count);
}

/// Never dropped in silence.
static void add_left_out(Buffer *out, const ImportPreview *preview)
{
    const char *sign = "";
    for (size_t i = 0; i < preview->column_count; i++) {
        if (!import_leaves_out(&preview->columns[i]))
            continue;
        buffer_print(out, "%s%s", *sign ? sign : _("columns left out: "),
                     text_clean(preview->columns[i].header, false, out->arena));
        sign = _(", ");
    }
    if (*sign)
        buffer_add(out, "\n");
}

/// "Address: 札幌市北区99 | 札幌市北区5": in the file, and here.
static void add_beside(Buffer *out, App *app, const ImportPreview *preview, const ImportRow *row)
{
    ImportBeside *both;
    size_t count = import_beside(app, preview, row, out->arena, &both);
    for (size_t i = 0; i < count; i++)
        buffer_print(out, "    %s %s | %s\n",
                     text_pad(lang_text(both[i].field->title), 14, out->arena),
                     text_pad(both[i].file, BESIDE_WIDTH, out->arena), both[i].here);
}

/// What each changed row changes, also of rows far down the list.
static void add_changes(Buffer *out, const ImportPreview *preview)
{
    size_t shown = 0;
    for (size_t i = 0; i < preview->row_count && shown < WHYS_SHOWN; i++) {
        const ImportRow *row = &preview->rows[i];
        if (row->fate != FATE_CHANGED)
            continue;
        buffer_print(out, _("line %zu, %s: %s\n"), row->line, _(fate_names[row->fate]),
                     text_clean(row->why     ? row->why
                                : row->title ? row->title
                                             : "",
                                false, out->arena));
        shown++;
    }
    if (preview->fates[FATE_CHANGED] > shown)
        buffer_print(out, _("%zu more\n"), preview->fates[FATE_CHANGED] - shown);
}

static void add_whys(Buffer *out, App *app, const ImportPreview *preview)
{
    size_t shown = 0, all = preview->fates[FATE_DOUBTFUL] + preview->fates[FATE_REFUSED];
    for (size_t i = 0; i < preview->row_count && shown < WHYS_SHOWN; i++) {
        const ImportRow *row = &preview->rows[i];
        if (row->fate != FATE_DOUBTFUL && row->fate != FATE_REFUSED)
            continue;
        buffer_print(out, _("line %zu, %s: %s\n"), row->line, _(fate_names[row->fate]),
                     text_clean(row->why ? row->why : "", false, out->arena));
        add_beside(out, app, preview, row);
        shown++;
    }
    if (all > shown)
        buffer_print(out, _("%zu more\n"), all - shown);
}

/// Rows are stored all the same: what is known of a place then says that it is doubtful.
static void add_places(Buffer *out, const ImportPreview *preview)
{
    size_t shown = 0;
    for (size_t i = 0; i < preview->row_count && shown < WHYS_SHOWN; i++) {
        const ImportRow *row = &preview->rows[i];
        if (!row->place)
            continue;
        buffer_print(out, _("line %zu, position of %s: %s\n"), row->line,
                     text_clean(row->title ? row->title : "", false, out->arena),
                     text_clean(row->place, false, out->arena));
        shown++;
    }
    if (preview->places_doubtful > shown)
        buffer_print(out, _("%zu more\n"), preview->places_doubtful - shown);
}

/// They stay here: what is no client any more is the rep's to archive.
static void add_gone(Buffer *out, const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->gone_count && i < WHYS_SHOWN; i++)
        buffer_print(out, _("no longer in the list, still here: %s\n"),
                     text_clean(preview->gone[i], false, out->arena));
    if (preview->gone_count > WHYS_SHOWN)
        buffer_print(out, _("%zu more\n"), preview->gone_count - WHYS_SHOWN);
}

static const char *meaning_of(const ImportColumn *column, Arena *arena)
{
    if (column->tells == TELLS_VERSION)
        return "";
    if (column->kind)
        return arena_print(arena, "%s: %s%s", _(column->kind->title),
                           column->field ? _(column->field->title) : "",
                           column->tells == TELLS_UID ? " uid" : "");
    if (column->into_notes)
        return _("note");
    return import_leaves_out(column) ? _("(left out)") : "";
}

static void add_columns(Buffer *out, const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        buffer_print(out, "%s %s %s\n", text_pad(column->header, HEADER_WIDTH, out->arena),
                     text_pad(meaning_of(column, out->arena), FIELD_WIDTH, out->arena),
                     text_fit(column->sample, SAMPLE_WIDTH, out->arena));
    }
}

static void add_first_rows(Buffer *out, const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->row_count && i < ROWS_SHOWN; i++) {
        const ImportRow *row = &preview->rows[i];
        buffer_print(out, "%6zu  %s %s\n", row->line,
                     text_pad(_(fate_names[row->fate]), 10, out->arena),
                     text_clean(row->title ? row->title : "", false, out->arena));
    }
}

static char *preview_text(App *app, const ImportPreview *preview, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out, "%s, %s\n", preview->file, preview->charset);
    add_columns(&out, preview);
    buffer_add(&out, "\n");
    add_first_rows(&out, preview);
    buffer_add(&out, "\n");
    add_changes(&out, preview);
    add_whys(&out, app, preview);
    add_places(&out, preview);
    add_gone(&out, preview);
    add_counts(&out, preview);
    buffer_add(&out, "\n");
    return out.text;
}

static char *summary_text(App *app, const ImportPreview *preview, const char *rejects, Arena *arena)
{
    Buffer out = {.arena = arena};
    add_whys(&out, app, preview);
    add_left_out(&out, preview);
    add_gone(&out, preview);
    add_counts(&out, preview);
    if (rejects)
        buffer_print(&out, _("; what is left stands in %s"), rejects);
    buffer_add(&out, "\n");
    return out.text;
}

/// Nothing of the file could be used: then it is no import.
static bool is_usable(const ImportPreview *preview, Err *err)
{
    if (preview->fates[FATE_REFUSED] < preview->row_count)
        return true;
    const ImportRow *row = &preview->rows[0];
    return err_set(err, ERR_INPUT, _("%s, line %zu: %s"), preview->file, row->line, row->why);
}

static size_t gather_map(const Args *args, Arena *arena, FieldArg **ret)
{
    size_t count = 0;
    *ret = arena_array(arena, FieldArg, args->option_count);
    for (size_t i = 0; i < args->option_count; i++) {
        const FieldArg *option = &args->options[i];
        const char *sign = option->value ? strchr(option->value, '=') : NULL;
        if (strcmp(option->name + strspn(option->name, "-"), "map") != 0 || !sign)
            continue;
        size_t size = (size_t)(sign - option->value);
        (*ret)[count++] = (FieldArg){arena_copy_bytes(arena, option->value, size), sign + 1};
    }
    return count;
}

static void say_effect(App *app, const ImportPreview *preview, const char *rejects, Arena *arena,
                       Effect *ret)
{
    Buffer counts = {.arena = arena};
    add_counts(&counts, preview);
    ret->status = counts.text;
    ret->printed = summary_text(app, preview, rejects, arena);
    ret->json = import_json(preview, arena);
}

/// Of a store in which something was typed.
static bool keep_a_copy(App *app, Err *err)
{
    StepInfo *steps;
    size_t count = 0;
    if (!journal_list(app->store, 1, app->scratch, &steps, &count, err))
        return false;
    return count == 0 || backup_before(app->store, "import", err);
}

bool act_import(App *app, const Args *args, Effect *ret, Err *err)
{
    Arena *arena = app->scratch;
    ImportPreview preview = {0};
    FieldArg *map;
    size_t map_count = gather_map(args, arena, &map);
    bool notes = args_option(args, "notes") != NULL;
    const char *rejects = args_option(args, "rejects");
    if (!import_preview(app, args->text, args->file, map, map_count, notes, arena, &preview, err))
        return false;
    bool only_looked_at = args_option(args, "preview") != NULL;
    if (only_looked_at) {
        ret->printed = preview_text(app, &preview, arena);
        ret->json = import_json(&preview, arena);
        return !rejects || import_rejects(app, &preview, rejects, err);
    }
    if (rejects && !import_rejects(app, &preview, rejects, err))
        return false;
    int64_t before = store_revision(app->store);
    if (!is_usable(&preview, err) || !keep_a_copy(app, err) || !import_store(app, &preview, err))
        return false;
    ret->changed = ret->undoable = store_revision(app->store) != before;
    say_effect(app, &preview, rejects, arena, ret);
    return true;
}
