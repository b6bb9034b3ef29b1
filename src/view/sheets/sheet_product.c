// SPDX-License-Identifier: GPL-3.0-or-later
// The product's sheet: its lines with the reactions that they got, the better ones first.
#include "mawari/app/offers.h"
#include "mawari/base/text.h"
#include "sheet.h"

enum { ROLE_COLUMNS = 10 };

static const char *line_text(const TalkLine *line, Arena *arena)
{
    const Word *role = words_by_value(&words_buyer_role, line->role);
    const char *said = arena_print(
        arena, "%s  %s", text_pad(role ? lang_text(role->title) : "", ROLE_COLUMNS, arena),
        line->text);
    if (line->asked == 0)
        return said;
    const char *counts = arena_print(arena, _("(good %d of %d)"), (int)line->good,
                                     (int)line->asked);
    return arena_print(arena, "%s  %s", said, counts);
}

bool sheet_product(Sheet *sheet, App *app, Id id, Err *err)
{
    TalkLines lines;
    if (!query_product_talks(app->store, id, sheet->arena, &lines, err))
        return false;
    talks_rank(&lines);
    if (lines.count)
        sheet_heading(sheet, lang_text(entity_product_talk.titles),
                      arena_print(sheet->arena, "%zu", lines.count));
    for (size_t i = 0; i < lines.count; i++)
        sheet_row(sheet, (SheetRow){.text = line_text(&lines.rows[i], sheet->arena),
                                    .id = lines.rows[i].id,
                                    .kind = &entity_product_talk});
    return true;
}
