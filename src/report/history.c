// SPDX-License-Identifier: GPL-3.0-or-later
// A trouble on one page: what it is, how the ball went, and its lines with their side.
#include "mawari/report/history.h"

#include <string.h>

#include "mawari/base/lang.h"

/// "Tue 24 Nov 2026 9:10"; in a paper the year is always said.
static const char *when(Day day, Minute minute, Arena *arena)
{
    if (day == NONE)
        return NULL;
    const char *hour = minute == NONE ? "" : minute_text(minute, arena);
    return arena_print(arena, "%s%s%s", day_iso(day, arena), *hour ? " " : "", hour);
}

static const char *where(const History *history, Arena *arena)
{
    const char *client = history->client ? history->client : "";
    if (history->site && strstr(history->site, client))
        return history->site;
    return history->site ? arena_print(arena, "%s  %s", client, history->site) : client;
}

void history_ball_days(const History *history, int32_t *ret_theirs, int32_t *ret_mine)
{
    Day from = history->ticket.opened;
    Day end = history->ticket.closed == NONE ? history->today : history->ticket.closed;
    bool mine = true;
    *ret_theirs = *ret_mine = 0;
    for (size_t i = 0; i <= history->throw_count; i++) {
        Day to = i < history->throw_count ? history->throws[i].since : end;
        to = to > end ? end : to;
        if (to > from)
            *(mine ? ret_mine : ret_theirs) += to - from;
        from = to > from ? to : from;
        mine = i < history->throw_count ? history->throws[i].mine : mine;
    }
}

static void add_what(const History *history, bool told_only, Page *page)
{
    Arena *arena = page->arena;
    const Ticket *ticket = &history->ticket;
    const Word *severity = words_by_value(&words_severity, ticket->severity);
    page_field(page, _("What"), ticket->what);
    page_field(page, _("Where"), where(history, arena));
    page_field(page, _("Reported by"), history->reporter);
    page_field(page, _("Opened"), when(ticket->opened, ticket->opened_at, arena));
    if (!told_only)
        page_field(page, _("Severity"), severity ? lang_text(severity->title) : NULL);
    page_field(page, _("Harm"), ticket->harm);
}

static void add_work(const History *history, Page *page)
{
    Arena *arena = page->arena;
    if (history->worked > 0)
        page_field(page, _("Hours worked"),
                   arena_print(arena, _("%s, at night %s, on days off %s"),
                               minutes_text(history->worked, arena),
                               minutes_text(history->at_night, arena),
                               minutes_text(history->on_days_off, arena)));
}

static void add_ball(const History *history, Page *page)
{
    Arena *arena = page->arena;
    int32_t theirs, mine;
    if (history->throw_count == 0)
        return;
    history_ball_days(history, &theirs, &mine);
    page_heading(page, _("Whose turn it was"));
    for (size_t i = 0; i < history->throw_count; i++) {
        const HistoryThrow *one = &history->throws[i];
        page_row(page, when(one->since, NONE, arena), one->holder ? one->holder : "",
                 one->note ? one->note : "", NULL);
    }
    const char *throws = arena_print(
        arena, ngettext("%zu throw", "%zu throws", (unsigned long)history->throw_count),
        history->throw_count);
    page_line(page,
              arena_print(arena,
                          ngettext("%s: %d day with others, %d with us",
                                   "%s: %d days with others, %d with us", (unsigned long)theirs),
                          throws, theirs, mine));
}

static void add_line(const HistoryLine *row, bool sides, Page *page)
{
    const TicketLine *line = row->line;
    const Word *side = words_by_value(&words_side, line->side);
    const char *text = row->who ? arena_print(page->arena, "%s (%s)", line->text, row->who)
                                : line->text;
    const char *at = when(line->day, line->at, page->arena);
    if (sides)
        page_row(page, at, side ? lang_text(side->title) : "", text, NULL);
    else
        page_row(page, at, text, NULL, NULL);
}

static void add_lines(const History *history, bool told_only, Page *page)
{
    page_heading(page, told_only ? _("What we told you") : _("Course of events"));
    for (size_t i = 0; i < history->line_count; i++)
        if (!told_only || history->lines[i].line->side == SIDE_TOLD)
            add_line(&history->lines[i], !told_only, page);
}

void history_page(const History *history, bool told_only, Page *page)
{
    Arena *arena = page->arena;
    const Ticket *ticket = &history->ticket;
    page_title(page, arena_print(arena, _("History of trouble T%d"), ticket->number));
    page_field(page, _("As of"), day_iso(history->today, arena));
    add_what(history, told_only, page);
    page_field(page, _("Stage"), history->stage);
    page_field(page, _("Stages reached"), history->stages);
    page_field(page, _("Closed"), when(ticket->closed, NONE, arena));
    page_field(page, _("Cause"), ticket->cause);
    page_field(page, _("On loan"), history->loans);
    if (!told_only) {
        add_work(history, page);
        add_ball(history, page);
    }
    add_lines(history, told_only, page);
}

void first_report_page(const History *history, Page *page)
{
    Arena *arena = page->arena;
    page_title(page, arena_print(arena, _("First report: trouble T%d"), history->ticket.number));
    add_what(history, false, page);
    page_field(page, _("Ball"), history->ball);
    page_field(page, _("To tell by"), when(history->tell_by, NONE, arena));
    page_field(page, _("Report due"),
               history->ticket.reported == NONE ? when(history->ticket.report_due, NONE, arena)
                                                : NULL);
    page_heading(page, _("Known so far"));
    for (size_t i = 0; i < history->line_count; i++)
        add_line(&history->lines[i], true, page);
    if (history->line_count == 0)
        page_line(page, _("nothing yet"));
}
