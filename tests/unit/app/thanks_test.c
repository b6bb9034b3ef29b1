// SPDX-License-Identifier: GPL-3.0-or-later
// The mail of thanks: out of a line before and after it is saved, by the rep's own template.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "aoba.h"
#include "mawari/app/thanks.h"

#define in_store(test) cmocka_unit_test_setup_teardown(test, open_aoba, close_app)

static const char *of_visit(App *app, Id visit)
{
    const char *text;
    Err err = {0};
    if (!thanks_of_visit(app, visit, app->kept, &text, &err))
        fail_msg("%s", err.text);
    return text;
}

static void it_says_what_the_line_said(void **state)
{
    App *app = *state;
    Id visit = does(app, "out",
                    "青葉商店 1 @中村課長 +見積 金 17時 -10月実績 30日 vs B社 棚替えは1月 "
                    ">来週火 10:20")
                   .id;
    assert_string_equal(of_visit(app, visit), "青葉商店\n"
                                              "Dear 仕入課長 中村 恵\n"
                                              "\n"
                                              "Thank you for your time today.\n"
                                              "\n"
                                              "棚替えは1月\n"
                                              "\n"
                                              "From me: 見積 by Fri 27 Nov 17:00\n"
                                              "From you: 10月実績 by Mon 30 Nov\n"
                                              "\n"
                                              "I will come again on Tue 1 Dec 10:20.\n"
                                              "\n");
}

static void what_was_moved_since_is_named_with_its_new_day(void **state)
{
    App *app = *state;
    Id visit = does(app, "out", "青葉商店 1 @中村 +資料 金").id;
    does(app, "move", "資料 12/1");
    assert_non_null(strstr(of_visit(app, visit), "From me: 資料 by Tue 1 Dec\n"));
    assert_null(strstr(of_visit(app, visit), "27 Nov"));
}

static void before_it_is_saved_the_line_says_the_same(void **state)
{
    App *app = *state;
    const char *line = "1 @中村課長 +見積 金 -図面 30日 棚替えは1月", *before;
    Heard heard;
    Err err = {0};
    Visit record;
    Id visit = does(app, "visit", "青葉商店 today").id;
    Report report = {.next = app->today + 14};
    assert_true(record_get(app->store, &entity_visit, visit, app->kept, &record, &err));
    CapturePlace place = {.client = record.client, .site = record.site, .visit = visit};
    assert_true(capture_hear(app, line, &place, true, app->kept, &heard, &err));
    assert_true(thanks_of_line(app, &heard, &report, app->kept, &before, &err));
    assert_non_null(strstr(before, "I will come again on Tue 8 Dec."));
    does(app, "outcome", arena_print(app->kept, "%lld %s >12/8", (long long)visit, line));
    assert_string_equal(of_visit(app, visit), before);
}

static void the_template_is_the_reps_own(void **state)
{
    App *app = *state;
    Err err = {0};
    const char *text;
    Id visit = does(app, "out", "青葉商店 1 @中村 雪の話").id;
    assert_true(app_set_setting(app, "thanks_mail", "{to}|{mine}|{talked}でした。{day}", &err));
    assert_string_equal(of_visit(app, visit), "Dear 仕入課長 中村 恵\n雪の話でした。today\n");
    assert_true(app_set_setting(app, "thanks_mail", "{whom}", &err));
    assert_false(thanks_of_visit(app, visit, app->kept, &text, &err));
    assert_non_null(strstr(err.text, "setting thanks_mail: line 1: there is no {whom}"));
}

static void without_a_report_there_is_nothing_to_thank_for(void **state)
{
    App *app = *state;
    Id visit = does(app, "visit", "青葉商店 today").id;
    refuses(app, ERR_INPUT, "thanks", arena_print(app->kept, "%lld", (long long)visit));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_store(it_says_what_the_line_said),
        in_store(what_was_moved_since_is_named_with_its_new_day),
        in_store(before_it_is_saved_the_line_says_the_same),
        in_store(the_template_is_the_reps_own),
        in_store(without_a_report_there_is_nothing_to_thank_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
