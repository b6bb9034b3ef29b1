// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the car and what comes back, as tables.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static const Day today = 20781; // Tue 24 Nov 2026
static const char words[] = "見積=desk 40|返品=bring|電話=call";

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

typedef struct PromiseCase {
    int32_t direction, way;
    const char *what;
    int32_t due; // days from today; NONE
    int32_t money;
    bool load, back;
} PromiseCase;

static const PromiseCase promises[] = {
    {DIRECTION_MINE, WAY_BRING, "鍵", 0, NONE, true, false},
    {DIRECTION_MINE, WAY_BRING, "鍵", NONE, NONE, true, false},
    {DIRECTION_MINE, WAY_BRING, "鍵", 1, NONE, false, false},
    {DIRECTION_MINE, WAY_DELIVER, "箱", -3, NONE, true, false},
    {DIRECTION_MINE, WAY_DESK, "見積", 0, NONE, true,
     false}, // what was made at the desk is brought
    {DIRECTION_MINE, WAY_CALL, "見積", 0, NONE, false, false},
    {DIRECTION_MINE, WAY_MAIL, "見積", 0, NONE, false, false},
    {DIRECTION_MINE, NONE, "電話", 0, NONE, false, false}, // the way is told by the words
    {DIRECTION_MINE, NONE, "何か", 0, NONE, true, false},
    {DIRECTION_MINE, WAY_BRING, "請求書", 0, MONEY_INVOICE, true, false},
    {DIRECTION_MINE, NONE, "集金", 0, MONEY_COLLECT, false, false},
    {DIRECTION_THEIRS, NONE, "返品 2箱", 0, NONE, false, true},
    {DIRECTION_THEIRS, WAY_BRING, "受領書", NONE, NONE, false, true},
    {DIRECTION_THEIRS, WAY_BRING, "受領書", 2, NONE, false, false},
    {DIRECTION_THEIRS, WAY_MAIL, "返品の数", 0, NONE, false, false},
    {DIRECTION_THEIRS, NONE, "図面", 0, NONE, false, false},
};

static Commitment promise_of(const PromiseCase *row, Arena *arena)
{
    Commitment promise;
    record_blank(&entity_commitment, &promise, today, arena);
    promise.direction = row->direction;
    promise.way = row->way;
    promise.what = row->what;
    promise.due = row->due == NONE ? NONE : today + row->due;
    promise.money = row->money;
    return promise;
}

static void what_is_carried_is_loaded_and_what_is_theirs_comes_back(void **state)
{
    for (size_t i = 0; i < sizeof promises / sizeof *promises; i++) {
        const PromiseCase *row = &promises[i];
        Commitment promise = promise_of(row, *state);
        if (promise_to_load(&promise, words, today, *state) != row->load ||
            promise_comes_back(&promise, words, today, *state) != row->back)
            fail_msg("row %zu: %s", i, row->what);
    }
}

static void what_is_kept_is_neither_loaded_nor_comes_back(void **state)
{
    for (size_t i = 0; i < sizeof promises / sizeof *promises; i++) {
        Commitment promise = promise_of(&promises[i], *state);
        promise.kept = today;
        assert_false(promise_to_load(&promise, words, today, *state));
        assert_false(promise_comes_back(&promise, words, today, *state));
    }
}

static const struct {
    int32_t lent, back, returned; // days from today; NONE
    bool closed, load, comes;
} loans[] = {
    {0, NONE, NONE, false, true, false}, // lent today: it goes along
    {0, 3, NONE, false, true, false},    {-3, NONE, NONE, false, false, false}, // in use
    {-3, NONE, NONE, true, false, true}, // its trouble is over
    {-3, 0, NONE, false, false, true},   {-3, -1, NONE, false, false, true},
    {-3, 1, NONE, true, false, false}, // agreed for another day
    {-3, 0, -1, true, false, false},
};

static void a_loan_goes_along_when_lent_and_comes_back_when_agreed(void **state)
{
    for (size_t i = 0; i < sizeof loans / sizeof *loans; i++) {
        Loan loan;
        record_blank(&entity_loan, &loan, today, *state);
        loan.lent = today + loans[i].lent;
        loan.back = loans[i].back == NONE ? NONE : today + loans[i].back;
        loan.returned = loans[i].returned == NONE ? NONE : today + loans[i].returned;
        if (loan_to_load(&loan, today) != loans[i].load ||
            loan_comes_back(&loan, loans[i].closed, today) != loans[i].comes)
            fail_msg("row %zu", i);
    }
}

static void things_are_handed_over_where_somebody_is(void **state)
{
    (void)state;
    const int32_t over[] = {OUTCOME_MET, OUTCOME_SHORT_WORD, OUTCOME_RECEPTION,
                            OUTCOME_DELIVERY_ONLY};
    const int32_t not_over[] = {OUTCOME_PUT_OFF,
                                OUTCOME_CARD_LEFT,
                                OUTCOME_ABSENT,
                                OUTCOME_REFUSED,
                                OUTCOME_BY_PHONE,
                                OUTCOME_VIDEO,
                                NONE};
    for (size_t i = 0; i < sizeof over / sizeof *over; i++)
        assert_true(outcome_hands_over(over[i]));
    for (size_t i = 0; i < sizeof not_over / sizeof *not_over; i++)
        assert_false(outcome_hands_over(not_over[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_carried_is_loaded_and_what_is_theirs_comes_back),
        cmocka_unit_test(what_is_kept_is_neither_loaded_nor_comes_back),
        cmocka_unit_test(a_loan_goes_along_when_lent_and_comes_back_when_agreed),
        cmocka_unit_test(things_are_handed_over_where_somebody_is),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
