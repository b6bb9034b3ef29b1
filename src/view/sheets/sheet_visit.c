// SPDX-License-Identifier: GPL-3.0-or-later
// The visit's sheet: when and where, and what the client's sheet knows: one is about to go there.
#include "mawari/app/day.h"
#include "mawari/store/record.h"
#include "sheet.h"

static const char *when_text(const Visit *visit, const App *app, Arena *arena)
{
    const char *hour = visit->start == NONE ? _("no hour agreed")
                                            : minute_text(visit->start, arena);
    return arena_print(arena, "%s  %s", day_text_full(visit->day, app->today, arena), hour);
}

bool sheet_visit(Sheet *sheet, App *app, Id id, Err *err)
{
    Visit visit;
    const char *hindrance;
    if (!visit_hindrance_text(app, id, sheet->arena, &visit, &hindrance, err))
        return false;
    const char *text = arena_print(sheet->arena, "%s  %s", when_text(&visit, app, sheet->arena),
                                   sheet_name(app, visit.client, sheet->arena));
    sheet_row(sheet, (SheetRow){.label = lang_text(entity_client.title),
                                .text = text,
                                .role = ROLE_STRONG,
                                .id = visit.client,
                                .kind = &entity_client,
                                .reference = true});
    if (hindrance)
        sheet_row(sheet, (SheetRow){.label = "",
                                    .text = arena_print(sheet->arena, "! %s", hindrance),
                                    .role = ROLE_BAD});
    return sheet_client(sheet, app, visit.client, err);
}
