// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked, what it comes to, who may agree, and how it is said: by literals.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static int arena_setup(void **state)
{
    *state = arena_open();
    return 0;
}

static int arena_teardown(void **state)
{
    arena_close(*state);
    return 0;
}

static const struct {
    const char *typed;
    Yen yen, less;
    int32_t off;
    const char *again;
} asked[] = {
    {"1180", 1180, NONE, NONE, "¥1,180"},
    {"¥1,180円", 1180, NONE, NONE, "¥1,180"},
    {"￥１１８０", 1180, NONE, NONE, "¥1,180"},
    {"\\1180", 1180, NONE, NONE, "¥1,180"},
    {"0.5万", 5000, NONE, NONE, "¥5,000"},
    {"-5%", NONE, NONE, 500, "-5%"},
    {"５％", NONE, NONE, 500, "-5%"},
    {"¥-5%", NONE, NONE, 500, "-5%"},
    {"2.5%引き", NONE, NONE, 250, "-2.5%"},
    {"-0.25%", NONE, NONE, 25, "-0.25%"},
    {"-1.05%", NONE, NONE, 105, "-1.05%"},
    {"99%", NONE, NONE, 9900, "-99%"},
    {"-50", NONE, 50, NONE, "-¥50"},
    {"-¥50", NONE, 50, NONE, "-¥50"},
    {" -5% #豆腐", NONE, NONE, 500, "-5%"},
};

static void what_is_asked_is_read_in_either_width(void **state)
{
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        PriceAsked read;
        Err err = {0};
        if (!price_asked_read(asked[i].typed, *state, &read, &err))
            fail_msg("%s: %s", asked[i].typed, err.text);
        assert_int_equal(read.yen, asked[i].yen);
        assert_int_equal(read.less, asked[i].less);
        assert_int_equal(read.off, asked[i].off);
        assert_string_equal(price_asked_text(read, *state), asked[i].again);
    }
}

static void what_is_no_price_is_refused_with_a_sentence(void **state)
{
    static const char *const wrong[] = {"",
                                        "%",
                                        "0",
                                        "0%",
                                        "100%",
                                        "-",
                                        "安く",
                                        "12.5",
                                        "5% off the top",
                                        "5%%",
                                        "99999999999999",
                                        "¥",
                                        "1180 1200",
                                        "1e5"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        PriceAsked read;
        Err err = {0};
        if (price_asked_read(wrong[i], *state, &read, &err))
            fail_msg("“%s” was read", wrong[i]);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_true(err.text[0] != '\0');
    }
}

static void what_it_comes_to_is_rounded_to_the_yen(void **state)
{
    (void)state;
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, 500}, 1200), 1140);
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, 250}, 999), 974); // 974.025
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, 500}, 10), 10);   // 9.5 goes up
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, 500}, 2147483647), 2040109465);
    assert_int_equal(price_asked_yen((PriceAsked){NONE, 50, NONE}, 1200), 1150);
    assert_int_equal(price_asked_yen((PriceAsked){NONE, 1200, NONE}, 1200), NONE);
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, 9900}, 40), NONE); // 0.4
    assert_int_equal(price_asked_yen((PriceAsked){1180, NONE, NONE}, NONE), 1180);
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, 500}, NONE), NONE);
    assert_int_equal(price_asked_yen((PriceAsked){NONE, NONE, NONE}, 1200), NONE); // no price named
}

static Price a_card(void)
{
    return (Price){.tax = TAX_EXCLUDED,
                   .list_price = 1500,
                   .now = 1200,
                   .mine = 1150,
                   .boss = 1120,
                   .floor = 1100,
                   .volume = 1600};
}

static const struct {
    Yen asked;
    PriceApproval approval;
    int64_t gap, a_year;
} verdicts[] = {
    {1200, APPROVAL_ME, 100, 0},         {1150, APPROVAL_ME, 50, 80000},
    {1149, APPROVAL_BOSS, 49, 81600},    {1120, APPROVAL_BOSS, 20, 128000},
    {1119, APPROVAL_ABOVE, 19, 129600},  {1100, APPROVAL_ABOVE, 0, 160000},
    {1099, APPROVAL_NOBODY, -1, 161600},
};

static void who_may_agree_follows_from_the_card(void **state)
{
    (void)state;
    Price card = a_card();
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        PriceVerdict verdict = price_judge(&card, (PriceAsked){verdicts[i].asked, NONE, NONE});
        assert_int_equal(verdict.approval, verdicts[i].approval);
        assert_int_equal(verdict.gap, verdicts[i].gap);
        assert_int_equal(verdict.a_year, verdicts[i].a_year);
    }
}

static void more_than_they_pay_is_no_demand(void **state)
{
    Price card = a_card();
    PriceVerdict verdict = price_judge(&card, (PriceAsked){1201, NONE, NONE});
    assert_int_equal(verdict.paid, 1200);
    assert_true(verdict.a_year == INT64_MIN);
    assert_string_equal(price_answer(&verdict, "more", true, *state),
                        "¥1,201: more than the ¥1,200 that they pay now; is it this product?");
    assert_int_equal(price_judge(&card, (PriceAsked){1200, NONE, NONE}).paid, NONE);
}

static void what_is_asked_is_kept_as_money_is_written(void **state)
{
    assert_string_equal(price_asked_kept("24500", *state), "¥24,500");
    assert_string_equal(price_asked_kept("－２０００円 #豆腐", *state), "-¥2,000 #豆腐");
    assert_string_equal(price_asked_kept("安く", *state), "安く");
}

static void what_a_card_does_not_say_is_unknown(void **state)
{
    (void)state;
    Price card = a_card();
    card.boss = card.floor = card.volume = NONE;
    PriceVerdict verdict = price_judge(&card, (PriceAsked){1000, NONE, NONE});
    assert_int_equal(verdict.approval, APPROVAL_BOSS); // I may not: the boss is asked
    assert_true(verdict.gap == INT64_MIN && verdict.a_year == INT64_MIN);
    card.mine = NONE;
    assert_int_equal(price_judge(&card, (PriceAsked){1000, NONE, NONE}).approval, APPROVAL_UNKNOWN);
    assert_int_equal(price_judge(NULL, (PriceAsked){NONE, NONE, 500}).yen, NONE);
}

static void the_answer_is_one_line_and_hides_the_gap(void **state)
{
    Price card = a_card();
    PriceVerdict verdict = price_judge(&card, (PriceAsked){NONE, NONE, 500});
    assert_string_equal(price_answer(&verdict, "volume / term / payment / more", false, *state),
                        "¥1,140: gap to the floor •••, ¥96,000 a year, the boss must approve. "
                        "Ask for: volume, term, payment");
    assert_string_equal(price_answer(&verdict, "", true, *state),
                        "¥1,140: gap to the floor ¥40, ¥96,000 a year, the boss must approve");
    verdict = price_judge(NULL, (PriceAsked){NONE, NONE, 500});
    assert_string_equal(price_answer(&verdict, " / ", false, *state),
                        "the price now is not on a card");
}

static void the_balance_counts_days_since_we_gave(void **state)
{
    assert_string_equal(ledger_balance((LedgerBalance){5, 1, 20000}, 20094, *state),
                        "given 5, got 1, last 94 days ago");
    assert_string_equal(ledger_balance((LedgerBalance){1, 0, 20094}, 20094, *state),
                        "given 1, got 0, the last today");
    assert_string_equal(ledger_balance((LedgerBalance){0, 2, NONE}, 20094, *state),
                        "given 0, got 2");
    assert_string_equal(ledger_balance((LedgerBalance){0, 0, NONE}, 20094, *state),
                        "nothing given, nothing got");
}

static void a_card_that_contradicts_itself_is_refused(void **state)
{
    static const struct {
        const char *field;
        Yen yen;
        const char *sentence;
    } wrong[] = {
        {"floor", 1501, "Floor price: The floor is above the list price"},
        {"mine", 1099, "My limit: My limit is below the floor"},
        {"boss", 1099, "Boss's limit: The boss's limit is below the floor"},
        {"boss", 1151, "Boss's limit: The boss may go further down than I may"},
        {"now", 0, "Price now: that is no price"},
        {"list_price", -5, "List price: that is no price"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Price card;
        Err err = {0};
        record_blank(&entity_price, &card, 20000, *state);
        Price figures = a_card();
        card.list_price = figures.list_price;
        card.now = figures.now;
        card.mine = figures.mine;
        card.boss = figures.boss;
        card.floor = figures.floor;
        assert_true(record_consistent(&entity_price, &card, &err));
        value_put(entity_field(&entity_price, wrong[i].field), &card, value_whole(wrong[i].yen),
                  *state);
        assert_false(record_consistent(&entity_price, &card, &err));
        assert_string_equal(err.text, wrong[i].sentence);
    }
}

// --- what was agreed

enum { TODAY = 20000 };

static Price a_card_since(Yen now, Day since)
{
    Price card;
    Arena *arena = arena_open();
    record_blank(&entity_price, &card, TODAY, arena);
    arena_close(arena);
    card.now = now;
    card.since = since;
    return card;
}

static const struct {
    Day since, from; // of the card's price, of what is agreed
    Yen now, coming; // what the card says then, today
} agreements[] = {
    {NONE, TODAY, 1150, NONE},
    {NONE, TODAY + 1, 1200, 1150},
    {NONE, TODAY - 5, 1150, NONE},
    {TODAY - 9, TODAY - 5, 1150, NONE},
    {TODAY - 5, TODAY - 5, 1150, NONE},
    {TODAY - 3, TODAY - 5, 1200, NONE}, // a later price is there
    {TODAY - 3, TODAY + 30, 1200, 1150},
};

static void a_card_follows_what_was_agreed_from_its_day_on_and_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof agreements / sizeof *agreements; i++) {
        Price card = a_card_since(1200, agreements[i].since);
        Concession entry = {.was = 1200, .price = 1150, .effective = agreements[i].from};
        price_agree(&card, &entry, TODAY);
        assert_int_equal(card.now, agreements[i].now);
        assert_int_equal(card.coming, agreements[i].coming);
        price_agree_not(&card, &entry, TODAY);
        assert_int_equal(card.now, 1200);
        assert_int_equal(card.coming, NONE);
    }
}

static void a_coming_price_is_the_price_now_from_its_day_on(void **state)
{
    (void)state;
    Price card = a_card_since(1200, NONE);
    price_agree(&card, &(Concession){.was = 1200, .price = 1260, .effective = TODAY + 7}, TODAY);
    price_turn(&card, TODAY + 6);
    assert_int_equal(card.now, 1200);
    price_turn(&card, TODAY + 7);
    assert_int_equal(card.now, 1260);
    assert_int_equal(card.since, TODAY + 7);
    assert_int_equal(card.coming, NONE);
}

static void what_was_written_over_an_agreement_stays_when_it_falls(void **state)
{
    (void)state;
    Price card = a_card_since(1200, NONE);
    Concession entry = {.was = 1200, .price = 1150, .effective = TODAY};
    price_agree(&card, &entry, TODAY);
    card.now = 1100;
    price_agree_not(&card, &entry, TODAY);
    assert_int_equal(card.now, 1100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked_is_read_in_either_width),
        cmocka_unit_test(what_is_no_price_is_refused_with_a_sentence),
        cmocka_unit_test(what_it_comes_to_is_rounded_to_the_yen),
        cmocka_unit_test(who_may_agree_follows_from_the_card),
        cmocka_unit_test(more_than_they_pay_is_no_demand),
        cmocka_unit_test(what_is_asked_is_kept_as_money_is_written),
        cmocka_unit_test(what_a_card_does_not_say_is_unknown),
        cmocka_unit_test(the_answer_is_one_line_and_hides_the_gap),
        cmocka_unit_test(the_balance_counts_days_since_we_gave),
        cmocka_unit_test(a_card_that_contradicts_itself_is_refused),
        cmocka_unit_test(a_card_follows_what_was_agreed_from_its_day_on_and_back),
        cmocka_unit_test(a_coming_price_is_the_price_now_from_its_day_on),
        cmocka_unit_test(what_was_written_over_an_agreement_stays_when_it_falls),
    };
    return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
