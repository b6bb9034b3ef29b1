// SPDX-License-Identifier: GPL-3.0-or-later
// On the client's sheet: when its month closes, what is still open then, when to bring the invoice
// and when to collect.
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "sheet.h"

static void add_day(Sheet *sheet, const App *app, const char *label, Day day)
{
    if (day != NONE)
        sheet_row(sheet,
                  (SheetRow){.label = label, .text = day_text_full(day, app->today, sheet->arena)});
}

/// From three working days before it on, what is open there is said with the day.
static bool add_closing(Sheet *sheet, App *app, Id id, Day closing, Err *err)
{
    int64_t open;
    Arena *arena = sheet->arena;
    if (!closing_is_near(closing, app->today, &app->work)) {
        add_day(sheet, app, _("closes"), closing);
        return true;
    }
    if (!query_open_there(app->store, id, &open, err))
        return false;
    const char *day = day_text_full(closing, app->today, arena);
    sheet_row(sheet, (SheetRow){.label = _("closes"),
                                .text = open ? arena_print(arena, _("%s  ! %d still open here"),
                                                           day, (int)open)
                                             : day,
                                .role = open ? ROLE_BAD : ROLE_PLAIN});
    return true;
}

bool sheet_closing(Sheet *sheet, App *app, Id id, Err *err)
{
    Client client;
    if (!record_get(app->store, &entity_client, id, sheet->arena, &client, err))
        return false;
    Day closing = closing_next(client.closing_day, app->today);
    if (closing != NONE && !add_closing(sheet, app, id, closing, err))
        return false;
    add_day(sheet, app, _("invoice"), invoice_day(client.closing_day, app->today, &app->work));
    add_day(sheet, app, _("collect"), payment_next(client.payment_day, app->today, &app->work));
    return true;
}
