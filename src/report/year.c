// SPDX-License-Identifier: GPL-3.0-or-later
// The year for one client, as a page.
#include "mawari/report/year.h"

#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/model/value.h"

static void add_visits(const Year *year, Page *page)
{
    int total = 0;
    for (size_t i = 0; i < year->outcome_count; i++)
        total += year->outcomes[i].count;
    page_heading(page, arena_print(page->arena, _("Visits: %d"), total));
    for (size_t i = 0; i < year->outcome_count; i++)
        page_row(page, year->outcomes[i].what,
                 arena_print(page->arena, "%d", (int)year->outcomes[i].count), NULL, NULL);
    if (year->people_count)
        page_heading(page, _("Spoken to"));
    for (size_t i = 0; i < year->people_count; i++)
        page_row(
            page, year->people[i].what,
            arena_print(page->arena,
                        ngettext("%d time", "%d times", (unsigned long)(year->people[i].count)),
                        (int)year->people[i].count),
            NULL, NULL);
}

static const char *kept_text(const YearKept *kept, Arena *arena)
{
    if (!kept->done)
        return _("none");
    if (!kept->dated)
        return arena_print(arena, "%d", (int)kept->done);
    return arena_print(arena, _("%d; of %d with a day %d in time"), (int)kept->done,
                       (int)kept->dated, (int)kept->in_time);
}

static void add_promises(const Year *year, Page *page)
{
    page_heading(page, _("Promises kept"));
    page_row(page, _("by us"), kept_text(&year->mine, page->arena), NULL, NULL);
    page_row(page, _("by you"), kept_text(&year->theirs, page->arena), NULL, NULL);
}

static const char *hours_text(const YearTrouble *trouble, Arena *arena)
{
    if (trouble->worked <= 0)
        return _("no hours noted");
    const char *worked = minutes_words(trouble->worked, arena);
    if (trouble->at_night <= 0 && trouble->on_days_off <= 0)
        return worked;
    return arena_print(arena, _("%s (at night %s, on days off %s)"), worked,
                       minutes_words(trouble->at_night, arena),
                       minutes_words(trouble->on_days_off, arena));
}

static void add_troubles(const Year *year, Page *page)
{
    Arena *arena = page->arena;
    page_heading(page, _("Troubles"));
    if (year->trouble_count == 0)
        page_line(page, _("none"));
    for (size_t i = 0; i < year->trouble_count; i++) {
        const YearTrouble *trouble = &year->troubles[i];
        const Ticket *ticket = &trouble->ticket;
        const char *opened = day_text_full(ticket->opened, year->today, arena);
        const char *days = ticket->closed == NONE
                               ? arena_print(arena, _("%s – open"), opened)
                               : arena_print(arena, "%s – %s", opened,
                                             day_text_full(ticket->closed, year->today, arena));
        page_row(page, arena_print(arena, "T%d", ticket->number), days, ticket->what,
                 hours_text(trouble, arena));
    }
}

static void add_contracts(const Year *year, Page *page)
{
    Arena *arena = page->arena;
    if (year->contract_count)
        page_heading(page, _("Contracts"));
    for (size_t i = 0; i < year->contract_count; i++) {
        const YearContract *contract = &year->contracts[i];
        page_row(
            page, contract->what, contract->state,
            arena_print(arena, _("until %s"), day_text_full(contract->end, year->today, arena)),
            contract->notice == NONE
                ? NULL
                : arena_print(arena, _("notice by %s"),
                              day_text_full(contract->notice, year->today, arena)));
    }
}

static const char *a_year_text(const Concession *row, Arena *arena)
{
    static const ValueContext plain;
    const Field *yen = entity_own_field(&entity_concession, "yen");
    if (row->yen == NONE)
        return NULL;
    return arena_print(arena, _("%s a year"), value_shown(yen, value_of(yen, row), &plain, arena));
}

/// What we gave, what came back for it, and what they gave.
static void add_ledger(const Year *year, Page *page)
{
    Arena *arena = page->arena;
    if (year->ledger_count)
        page_heading(page, _("Give and take"));
    for (size_t i = 0; i < year->ledger_count; i++) {
        const Concession *row = &year->ledger[i];
        const char *day = day_text_full(row->day, year->today, arena);
        bool came_back = row->back && *row->back;
        page_row(page, row->side == LEDGER_GOT ? _("by you") : _("by us"),
                 arena_print(arena, "%s  %s", day, row->what), a_year_text(row, arena),
                 came_back ? arena_print(arena, _("in return: %s"), row->back) : NULL);
    }
}

void year_page(const Year *year, Page *page)
{
    Arena *arena = page->arena;
    page_title(page, arena_print(arena, _("%s: the year"), year->client));
    // a paper that is handed over is read next year, too
    page_field(page, _("From"), day_iso(year->from, arena));
    page_field(page, _("Until"), day_iso(year->to, arena));
    page_field(page, _("Written by"), year->rep);
    add_visits(year, page);
    add_promises(year, page);
    add_troubles(year, page);
    add_contracts(year, page);
    add_ledger(year, page);
}
