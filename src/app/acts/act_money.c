// SPDX-License-Identifier: GPL-3.0-or-later
// Invoices to bring and money to collect: shown, and promised when the rep takes them.
#include <string.h>

#include "core/act.h"
#include "mawari/app/money.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

// --- printing

static void print_row(const App *app, Buffer *out, const MoneyRow *row, Arena *arena)
{
    const char *of = day_text(row->of, app->today, arena);
    const char *why = arena_print(arena,
                                  row->money == MONEY_INVOICE ? _("closes %s") : _("pays %s"), of);
    buffer_print(out, "  %s  %s  %s\n", text_pad(money_row_text(app, row, arena), 20, arena),
                 text_pad(row->name, 28, arena), why);
}

static const char *as_text(App *app, const MoneySheet *sheet)
{
    Arena *arena = app->scratch;
    Buffer out = {.arena = arena};
    if (sheet->count)
        buffer_print(&out, _("to promise until %s; --take does it\n"),
                     day_text_full(sheet->until, app->today, arena));
    for (size_t i = 0; i < sheet->count; i++)
        print_row(app, &out, &sheet->rows[i], arena);
    if (sheet->closing_count)
        buffer_print(&out, "%s\n", _("closing within three working days, with something open"));
    for (size_t i = 0; i < sheet->closing_count; i++) {
        const ClosingRow *row = &sheet->closings[i];
        const char *closes = arena_print(arena, _("closes %s"),
                                         day_text(row->closing, app->today, arena));
        buffer_print(&out, "  %s  %s  %s\n", text_pad(closes, 20, arena),
                     text_pad(row->name, 28, arena),
                     arena_print(arena, _("%d open"), (int)row->open));
    }
    if (sheet->more)
        buffer_print(&out, "%s\n", _("and more of them: as these are done, those are shown"));
    if (!sheet->count && !sheet->closing_count)
        buffer_print(&out, "%s\n", _("No invoice is to be brought and nothing to be collected"));
    return buffer_text(&out);
}

static const char *as_json(App *app, const MoneySheet *sheet)
{
    Arena *arena = app->scratch;
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    json_open(&json, "proposed", '[');
    for (size_t i = 0; i < sheet->count; i++) {
        const MoneyRow *row = &sheet->rows[i];
        json_open(&json, NULL, '{');
        json_text(&json, "money", words_by_value(&words_money, (int32_t)row->money)->code);
        json_text(&json, "client", row->name);
        json_whole(&json, "client_id", row->client);
        json_text(&json, "of", day_iso(row->of, arena));
        json_text(&json, "due", day_iso(row->due, arena));
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_open(&json, "closing", '[');
    for (size_t i = 0; i < sheet->closing_count; i++) {
        const ClosingRow *row = &sheet->closings[i];
        json_open(&json, NULL, '{');
        json_text(&json, "client", row->name);
        json_whole(&json, "client_id", row->client);
        json_text(&json, "closing", day_iso(row->closing, arena));
        json_whole(&json, "open", row->open);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    return buffer_text(&json.out);
}

// --- promising

/// "請求書 11/25締": what it is for stays readable years later.
static const char *promise_text(const MoneyRow *row, Arena *arena)
{
    int year, month, day;
    day_to(row->of, &year, &month, &day);
    return arena_print(arena,
                       row->money == MONEY_INVOICE ? _("invoice (closing %d/%d)")
                                                   : _("collect (payment %d/%d)"),
                       month, day);
}

static bool promise(App *app, Step *step, const MoneyRow *row, Err *err)
{
    Commitment made;
    record_blank(&entity_commitment, &made, app->today, app->scratch);
    made.direction = DIRECTION_MINE;
    made.what = promise_text(row, app->scratch);
    made.client = row->client;
    made.due = row->due;
    made.way = row->money == MONEY_INVOICE ? WAY_BRING : NONE;
    made.money = (int32_t)row->money;
    made.money_day = row->of;
    return act_only_site(app, row->client, &made.site, err) &&
           act_put(app, step, &entity_commitment, 0, &made, NULL, err);
}

/// Promises all of them, or those of one client.
static bool take(App *app, const MoneySheet *sheet, Id only, Effect *ret, Err *err)
{
    Step *step;
    size_t taken = 0;
    bool good = true;
    if (!step_begin(app->store, "money", app->now, &step, err))
        return false;
    for (size_t i = 0; i < sheet->count && good; i++) {
        if (only && sheet->rows[i].client != only)
            continue;
        if (taken++ == 0)
            step_about(step, sheet->rows[i].client);
        good = promise(app, step, &sheet->rows[i], err);
    }
    if (!act_end(step, good, ret, err))
        return false;
    if (taken)
        act_say(app, ret,
                ngettext("Promised %zu: it stands with its visit",
                         "Promised %zu: they stand with their visits", taken),
                taken);
    else
        ret->status = _("Nothing is to be promised: each was promised once, or is not due yet");
    return true;
}

static bool read_until(App *app, const Args *args, Day *ret, Err *err)
{
    const char *typed = args_option(args, "until");
    if (!typed)
        return money_until(app, ret) || ((*ret = NONE), true);
    return day_parse(typed, app->today, LOOK_FORWARD, ret) ||
           err_set(err, ERR_USAGE, _("“%s” is no day"), typed);
}

static bool read_only(App *app, const Args *args, Id *ret, Err *err)
{
    static const Entity *const clients[] = {&entity_client};
    static const KindSet kinds = {clients, 1};
    const char *typed = args_option(args, "only");
    *ret = 0;
    return !typed || app_find(app, &kinds, typed, ret, err);
}

bool act_money(App *app, const Args *args, Effect *ret, Err *err)
{
    MoneySheet sheet;
    Day until;
    Id only;
    if (!read_until(app, args, &until, err) || !read_only(app, args, &only, err) ||
        !money_sheet(app, until, app->scratch, &sheet, err))
        return false;
    if (args_option(args, "take"))
        return take(app, &sheet, only, ret, err);
    ret->printed = as_text(app, &sheet);
    ret->json = as_json(app, &sheet);
    return true;
}
