// SPDX-License-Identifier: GPL-3.0-or-later
// Rivals' clocks, deals and topics, as commands and the brief see them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/brief.h"
#include "mawari/app/day.h"
#include "mawari/app/reasons.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"

#define in_app(test) cmocka_unit_test_setup_teardown(test, open_app, close_app)

/// Source and text of each reason to come.
static const char *reasons_at(App *app, Id client, Day day)
{
    Reasons found;
    Err err = {0};
    Buffer out = {.arena = app->kept};
    if (!reasons_of(app, client, 0, day, app->kept, &found, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < found.count; i++)
        buffer_print(&out, "%s%s: %s", i ? "; " : "", reason_source(&found.rows[i]),
                     found.rows[i].text);
    return buffer_text(&out);
}

static void in_its_window_a_rivals_end_is_a_reason_to_come(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    add(app, "rival name=B社");
    add(app, "visit client=霧の店 day=2026-10-01 outcome=met");
    add(app, "share client=霧の店 line=保守 rival=B社 until=2027-03-31 lead=120");
    assert_string_equal(reasons_at(app, client, app->today + 6), "");
    assert_string_equal(reasons_at(app, client, app->today + 7),
                        "quote: B社 保守 ends 31 Mar 2027: ask to quote from Tue 1 Dec on");
}

static void a_quote_whose_answer_is_due_is_a_reason_until_it_is_decided(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    add(app, "visit client=霧の店 day=2026-10-01 outcome=met");
    add(app, "deal name=冷蔵庫 client=霧の店 stage=quoted answer=2026-11-23");
    assert_string_equal(reasons_at(app, client, app->today),
                        "answer: 冷蔵庫: their answer was due 23 Nov");
    does(app, "stage", "冷蔵庫 won");
    assert_string_equal(reasons_at(app, client, app->today), "");
}

static void a_lost_deal_opens_the_window_to_quote_by_itself(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店"), rival = add(app, "rival name=B社");
    Id deal = add(app, "deal name=保守契約 client=霧の店 line=保守 rival=B社");
    (void)client, (void)rival;
    assert_string_equal(does(app, "lost", "保守契約 購買 1 1y").status,
                        "保守契約: lost; the next door opens 2027-11");
    assert_string_equal(field(app, &entity_deal, deal, "stage"), "lost");
    assert_string_equal(field(app, &entity_deal, deal, "decider"), "purchasing");
    assert_string_equal(field(app, &entity_deal, deal, "deciding"), "price");
    Id share = deal + 1;
    assert_string_equal(field(app, &entity_share, share, "line"), "保守");
    assert_string_equal(field(app, &entity_share, share, "rival"), "B社");
    assert_string_equal(field(app, &entity_share, share, "until"), "2027-11-01");
    assert_string_equal(field(app, &entity_share, share, "until_month"), "yes");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_deal, deal, "stage"), "talk");
}

static void a_won_deal_ends_the_window_of_the_rival_who_had_the_line(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店"), rival = add(app, "rival name=B社");
    (void)rival;
    add(app, "visit client=霧の店 day=2026-10-01 outcome=met");
    Id share = add(app, "share client=霧の店 line=保守 holder=rival rival=B社 until=2026-12-31 "
                        "lead=60");
    Id shared = add(app, "share client=霧の店 line=備品 holder=several rival=B社");
    add(app, "deal name=保守契約 client=霧の店 line=保守 stage=quoted");
    add(app, "deal name=備品契約 client=霧の店 line=備品 stage=quoted");
    assert_non_null(strstr(reasons_at(app, client, app->today), "quote: B社 保守"));
    does(app, "stage", "保守契約 won");
    does(app, "stage", "備品契約 won");
    assert_string_equal(field(app, &entity_share, share, "holder"), "us");
    assert_string_equal(field(app, &entity_share, share, "rival"), "");
    assert_string_equal(field(app, &entity_share, share, "since"), "2026-11-24");
    assert_string_equal(field(app, &entity_share, shared, "holder"), "several");
    assert_string_equal(reasons_at(app, client, app->today), "");
    does(app, "undo", "");
    does(app, "undo", "");
    assert_string_equal(field(app, &entity_share, share, "rival"), "B社");
}

static void every_answer_to_the_next_door_writes_its_window(void **state)
{
    static const struct {
        const char *said, *next, *until, *month;
    } rows[] = {
        {"3m", "2027-02-01", "2027-02-01", "yes"}, // nobody knows more than the month
        {"6m", "2027-05-01", "2027-05-01", "yes"},
        {"2y", "2028-11-01", "2028-11-01", "yes"},
        {"2027-04", "2027-04-01", "2027-04-01", "yes"}, // of a month only its name is known
        {"４月", "2027-04-01", "2027-04-01", "yes"},    // the next one, for it is ahead
        {"2026-11", "2026-11-01", "2026-11-01", "yes"}, // this month is not over
        {"2027-04-15", "2027-04-15", "2027-04-15", ""},
        {"never", "", "", ""}, // who has it is known all the same
    };
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "rival name=B社");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *line = arena_print(app->kept, "deal name=案件 client=霧の店 line=品目%zu %s", i,
                                       i == 1 ? "" : "rival=B社"); // nor need the rival be known
        Id deal = add(app, line);
        does(app, "lost",
             arena_print(app->kept, "%lld person price %s", (long long)deal, rows[i].said));
        Id share = deal + 1;
        assert_string_equal(field(app, &entity_deal, deal, "next"), rows[i].next);
        assert_string_equal(field(app, &entity_share, share, "holder"), "rival");
        assert_string_equal(field(app, &entity_share, share, "until"), rows[i].until);
        assert_string_equal(field(app, &entity_share, share, "until_month"), rows[i].month);
    }
    add(app, "deal name=最後 client=霧の店");
    refuses(app, ERR_USAGE, "lost", "最後 person price someday");
    refuses(app, ERR_INPUT, "lost", "最後 person price 2025-01-01");
}

static void a_lost_deal_without_a_rival_says_its_next_door_itself(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=霧の店");
    add(app, "visit client=霧の店 day=2026-10-01 outcome=met");
    add(app, "deal name=改装 client=霧の店");
    does(app, "lost", "改装 person price 3m");
    Day opens; // a month is all that is known of it
    assert_true(day_from(2027, 2, 1, &opens));
    assert_string_equal(reasons_at(app, client, opens - 1), "");
    assert_string_equal(reasons_at(app, client, opens), "door: 改装: the next door since 2027-02");
    assert_string_equal(reasons_at(app, client, opens + 91), "");
}

static void a_deal_moves_one_stage_and_stands_when_it_is_decided(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    Id deal = add(app, "deal name=改装 client=霧の店");
    static const char *const stages[] = {"quoting", "quoted", "won"};
    for (size_t i = 0; i < 3; i++) {
        does(app, "stage", "改装");
        assert_string_equal(field(app, &entity_deal, deal, "stage"), stages[i]);
    }
    assert_string_equal(field(app, &entity_deal, deal, "quoted"), "2026-11-24");
    assert_string_equal(field(app, &entity_deal, deal, "closed"), "2026-11-24");
    refuses(app, ERR_INPUT, "stage", "改装");
    does(app, "stage", "改装 talk");
    assert_string_equal(field(app, &entity_deal, deal, "closed"), "");
    refuses(app, ERR_USAGE, "lost", "改装 nobody");
}

static size_t topics_for(App *app, Id client, const char **ret_first)
{
    Brief brief;
    Err err = {0};
    if (!brief_read(app, (BriefOf){.client = client}, app->kept, &brief, &err))
        fail_msg("%s", err.text);
    *ret_first = brief.topic_count ? brief.topics[0].text : "";
    return brief.topic_count;
}

static void the_brief_offers_three_topics_that_this_person_has_not_heard(void **state)
{
    App *app = *state;
    const char *first;
    Id client = add(app, "client name=霧の店");
    add(app, "contact name=中村");
    add(app, "post contact=中村 party=霧の店");
    static const char *const topics[] = {"道路", "新店", "豊漁", "祭り"};
    for (size_t i = 0; i < 4; i++)
        add(app, arena_print(app->kept, "topic text=%s", topics[i]));
    add(app, "topic text=古い since=2026-01-01 until=2026-02-01");
    assert_int_equal(topics_for(app, client, &first), 3);
    assert_string_equal(first, "祭り");
    assert_string_equal(does(app, "heard", "祭り 中村").status, "中村 has heard: 祭り");
    assert_int_equal(topics_for(app, client, &first), 3);
    assert_string_equal(first, "豊漁");
    does(app, "undo", "");
    assert_int_equal(topics_for(app, client, &first), 3);
    assert_string_equal(first, "祭り");
}

/// What the row of the first visit says beside its hour; NULL: nothing.
static const char *said_at_first_visit(App *app, Day day)
{
    DaySheet sheet;
    Err err = {0};
    assert_true(day_sheet(app, day, app->scratch, &sheet, &err));
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].kind == ROW_VISIT)
            return sheet.rows[i].money;
    fail_msg("no visit on that day");
    return NULL;
}

static void a_visit_of_the_day_says_that_a_quote_and_a_renewal_are_due(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    add(app, "visit client=霧の店 day=2026-12-01");
    assert_null(said_at_first_visit(app, app->today + 7));
    add(app, "rival name=B社");
    add(app, "share client=霧の店 line=保守 rival=B社 until=2027-03-31 lead=120");
    assert_string_equal(said_at_first_visit(app, app->today + 7), "ask to quote");
    add(app, "contract what=年間保守 client=霧の店 end=2027-03-31 notice_months=1");
    assert_string_equal(said_at_first_visit(app, app->today + 7), "renewal, ask to quote");
}

static const char *const impossible[] = {
    "share client=霧の店 line=保守 since=2027-01-01 until=2026-01-01",
    "entertainment shop=料亭 heads=0",
    "entertainment shop=料亭 amount=-1",
    "entertainment shop=料亭 heads=1001",
    "deal name=改装 client=霧の店 amount=-5",
    "deal name=改装 client=霧の店 opened=2026-11-24 closed=2026-11-01",
    "share client=霧の店 line=保守 lead=731",
    "meeting title=協力会 minutes=0",
};

static void what_is_impossible_is_refused_with_a_sentence(void **state)
{
    App *app = *state;
    add(app, "client name=霧の店");
    for (size_t i = 0; i < sizeof impossible / sizeof *impossible; i++)
        refuses(app, ERR_INPUT, "new", impossible[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_app(in_its_window_a_rivals_end_is_a_reason_to_come),
        in_app(a_quote_whose_answer_is_due_is_a_reason_until_it_is_decided),
        in_app(a_lost_deal_opens_the_window_to_quote_by_itself),
        in_app(a_won_deal_ends_the_window_of_the_rival_who_had_the_line),
        in_app(every_answer_to_the_next_door_writes_its_window),
        in_app(a_lost_deal_without_a_rival_says_its_next_door_itself),
        in_app(a_deal_moves_one_stage_and_stands_when_it_is_decided),
        in_app(the_brief_offers_three_topics_that_this_person_has_not_heard),
        in_app(a_visit_of_the_day_says_that_a_quote_and_a_renewal_are_due),
        in_app(what_is_impossible_is_refused_with_a_sentence),
    };
    return cmocka_run_group_tests_name("rivals", tests, NULL, NULL);
}
