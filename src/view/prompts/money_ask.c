// SPDX-License-Identifier: GPL-3.0-or-later
// The question that promises invoices and collections: all of them, or those of one client.
#include "mawari/app/money.h"

#include "ground/waiting.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "shell.h"

static void promise(Screen *screen, const FieldArg *options, size_t count)
{
    const Command *command = command_named("money");
    const Args args = {.day = NONE, .minute = NONE, .options = options, .option_count = count};
    Effect effect = {0};
    Err err = {0};
    if (waiting_run(screen, command, &args, &effect, &err))
        screen_effect(screen, &effect);
    else if (err.kind != ERR_NONE)
        screen_fail(screen, &err);
}

static void answered(Screen *screen, const Offer *offer)
{
    const FieldArg options[] = {
        {"--take", NULL}, {"--only", arena_print(screen->frame, "%lld", (long long)offer->id)}};
    if (offer->command)
        promise(screen, options, offer->id ? 2 : 1);
}

/// "invoice Fri 27, collect Mon 30" of the client of row `at`; NULL when it stood further up.
static const char *of_client(const App *app, const MoneySheet *sheet, size_t at, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->rows[i].client != sheet->rows[at].client)
            continue;
        if (i < at)
            return NULL;
        buffer_print(&out, "%s%s", out.size ? _(", ") : "",
                     money_row_text(app, &sheet->rows[i], arena));
    }
    return buffer_text(&out);
}

static void offer_clients(Screen *screen, const MoneySheet *sheet)
{
    enum { NAME = 30, FIXED = 2 };
    for (size_t i = 0; i < sheet->count && screen->menu.count < ANSWERS; i++) {
        const MoneyRow *row = &sheet->rows[i];
        const char *what = of_client(screen->app, sheet, i, screen->frame);
        if (!what)
            continue;
        Offer *offer = menu_offer(
            screen, menu_letter(screen->menu.count),
            arena_print(screen->frame, "%s  %s", text_pad(row->name, NAME, screen->frame), what));
        offer->id = row->client;
        offer->command = command_named("money");
    }
}

void money_ask(Screen *screen)
{
    MoneySheet sheet;
    Err err = {0};
    Day until;
    if (!money_until(screen->app, &until)) {
        screen_say(screen, _("Nothing is proposed: the setting money_days is 0"));
        return;
    }
    if (!money_sheet(screen->app, until, screen->frame, &sheet, &err)) {
        screen_fail(screen, &err);
        return;
    }
    if (sheet.count == 0) {
        screen_say(screen, _("No invoice and no collection is to be promised until %s"),
                   day_text_full(until, screen->app->today, screen->frame));
        return;
    }
    screen_menu(screen, MODE_QUESTION, _("Invoices and collections: promise them?"), answered);
    menu_offer(screen, '1', arena_print(screen->frame, _("all of them: %zu"), sheet.count))
        ->command = command_named("money");
    menu_offer(screen, '2', _("no"));
    offer_clients(screen, &sheet);
}
