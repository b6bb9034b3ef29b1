// SPDX-License-Identifier: GPL-3.0-or-later
// `show` and `search`: a record with a section for every kind that refers to it; hits.
#include <stdio.h>

#include "cli.h"
#include "mawari/app/places.h"
#include "mawari/app/print.h"
#include "mawari/app/slipping.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "mawari/view/print.h"

enum { HITS = 100 };

/// One record as a table of one row, references by name.
static bool read_row(Cli *cli, const Entity *kind, Id id, bool listed, Table *ret, Err *err)
{
    ListQuery query = {.kind = kind, .today = cli->app->today, .archived = true};
    if (!listed)
        query.columns = cli_all_fields(cli, kind, cli->arena, &query.column_count);
    if (!list_read(cli->app->store, &query, LIST_AT, id, 1, cli->arena, ret, err))
        return false;
    return (ret->rows && ret->ids[0] == id) ||
           err_set(err, ERR_NOT_FOUND, _("there is no %s %lld"), _(kind->title), (long long)id);
}

/// What is kept by commands only is shown where lists show it as well.
static bool is_shown(const Table *row, size_t c)
{
    unsigned flags = row->columns[c]->flags;
    return row->cells[c].value.kind != V_NONE && (!(flags & HIDDEN) || (flags & LISTED));
}

/// A field as it is shown, and what is to be said beside it.
static const char *shown_with_note(Cli *cli, const Entity *kind, const void *record,
                                   const Table *row, size_t c)
{
    const char *shown = cli_cell_shown(cli, row, 0, c, cli->arena);
    const char *note = app_place_note(cli->app, kind, row->columns[c], record, cli->arena);
    return note ? arena_print(cli->arena, "%s %s", shown, note) : shown;
}

static bool print_fields(Cli *cli, const Entity *kind, Id id, const Table *row, Err *err)
{
    void *record = arena_take(cli->arena, kind->size);
    if (!record_get(cli->app->store, kind, id, cli->arena, record, err))
        return false;
    int widest = 0;
    for (size_t c = 0; c < row->column_count; c++) {
        int width = text_width(_(row->columns[c]->title));
        if (is_shown(row, c) && width > widest)
            widest = width;
    }
    for (size_t c = 0; c < row->column_count; c++) {
        if (!is_shown(row, c))
            continue;
        const char *shown = shown_with_note(cli, kind, record, row, c);
        cli_print(cli, arena_print(cli->arena, "  %s  %s\n",
                                   text_pad(_(row->columns[c]->title), widest, cli->arena),
                                   text_clean(shown, false, cli->arena)));
    }
    return true;
}

/// A part in one line: its listed columns but for the one that leads back.
static void print_part(Cli *cli, const Table *row, Id of)
{
    Buffer line = {.arena = cli->arena};
    buffer_print(&line, "%6lld", (long long)row->ids[0]);
    for (size_t c = 0; c < row->column_count; c++) {
        const char *shown = cli_cell_shown(cli, row, 0, c, cli->arena);
        if (*shown && row->cells[c].ref != of)
            buffer_print(&line, "  %s", text_clean(shown, false, cli->arena));
    }
    buffer_add(&line, "\n");
    cli_print(cli, buffer_text(&line));
}

typedef struct Section {
    const Entity *kind;
    Id *ids;
    size_t count, room;
} Section;

static void add_ids(Section *section, const Id *ids, size_t count, Arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        bool there = false;
        for (size_t j = 0; j < section->count; j++)
            there = there || section->ids[j] == ids[i];
        if (there)
            continue;
        section->ids = arena_more(arena, section->ids, section->count, &section->room, sizeof *ids);
        section->ids[section->count++] = ids[i];
    }
}

/// The records of one kind that refer to `of` by any of their fields.
static bool read_section(Cli *cli, const Entity *of_kind, Id of, Section *section, Err *err)
{
    const Entity *kind = section->kind;
    for (size_t f = 0; f < kind->count; f++) {
        const Field *field = &kind->fields[f];
        Id *ids;
        size_t count;
        if ((field->flags & HIDDEN) || !field_is_reference(field) ||
            !field_refers_to(field, of_kind))
            continue;
        if (!record_ids_shown_by(cli->app->store, kind, field, of, cli->arena, &ids, &count, err))
            return false;
        add_ids(section, ids, count, cli->arena);
    }
    return true;
}

static bool print_section(Cli *cli, const Section *section, Id of, Err *err)
{
    if (section->count == 0)
        return true;
    cli_print(cli,
              arena_print(cli->arena, "\n%s (%zu)\n", _(section->kind->titles), section->count));
    for (size_t i = 0; i < section->count; i++) {
        Table row;
        if (!read_row(cli, section->kind, section->ids[i], true, &row, err))
            return false;
        print_part(cli, &row, of);
    }
    return true;
}

static bool section_json(Cli *cli, Json *json, const Section *section, Err *err)
{
    if (section->count == 0)
        return true;
    json_open(json, section->kind->plural, '[');
    for (size_t i = 0; i < section->count; i++) {
        Table row;
        if (!read_row(cli, section->kind, section->ids[i], false, &row, err))
            return false;
        cli_row_json(cli, json, &row, 0);
    }
    json_close(json, ']');
    return true;
}

static bool each_section(Cli *cli, const Entity *kind, Id id, Json *json, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t k = 0; k < count; k++) {
        Section section = {.kind = kinds[k]};
        if (!read_section(cli, kind, id, &section, err))
            return false;
        if (json ? !section_json(cli, json, &section, err) : !print_section(cli, &section, id, err))
            return false;
    }
    return true;
}

/// {"id": …, every field, "sections": {"sites": […], …}}: counts and sections may share a name.
static bool show_json(Cli *cli, const Entity *kind, const Table *row, Err *err)
{
    Json fields, json;
    json_start(&fields, cli->arena);
    cli_row_json(cli, &fields, row, 0);
    char *object = arena_copy(cli->arena, buffer_text(&fields.out));
    object[fields.out.size - 1] = '\0'; // its closing bracket: the sections follow inside

    json_start(&json, cli->arena);
    json_open(&json, NULL, '{');
    if (!each_section(cli, kind, row->ids[0], &json, err))
        return false;
    json_close(&json, '}');
    cli_print_exact(
        cli, arena_print(cli->arena, "%s,\"sections\":%s}\n", object, buffer_text(&json.out)));
    return true;
}

bool cli_show(Cli *cli, const Args *args, Err *err)
{
    Table row;
    Id id = args->ids[0];
    if (!read_row(cli, args->kind, id, false, &row, err))
        return false;
    if (cli->options->json)
        return show_json(cli, args->kind, &row, err);
    cli_print(cli, arena_print(cli->arena, "%s %lld\n", _(args->kind->title), (long long)id));
    return print_fields(cli, args->kind, id, &row, err) &&
           each_section(cli, args->kind, id, NULL, err);
}

/// Before a meeting: what `report` says of it. By uid, for its number might be a day's.
static bool meeting_sheet(Cli *cli, const Args *args, const char *uid, Err *err)
{
    const FieldArg what = {"what", uid};
    Args report = *args;
    Effect effect;
    report.fields = &what;
    report.field_count = 1;
    if (!command_run(cli->app, command_named("report"), &report, &effect, err))
        return false;
    cli_print_effect(cli, &effect);
    return true;
}

static bool sheet_as_pdf(Cli *cli, const char *text, const char *file, Err *err)
{
    int pages = 0;
    const Page page = page_of_text(text, cli->arena);
    Effect effect = {0};
    if (!print_pdf(&page, file, &pages, err))
        return false;
    effect.status = arena_print(cli->arena, _("%s: %s, pages: %d"), _("Sheet"), file, pages);
    cli_print_effect(cli, &effect);
    return true;
}

bool cli_sheet(Cli *cli, const Args *args, Err *err)
{
    RecordHead head;
    const char *text, *file = args_option(args, "--pdf");
    if (!record_head(cli->app->store, args->ids[0], cli->arena, &head, err))
        return false;
    if (head.kind == &entity_meeting)
        return meeting_sheet(cli, args, head.uid, err);
    if (cli->options->json && !file) { // the fields themselves
        Args shown = *args;
        shown.kind = head.kind;
        return cli_show(cli, &shown, err);
    }
    if (!view_sheet_text(cli->app, head.kind, head.id, cli_text_columns(), cli->options->plain,
                         cli->arena, &text, err))
        return false;
    if (file)
        return sheet_as_pdf(cli, text, file, err);
    cli_print(cli, text);
    return true;
}

static const char *hit_by(HitBy by)
{
    static const char *const words[] = {[HIT_READING] = "reading",
                                        [HIT_NAME] = "name",
                                        [HIT_PHONE] = "telephone",
                                        [HIT_TEXT] = "text",
                                        [HIT_SIGNAL] = "signal"};
    return words[by];
}

static void print_hits_json(Cli *cli, const Hit *hits, size_t count)
{
    Json json;
    json_start(&json, cli->arena);
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(&json, NULL, '{');
        json_whole(&json, "id", hits[i].id);
        json_text(&json, "kind", hits[i].kind->name);
        json_text(&json, "name", hits[i].name);
        json_text(&json, "where", hits[i].where);
        json_text(&json, "part", hits[i].part);
        json_text(&json, "by", hit_by(hits[i].by));
        json_close(&json, '}');
    }
    json_close(&json, ']');
    cli_print_json(cli, &json);
}

static void print_hit(Cli *cli, const Hit *hit)
{
    Arena *arena = cli->arena;
    Buffer line = {.arena = arena};
    buffer_print(&line, "%6lld  %s  %s", (long long)hit->id,
                 text_pad(_(hit->kind->title), 14, arena),
                 text_clean(hit->name ? hit->name : "", false, arena));
    if (hit->where)
        buffer_print(&line, "  (%s)", text_clean(hit->where, false, arena));
    if (hit->part && hit->by != HIT_NAME)
        buffer_print(&line, "  %s", text_clean(hit->part, false, arena));
    buffer_add(&line, "\n");
    cli_print(cli, buffer_text(&line));
}

bool cli_search(Cli *cli, const Args *args, Err *err)
{
    Hit *hits;
    size_t count;
    if (!search_with_signals(cli->app, args->text, HITS, cli->arena, &hits, &count, err))
        return false;
    if (cli->options->json) {
        print_hits_json(cli, hits, count);
        return true;
    }
    for (size_t i = 0; i < count; i++)
        print_hit(cli, &hits[i]);
    return true;
}
