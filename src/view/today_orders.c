// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the orders on Today's head: "orders shut 15:00, 3 open".
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

enum { NEAR_MINUTES = 60 };

/// The gravest that any of them asks for: past, near, or some time today.
static Role role_of(const DaySheet *sheet, const App *app)
{
    Role role = ROLE_PLAIN;
    for (size_t i = 0; i < sheet->shut_count; i++) {
        Minute left = sheet->shut[i].at - app->minute;
        if (left <= 0)
            return ROLE_BAD;
        if (left <= NEAR_MINUTES)
            role = ROLE_STRONG;
    }
    return role;
}

static void add(Buffer *out, const OrdersShut *row, const App *app)
{
    Arena *arena = out->arena;
    const char *past = row->at <= app->minute ? "! " : "";
    const char *text = row->at == 0
                           ? arena_print(arena, _("orders of days before, %d open"), (int)row->open)
                           : arena_print(arena, _("orders shut %s, %d open"),
                                         minute_text(row->at, arena), (int)row->open);
    buffer_print(out, "%s%s%s", out->size ? " · " : "", past, text);
}

void today_draw_orders(const DaySheet *sheet, const App *app, Region at, int row, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < sheet->shut_count; i++)
        add(&out, &sheet->shut[i], app);
    if (out.size)
        canvas_text(at.canvas, at.row + row, at.column + 2, at.columns - 4, role_of(sheet, app),
                    buffer_text(&out));
}
