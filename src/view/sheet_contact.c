// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of a person: how often one met there, and when.
#include "mawari/app/habit_text.h"
#include "mawari/store/queries.h"
#include "sheet.h"

bool sheet_contact(Sheet *sheet, App *app, Id id, Err *err)
{
    Habit habit;
    if (!query_habit(app->store, id, sheet->arena, &habit, err))
        return false;
    const char *text = habit_sentence(&habit, sheet->arena);
    if (*text)
        sheet_row(sheet, (SheetRow){.label = _("met"), .text = text});
    return true;
}
