// SPDX-License-Identifier: GPL-3.0-or-later
// What a word may become while it is typed: who and what is near comes first, and what is taken is
// always understood.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "aoba.h"
#include "mawari/app/capture.h"
#include "mawari/app/find.h"
#include "mawari/base/buffer.h"

#define COUNT(table)   (sizeof(table) / sizeof *(table))
#define in_store(test) cmocka_unit_test_setup_teardown(test, open_aoba, close_app)

static CapturePlace here(App *app)
{
    CapturePlace place = {0};
    Err err = {0};
    static const Entity *const kinds[] = {&entity_site};
    KindSet sites = {.kinds = kinds, .count = 1};
    Id site = 0;
    if (!app_find(app, &sites, "本店", &site, &err) || !capture_place_of(app, site, &place, &err))
        fail_msg("%s", err.text);
    return place;
}

static CaptureOffers offers(App *app, const char *line, const CapturePlace *place)
{
    CaptureOffers found;
    Err err = {0};
    if (!capture_offers(app, line, strlen(line), place, false, app->kept, &found, &err))
        fail_msg("%s", err.text);
    return found;
}

static const char *fills(App *app, const char *line)
{
    CapturePlace place = here(app);
    CaptureOffers found = offers(app, line, &place);
    Buffer out = {.arena = app->kept};
    for (size_t i = 0; i < found.count; i++)
        buffer_print(&out, "%s|", found.rows[i].fill);
    return buffer_text(&out);
}

static void those_who_are_near_come_first(void **state)
{
    App *app = *state;
    add(app, "contact name=\"中島 望\" reading=\"なかじま のぞみ\"");
    add(app, "post contact=\"中島 望\" party=北総合病院");
    assert_string_equal(fills(app, "1 @"), "@中村恵 |@山本太 |");
    assert_string_equal(fills(app, "＠中"), "@中村恵 |@中島/望 |");
    assert_string_equal(fills(app, "@naka"), "@中村恵 |@中島/望 |");
    assert_string_equal(fills(app, "雪 @山田"), "@山田/二 |@山田/一 |@+山田 |");
    assert_string_equal(fills(app, "@山田/購"), "@山田/一 |@+山田/購 |");
    assert_string_equal(fills(app, "＠新田課長"), "@+新田課長 |");
    assert_string_equal(fills(app, "@＋新田"), "@+新田 |");
    assert_string_equal(fills(app, "@+中"), "@中村恵 |");
    assert_string_equal(fills(app, "@中村恵 "), "");
    assert_string_equal(fills(app, "中村"), "");
}

static void open_promises_are_offered_of_either_side(void **state)
{
    App *app = *state;
    add(app, "commitment what=\"鍵 2本 金\" client=青葉商店");
    assert_string_equal(fills(app, "*鍵"), "*鍵 |*鍵 2本 金 |");
    assert_string_equal(fills(app, "＊"), "*10月実績 |*鍵 |*鍵 2本 金 |");
    add(app, "commitment direction=theirs what=\"図面 金\" client=青葉商店");
    assert_string_equal(fills(app, "-図"), "-\"図面 金\" |");
    assert_string_equal(fills(app, "-1"), "-10月実績 |");
    assert_string_equal(fills(app, "ー"), "-10月実績 |-\"図面 金\" |");
    assert_string_equal(fills(app, "-10月実績 金"), "");
}

static void what_was_named_before_is_offered_again(void **state)
{
    App *app = *state;
    does(app, "out", "青葉商店 1 vs 丸山商事 #冷凍庫 ○ #A-7 ×");
    does(app, "out", "北総合病院 1 vs B社 #冷凍庫 △");
    assert_string_equal(fills(app, "vs "), "");
    assert_string_equal(fills(app, "vs 丸"), "vs 丸山商事 |");
    assert_string_equal(fills(app, "#"), "#A-7 |#冷凍庫 |");
    assert_string_equal(fills(app, "＃冷"), "#冷凍庫 |");
    assert_string_equal(fills(app, "＜冷"), "<冷凍庫 |");
}

static void what_is_taken_is_understood(void **state)
{
    App *app = *state;
    static const char *const names[] = {"鍵; 裏口",  "＋の形",     "見積 金", "a\"b",
                                        "今日の/件", "「特」納品", "。",      "*印"};
    static const char *const lines[] = {"*", "@山", "@中", "-"};
    CapturePlace place = here(app);
    for (size_t i = 0; i < COUNT(names); i++) {
        Args args = {.day = NONE, .minute = NONE, .kind = &entity_commitment};
        const FieldArg fields[] = {{"what", names[i]}, {"client", "青葉商店"}};
        Effect effect;
        Err err = {0};
        args.fields = fields;
        args.field_count = 2;
        assert_true(command_run(app, command_named("new"), &args, &effect, &err));
        CaptureOffers found = offers(app, "*", &place);
        for (size_t j = 0; j < found.count; j++) {
            Heard heard;
            assert_true(
                capture_hear(app, found.rows[j].fill, &place, false, app->kept, &heard, &err));
            if (heard.capture.count != 1 || heard.rows[0].id != found.rows[j].id)
                fail_msg("“%s” is not read as %s", found.rows[j].fill, found.rows[j].text);
        }
        does(app, "undo", "");
    }
    for (size_t i = 0; i < COUNT(lines); i++) {
        CaptureOffers found = offers(app, lines[i], &place);
        assert_true(found.count > 0);
        for (size_t j = 0; j < found.count; j++) {
            Heard heard;
            Err err = {0};
            assert_true(
                capture_hear(app, found.rows[j].fill, &place, false, app->kept, &heard, &err));
            assert_null(heard.rows[0].doubt);
            assert_int_equal(heard.rows[0].id, found.rows[j].id);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_store(those_who_are_near_come_first),
        in_store(open_promises_are_offered_of_either_side),
        in_store(what_was_named_before_is_offered_again),
        in_store(what_is_taken_is_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
