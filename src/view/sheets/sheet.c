// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of any record: its fields, and a section for every kind that refers to it. Some
// kinds have sections of their own above.
#include "sheet.h"

#include <string.h>

#include "mawari/app/places.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

enum { SECTION_ROWS = 30, LABEL_COLUMNS = SHEET_LABELLED - 2, FIELD_COLUMNS = 60 };

/// Kinds that need more than the general sheet; `covers` are the kinds that they show themselves,
/// `says` a field.
static const struct {
    const Entity *kind;
    bool (*fill)(Sheet *sheet, App *app, Id id, Err *err);
    const Entity *covers[8];
    const char *says;
} own_sheets[] = {
    {&entity_client,
     sheet_client,
     {&entity_site, &entity_visit, &entity_commitment, &entity_ticket, &entity_post,
      &entity_contract, &entity_order_memo},
     NULL},
    {&entity_contract, sheet_contract, {NULL}, NULL},
    {&entity_commitment, sheet_promise, {NULL}, "due"},
    {&entity_visit, sheet_visit, {NULL}, NULL},
    {&entity_ticket, sheet_ticket, {&entity_ticket_line}, NULL},
    {&entity_contact, sheet_contact, {NULL}, NULL},
    {&entity_entertainment, sheet_entertainment, {NULL}, NULL},
    {&entity_product, sheet_product, {&entity_product_talk}, NULL},
};

void sheet_row(Sheet *sheet, SheetRow row)
{
    sheet->rows = arena_more(sheet->arena, sheet->rows, sheet->count, &sheet->room, sizeof row);
    sheet->rows[sheet->count++] = row;
}

void sheet_heading(Sheet *sheet, const char *text, const char *right)
{
    if (sheet->count)
        sheet_row(sheet, (SheetRow){0});
    sheet_row(sheet,
              (SheetRow){.heading = true, .text = text, .right = right, .role = ROLE_STRONG});
}

static void *read_record(App *app, const Entity *kind, Id id, Arena *arena, Err *err)
{
    void *record = arena_take(arena, kind->size);
    if (!record_get(app->store, kind, id, arena, record, err))
        return NULL;
    record_turn(kind, record, app->today);
    return record;
}

/// Long texts take as many rows as they need.
static void add_field(Sheet *sheet, const char *title, const char *text, Id ref, App *app)
{
    char **lines;
    size_t count = text_wrap(text, sheet_text_columns(sheet, FIELD_COLUMNS), sheet->arena, &lines);
    RecordHead head = {0};
    if (ref)
        (void)record_head(app->store, ref, sheet->arena, &head, NULL);
    for (size_t i = 0; i < count; i++)
        sheet_row(sheet, (SheetRow){.label = i == 0 ? title : "",
                                    .text = lines[i],
                                    .id = head.id,
                                    .kind = head.kind,
                                    .reference = true});
}

static bool is_said(const Entity *kind, const Field *field)
{
    for (size_t i = 0; i < sizeof own_sheets / sizeof *own_sheets; i++)
        if (own_sheets[i].kind == kind && own_sheets[i].says &&
            strcmp(own_sheets[i].says, field->name) == 0)
            return true;
    return false;
}

static void add_fields(Sheet *sheet, App *app, const Entity *kind, const void *record, Id id)
{
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        const char *text = sheet_text(app, kind, field, record, id, sheet->arena);
        bool ref = field_is_reference(field);
        const char *note = *text ? app_place_note(app, kind, field, record, sheet->arena) : NULL;
        if (note)
            text = arena_print(sheet->arena, "%s %s", text, note);
        if (*text && !(field->flags & (HIDDEN | DISCREET)) && !is_said(kind, field))
            add_field(sheet, lang_text(field->title), text, ref ? value_of(field, record).whole : 0,
                      app);
    }
}

/// What a section's rows show of their parts: the name where each has one, then what its list would
/// show, without the reference that made them parts of this sheet.
typedef struct Parts {
    const Entity *kind;
    const Field **fields;
    size_t columns, rows;
    const char **cells; // row by row
    int *widths;        // of what is aligned: a long text pushes only its own row
} Parts;
enum { ALIGNED_MOST = 24 };

/// A name that may be missing stands in its place in the list, not before whom it is about.
static void pick_fields(Parts *parts, const Entity *kind, const Field *by, Arena *arena)
{
    const Field *name = entity_name_field(kind);
    const Field *head = (name->flags & NEEDED) || !(name->flags & LISTED) ? name : NULL;
    parts->fields = arena_array(arena, const Field *, kind->count + 1);
    if (head)
        parts->fields[parts->columns++] = head;
    for (size_t i = 0; i < kind->count; i++)
        if (&kind->fields[i] != by && &kind->fields[i] != head && (kind->fields[i].flags & LISTED))
            parts->fields[parts->columns++] = &kind->fields[i];
}

static void read_part(Parts *parts, App *app, const void *record, Id id, Arena *arena)
{
    const char **cells = &parts->cells[parts->rows++ * parts->columns];
    for (size_t i = 0; i < parts->columns; i++) {
        cells[i] = text_trim(sheet_text(app, parts->kind, parts->fields[i], record, id, arena),
                             arena);
        int width = text_width(cells[i]);
        if (width <= ALIGNED_MOST && width > parts->widths[i])
            parts->widths[i] = width;
    }
}

/// A column that no row has is left out, as is what would stand behind a row's last word.
static const char *part_text(const Parts *parts, size_t row, Arena *arena)
{
    Buffer out = {.arena = arena};
    int blanks = 0;
    for (size_t i = 0; i < parts->columns; i++) {
        const char *cell = parts->cells[row * parts->columns + i];
        if (*cell)
            buffer_print(&out, "%*s%s", blanks, "", cell);
        if (*cell)
            blanks = 0;
        if (parts->widths[i] || *cell)
            blanks += (parts->widths[i] > text_width(cell) ? parts->widths[i] - text_width(cell)
                                                           : 0) +
                      2;
    }
    return buffer_text(&out);
}

static bool add_parts(Sheet *sheet, App *app, const Entity *kind, const Field *by, Id subject,
                      Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_shown_by(app->store, kind, by, subject, sheet->arena, &ids, &count, err))
        return false;
    if (count == 0)
        return true;
    bool owned = (by->flags & OWNER) != 0;
    const char *title = owned ? lang_text(kind->titles)
                              : arena_print(sheet->arena, "%s (%s)", lang_text(kind->titles),
                                            lang_text(by->title));
    sheet_heading(sheet, title, arena_print(sheet->arena, "%zu", count));
    Parts parts = {.kind = kind};
    size_t shown = count < SECTION_ROWS ? count : SECTION_ROWS;
    pick_fields(&parts, kind, by, sheet->arena);
    parts.cells = arena_array(sheet->arena, const char *, parts.columns *shown);
    parts.widths = arena_array(sheet->arena, int, parts.columns);
    for (size_t i = 0; i < shown; i++) {
        const void *record = read_record(app, kind, ids[i], sheet->arena, err);
        if (!record)
            return false;
        read_part(&parts, app, record, ids[i], sheet->arena);
    }
    for (size_t i = 0; i < shown; i++)
        sheet_row(
            sheet,
            (SheetRow){.text = part_text(&parts, i, sheet->arena), .id = ids[i], .kind = kind});
    return true;
}

static bool is_covered(const Entity *kind, const Entity *part)
{
    for (size_t i = 0; i < sizeof own_sheets / sizeof *own_sheets; i++)
        for (size_t j = 0; own_sheets[i].kind == kind && own_sheets[i].covers[j]; j++)
            if (own_sheets[i].covers[j] == part)
                return true;
    return false;
}

/// What commands keep to find their way is nobody's section.
static bool makes_section(const Field *field, const Entity *kind)
{
    return !(field->flags & HIDDEN) && field_refers_to(field, kind);
}

static bool add_parts_of(Sheet *sheet, App *app, const Entity *kind, const Entity *part, Id id,
                         Err *err)
{
    for (size_t i = 0; i < part->count && !is_covered(kind, part); i++)
        if (makes_section(&part->fields[i], kind) &&
            !add_parts(sheet, app, part, &part->fields[i], id, err))
            return false;
    return true;
}

/// What somebody noted there comes first.
static bool add_all_parts(Sheet *sheet, App *app, const Entity *kind, Id id, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    if (!add_parts_of(sheet, app, kind, &entity_note, id, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (kinds[i] != &entity_note && !add_parts_of(sheet, app, kind, kinds[i], id, err))
            return false;
    return true;
}

static bool add_own(Sheet *sheet, App *app, const Entity *kind, Id id, Err *err)
{
    for (size_t i = 0; i < sizeof own_sheets / sizeof *own_sheets; i++)
        if (own_sheets[i].kind == kind)
            return own_sheets[i].fill(sheet, app, id, err);
    return true;
}

static const char *title_of(App *app, const Entity *kind, const void *record, Id id, Arena *arena)
{
    const char *name = sheet_name(app, id, arena);
    const Field *reading = entity_own_field(kind, "reading");
    const char *kana = reading ? sheet_text(app, kind, reading, record, id, arena) : "";
    return arena_print(arena, "%s%s%s", *name ? name : lang_text(kind->title), *kana ? "  " : "",
                       kana);
}

static bool load(Pane *pane, App *app, Err *err)
{
    Sheet *sheet = pane->data;
    sheet->arena = pane->arena;
    sheet->columns = pane->columns;
    const void *record = read_record(app, pane->kind, pane->subject, pane->arena, err);
    RecordHead head;
    if (!record || !record_head(app->store, pane->subject, pane->arena, &head, err))
        return false;
    sheet->client = reference_of(pane->kind, "client", record);
    sheet->title = title_of(app, pane->kind, record, pane->subject, pane->arena);
    sheet->beside = head.archived ? _("archived") : lang_text(pane->kind->title);
    if (!add_own(sheet, app, pane->kind, pane->subject, err))
        return false;
    sheet_heading(sheet, _("Details"), NULL);
    add_fields(sheet, app, pane->kind, record, pane->subject);
    if (!add_all_parts(sheet, app, pane->kind, pane->subject, err))
        return false;
    sheet_wrap(sheet, pane->columns);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const Sheet *)pane->data)->count;
}

/// A row that names nothing leads to the client: from any row it is two keys to the last talk.
static PaneRow row(const Pane *pane, size_t index)
{
    const Sheet *sheet = pane->data;
    const SheetRow *at = &sheet->rows[index];
    PaneRow row = {.stop = at->text && !at->heading, .heading = at->heading};
    if (at->id && !at->reference) {
        row.id = at->id;
        row.kind = at->kind;
    } else if (row.stop) {
        row.opens = at->id ? at->id : sheet->client;
        row.opens_kind = at->id ? at->kind : &entity_client;
    }
    return row;
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return 2;
}

static void draw_one(const SheetRow *shown, Region at, int line)
{
    if (!shown->text)
        return;
    if (shown->heading) {
        int used = canvas_text(at.canvas, line, at.column + 1, at.columns - 2, ROLE_STRONG,
                               shown->text);
        canvas_text(at.canvas, line, at.column + used + 3, at.columns - used - 4, ROLE_DIM,
                    shown->right);
        return;
    }
    int text_at = at.column + SHEET_PLAIN;
    if (shown->label) {
        canvas_text(at.canvas, line, at.column + 1, LABEL_COLUMNS, ROLE_DIM, shown->label);
        text_at = at.column + SHEET_LABELLED;
    }
    canvas_text(at.canvas, line, text_at, at.column + at.columns - text_at, shown->role,
                shown->text);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const Sheet *sheet = pane->data;
    int beside = sheet->beside ? text_width(sheet->beside) : 0;
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - beside - 3, ROLE_STRONG,
                sheet->title);
    canvas_field_right(at.canvas, at.row, at.column + at.columns - beside - 1, beside, ROLE_DIM,
                       sheet->beside);
    int line = at.row + first_row(pane);
    for (size_t i = pane->top; i < sheet->count && line < at.row + at.rows; i++, line++) {
        draw_one(&sheet->rows[i], at, line);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
}

static void add_line(Buffer *out, const SheetRow *row)
{
    bool field = row->label && !row->heading;
    if (!field && !row->text) {
        buffer_add(out, "\n");
        return;
    }
    if (field)
        buffer_print(out, "  %s", text_pad(row->label, LABEL_COLUMNS, out->arena));
    buffer_print(out, "%s%s%s%s\n",
                 field          ? " "
                 : row->heading ? ""
                                : "  ",
                 row->text ? row->text : "", row->heading && row->right ? "  " : "",
                 row->heading && row->right ? row->right : "");
}

/// The sheet is read anew, for what is masked stays so even where the screen reveals it, and a row
/// stays one.
static const char *copy(Pane *pane, App *app, Arena *arena)
{
    enum { NO_EDGE = 4096 };
    Buffer out = {.arena = arena};
    bool revealed = app->reveal;
    Pane *again = pane_open(pane->what, pane->kind, pane->subject);
    Id for_now = app->revealed;
    app->reveal = false;
    app->revealed = 0;
    if (pane_ready(again, app, pane->rows, NO_EDGE, NULL)) {
        const Sheet *sheet = again->data;
        buffer_print(&out, "%s\n", sheet->title);
        for (size_t i = 0; i < sheet->count; i++)
            add_line(&out, &sheet->rows[i]);
    }
    app->reveal = revealed;
    app->revealed = for_now;
    pane_close(again);
    return buffer_text(&out);
}

const PaneKind pane_sheet = {.alone = true,
                             .data_bytes = sizeof(Sheet),
                             .load = load,
                             .draw = draw,
                             .count = count,
                             .row = row,
                             .first_row = first_row,
                             .copy = copy};
