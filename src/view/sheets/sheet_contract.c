// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's sheet, and the contracts on the client's: the notice, the step that has come, and
// the lights, each with its rule and what clears it.
#include "mawari/app/renewal.h"
#include "mawari/base/text.h"
#include "sheet.h"

static void say(Sheet *sheet, const char *label, const char *text, bool bad)
{
    if (text && *text)
        sheet_row(sheet, (SheetRow){.label = label,
                                    .text = bad ? arena_print(sheet->arena, "! %s", text) : text,
                                    .role = bad ? ROLE_BAD : ROLE_PLAIN});
}

static bool add_lights(Sheet *sheet, App *app, const Renewal *renewal, Err *err)
{
    LightSaid lights[RENEWAL_LIGHTS];
    const char *one;
    if (!renewal_lights(app, renewal->of, sheet->arena, lights, err) ||
        !hangs_on_one(app, renewal->of->client, sheet->arena, &one, err))
        return false;
    sheet_heading(sheet, _("Lights"), NULL);
    for (int i = 0; i < RENEWAL_LIGHTS; i++)
        say(sheet, lights[i].clear ? _("ok") : _("not clear"), lights[i].text, !lights[i].clear);
    say(sheet, _("not clear"), one, true);
    return true;
}

bool sheet_contract(Sheet *sheet, App *app, Id id, Err *err)
{
    Contract contract;
    RenewalSheet all;
    if (!record_get(app->store, &entity_contract, id, sheet->arena, &contract, err) ||
        !renewals_of_client(app, contract.client, app->today, sheet->arena, &all, err))
        return false;
    for (size_t i = 0; i < all.count; i++) {
        const Renewal *renewal = &all.rows[i];
        if (renewal->of->id != id)
            continue;
        say(sheet, _("Renewal"), renewal_notice_text(app, renewal, sheet->arena),
            renewal->of->notice < app->today);
        say(sheet, renewal->due ? _("now") : _("next step"),
            renewal_step_text(app, renewal, sheet->arena), false);
        if (!add_lights(sheet, app, renewal, err))
            return false;
    }
    return true;
}

static bool is_told(const RenewalSheet *running, Id id)
{
    for (size_t i = 0; i < running->count; i++)
        if (running->rows[i].of->id == id)
            return true;
    return false;
}

static void contract_row(Sheet *sheet, Id id, const char *what, const char *state)
{
    sheet_row(sheet, (SheetRow){.text = arena_print(sheet->arena, "%s  %s",
                                                    text_pad(what, 24, sheet->arena), state),
                                .id = id,
                                .kind = &entity_contract});
}

/// Those that do not run any more: what became of them.
static bool add_others(Sheet *sheet, App *app, const RenewalSheet *running, const Id *ids,
                       size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        Contract contract;
        if (is_told(running, ids[i]))
            continue;
        if (!record_get(app->store, &entity_contract, ids[i], sheet->arena, &contract, err))
            return false;
        const Word *state = words_by_value(&words_contract_state, contract.state);
        const char *end = day_text(contract.end, app->today, sheet->arena);
        contract_row(
            sheet, ids[i], contract.what,
            arena_print(sheet->arena, "%s, %s", state ? lang_text(state->title) : "", end));
    }
    return true;
}

bool sheet_contracts_of(Sheet *sheet, App *app, Id client, Err *err)
{
    Arena *arena = sheet->arena;
    RenewalSheet running;
    Id *ids;
    size_t count;
    const Field *by = entity_own_field(&entity_contract, "client");
    if (!renewals_of_client(app, client, app->today, arena, &running, err) ||
        !record_ids_by(app->store, &entity_contract, by, client, arena, &ids, &count, err))
        return false;
    if (count)
        sheet_heading(sheet, _("Contracts"), arena_print(arena, "%zu", count));
    for (size_t i = 0; i < running.count; i++) {
        const Renewal *renewal = &running.rows[i];
        const char *step = renewal->due ? renewal_step_text(app, renewal, arena) : "";
        contract_row(sheet, renewal->of->id, renewal->of->contract.what,
                     arena_print(arena, "%s%s%s", renewal_notice_text(app, renewal, arena),
                                 *step ? "  " : "", step));
    }
    return add_others(sheet, app, &running, ids, count, err);
}
