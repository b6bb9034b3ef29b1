// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of lists. Kinds that the rep lives in have columns of their own; the others show
// their LISTED fields.
#include "columns.h"

#include <string.h>

#include "ground/signs.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"

const TableCell *row_cell(const ListRow *row, const char *field)
{
    static const TableCell unknown = {.value = {.kind = V_NONE}};
    const Table *table = row->table;
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i]->name, field) == 0)
            return &table->cells[row->index * table->column_count + i];
    return &unknown;
}

static int32_t row_whole(const ListRow *row, const char *field)
{
    const TableCell *cell = row_cell(row, field);
    return cell->value.kind == V_WHOLE ? (int32_t)cell->value.whole : NONE;
}

char *cell_text(const ListRow *row, const char *field, Arena *arena)
{
    const Field *of = entity_field(row->table->kind, field);
    const TableCell *cell = row_cell(row, field);
    if (cell->value.kind == V_TEXT && (!of || of->type != T_WORD))
        return arena_copy(arena, cell->value.text);
    ValueContext context = app_context(row->app);
    return of ? value_shown(of, cell->value, &context, arena) : arena_copy(arena, "");
}

Shown slack_shown(Day latest, const App *app, Arena *arena)
{
    if (latest == NONE)
        return (Shown){"", ROLE_PLAIN};
    int slack = commitment_slack(latest, app->today, &app->work);
    const char *text = slack < 0 ? arena_print(arena, _("−%dd"), -slack)
                                 : arena_print(arena, _("%dd"), slack);
    return (Shown){text, slack < 0 ? ROLE_BAD : slack == 0 ? ROLE_STRONG : ROLE_PLAIN};
}

Shown due_shown(Day due, Minute at, bool kept, const App *app, Arena *arena)
{
    const char *hour = at == NONE ? "" : arena_print(arena, " %s", minute_text(at, arena));
    if (due == NONE)
        return (Shown){"", ROLE_PLAIN};
    if (kept)
        return (Shown){arena_print(arena, "%s%s", app->plain ? sign_before(true, "✓") : "",
                                   day_text(due, app->today, arena)),
                       ROLE_DIM};
    if (due == app->today)
        return (Shown){arena_print(arena, "%s%s", _("today"), hour), ROLE_TODAY};
    if (due < app->today)
        return (Shown){arena_print(arena, "%s %s", day_text(due, app->today, arena), _("late")),
                       ROLE_BAD};
    return (Shown){arena_print(arena, "%s%s", day_text(due, app->today, arena), hour), ROLE_PLAIN};
}

static bool is_kept(const ListRow *row)
{
    return row_whole(row, "kept") != NONE;
}

static bool is_late(const ListRow *row)
{
    Day due = row_whole(row, "due");
    return due != NONE && due < row->app->today && !is_kept(row);
}

static Shown commitment_sign(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column, (void)arena;
    if (is_kept(row))
        return (Shown){row->app->plain ? "" : "✓", ROLE_DIM}; // plain: the day says it
    return is_late(row) ? (Shown){"!", ROLE_BAD} : (Shown){"", ROLE_PLAIN};
}

static Shown commitment_due(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    return due_shown(row_whole(row, "due"), row_whole(row, "due_at"), is_kept(row), row->app,
                     arena);
}

static Shown commitment_slack_column(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    return is_kept(row) ? (Shown){"", ROLE_PLAIN}
                        : slack_shown(row_whole(row, "latest"), row->app, arena);
}

static Shown commitment_what(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    const TableCell *direction = row_cell(row, "direction");
    bool theirs = direction->value.text && strcmp(direction->value.text, "theirs") == 0;
    return (Shown){arena_print(arena, "%s %s", sign_word(row->app->plain, theirs ? "↓" : "↑"),
                               cell_text(row, "what", arena)),
                   is_kept(row) ? ROLE_DIM : ROLE_PLAIN};
}

static Shown two_names(const ListRow *row, const char *first, const char *second, Arena *arena)
{
    const char *a = cell_text(row, first, arena), *b = cell_text(row, second, arena);
    if (!*a || !*b)
        return (Shown){*a ? a : b, ROLE_PLAIN};
    return (Shown){
        arena_print(arena, "%s %s", text_fit(text_company_fit(a, 12, arena), 12, arena), b),
        ROLE_PLAIN};
}

static Shown commitment_party(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    return two_names(row, "client", "contact", arena);
}

static Shown ball(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    const char *holder = cell_text(row, "ball", arena);
    Day since = row_whole(row, "ball_since");
    if (!*holder || is_kept(row))
        return (Shown){"", ROLE_PLAIN};
    bool mine = row_cell(row, "ball")->ref == row->app->me;
    if (mine)
        holder = _("me");
    const char *age = since == NONE || since >= row->app->today
                          ? ""
                          : arena_print(arena, _(", %dd"), row->app->today - since);
    if (row->app->plain) // the name says it
        return (Shown){arena_print(arena, "%s%s", holder, age), ROLE_PLAIN};
    return (Shown){arena_print(arena, "%s %s%s", mine ? "○" : "●", holder, age), ROLE_PLAIN};
}

static Shown client_promises(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    int32_t mine = row_whole(row, "open_mine"), theirs = row_whole(row, "open_theirs");
    bool plain = row->app->plain;
    const char *up = mine > 0 ? arena_print(arena, "%s%d", sign_before(plain, "↑"), mine) : "";
    const char *down = theirs > 0 ? arena_print(arena, "%s%d", sign_before(plain, "↓"), theirs)
                                  : "";
    return (Shown){arena_print(arena, "%s%s%s", up, *up && *down ? " " : "", down), ROLE_PLAIN};
}

static Shown client_tickets(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    int32_t tickets = row_whole(row, "tickets");
    return (Shown){tickets > 0 ? arena_print(arena, "!%d", tickets) : "", ROLE_BAD};
}

static Shown client_due(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    Day next = row_whole(row, "next_visit"), due = row_whole(row, "due");
    if (next != NONE)
        return (Shown){day_text(next, row->app->today, arena), ROLE_PLAIN};
    if (due == NONE)
        return (Shown){"", ROLE_PLAIN};
    bool over = due < row->app->today;
    return (Shown){arena_print(arena, "%s%s", row->app->plain ? sign_before(true, "~") : "~ ",
                               day_text(due, row->app->today, arena)),
                   over ? ROLE_STRONG : ROLE_DIM};
}

static Shown ticket_sign(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column, (void)arena;
    Day tell_by = row_whole(row, "tell_by");
    if (row_whole(row, "closed") != NONE)
        return (Shown){row->app->plain ? "" : "✓", ROLE_DIM};
    return tell_by != NONE && tell_by <= row->app->today ? (Shown){"!", ROLE_BAD}
                                                         : (Shown){"", ROLE_PLAIN};
}

static Shown ticket_number(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    return (Shown){arena_print(arena, "T%s", cell_text(row, "number", arena)), ROLE_PLAIN};
}

static Shown ticket_told(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    Day told = row_whole(row, "told_on"), tell_by = row_whole(row, "tell_by");
    if (row_whole(row, "closed") != NONE)
        return (Shown){_("closed"), ROLE_DIM};
    bool silent = tell_by != NONE && tell_by <= row->app->today;
    const char *day = told == NONE ? _("never") : day_text(told, row->app->today, arena);
    return (Shown){day, silent ? ROLE_BAD : ROLE_PLAIN};
}

static const ListColumn client_columns[] = {
    {"name", N_("Client"), 30, 20, 0, false, NULL, 0},
    {"rank", N_("Rank"), 6, 6, 5, false, NULL, 0},
    {"last_visit", N_("Last visit"), 11, 8, 3, false, NULL, 0},
    {"due next_visit", N_("Next"), 11, 8, 2, false, client_due, 3},
    {"open_mine open_theirs", N_("Promises"), 8, 8, 4, false, client_promises, 7},
    {"tickets", N_("Trouble"), 8, 8, 4, false, client_tickets, 0},
    {"address", N_("Address"), 40, 10, 6, false, NULL, 0},
};

static const ListColumn commitment_columns[] = {
    {"kept", "", 1, 1, 0, false, commitment_sign, 0},
    {"due due_at", N_("Due"), 12, 11, 0, false, commitment_due, 0},
    {"latest", N_("Slack"), 5, 5, 5, true, commitment_slack_column, 0},
    {"way", N_("Way"), 7, 4, 4, false, NULL, 0},
    {"what direction", N_("What"), 44, 14, 0, false, commitment_what, 0},
    {"client contact", N_("To, from"), 26, 12, 2, false, commitment_party, 0},
    {"ball ball_since", N_("Ball"), 14, 10, 3, false, ball, 0},
};

static const ListColumn ticket_columns[] = {
    {"tell_by", "", 1, 1, 0, false, ticket_sign, 0},
    {"number", N_("No."), 4, 4, 0, false, ticket_number, 0},
    {"severity", N_("Sev."), 4, 4, 5, false, NULL, 0},
    {"what", N_("What"), 40, 14, 0, false, NULL, 0},
    {"client", N_("Client"), 22, 12, 1, false, NULL, 0},
    {"stage", N_("Stage"), 8, 6, 4, false, NULL, 0},
    {"ball ball_since", N_("Ball"), 14, 10, 2, false, ball, 0},
    {"told_on closed", N_("Told"), 9, 7, 3, false, ticket_told, 0},
};

static const struct {
    const Entity *kind;
    const ListColumn *columns;
    size_t count;
} own_columns[] = {
    {&entity_client, client_columns, sizeof client_columns / sizeof *client_columns},
    {&entity_commitment, commitment_columns,
     sizeof commitment_columns / sizeof *commitment_columns},
    {&entity_ticket, ticket_columns, sizeof ticket_columns / sizeof *ticket_columns},
};

static void add_listed(const Field *fields, size_t count, ListColumn *ret, size_t *ret_count)
{
    for (size_t i = 0; i < count && *ret_count < COLUMNS; i++)
        if (fields[i].flags & LISTED)
            ret[(*ret_count)++] = (ListColumn){
                .fields = fields[i].name,
                .title = fields[i].title,
                .width = (int)fields[i].width,
                .least = (int)fields[i].least,
                .priority = (fields[i].flags & NAMES) ? 0 : (unsigned)i + 1};
}

static const ListColumn *columns_of(const Entity *kind, Arena *arena, size_t *ret_count)
{
    for (size_t i = 0; i < sizeof own_columns / sizeof *own_columns; i++)
        if (own_columns[i].kind == kind) {
            *ret_count = own_columns[i].count;
            return own_columns[i].columns;
        }
    ListColumn *columns = arena_array(arena, ListColumn, COLUMNS);
    *ret_count = 0;
    add_listed(kind->fields, kind->count, columns, ret_count);
    add_listed(kind->derived, kind->derived_count, columns, ret_count);
    return columns;
}

static void add_field(const Entity *kind, const char *name, size_t size, const Field **fields,
                      size_t *count)
{
    char word[32];
    memcpy(word, name, size);
    word[size] = '\0';
    const Field *field = entity_field(kind, word);
    for (size_t i = 0; i < *count; i++)
        if (fields[i] == field)
            return;
    if (field)
        fields[(*count)++] = field;
}

const Field *const *columns_fields(const Entity *kind, Arena *arena, size_t *ret_count)
{
    size_t count;
    const ListColumn *columns = columns_of(kind, arena, &count);
    const Field **fields = arena_array(arena, const Field *, COLUMNS * 3);
    *ret_count = 0;
    for (size_t i = 0; i < count; i++)
        for (const char *name = columns[i].fields; *name;) {
            size_t size = strcspn(name, " ");
            add_field(kind, name, size, fields, ret_count);
            name += size + strspn(name + size, " ");
        }
    return fields;
}

static int layout_width(const ColumnLayout *layout)
{
    int width = 0;
    for (size_t i = 0; i < layout->count; i++)
        width += layout->widths[i] + (i ? 1 : 0);
    return width;
}

static int words_of(const ListColumn *column, bool plain)
{
    return plain ? column->words : 0;
}

/// Takes from the widest column that is above its least.
static bool shrink(ColumnLayout *layout, bool plain)
{
    size_t widest = layout->count;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->widths[i] > layout->columns[i]->least + words_of(layout->columns[i], plain) &&
            (widest == layout->count || layout->widths[i] > layout->widths[widest]))
            widest = i;
    if (widest == layout->count)
        return false;
    layout->widths[widest]--;
    return true;
}

static bool drop_column(ColumnLayout *layout)
{
    size_t gone = 0;
    for (size_t i = 1; i < layout->count; i++)
        if (layout->columns[i]->priority > layout->columns[gone]->priority)
            gone = i;
    if (layout->count < 2 || layout->columns[gone]->priority == 0)
        return false;
    for (size_t i = gone; i + 1 < layout->count; i++) {
        layout->columns[i] = layout->columns[i + 1];
        layout->widths[i] = layout->widths[i + 1];
    }
    layout->count--;
    return true;
}

static void set_wanted_widths(ColumnLayout *layout, bool plain)
{
    for (size_t i = 0; i < layout->count; i++)
        layout->widths[i] = layout->columns[i]->width + words_of(layout->columns[i], plain);
}

ColumnLayout columns_layout(const Entity *kind, int width, bool plain, Arena *arena)
{
    ColumnLayout layout = {0};
    const ListColumn *columns = columns_of(kind, arena, &layout.count);
    for (size_t i = 0; i < layout.count; i++)
        layout.columns[i] = &columns[i];
    set_wanted_widths(&layout, plain);
    while (layout_width(&layout) > width) {
        if (shrink(&layout, plain))
            continue;
        if (!drop_column(&layout))
            break;
        set_wanted_widths(&layout, plain); // the others get their width back
    }
    return layout;
}

void columns_heads(const ColumnLayout *layout, Canvas *canvas, int row, int column)
{
    for (size_t i = 0; i < layout->count; i++) {
        const char *title = lang_text(layout->columns[i]->title);
        if (layout->columns[i]->right)
            canvas_field_right(canvas, row, column, layout->widths[i], ROLE_DIM, title);
        else
            canvas_text(canvas, row, column, layout->widths[i], ROLE_DIM, title);
        column += layout->widths[i] + 1;
    }
}

static Shown plain_cell(const ListRow *row, const ListColumn *column, Arena *arena)
{
    char name[32];
    size_t size = strcspn(column->fields, " ");
    memcpy(name, column->fields, size);
    name[size] = '\0';
    return (Shown){cell_text(row, name, arena), ROLE_PLAIN};
}

void columns_row(const ColumnLayout *layout, const ListRow *shown, Canvas *canvas, int row,
                 int column, Arena *arena)
{
    for (size_t i = 0; i < layout->count; i++) {
        const ListColumn *what = layout->columns[i];
        Shown cell = (what->show ? what->show : plain_cell)(shown, what, arena);
        if (what->right)
            canvas_field_right(canvas, row, column, layout->widths[i], cell.role, cell.text);
        else
            canvas_text(canvas, row, column, layout->widths[i], cell.role,
                        text_company_fit(cell.text, layout->widths[i], arena));
        column += layout->widths[i] + 1;
    }
}
