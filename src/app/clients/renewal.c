// SPDX-License-Identifier: GPL-3.0-or-later
// Renewals, gathered: the step that each contract is at, and what stands against it.
#include "mawari/app/renewal.h"

#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"

enum { UNSAID_DAYS = 30, OFF_DAYS = 31 }; // a step may lie so much earlier for days off
enum { YEAR = 365, TALKS_FROM = 3 };

typedef struct Steps {
    RenewalStep rows[RENEWAL_STEPS];
    size_t count;
} Steps;

/// The rep's table; one that cannot be read any more is the one that every store begins with.
static Steps read_steps(App *app, Arena *arena)
{
    Steps steps = {0};
    if (!renewal_steps_read(app_setting(app, "renewal_steps"), arena, steps.rows, &steps.count,
                            NULL))
        (void)renewal_steps_read(RENEWAL_STEPS_START, arena, steps.rows, &steps.count, NULL);
    return steps;
}

static RenewalDays days_of(const App *app, const RunningContract *of)
{
    return (RenewalDays){
        .calendar = &app->work, .closing_day = of->closing_day, .closed_days = of->closed_days};
}

static Renewal make_renewal(const App *app, const Steps *steps, const RunningContract *of, Day day)
{
    Renewal ret = {.of = of, .step_day = NONE};
    RenewalDays days = days_of(app, of);
    size_t now = renewal_step_now(&of->contract, of->notice, steps->rows, steps->count, &days, day);
    ret.inside = day >= of->notice ||
                 (steps->count && renewal_step_has_come(of->notice, &steps->rows[0], &days, day));
    if (now == steps->count)
        return ret;
    ret.step = renewal_step_title(&steps->rows[now]);
    ret.step_day = renewal_step_day(of->notice, &steps->rows[now], &days);
    ret.due = ret.step_day <= day;
    return ret;
}

static int32_t furthest(const Steps *steps)
{
    return (steps->count ? steps->rows[0].days : 0) + OFF_DAYS;
}

static void take_rows(App *app, const Steps *steps, const RunningContracts *found, Day day,
                      bool inside_only, Arena *arena, RenewalSheet *ret)
{
    *ret = (RenewalSheet){.rows = arena_array(arena, Renewal, found->count),
                          .more = found->count == RENEWAL_MOST};
    for (size_t i = 0; i < found->count; i++) {
        Renewal renewal = make_renewal(app, steps, &found->rows[i], day);
        if (renewal.inside || !inside_only)
            ret->rows[ret->count++] = renewal;
    }
}

bool renewal_sheet(App *app, Day day, Arena *arena, RenewalSheet *ret, Err *err)
{
    Steps steps = read_steps(app, arena);
    RunningContracts found;
    if (!query_contracts_between(app->store, day - UNSAID_DAYS, day + furthest(&steps),
                                 RENEWAL_MOST, arena, &found, err))
        return false;
    take_rows(app, &steps, &found, day, true, arena, ret);
    return true;
}

static RenewalDays days_of_term(const App *app, const ContractTerm *term)
{
    return (RenewalDays){
        .calendar = &app->work, .closing_day = term->closing_day, .closed_days = term->closed_days};
}

static bool is_due(const App *app, const Steps *steps, const ContractTerm *term, Day day)
{
    const Contract contract = {.state = CONTRACT_RUNNING, .step_done = term->step_done};
    RenewalDays keep = days_of_term(app, term);
    size_t now = renewal_step_now(&contract, term->notice, steps->rows, steps->count, &keep, day);
    return now < steps->count && renewal_step_has_come(term->notice, &steps->rows[now], &keep, day);
}

bool renewal_due_count(App *app, Day day, Arena *arena, size_t *ret, Err *err)
{
    Steps steps = read_steps(app, arena);
    ContractTerm *terms;
    size_t count;
    if (!query_contract_terms(app->store, day - UNSAID_DAYS, day + furthest(&steps), RENEWAL_MOST,
                              arena, &terms, &count, err))
        return false;
    *ret = 0;
    for (size_t i = 0; i < count; i++)
        *ret += is_due(app, &steps, &terms[i], day);
    return true;
}

bool renewals_of_client(App *app, Id client, Day day, Arena *arena, RenewalSheet *ret, Err *err)
{
    RunningContracts found;
    *ret = (RenewalSheet){0};
    if (!query_contracts_of_client(app->store, client, RENEWAL_MOST, arena, &found, err))
        return false;
    if (found.count == 0) // as at most clients
        return true;
    Steps steps = read_steps(app, arena);
    take_rows(app, &steps, &found, day, false, arena, ret);
    return true;
}

static void count_term(const App *app, const Steps *steps, const ContractTerm *term, Day from,
                       Day to, int32_t *ret)
{
    const RenewalDays keep = days_of_term(app, term);
    for (size_t i = 0; i < steps->count; i++) {
        Day latest = term->notice - steps->rows[i].days;
        if (latest < from || latest > to + OFF_DAYS)
            continue;
        Day day = renewal_step_day(term->notice, &steps->rows[i], &keep);
        bool done = term->step_done != NONE && steps->rows[i].days >= term->step_done;
        if (!done && day >= from && day <= to)
            ret[day - from]++;
    }
}

bool renewal_steps_counted(App *app, Day from, size_t days, Arena *arena, int32_t *ret, Err *err)
{
    Steps steps = read_steps(app, arena);
    ContractTerm *terms;
    size_t count;
    Day to = from + (Day)days - 1;
    for (size_t i = 0; i < days; i++)
        ret[i] = 0;
    if (!query_contract_terms(app->store, from, to + furthest(&steps), CONTRACTS_ALL, arena, &terms,
                              &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        count_term(app, &steps, &terms[i], from, to, ret);
    return true;
}

bool renewal_take_step(App *app, Step *step, Id contract, Err *err)
{
    Arena *arena = app->scratch;
    Steps steps = read_steps(app, arena);
    RunningContract of = {.id = contract, .closing_day = NONE, .closed_days = NONE};
    if (!record_get(app->store, &entity_contract, contract, arena, &of.contract, err))
        return false;
    of.notice = contract_notice(&of.contract, &app->work);
    RenewalDays days = days_of(app, &of);
    size_t now = renewal_step_now(&of.contract, of.notice, steps.rows, steps.count, &days,
                                  app->today);
    if (now == steps.count)
        return err_set(err, ERR_INPUT, _("%s: no step is left before its notice"),
                       of.contract.what);
    of.contract.step_done = steps.rows[now].days;
    return act_put(app, step, &entity_contract, contract, &of.contract, NULL, err);
}

// --- sentences

const char *renewal_step_text(const App *app, const Renewal *renewal, Arena *arena)
{
    if (!renewal->step)
        return "";
    const char *day = day_text(renewal->step_day, app->today, arena);
    return arena_print(arena, renewal->step_day < app->today ? _("%s, since %s") : _("%s, %s"),
                       renewal->step, day);
}

const char *renewal_notice_text(const App *app, const Renewal *renewal, Arena *arena)
{
    Day notice = renewal->of->notice;
    const char *day = day_text_full(notice, app->today, arena);
    if (notice == app->today)
        return _("notice by today");
    if (notice > app->today)
        return arena_print(arena,
                           ngettext("notice by %s, in %d day", "notice by %s, in %d days",
                                    (unsigned long)(notice - app->today)),
                           day, (int)(notice - app->today));
    return arena_print(arena,
                       renewal->of->contract.automatic == 1
                           ? _("the notice is over since %s: it renews itself")
                           : _("the notice is over since %s: what became of it?"),
                       day);
}

bool renewal_is_near(App *app, Day notice, Day day, Arena *arena)
{
    Steps steps = read_steps(app, arena);
    return notice - furthest(&steps) <= day;
}

bool renewal_at_visit(App *app, Id client, Day day, Arena *arena, const char **ret, Err *err)
{
    RenewalSheet sheet;
    if (!renewals_of_client(app, client, day, arena, &sheet, err))
        return false;
    *ret = NULL;
    for (size_t i = 0; i < sheet.count && !*ret; i++)
        if (sheet.rows[i].due && sheet.rows[i].of->notice + UNSAID_DAYS >= day)
            *ret = _("renewal");
    return true;
}

static const char *key_person_said(const RenewalFacts *facts, bool clear, Arena *arena)
{
    if (!facts->has_key)
        return _("no key person is known: mark one among the people");
    if (facts->key_seen == NONE)
        return arena_print(arena,
                           _("key person never spoken to; a talk with one within %d days "
                             "clears it"),
                           KEY_PERSON_DAYS);
    const char *day = day_text(facts->key_seen, facts->today, arena);
    return clear ? arena_print(arena, _("key person spoken to on %s, within %d days"), day,
                               KEY_PERSON_DAYS)
                 : arena_print(arena,
                               _("key person last spoken to on %s: over %d days ago; a talk "
                                 "clears it"),
                               day, KEY_PERSON_DAYS);
}

static const char *light_said(const RenewalFacts *facts, RenewalLight light, bool clear,
                              Arena *arena)
{
    switch (light) {
    case LIGHT_KEY_PERSON:
        return key_person_said(facts, clear, arena);
    case LIGHT_TROUBLE:
        return clear ? _("no trouble is open")
                     : arena_print(arena, _("troubles open: %d; closing them clears it"),
                                   (int)facts->troubles);
    case LIGHT_PROMISES:
        return clear ? _("no promise of mine is late")
                     : arena_print(arena, _("promises of mine late: %d; keeping them clears it"),
                                   (int)facts->late);
    case LIGHT_PRICE:
        return clear ? arena_print(arena, _("price agreed on %s"),
                                   day_text(facts->agreed, facts->today, arena))
                     : _("no price agreed; its day in the contract clears it");
    default:
        return clear ? _("a rival was seen within a year, or has a line there")
                     : _("no rival is known; “vs NAME” in a line clears it");
    }
}

bool renewal_lights(App *app, const RunningContract *of, Arena *arena,
                    LightSaid ret[RENEWAL_LIGHTS], Err *err)
{
    RenewalFacts facts;
    if (!query_renewal_facts(app->store, of->client, app->today, &facts, err))
        return false;
    facts.agreed = of->contract.agreed;
    for (int i = 0; i < RENEWAL_LIGHTS; i++) {
        RenewalLight light = (RenewalLight)i;
        bool clear = renewal_light(&facts, light);
        ret[i] = (LightSaid){light, clear, light_said(&facts, light, clear, arena)};
    }
    return true;
}

static const char *const light_titles[RENEWAL_LIGHTS] = {
    [LIGHT_KEY_PERSON] = N_("key person"), [LIGHT_TROUBLE] = N_("trouble"),
    [LIGHT_PROMISES] = N_("promises"),     [LIGHT_PRICE] = N_("price"),
    [LIGHT_RIVAL] = N_("rival"),
};

const char *renewal_lights_text(const LightSaid lights[RENEWAL_LIGHTS], Arena *arena)
{
    Buffer open = {.arena = arena};
    for (int i = 0; i < RENEWAL_LIGHTS; i++)
        if (!lights[i].clear)
            buffer_print(&open, "%s%s", open.size ? _(", ") : "", lang_text(light_titles[i]));
    return open.size ? arena_print(arena, _("not clear: %s"), buffer_text(&open))
                     : _("all lights are clear");
}

bool hangs_on_one(App *app, Id client, Arena *arena, const char **ret, Err *err)
{
    TalkedWith talked;
    if (!query_talked_with(app->store, client, app->today - YEAR, app->today, &talked, err))
        return false;
    *ret = NULL;
    if (talked.people == 1 && talked.talks >= TALKS_FROM)
        *ret = arena_print(arena,
                           _("everything hangs on %s: all %d talks of a year; a talk with "
                             "somebody else clears it"),
                           app_name(app, talked.one, arena), (int)talked.talks);
    return true;
}
