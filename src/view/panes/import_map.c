// SPDX-License-Identifier: GPL-3.0-or-later
// Which field a column of an imported file becomes: a menu of those it may be.
#include <string.h>

#include "import_pane.h"
#include "mawari/base/text.h"

static ImportView *view_of(Screen *screen)
{
    return screen_pane(screen)->view;
}

const char *import_column_text(const ImportColumn *column, Arena *arena)
{
    const char *became = column->kind
                             ? arena_print(arena, "%s: %s%s", lang_text(column->kind->title),
                                           column->field ? lang_text(column->field->title) : "",
                                           column->tells == TELLS_UID       ? " uid"
                                           : column->tells == TELLS_VERSION ? _("version")
                                                                            : "")
                         : column->into_notes        ? _("kept as a note")
                         : import_leaves_out(column) ? _("left out")
                                                     : "";
    return arena_print(arena, "%s → %s  %s", text_pad(column->header, 22, arena),
                       text_pad(became, 24, arena), column->sample ? column->sample : "");
}

/// Reads the file with what is said of its columns now; the cursor stays.
static void import_read_again(Screen *screen)
{
    Err err = {0};
    ImportView *view = view_of(screen);
    view->wanted = false; // it is another preview now
    view->at = screen_pane(screen)->index;
    view->runs = import_task_read(screen->app, view->task, &err);
    if (!view->runs)
        screen_fail(screen, &err);
    screen_pane(screen)->stale = true;
}

void import_turn_notes(Screen *screen)
{
    ImportTask *task = view_of(screen)->task;
    task->notes = !task->notes;
    import_read_again(screen);
}

/// The answer's value is "FIELD=COLUMN"; what was mapped before to either is forgotten by the child
/// of the preview, which reads the last pair.
static void map_column(Screen *screen, const Offer *offer)
{
    ImportTask *task = view_of(screen)->task;
    if (task->stage != IMPORT_RESTS || task->map_count == IMPORT_MAPPED)
        return;
    char *pair = arena_copy(task->arena, offer->value);
    char *equals = strchr(pair, '=');
    *equals = '\0';
    task->map[task->map_count++] = (FieldArg){pair, equals + 1};
    import_read_again(screen);
}

/// What a column may be, the likeliest kinds first.
static const Entity *const mapped_kinds[][5] = {
    [IMPORT_CLIENTS] = {&entity_client, &entity_site, &entity_contact, &entity_post},
    [IMPORT_CONTACTS] = {&entity_contact, &entity_post, &entity_client, &entity_site},
    [IMPORT_VISITS] = {&entity_visit, &entity_contact, &entity_client, &entity_site},
};

static void offer_fields(Screen *screen, const Entity *kind, bool all, const char *header)
{
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        bool offered = all ? !(field->flags & HIDDEN) : field->headers != NULL;
        if (!offered)
            continue;
        size_t before = screen->menu.offers[0].letter == '0'; // "left out" stands in front
        Offer *offer = menu_offer(
            screen, menu_letter(screen->menu.count - before),
            arena_print(screen->offers, "%s: %s", lang_text(kind->title), lang_text(field->title)));
        offer->value = arena_print(screen->offers, "%s.%s=%s", kind->name, field->name, header);
    }
}

/// A column that was taken for something that it is not.
static void offer_none(Screen *screen, const ImportColumn *column)
{
    if (column->field == NULL || column->tells != TELLS_VALUE)
        return;
    Offer *offer = menu_offer(screen, '0', _("left out"));
    offer->value = arena_print(screen->offers, "%s.%s=", column->kind->name, column->field->name);
}

void import_ask_field(Screen *screen, const ImportColumn *column)
{
    const ImportPreview *preview = &view_of(screen)->task->preview;
    const char *header = column->header;
    screen_menu(screen, MODE_MENU, arena_print(screen->frame, _("%s is:"), header), map_column);
    offer_none(screen, column);
    if (preview->recipe == IMPORT_RECORDS) {
        offer_fields(screen, preview->kind, true, header);
        return;
    }
    for (const Entity *const *kind = mapped_kinds[preview->recipe]; *kind; kind++)
        offer_fields(screen, *kind, false, header);
}
