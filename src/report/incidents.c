// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody said as a dated history: words, our answer, who was there.
#include "mawari/report/incidents.h"

#include "mawari/base/lang.h"

static void add_entry(const IncidentEntry *entry, Page *page)
{
    Arena *arena = page->arena;
    const Incident *said = &entry->incident;
    const char *hour = said->at == NONE ? "" : minute_text(said->at, arena);
    page_heading(page, arena_print(arena, "%s%s%s  (%lld)", day_iso(said->day, arena),
                                   *hour ? " " : "", hour, (long long)entry->id));
    if (entry->struck_by)
        page_line(page,
                  arena_print(arena, _("struck out by entry %lld"), (long long)entry->struck_by));
    if (said->strikes)
        page_line(page, arena_print(arena, _("strikes out entry %lld"), (long long)said->strikes));
    if (entry->under)
        page_line(page, arena_print(arena, _("entered as %s: the same person"), entry->under));
    page_field(page, _("What was said"), said->words);
    page_field(page, _("Our answer"), said->answer);
    page_field(page, _("Witness"), said->witness);
}

void incidents_page(const char *who, const char *company, Day today, const IncidentEntry *entries,
                    size_t count, Page *page)
{
    page_title(page, _("Record of words said"));
    page_field(page, _("Person"), who);
    page_field(page, _("Company"), company);
    page_field(page, _("As of"), day_iso(today, page->arena));
    for (size_t i = 0; i < count; i++)
        add_entry(&entries[i], page);
    if (count == 0)
        page_line(page, _("nothing is recorded"));
}
