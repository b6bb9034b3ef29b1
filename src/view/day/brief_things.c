// SPDX-License-Identifier: GPL-3.0-or-later
// What is carried: rounds, orders and loans in the lines of the brief.
#include "brief_parts.h"
#include "ground/signs.h"
#include "lists/columns.h"
#include "mawari/app/meetings.h"
#include "mawari/app/rounds.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

/// Which way it goes and until when; `undated`: what stands where there is no day.
static void add_due(BriefPage *page, BriefLine *line, const char *way, Day day, const char *undated)
{
    const char *arrow = sign_word(page->app->plain, way);
    Shown due = due_shown(day, NONE, false, page->app, page->arena);
    (void)brief_add_span(page, line, text_width(arrow), ROLE_PLAIN, arrow);
    (void)brief_add_span(page, line, page->columns >= BRIEF_WIDE ? BRIEF_DUE : BRIEF_DUE - 1,
                         day == NONE ? ROLE_PLAIN : due.role, day == NONE ? undated : due.text);
}

/// What a round takes there, or a recall takes back, until when, and what is said to it.
static void add_door(BriefPage *page, const DoorHere *door)
{
    bool back = round_collects(door->matter);
    BriefSection section = back ? BRIEF_ASK : BRIEF_GIVE;
    BriefLine *line = brief_add_line(page, section, &entity_round_client, door->id);
    add_due(page, line, back ? "↓" : "↑", door->deadline, _("round"));
    const char *rise = price_rise_text(&door->rise, page->app->today, page->arena);
    Buffer text = {.arena = page->arena};
    const char *thing = door_thing(door, page->arena);
    buffer_add(&text, back ? arena_print(page->arena, _("pick up: %s"), thing) : thing);
    if (*rise)
        buffer_print(&text, " %s", rise);
    if (door->say)
        buffer_print(&text, ": %s", door->say);
    brief_add_text(page, section, line, buffer_text(&text));
}

/// What may not be handed over, and why.
void brief_add_no_gifts(BriefPage *page)
{
    for (size_t i = 0; i < page->brief->no_gifts.count; i++) {
        const NoGiftRow *row = &page->brief->no_gifts.rows[i];
        brief_add_text(page, BRIEF_GIVE, brief_add_line(page, BRIEF_GIVE, &entity_no_gift, row->id),
                       no_gift_text(row, page->arena));
    }
}

/// What was lent and is to be taken back.
static void add_loan(BriefPage *page, const LoanHere *loan)
{
    BriefLine *line = brief_add_line(page, BRIEF_ASK, &entity_loan, loan->id);
    add_due(page, line, "↓", loan->back, _("undated"));
    (void)brief_add_span(page, line, brief_who_columns(page), ROLE_PLAIN, loan->contact_name);
    brief_add_rest(page, line, ROLE_PLAIN, arena_print(page->arena, _("pick up: %s"), loan->what));
}

void brief_add_doors(BriefPage *page)
{
    for (size_t i = 0; i < page->brief->doors.count; i++)
        add_door(page, &page->brief->doors.rows[i]);
}

void brief_add_loans(BriefPage *page)
{
    for (size_t i = 0; i < page->brief->loans.count; i++)
        add_loan(page, &page->brief->loans.rows[i]);
}

/// What is ordered, by when, and whether the office has it.
static void add_order(BriefPage *page, BriefSection section, const OrderHere *order)
{
    BriefLine *line = brief_add_line(page, section, &entity_order_memo, order->id);
    const char *text = arena_print(page->arena, _("order: %s"), order->what);
    add_due(page, line, "↑", order->wanted, _("undated"));
    (void)brief_add_span(page, line, brief_who_columns(page), ROLE_PLAIN, order->contact_name);
    brief_add_rest(page, line, ROLE_PLAIN,
                   order->handed ? text
                                 : arena_print(page->arena, "%s · %s", text, _("not handed over")));
}

void brief_add_orders(BriefPage *page, bool now)
{
    for (size_t i = 0; i < page->brief->orders.count; i++) {
        const OrderHere *order = &page->brief->orders.rows[i];
        if (order->now == now)
            add_order(page, now ? BRIEF_GIVE : BRIEF_ALSO, order);
    }
}
