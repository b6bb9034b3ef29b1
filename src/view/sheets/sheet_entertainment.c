// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of an evening: what a head came to, against the limit of its day.
#include "mawari/app/meetings.h"
#include "sheet.h"

bool sheet_entertainment(Sheet *sheet, App *app, Id id, Err *err)
{
    const char *money;
    bool over;
    if (!entertaining_money(app, id, sheet->arena, &money, &over, err))
        return false;
    sheet_row(sheet, (SheetRow){.label = _("a head"),
                                .text = over ? arena_print(sheet->arena, "! %s", money) : money,
                                .role = over ? ROLE_BAD : ROLE_PLAIN});
    return true;
}
