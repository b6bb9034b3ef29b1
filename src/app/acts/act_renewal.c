// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts inside their notice, with step and lights, as text and as JSON; and the next term.
#include "core/act.h"
#include "mawari/app/renewal.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

typedef struct Printing {
    App *app;
    Buffer out;
    Json json;
} Printing;

static void print_lights(Printing *printing, const LightSaid *lights)
{
    json_open(&printing->json, "lights", '[');
    for (int i = 0; i < RENEWAL_LIGHTS; i++) {
        buffer_print(&printing->out, "   %s %s\n", lights[i].clear ? _("ok") : " !",
                     lights[i].text);
        json_open(&printing->json, NULL, '{');
        json_bool(&printing->json, "clear", lights[i].clear);
        json_text(&printing->json, "text", lights[i].text);
        json_close(&printing->json, '}');
    }
    json_close(&printing->json, ']');
}

static bool print_renewal(Printing *printing, const Renewal *renewal, Err *err)
{
    App *app = printing->app;
    Arena *arena = app->scratch;
    Json *json = &printing->json;
    LightSaid lights[RENEWAL_LIGHTS];
    const char *one, *step = renewal_step_text(app, renewal, arena);
    if (!renewal_lights(app, renewal->of, arena, lights, err) ||
        !hangs_on_one(app, renewal->of->client, arena, &one, err))
        return false;
    buffer_print(&printing->out, "%s%s  %s\n   %s\n", printing->out.size ? "\n" : "",
                 renewal->of->client_name, renewal->of->contract.what,
                 renewal_notice_text(app, renewal, arena));
    if (*step)
        buffer_print(&printing->out, "   %s%s\n", renewal->due ? _("now: ") : _("next: "), step);
    json_open(json, NULL, '{');
    json_whole(json, "id", renewal->of->id);
    json_text(json, "what", renewal->of->contract.what);
    json_text(json, "client", renewal->of->client_name);
    json_whole(json, "client_id", renewal->of->client);
    json_text(json, "notice", day_iso(renewal->of->notice, arena));
    json_bool(json, "inside", renewal->inside);
    json_text(json, "step", renewal->step);
    json_text(json, "step_day", day_iso(renewal->step_day, arena));
    print_lights(printing, lights);
    json_text(json, "one_person", one);
    json_close(json, '}');
    if (one)
        buffer_print(&printing->out, "    ! %s\n", one);
    return true;
}

/// Of all that are inside their notice, of a client, or (`*ret_one`) of one contract.
static bool read_renewals(App *app, const Args *args, RenewalSheet *ret, Id *ret_one, Err *err)
{
    Contract contract;
    Id about = args->id_count ? args->ids[0] : 0;
    const Entity *kind = NULL;
    *ret_one = 0;
    if (!about)
        return renewal_sheet(app, app->today, app->scratch, ret, err);
    if (!act_kind(app, about, &kind, err))
        return false;
    if (kind == &entity_contract) {
        if (!record_get(app->store, &entity_contract, about, app->scratch, &contract, err))
            return false;
        *ret_one = about;
        about = contract.client;
    }
    return renewals_of_client(app, about, app->today, app->scratch, ret, err);
}

static const char *none_said(const Args *args, Id one)
{
    return one              ? _("This contract is not running")
           : args->id_count ? _("No contract of this client is running")
                            : _("No contract is inside its notice");
}

bool act_renewals(App *app, const Args *args, Effect *ret, Err *err)
{
    RenewalSheet sheet;
    Id one;
    Printing printing = {.app = app, .out = {.arena = app->scratch}};
    if (!read_renewals(app, args, &sheet, &one, err))
        return false;
    json_start(&printing.json, app->scratch);
    json_open(&printing.json, NULL, '[');
    for (size_t i = 0; i < sheet.count; i++)
        if ((!one || sheet.rows[i].of->id == one) && !print_renewal(&printing, &sheet.rows[i], err))
            return false;
    json_close(&printing.json, ']');
    if (printing.out.size == 0)
        buffer_print(&printing.out, "%s\n", none_said(args, one));
    ret->status = _("Renewals");
    ret->printed = buffer_text(&printing.out);
    ret->json = buffer_text(&printing.json.out);
    return true;
}

/// The old term's end is the eve of the new one; what was done and agreed for it is over.
static bool renew(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Contract contract;
    if (!record_get(app->store, &entity_contract, id, app->scratch, &contract, err))
        return false;
    Day end = args->day != NONE ? args->day : contract_next_end(&contract);
    if (end <= contract.end)
        return err_set(err, ERR_INPUT, _("the next term ends before the last one did, on %s"),
                       day_text_full(contract.end, app->today, app->scratch));
    contract.start = contract.end + 1;
    contract.end = end;
    contract.state = CONTRACT_RUNNING;
    contract.agreed = contract.step_done = NONE;
    return act_put(app, step, &entity_contract, id, &contract, NULL, err);
}

bool act_renew(App *app, const Args *args, Effect *ret, Err *err)
{
    Contract contract;
    if (!act_needs(args, 1, err) || !act_each(app, "renew", args, 1, renew, ret, err) ||
        !record_get(app->store, &entity_contract, args->ids[0], app->scratch, &contract, err))
        return false;
    act_say(app, ret, _("%s now runs until %s"), act_name(app, args->ids[0]),
            day_text_full(contract.end, app->today, app->scratch));
    return true;
}
