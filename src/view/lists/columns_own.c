// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the columns of lists. Kinds that the rep lives in have columns of their own; the
// others show their LISTED fields.
#include "columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/signs.h"
#include "mawari/app/day.h"
#include "mawari/app/find.h"
#include "mawari/app/handling.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"

/// Behind the last: it was not asked for.
static size_t column_named(const Table *table, const char *field)
{
    size_t i = 0;
    while (i < table->column_count && strcmp(table->columns[i]->name, field) != 0)
        i++;
    return i;
}

static const TableCell *row_cell(const ListRow *row, const char *field)
{
    static const TableCell unknown = {.value = {.kind = V_NONE}};
    const Table *table = row->table;
    size_t column = column_named(table, field);
    return column < table->column_count ? &table->cells[row->index * table->column_count + column]
                                        : &unknown;
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
    size_t column = column_named(row->table, field);
    ValueContext context = app_context(row->app);
    return column < row->table->column_count
               ? cell_shown(row->table, row->index, column, &context, arena)
               : arena_copy(arena, "");
}

const char *slack_words(int32_t slack, Arena *arena)
{
    return slack == NONE ? ""
                         : arena_print(arena,
                                       ngettext("slack %d working day", "slack %d working days",
                                                (unsigned long)abs(slack)),
                                       (int)slack);
}

const char *delays_words(int32_t delays, Arena *arena)
{
    return delays < 1
               ? ""
               : arena_print(arena,
                             ngettext("put off %d time", "put off %d times", (unsigned long)delays),
                             (int)delays);
}

/// "1d", "−2d", "": working days of slack.
static Shown slack_shown(Day latest, const App *app, Arena *arena)
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

/// A person's name for so many cells: whole, else the surname, else what fits.
static const char *person_fit(const char *name, int columns, Arena *arena)
{
    const char *surname = arena_copy_bytes(arena, name, strcspn(name, " "));
    const char *fit = text_width(name) <= columns ? name : surname;
    return text_fit(fit, columns, arena);
}

/// "青葉商店 中村": where not both have room the client gives way, but not below twelve cells.
static Shown commitment_party(const ListRow *row, const ListColumn *column, Arena *arena)
{
    enum { CLIENT = 12, SURNAME = 4 };
    const char *client = cell_text(row, "client", arena);
    const char *person = cell_text(row, "contact", arena);
    if (!*client || !*person)
        return (Shown){*client ? client : person, ROLE_PLAIN};
    client = text_fit(text_company_fit(client, CLIENT, arena), CLIENT, arena);
    int left = column->width - text_width(client) - 1;
    return (Shown){left < SURNAME
                       ? client
                       : arena_print(arena, "%s %s", client, person_fit(person, left, arena)),
                   ROLE_PLAIN};
}

/// Whose turn it is, and for how many days: these are never cut.
static Shown ball(const ListRow *row, const ListColumn *column, Arena *arena)
{
    const char *holder = cell_text(row, "ball", arena);
    Day since = row_whole(row, "ball_since");
    if (!*holder || is_kept(row))
        return (Shown){"", ROLE_PLAIN};
    bool mine = row_cell(row, "ball")->ref == row->app->me;
    const char *age = since == NONE || since >= row->app->today
                          ? ""
                          : arena_print(arena, _(", %dd"), row->app->today - since);
    const char *sign = row->app->plain ? "" : mine ? "○ " : "● "; // plain: the name says it
    int left = column->width - text_width(sign) - text_width(age);
    holder = person_fit(mine ? _("me") : holder, left > 2 ? left : 2, arena);
    return (Shown){arena_print(arena, "%s%s%s", sign, holder, age), ROLE_PLAIN};
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

/// "青葉商店 本店": where one goes; without a site the client.
static Shown visit_where(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    const char *client = cell_text(row, "client", arena), *site = cell_text(row, "site", arena);
    return (Shown){*site ? place_name(client, site, arena) : client, ROLE_PLAIN};
}

/// What became of it; of what is ahead how far its hour is agreed.
static Shown visit_result(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    const char *outcome = cell_text(row, "outcome", arena);
    return *outcome ? (Shown){outcome, ROLE_PLAIN}
                    : (Shown){cell_text(row, "appointment", arena), ROLE_DIM};
}

/// What a later entry strikes out stands as struck out.
static Shown incident_words(const ListRow *row, const ListColumn *column, Arena *arena)
{
    (void)column;
    const char *words = cell_text(row, "words", arena);
    const char *shown = words_said(row->app, row->table->ids[row->index], words, arena);
    return (Shown){shown, shown == words ? ROLE_PLAIN : ROLE_DIM};
}

static const ListColumn client_columns[] = {
    {"name", N_("Client"), 36, 30, 0, false, NULL, 0},
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
    {"what direction", N_("What"), 18, 14, 0, false, commitment_what, 0},
    {"client contact", N_("To, from"), 26, 13, 2, false, commitment_party, 0},
    {"ball ball_since", N_("Ball"), 14, 12, 3, false, ball, 0},
};

static const ListColumn ticket_columns[] = {
    {"tell_by", "", 1, 1, 0, false, ticket_sign, 0},
    {"number", N_("No."), 4, 4, 0, false, ticket_number, 0},
    {"severity", N_("Sev."), 4, 4, 5, false, NULL, 0},
    {"what", N_("What"), 28, 14, 0, false, NULL, 0},
    {"client", N_("Client"), 22, 12, 1, false, NULL, 0},
    {"stage", N_("Stage"), 8, 10, 4, false, NULL, 0},
    {"ball ball_since", N_("Ball"), 14, 12, 2, false, ball, 0},
    {"told_on closed", N_("Told"), 9, 7, 3, false, ticket_told, 0},
};

static const ListColumn visit_columns[] = {
    {"day", N_("Day"), 10, 9, 0, false, NULL, 0},
    {"start", N_("Hour"), 5, 5, 4, false, NULL, 0},
    {"client site", N_("Visit"), 30, 16, 0, false, visit_where, 0},
    {"contact", N_("With"), 14, 9, 3, false, NULL, 0},
    {"purpose", N_("Purpose"), 40, 14, 2, false, NULL, 0},
    {"outcome appointment", N_("Outcome"), 13, 9, 1, false, visit_result, 0},
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
    {&entity_visit, visit_columns, sizeof visit_columns / sizeof *visit_columns},
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
                .priority = (fields[i].flags & NAMES) ? 0 : (unsigned)i + 1,
                .right = fields[i].type == T_YEN};
}

const ListColumn *columns_of(const Entity *kind, Arena *arena, size_t *ret_count)
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
    for (size_t i = 0; i < *ret_count && kind == &entity_incident; i++)
        if (strcmp(columns[i].fields, "words") == 0)
            columns[i].show = incident_words;
    return columns;
}

bool column_is_whole_or_nothing(const Entity *kind, const ListColumn *column)
{
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(column->fields, " "), column->fields);
    const Field *field = entity_field(kind, name);
    return field && (field->type == T_DAY || field->type == T_MINUTE || field->type == T_PHONE ||
                     field->type == T_YEN || field->type == T_WHOLE || field->type == T_MINUTES);
}
