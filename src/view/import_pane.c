// SPDX-License-Identifier: GPL-3.0-or-later
// The import before anything is written: what each column became, what each row would do, and the
// doubtful ones beside their twins. Enter on a column gives it a field, Space answers a doubt.
#include <string.h>

#include "mawari/app/import.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "shell.h"

enum { MAPPED = 64, ROWS_SHOWN = 400 };

typedef enum RowIs { IS_TEXT, IS_HEADING, IS_SAVE, IS_REJECTS, IS_COLUMN, IS_ROW } RowIs;

typedef struct ImportLine {
    RowIs is;
    const char *text;
    size_t index; // of the column or row
} ImportLine;

typedef struct ImportView {
    Arena *arena; // of file name, mapping and preview: they outlive every load
    const char *what, *file;
    FieldArg map[MAPPED];
    size_t map_count;
    bool notes, read;
    ImportPreview preview;
} ImportView;

typedef struct ImportData {
    ImportLine *lines;
    size_t count, room;
} ImportData;

static void add(Pane *pane, RowIs is, const char *text, size_t index)
{
    ImportData *data = pane->data;
    data->lines = arena_more(pane->arena, data->lines, data->count, &data->room,
                             sizeof *data->lines);
    data->lines[data->count++] = (ImportLine){is, text, index};
}

static const char *summary(const ImportPreview *preview, Arena *arena)
{
    const size_t *fates = preview->fates;
    return arena_print(
        arena, _("[ Store: %zu new, %zu changed; %zu unchanged, %zu doubtful, %zu refused ]"),
        fates[FATE_NEW], fates[FATE_CHANGED], fates[FATE_UNCHANGED], fates[FATE_DOUBTFUL],
        fates[FATE_REFUSED]);
}

static const char *column_text(const ImportView *view, const ImportColumn *column, Arena *arena)
{
    const char *became = column->kind
                             ? arena_print(arena, "%s: %s%s", lang_text(column->kind->title),
                                           column->field ? lang_text(column->field->title) : "",
                                           column->tells == TELLS_UID       ? " uid"
                                           : column->tells == TELLS_VERSION ? _("version")
                                                                            : "")
                         : view->notes ? _("kept as a note")
                                       : _("left out");
    return arena_print(arena, "%s → %s  %s", text_pad(column->header, 22, arena),
                       text_pad(became, 24, arena), column->sample ? column->sample : "");
}

static const char *import_row_text(App *app, const ImportRow *row, Arena *arena)
{
    RecordHead twin = {0};
    if (row->twin)
        (void)record_head(app->store, row->twin, arena, &twin, NULL);
    const char *sign = row->fate != FATE_DOUBTFUL ? "!" : row->same_as_twin ? "=" : "?";
    return arena_print(arena, "%s %4zu  %s  %s%s  %s", sign, row->line,
                       text_pad(row->title ? row->title : "", 26, arena), twin.name ? "| " : "",
                       twin.name ? text_pad(twin.name, 26, arena) : "", row->why ? row->why : "");
}

static void add_rows(Pane *pane, App *app, RowFate fate, const char *title)
{
    const ImportPreview *preview = &((ImportView *)pane->view)->preview;
    size_t shown = 0;
    for (size_t i = 0; i < preview->row_count && shown < ROWS_SHOWN; i++) {
        if (preview->rows[i].fate != fate)
            continue;
        if (shown++ == 0)
            add(pane, IS_HEADING, title, 0);
        add(pane, IS_ROW, import_row_text(app, &preview->rows[i], pane->arena), i);
    }
}

static bool load(Pane *pane, App *app, Err *err)
{
    ImportView *view = pane->view;
    if (!view->read && !import_preview(app, view->what, view->file, view->map, view->map_count,
                                       view->notes, view->arena, &view->preview, err))
        return false;
    view->read = true;
    add(pane, IS_SAVE, summary(&view->preview, pane->arena), 0);
    if (view->preview.fates[FATE_REFUSED] + view->preview.fates[FATE_DOUBTFUL])
        add(pane, IS_REJECTS, _("[ Write refused and doubtful rows to a file ]"), 0);
    add(pane, IS_HEADING, _("Columns (Enter gives a column another field)"), 0);
    for (size_t i = 0; i < view->preview.column_count; i++)
        add(pane, IS_COLUMN, column_text(view, &view->preview.columns[i], pane->arena), i);
    add_rows(pane, app, FATE_REFUSED, _("Refused"));
    add_rows(pane, app, FATE_DOUBTFUL, _("Doubtful (Space: the same as the one beside it)"));
    add_rows(pane, app, FATE_CHANGED, _("Changed"));
    add_rows(pane, app, FATE_NEW, _("New"));
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const ImportData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    bool heading = ((const ImportData *)pane->data)->lines[index].is == IS_HEADING;
    return (PaneRow){.stop = !heading, .heading = heading};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return 2;
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const ImportView *view = pane->view;
    const ImportData *data = pane->data;
    int used = canvas_text(at.canvas, at.row, at.column + 1, at.columns - 20, ROLE_STRONG,
                           view->file);
    canvas_text(at.canvas, at.row, at.column + used + 3, 16, ROLE_DIM, view->preview.charset);
    int line = at.row + first_row(pane);
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        Role role = data->lines[i].is == IS_HEADING || data->lines[i].is == IS_SAVE ? ROLE_STRONG
                                                                                    : ROLE_PLAIN;
        int indent = data->lines[i].is == IS_HEADING ? 1 : 3;
        canvas_text(at.canvas, line, at.column + indent, at.columns - indent - 1, role,
                    data->lines[i].text);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + indent);
        }
    }
}

// --- what Enter and Space do

static ImportView *view_of(Screen *screen)
{
    return screen_pane(screen)->view;
}

static void store_all(Screen *screen)
{
    Err err = {0};
    ImportView *view = view_of(screen);
    if (!import_store(screen->app, &view->preview, &err)) {
        screen_fail(screen, &err);
        return;
    }
    size_t stored = view->preview.fates[FATE_NEW] + view->preview.fates[FATE_CHANGED];
    screen_drop_sheet(screen);
    screen_stale(screen);
    screen_tab(screen, PANE_clients);
    screen_say(screen, _("Imported %zu rows. u u takes them back"), stored);
}

static void write_rejects(Screen *screen)
{
    Err err = {0};
    const ImportView *view = view_of(screen);
    const char *file = arena_print(screen->frame, "%s.rejects.csv", view->file);
    if (import_rejects(screen->app, &view->preview, file, &err))
        screen_say(screen, _("Written: %s. Correct it and import it again"), file);
    else
        screen_fail(screen, &err);
}

/// The answer's value is "FIELD=COLUMN"; what was mapped before to either is forgotten by the child
/// of the preview, which reads the last pair.
static void map_column(Screen *screen, const Offer *offer)
{
    ImportView *view = view_of(screen);
    if (view->map_count == MAPPED)
        return;
    char *pair = arena_copy(view->arena, offer->value);
    char *equals = strchr(pair, '=');
    *equals = '\0';
    view->map[view->map_count++] = (FieldArg){pair, equals + 1};
    view->read = false;
    screen_pane(screen)->stale = true;
}

/// What a column may be, the likeliest kinds first.
static const Entity *const mapped_kinds[][5] = {
    [IMPORT_CLIENTS] = {&entity_client, &entity_site, &entity_contact, &entity_post},
    [IMPORT_CONTACTS] = {&entity_contact, &entity_post, &entity_client, &entity_site},
    [IMPORT_VISITS] = {&entity_visit, &entity_contact, &entity_client, &entity_site},
};

static void offer_fields(Screen *screen, const Entity *kind, bool all, const char *header)
{
    static const char letters[] = "123456789abcdefghijklmnoprstuvwxyz";
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        bool offered = all ? !(field->flags & HIDDEN) : field->headers != NULL;
        if (!offered || screen->menu.count >= sizeof letters - 1)
            continue;
        Offer *offer = menu_offer(
            screen, letters[screen->menu.count],
            arena_print(screen->offers, "%s: %s", lang_text(kind->title), lang_text(field->title)));
        offer->value = arena_print(screen->offers, "%s.%s=%s", kind->name, field->name, header);
    }
}

static void ask_field(Screen *screen, const char *header)
{
    const ImportPreview *preview = &view_of(screen)->preview;
    screen_menu(screen, MODE_MENU, arena_print(screen->frame, _("%s is:"), header), map_column);
    if (preview->recipe == IMPORT_RECORDS) {
        offer_fields(screen, preview->kind, true, header);
        return;
    }
    for (const Entity *const *kind = mapped_kinds[preview->recipe]; *kind; kind++)
        offer_fields(screen, *kind, false, header);
}

static bool enter(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    const ImportData *data = pane->data;
    const ImportLine *line = &data->lines[pane->index];
    switch (line->is) {
    case IS_SAVE:
        store_all(screen);
        break;
    case IS_REJECTS:
        write_rejects(screen);
        break;
    case IS_COLUMN:
        ask_field(screen, view_of(screen)->preview.columns[line->index].header);
        break;
    case IS_TEXT:
    case IS_HEADING:
    case IS_ROW:
        break;
    }
    return true;
}

static bool toggle(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const ImportLine *line = &((ImportData *)pane->data)->lines[pane->index];
    ImportView *view = pane->view;
    if (line->is != IS_ROW || view->preview.rows[line->index].fate != FATE_DOUBTFUL)
        return true;
    view->preview.rows[line->index].same_as_twin ^= true;
    pane->stale = true;
    return true;
}

static void release(Pane *pane)
{
    arena_close(((ImportView *)pane->view)->arena);
}

void import_pane_open(Screen *screen, const Args *args)
{
    Pane *pane = pane_open(&pane_import, NULL, 0);
    ImportView *view = pane->view;
    view->arena = arena_open();
    view->what = arena_copy(view->arena, args->text ? args->text : "");
    view->file = arena_copy(view->arena, args->file ? args->file : "");
    view->notes = args_option(args, "--notes") != NULL;
    Err err = {0};
    if (pane_ready(pane, screen->app, screen_body_rows(screen), screen->columns, &err)) {
        screen_push(screen, pane);
        return;
    }
    screen_fail(screen, &err);
    pane_close(pane);
}

const PaneKind pane_import = {.view_bytes = sizeof(ImportView),
                              .data_bytes = sizeof(ImportData),
                              .load = load,
                              .draw = draw,
                              .count = count,
                              .row = row,
                              .first_row = first_row,
                              .enter = enter,
                              .toggle = toggle,
                              .release = release};
