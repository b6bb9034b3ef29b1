// SPDX-License-Identifier: GPL-3.0-or-later
// Copying: what y takes, and how text reaches the terminal's clipboard or a file in its stead.
#include <string.h>

#include "day/today.h"
#include "mawari/app/thanks.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/store/list.h"
#include "mawari/store/record.h"
#include "shell.h"

// xterm and what follows it take 100,000 bytes of a sequence: so many of them before base 64.
enum { COPY_MOST = 74994 };

/// The file that stands for the clipboard: one, written anew by each copy, for the rep's eyes only.
static const char *write_copy(Screen *screen, const char *text, Err *err)
{
    char *folder;
    if (!file_xdg("XDG_STATE_HOME", ".local/state", screen->frame, &folder, err) ||
        !file_make_folders(folder, err))
        return NULL;
    const char *path = arena_print(screen->frame, "%s/copied.txt", folder);
    return file_write(path, text, strlen(text), 0600, err) ? path : NULL;
}

/// Where the text went, in one sentence; NULL: nowhere.
static const char *hand_over(Screen *screen, const char *text, Err *err)
{
    ScreenClipboard takes = screen->style.clipboard;
    bool fits = strlen(text) <= COPY_MOST;
    if (takes != CLIPBOARD_FILE && fits)
        screen->copy = text;
    if (takes == CLIPBOARD_TAKES && fits)
        return _("Copied");
    const char *path = write_copy(screen, text, err);
    if (!path)
        return NULL;
    return arena_print(screen->frame, screen->copy ? _("Copied; also in %s") : _("Written to %s"),
                       path);
}

void screen_copy(Screen *screen, const char *text)
{
    Err err = {0};
    const char *before = arena_copy(screen->frame, screen->message);
    const char *said = hand_over(screen, text_clean(text, true, screen->frame), &err);
    if (said)
        screen_say(screen, "%s%s%s", before, *before ? "  " : "", said);
    else
        screen_fail(screen, &err);
}

const char *screen_take_copy(Screen *screen)
{
    const char *copy = screen->copy;
    screen->copy = NULL;
    return copy;
}

// --- y

static const char *cell_text(App *app, const Table *table, size_t column, Arena *arena)
{
    const Field *field = table->columns[column];
    const TableCell *cell = &table->cells[column];
    ValueContext context = app_context(app);
    if (cell->value.kind == V_NONE || (field->flags & MASKED))
        return "";
    if (field_is_reference(field))
        return cell->value.text ? cell->value.text : "";
    return cell_shown(table, 0, column, &context, arena);
}

/// A record as its list shows it, as wide as it takes; what is masked stays where it is.
static bool add_record(Buffer *out, App *app, const Entity *kind, Id id, Err *err)
{
    Table row;
    ListQuery query = {.kind = kind, .today = app->today, .archived = true};
    if (!list_read(app->store, &query, LIST_AT, id, 1, out->arena, &row, err))
        return false;
    size_t before = out->size;
    for (size_t c = 0; row.rows && c < row.column_count; c++) {
        const char *text = cell_text(app, &row, c, out->arena);
        if (*text)
            buffer_print(out, "%s%s", out->size > before ? "  " : "", text);
    }
    buffer_add(out, "\n");
    return true;
}

static const char *rows_text(Screen *screen, Err *err)
{
    Buffer out = {.arena = screen->frame};
    const Entity *kind;
    const Id *ids;
    size_t count = screen_chosen(screen, &kind, &ids);
    for (size_t i = 0; kind && i < count; i++)
        if (!add_record(&out, screen->app, kind, ids[i], err))
            return NULL;
    return buffer_text(&out);
}

/// Of a visit that is written a mail of thanks is what one wants to paste.
static bool copied_thanks(Screen *screen)
{
    const Entity *kind;
    const Id *ids;
    Visit visit;
    const char *text;
    size_t count = screen_chosen(screen, &kind, &ids);
    if (count != 1 || screen_pane(screen)->mark_count || kind != &entity_visit ||
        !record_get(screen->app->store, kind, *ids, screen->frame, &visit, NULL) ||
        visit.outcome == NONE || !thanks_of_visit(screen->app, *ids, screen->frame, &text, NULL))
        return false;
    *screen->message = '\0';
    screen_copy(screen, text);
    return true;
}

void copy_here(Screen *screen)
{
    Err err = {0};
    if (copied_thanks(screen))
        return;
    Pane *pane = screen_pane(screen);
    bool own = pane->what->copy && pane->mark_count == 0;
    const char *text = own ? pane->what->copy(pane, screen->app, screen->frame)
                           : rows_text(screen, &err);
    *screen->message = '\0';
    if (own && pane->what == &pane_today && text &&
        today_day(pane, screen->app) == screen->app->today)
        board_copied(screen, text);
    if (!text)
        screen_fail(screen, &err);
    else if (!*text)
        screen_say(screen, _("There is nothing to copy here"));
    else
        screen_copy(screen, text);
}
