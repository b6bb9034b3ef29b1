// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of an evening: what a head came to, against the limit of its day, and who of the
// guests may not accept gifts.
#include "mawari/app/meetings.h"
#include "sheet.h"

bool sheet_entertainment(Sheet *sheet, App *app, Id id, Err *err)
{
    const char *money, *no_gifts;
    bool over;
    if (!entertaining_money(app, id, sheet->arena, &money, &over, err) ||
        !no_gifts_among(app, id, sheet->arena, &no_gifts, err))
        return false;
    sheet_row(sheet, (SheetRow){.label = _("a head"),
                                .text = over ? arena_print(sheet->arena, "! %s", money) : money,
                                .role = over ? ROLE_BAD : ROLE_PLAIN});
    if (*no_gifts)
        sheet_row(sheet, (SheetRow){.label = _("Gifts"),
                                    .text = arena_print(sheet->arena, "! %s", no_gifts),
                                    .role = ROLE_BAD});
    return true;
}
