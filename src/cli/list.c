// SPDX-License-Identifier: GPL-3.0-or-later
// `list`: a kind's records as an aligned table or as a JSON array, page by page.
#include <stdio.h>

#include "cli.h"
#include "mawari/app/find.h"
#include "mawari/app/handling.h"
#include "mawari/app/rounds.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { PAGE = 500, GAP = 2, ID_COLUMNS = 6, SHORTEST = 4 };

const Field *const *cli_all_fields(const Cli *cli, const Entity *kind, Arena *arena,
                                   size_t *ret_count)
{
    size_t count = 0;
    const Field **fields = arena_array(arena, const Field *, kind->count + kind->derived_count);
    for (size_t i = 0; i < kind->count; i++)
        if (cli->app->reveal || !(kind->fields[i].flags & DISCREET))
            fields[count++] = &kind->fields[i];
    for (size_t i = 0; i < kind->derived_count; i++)
        fields[count++] = &kind->derived[i];
    *ret_count = count;
    return fields;
}

static bool is_masked(const Cli *cli, const Field *field)
{
    return (field->flags & MASKED) && !cli->app->reveal;
}

const char *cli_cell_shown(Cli *cli, const Table *table, size_t row, size_t column, Arena *arena)
{
    const Field *field = table->columns[column];
    const TableCell *cell = &table->cells[row * table->column_count + column];
    ValueContext context = app_context(cli->app);
    if (cell->value.kind == V_NONE)
        return "";
    if (is_masked(cli, field))
        return "***";
    if (field_is_reference(field))
        return cell->value.text ? cell->value.text : "";
    if (field_is_door_state(field))
        return *doors_shown(cli->app, &table->ids[row], &cell->value.text, 1, arena);
    const char *shown = cell_shown(table, row, column, &context, arena);
    bool said = table->kind == &entity_incident && field == entity_name_field(&entity_incident);
    return said ? words_said(cli->app, table->ids[row], shown, arena) : shown;
}

static void cell_json(Cli *cli, Json *json, const Field *field, const TableCell *cell)
{
    ValueContext context = app_context(cli->app);
    if (!field_is_reference(field)) {
        value_json(json, field, is_masked(cli, field) ? value_none() : cell->value, &context);
        return;
    }
    const char *id_key = arena_print(json->out.arena, "%s_id", field->name);
    json_text(json, field->name, cell->value.kind == V_TEXT ? cell->value.text : NULL);
    if (cell->ref)
        json_whole(json, id_key, cell->ref);
    else
        json_null(json, id_key);
}

void cli_row_json(Cli *cli, Json *json, const Table *table, size_t row)
{
    RecordHead head = {0};
    Id id = table->ids[row];
    json_open(json, NULL, '{');
    json_whole(json, "id", id);
    if (record_head(cli->app->store, id, json->out.arena, &head, NULL))
        json_text(json, "uid", head.uid);
    for (size_t c = 0; c < table->column_count; c++)
        cell_json(cli, json, table->columns[c], &table->cells[row * table->column_count + c]);
    json_close(json, '}');
}

typedef struct Sheet {
    const char **texts; // rows × columns
    int *widths;
    bool *right;
    int room; // of the terminal, 0: as wide as it takes
} Sheet;

static bool is_number(const Field *field)
{
    return field->type == T_WHOLE || field->type == T_YEN || field->type == T_MINUTES;
}

/// All doors of a page are asked for at once.
static const char *const *column_of_doors(Cli *cli, const Table *table, size_t column, Arena *arena)
{
    const char **states = arena_array(arena, const char *, table->rows);
    for (size_t row = 0; row < table->rows; row++)
        states[row] = table->cells[row * table->column_count + column].value.text;
    return doors_shown(cli->app, table->ids, states, table->rows, arena);
}

static void measure_column(Cli *cli, const Table *table, size_t column, Arena *arena, Sheet *sheet)
{
    const Field *field = table->columns[column];
    const char *const *doors = field_is_door_state(field)
                                   ? column_of_doors(cli, table, column, arena)
                                   : NULL;
    sheet->widths[column] = text_width(_(field->title));
    sheet->right[column] = is_number(field);
    for (size_t row = 0; row < table->rows; row++) {
        const char *shown = doors ? doors[row] : cli_cell_shown(cli, table, row, column, arena);
        const char *text = text_clean(shown, false, arena);
        int width = text_width(text);
        sheet->texts[row * table->column_count + column] = text;
        sheet->widths[column] = width > sheet->widths[column] ? width : sheet->widths[column];
    }
}

static void measure(Cli *cli, const Table *table, Arena *arena, Sheet *sheet)
{
    sheet->texts = arena_array(arena, const char *, table->rows * table->column_count);
    for (size_t column = 0; column < table->column_count; column++)
        measure_column(cli, table, column, arena, sheet);
}

static int total(const Sheet *sheet, size_t columns)
{
    int all = ID_COLUMNS;
    for (size_t c = 0; c < columns; c++)
        all += sheet->widths[c] ? sheet->widths[c] + GAP : 0;
    return all;
}

static bool shrink_widest(const Table *table, Sheet *sheet)
{
    size_t widest = table->column_count;
    for (size_t c = 0; c < table->column_count; c++) {
        int least = (int)table->columns[c]->least;
        if (sheet->widths[c] > (least > SHORTEST ? least : SHORTEST) &&
            (widest == table->column_count || sheet->widths[c] > sheet->widths[widest]))
            widest = c;
    }
    if (widest == table->column_count)
        return false;
    sheet->widths[widest]--;
    return true;
}

/// The last column that is not the name gives way.
static bool drop_last(const Table *table, Sheet *sheet)
{
    for (size_t c = table->column_count; c-- > 0;)
        if (sheet->widths[c] && !(table->columns[c]->flags & NAMES)) {
            sheet->widths[c] = 0;
            return true;
        }
    return false;
}

static void fit(const Table *table, Sheet *sheet)
{
    while (sheet->room && total(sheet, table->column_count) > sheet->room)
        if (!shrink_widest(table, sheet) && !drop_last(table, sheet))
            return;
}

static void add_cell(Buffer *line, const Sheet *sheet, size_t c, const char *text)
{
    int width = sheet->widths[c];
    if (width == 0)
        return;
    const char *fitted = text_fit(text, width, line->arena);
    int blanks = width - text_width(fitted);
    buffer_print(line, "%*s%s%*s", GAP + (sheet->right[c] ? blanks : 0), "", fitted,
                 sheet->right[c] ? 0 : blanks, "");
}

/// A line without the blanks at its end.
static void print_line(const Buffer *line)
{
    size_t size = line->size;
    while (size && line->text[size - 1] == ' ')
        size--;
    printf("%.*s\n", (int)size, line->text);
}

static void print_table(const Table *table, const Sheet *sheet, bool heading, Arena *arena)
{
    size_t columns = table->column_count;
    Buffer head = {.arena = arena};
    buffer_print(&head, "%*s%s", ID_COLUMNS - text_width(_("id")), "", _("id"));
    for (size_t c = 0; c < columns; c++)
        add_cell(&head, sheet, c, _(table->columns[c]->title));
    if (heading)
        print_line(&head);
    for (size_t row = 0; row < table->rows; row++) {
        Buffer line = {.arena = arena};
        buffer_print(&line, "%*lld", ID_COLUMNS, (long long)table->ids[row]);
        for (size_t c = 0; c < columns; c++)
            add_cell(&line, sheet, c, sheet->texts[row * columns + c]);
        print_line(&line);
    }
}

typedef void (*PageTaker)(Cli *cli, const Table *page, bool first, Arena *arena);

static bool each_page(Cli *cli, const ListQuery *query, PageTaker take, Err *err)
{
    Arena *arena = arena_open();
    Table page;
    Id last = 0;
    bool done = true;
    do {
        arena_empty(arena);
        done = list_read(cli->app->store, query, last ? LIST_AFTER : LIST_FIRST, last, PAGE, arena,
                         &page, err);
        if (!done)
            break;
        take(cli, &page, last == 0, arena);
        last = page.rows ? page.ids[page.rows - 1] : 0;
    } while (page.rows == PAGE);
    arena_close(arena);
    return done;
}

static void print_page(Cli *cli, const Table *page, bool first, Arena *arena)
{
    Sheet sheet = {.widths = arena_array(arena, int, page->column_count),
                   .right = arena_array(arena, bool, page->column_count),
                   .room = cli_columns()};
    if (first && page->rows == 0)
        return;
    measure(cli, page, arena, &sheet);
    fit(page, &sheet);
    print_table(page, &sheet, first, arena);
}

static void print_page_json(Cli *cli, const Table *page, bool first, Arena *arena)
{
    for (size_t row = 0; row < page->rows; row++) {
        Json json;
        json_start(&json, arena);
        cli_row_json(cli, &json, page, row);
        cli_print_exact(cli, first && row == 0 ? "[" : ",\n");
        cli_print_exact(cli, buffer_text(&json.out));
    }
    if (first && page->rows == 0)
        cli_print_exact(cli, "[");
}

bool cli_list(Cli *cli, const Args *args, Err *err)
{
    ListQuery query = {.kind = args->kind, .today = cli->app->today};
    if (!app_filter(cli->app, args->kind, args->text ? args->text : "", cli->arena, &query.filter,
                    err))
        return false;
    if (!cli->options->json)
        return each_page(cli, &query, print_page, err);
    query.columns = cli_all_fields(cli, args->kind, cli->arena, &query.column_count);
    if (!each_page(cli, &query, print_page_json, err))
        return false;
    cli_print_exact(cli, "]\n");
    return true;
}
