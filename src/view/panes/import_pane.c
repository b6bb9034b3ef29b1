// SPDX-License-Identifier: GPL-3.0-or-later
// The import before anything is written: what each column became, what each row would do, and the
// doubtful ones beside their twins. Enter on a column gives it a field and on a row says all that is
// against it, Space answers a doubt.
#include <string.h>

#include "import_pane.h"
#include "mawari/app/jobs.h"
#include "mawari/base/text.h"
#include "shell.h"

enum { ROWS_SHOWN = 400 };

typedef enum RowIs { IS_TEXT, IS_HEADING, IS_SAVE, IS_REJECTS, IS_NOTES, IS_COLUMN, IS_ROW } RowIs;

typedef struct ImportLine {
    RowIs is;
    const char *text;
    size_t index; // of the column or row
} ImportLine;

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

/// What the file says, and what is here.
static void add_beside(Pane *pane, App *app, const ImportRow *row)
{
    Arena *arena = pane->arena;
    ImportBeside *both;
    size_t count = import_beside(app, &((ImportView *)pane->view)->task->preview, row, arena,
                                 &both);
    for (size_t i = 0; i < count; i++)
        add(pane, IS_TEXT,
            arena_print(arena, "         %s | %s  %s",
                        text_pad(both[i].file, IMPORT_NAME_COLUMNS, arena),
                        text_pad(both[i].here, IMPORT_NAME_COLUMNS, arena),
                        lang_text(both[i].field->title)),
            0);
}

static void add_rows(Pane *pane, App *app, RowFate fate, const char *title)
{
    const ImportPreview *preview = &((ImportView *)pane->view)->task->preview;
    size_t shown = 0;
    for (size_t i = 0; i < preview->row_count && shown < ROWS_SHOWN; i++) {
        if (preview->rows[i].fate != fate)
            continue;
        if (shown++ == 0)
            add(pane, IS_HEADING, title, 0);
        add(pane, IS_ROW, import_row_text(app, &preview->rows[i], pane->columns, pane->arena), i);
        add_beside(pane, app, &preview->rows[i]);
    }
}

/// They are stored all the same, and say so on their sheets.
static void add_places(Pane *pane, const ImportPreview *preview)
{
    size_t shown = 0;
    if (preview->places_doubtful > 0)
        add(pane, IS_HEADING, _("Positions in doubt (stored all the same)"), 0);
    for (size_t i = 0; i < preview->row_count && shown < ROWS_SHOWN; i++) {
        const ImportRow *row = &preview->rows[i];
        if (!row->place)
            continue;
        add(pane, IS_TEXT,
            arena_print(pane->arena, "  %4zu  %s  %s", row->line,
                        text_pad(row->title ? row->title : "", 26, pane->arena), row->place),
            0);
        shown++;
    }
}

/// They stay here: what is no client any more is the rep's to archive.
static void add_gone(Pane *pane, const ImportPreview *preview)
{
    if (preview->gone_count)
        add(pane, IS_HEADING,
            arena_print(pane->arena, _("No longer in the list, still here: %zu"),
                        preview->gone_count),
            0);
    for (size_t i = 0; i < preview->gone_count && i < ROWS_SHOWN; i++)
        add(pane, IS_TEXT, arena_print(pane->arena, "        %s", preview->gone[i]), 0);
}

/// While a thread has the preview, this is all there is to see.
static void add_progress(Pane *pane, ImportStage stage, int percent)
{
    const char *doing = stage == IMPORT_READS ? _("Reading … %d %%   Esc cancels")
                                              : _("Storing … %d %%   Esc cancels");
    add(pane, IS_TEXT, arena_print(pane->arena, doing, percent > 0 ? percent : 0), 0);
}

/// What is done with the columns that nobody knows is the rep's to say.
static void add_notes(Pane *pane, const ImportTask *task)
{
    const ImportPreview *preview = &task->preview;
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        if (!column->into_notes && !import_leaves_out(column))
            continue;
        const char *text = arena_print(pane->arena, "[%s] %s", task->notes ? "x" : " ",
                                       _("Keep columns without a field as notes"));
        if (preview->missing) // first things first; the rows below stay where they are
            add(pane, IS_TEXT, "", 0);
        else
            add(pane, IS_NOTES, text, 0);
        return;
    }
}

static bool load(Pane *pane, App *app, Err *err)
{
    (void)err;
    ImportView *view = pane->view;
    const ImportPreview *preview = &view->task->preview;
    ImportStage stage = import_task_stage(app, view->task, &view->percent);
    if (stage != IMPORT_RESTS || !view->task->read) {
        add_progress(pane, stage, view->percent);
        return true;
    }
    if (preview->missing)
        add(pane, IS_TEXT, import_question(preview, pane->arena), 0);
    else
        add(pane, IS_SAVE, import_summary(preview, pane->arena), 0);
    if (preview->fates[FATE_REFUSED] + preview->fates[FATE_DOUBTFUL])
        add(pane, IS_REJECTS, _("[ Write refused and doubtful rows to a file ]"), 0);
    add_notes(pane, view->task);
    add(pane, IS_HEADING, _("Columns (Enter gives a column another field)"), 0);
    for (size_t i = 0; i < preview->column_count; i++)
        add(pane, IS_COLUMN, import_column_text(&preview->columns[i], pane->arena), i);
    add_rows(pane, app, FATE_REFUSED, _("Refused"));
    add_rows(pane, app, FATE_DOUBTFUL,
             _("Doubtful (Space: = the file is right, + another one or right as it is here)"));
    add_places(pane, preview);
    add_gone(pane, preview);
    add_rows(pane, app, FATE_CHANGED, _("Changed"));
    if (!preview->missing) // else nobody knows yet what a row is
        add_rows(pane, app, FATE_NEW, _("New"));
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const ImportData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    RowIs is = ((const ImportData *)pane->data)->lines[index].is;
    return (PaneRow){.stop = is != IS_HEADING && is != IS_TEXT, .heading = is == IS_HEADING};
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
                           view->task->file);
    if (view->task->stage == IMPORT_RESTS)
        canvas_text(at.canvas, at.row, at.column + used + 3, 16, ROLE_DIM,
                    view->task->preview.charset);
    int line = at.row + first_row(pane);
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        bool heading = data->lines[i].is == IS_HEADING; // the first is what it is all about
        Role role = heading || i == 0 ? ROLE_STRONG : ROLE_PLAIN;
        int indent = heading ? 1 : 3;
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
    view->wanted = backup_before_runs(screen->app);
    if (view->wanted)
        screen_say(screen, _("A copy of the store is being made first, then it is imported"));
    else if (!(view->runs = import_task_store(screen->app, view->task, &err)))
        screen_fail(screen, &err);
    screen_pane(screen)->stale = true;
}

static void stored(Screen *screen)
{
    const ImportPreview *preview = &view_of(screen)->task->preview;
    size_t rows = preview->fates[FATE_NEW] + preview->fates[FATE_CHANGED];
    const char *done = ngettext("Imported %zu row. u u takes it back",
                                "Imported %zu rows. u u takes them back", (unsigned long)rows);
    done = arena_print(screen->frame, done, rows);
    done = arena_print(screen->frame, "%s%s", done, import_left(preview, screen->frame));
    const char *gone = import_gone(preview, screen->columns - text_width(done) - 5, screen->frame);
    screen_drop_sheet(screen);
    screen_stale(screen);
    screen_tab(screen, PANE_clients);
    screen_say(screen, "%s%s%s", done, *gone ? " · " : "", gone);
}

/// What could not be read is no preview; what could not be stored still is one.
static void failed(Screen *screen, const Err *err)
{
    screen_fail(screen, err);
    if (!view_of(screen)->task->read)
        screen_drop_sheet(screen);
}

/// The thread is done with it.
static void take_over(Screen *screen)
{
    ImportTask *task = view_of(screen)->task;
    Err err = task->err;
    view_of(screen)->runs = false;
    if (task->stored)
        stored(screen);
    else if (err.kind != ERR_NONE)
        failed(screen, &err);
    else
        screen_pane(screen)->index = view_of(screen)->at;
}

void import_pane_go_on(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    if (pane->what != &pane_import || screen->mode != MODE_LIST)
        return;
    ImportView *view = pane->view;
    int percent, was = view->percent;
    bool rests = import_task_stage(screen->app, view->task, &percent) == IMPORT_RESTS;
    if (rests && view->runs)
        take_over(screen);
    else if (rests && view->wanted && !backup_before_runs(screen->app))
        store_all(screen);
    else if (percent == was)
        return;
    pane = screen_pane(screen);
    pane->stale = true;
    screen->changed = true;
}

static void write_rejects(Screen *screen)
{
    Err err = {0};
    const ImportTask *task = view_of(screen)->task;
    const char *file = arena_print(screen->frame, "%s.rejects.csv", task->file);
    if (import_rejects(screen->app, &task->preview, file, &err))
        screen_say(screen, _("Written: %s. Correct it and import it again"), file);
    else
        screen_fail(screen, &err);
}

/// A row has no room for a whole sentence.
static void say_why(Screen *screen, const ImportRow *row)
{
    if (row->why)
        screen_say(screen, _("Line %zu: %s"), row->line, row->why);
}

static bool enter(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    const ImportData *data = pane->data;
    const ImportLine *line = &data->lines[pane->index];
    if (view_of(screen)->task->stage != IMPORT_RESTS)
        return true;
    switch (line->is) {
    case IS_SAVE:
        store_all(screen);
        break;
    case IS_REJECTS:
        write_rejects(screen);
        break;
    case IS_COLUMN:
        import_ask_field(screen, &view_of(screen)->task->preview.columns[line->index]);
        break;
    case IS_NOTES:
        import_turn_notes(screen);
        break;
    case IS_ROW:
        say_why(screen, &view_of(screen)->task->preview.rows[line->index]);
        break;
    case IS_TEXT:
    case IS_HEADING:
        break;
    }
    return true;
}

static bool toggle(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const ImportLine *line = &((ImportData *)pane->data)->lines[pane->index];
    ImportView *view = pane->view;
    if (view->task->stage == IMPORT_RESTS && line->is == IS_NOTES)
        import_turn_notes(screen);
    if (view->task->stage != IMPORT_RESTS || line->is != IS_ROW ||
        view->task->preview.rows[line->index].fate != FATE_DOUBTFUL)
        return true;
    ImportRow *answered = &view->task->preview.rows[line->index];
    view->wanted = false; // the answer changes what was asked for
    bool same = !answered->same_as_twin && !answered->not_twin; // then another one, then open
    answered->not_twin = answered->same_as_twin;
    answered->same_as_twin = same;
    pane->stale = true;
    return true;
}

void import_pane_leave(Screen *screen)
{
    bool runs = view_of(screen)->runs;
    screen_drop_sheet(screen);
    if (runs)
        screen_say(screen, _("Cancelled: nothing was imported"));
}

/// Leaving is cancelling.
static void release(Pane *pane)
{
    const ImportView *view = pane->view;
    import_task_close(view->app, view->task);
}

void import_pane_open(Screen *screen, const Args *args)
{
    Pane *pane = pane_open(&pane_import, NULL, 0);
    ImportView *view = pane->view;
    Err err = {0};
    view->app = screen->app;
    view->task = import_task_open(args->text ? args->text : "", args->file ? args->file : "",
                                  args_option(args, "--notes") != NULL);
    view->runs = import_task_read(screen->app, view->task, &err);
    if (view->runs) {
        *screen->message = '\0'; // an older refusal would be taken for this file's
        screen->message_bad = false;
        screen_push(screen, pane);
        backup_before_import(screen->app);
        return;
    }
    screen_fail(screen, &err);
    pane_close(pane);
}

const PaneKind pane_import = {.alone = true,
                              .keys = N_("Enter: store it, another field for a column   "
                                         "Space: answer a doubt   Esc back"),
                              .view_bytes = sizeof(ImportView),
                              .data_bytes = sizeof(ImportData),
                              .load = load,
                              .draw = draw,
                              .count = count,
                              .row = row,
                              .first_row = first_row,
                              .enter = enter,
                              .toggle = toggle,
                              .release = release};
