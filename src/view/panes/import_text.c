// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane of an import says: what would be stored, what is still missing, what a row is.
#include "import_pane.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"

static size_t answered(const ImportPreview *preview)
{
    size_t count = 0;
    for (size_t i = 0; i < preview->row_count; i++) {
        const ImportRow *row = &preview->rows[i];
        count += row->fate == FATE_DOUBTFUL && (row->same_as_twin || row->not_twin);
    }
    return count;
}

const char *import_summary(const ImportPreview *preview, Arena *arena)
{
    const size_t *fates = preview->fates, sure = answered(preview);
    return arena_print(
        arena, _("[ Store: %zu new, %zu changed%s; %zu unchanged, %zu doubtful, %zu refused ]"),
        fates[FATE_NEW], fates[FATE_CHANGED],
        sure ? arena_print(arena, _(", %zu answered"), sure) : "", fates[FATE_UNCHANGED],
        fates[FATE_DOUBTFUL] - sure, fates[FATE_REFUSED]);
}

const char *import_left(const ImportPreview *preview, Arena *arena)
{
    const size_t *fates = preview->fates;
    size_t left = fates[FATE_REFUSED] + fates[FATE_DOUBTFUL] - answered(preview);
    return left ? arena_print(arena,
                              ngettext(" · %zu row was left out", " · %zu rows were left out",
                                       (unsigned long)left),
                              left)
                : "";
}

const char *import_row_text(App *app, const ImportRow *row, int columns, Arena *arena)
{
    enum { NAME = IMPORT_NAME_COLUMNS, AROUND = 14 };
    RecordHead twin = {0};
    const char *title = row->title ? row->title : "";
    if (!row->twin && !row->why)
        return arena_print(arena, "  %4zu  %s", row->line,
                           text_fit(title, columns - AROUND, arena));
    if (row->twin)
        (void)record_head(app->store, row->twin, arena, &twin, NULL);
    if (row->fate == FATE_CHANGED && row->why)
        return arena_print(arena, "  %4zu  %s  %s", row->line, text_pad(title, NAME, arena),
                           text_fit(row->why, columns - AROUND - NAME, arena));
    const char *sign = row->fate == FATE_REFUSED    ? "!"
                       : row->fate != FATE_DOUBTFUL ? " "
                       : row->same_as_twin          ? "="
                       : row->not_twin              ? "+"
                                                    : "?";
    return arena_print(arena, "%s %4zu  %s  %s%s  %s", sign, row->line,
                       text_pad(title, NAME, arena), twin.name ? "| " : "",
                       twin.name ? text_pad(twin.name, NAME, arena) : "", row->why ? row->why : "");
}

const char *import_question(const ImportPreview *preview, Arena *arena)
{
    return arena_print(arena, _("! Which column is %s: %s? Enter on it, then choose that"),
                       lang_text(preview->missing_kind->title), lang_text(preview->missing->title));
}
