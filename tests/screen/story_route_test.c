// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 1, the best order: offered by itself, shown beside the order that stands, taken with one
// key. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"
#include "mawari/app/sample.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

static Tty *in_the_morning(char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", now, "--demo", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    return tty;
}

static void a_better_order_is_said_and_moves_nothing(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00+");
    tty_wait(tty, "もっと良い順");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void it_stands_beside_the_day_and_enter_takes_it(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｊ");
    tty_wait(tty, "最良(証明済)");
    tty_wait(tty, "~  2 カフェ・ミモザ");
    tty_type(tty, "\r");
    tty_wait(tty, "順を採用しました");
    tty_wait(tty, "09:48 ~ カフェ・ミモザ");
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void escape_leaves_the_day_as_it_was(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｊ");
    tty_wait(tty, "今の順");
    tty_type(tty, " ");
    tty_wait(tty, "⡠"); // the map
    tty_type(tty, "\033");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void w_says_why_a_stop_stands_there(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "ｗ");
    tty_wait(tty, "09:00 のアポです。");
    tty_type(tty, "\033");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    for (int i = 0; i < 7; i++) // lunch
        tty_type(tty, "ｊ"), tty_settle(tty);
    tty_type(tty, "ｗ");
    tty_wait(tty, "昼食は45分。時刻は決まっておらず、11:30 から 14:00 までに始めます。");
    tty_wait(tty, "㈱みなと物産 札幌支店 の後、カフェ・ミモザ の前");
    tty_type(tty, "\033");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

/// As an address of which only the municipality is known leaves it.
static void make_rough(App *app, const Entity *kind, Id id, Step *step)
{
    Err err = {0};
    union {
        Office office;
        Site site;
    } place;
    assert_true(record_get(app->store, kind, id, app->scratch, &place, &err));
    if (kind == &entity_office) {
        place.office.position_level = POSITION_MUNICIPALITY;
        place.office.position_error_m = 3100;
    } else {
        place.site.position_level = POSITION_MUNICIPALITY;
        place.site.position_error_m = 7400;
    }
    if (!record_put(step, kind, id, &place, NULL, &err))
        fail_msg("%s", err.text);
}

/// The sample's day, whose office and one of whose clients are known by their municipality alone.
static void open_rough(Home *home)
{
    App *app;
    Step *step = NULL;
    Err err = {0};
    Id office = 0, site = 0;
    home_make(home);
    AppOptions options = {
        .store = home->store, .now = "2026-11-24T08:20+09:00", .use = STORE_WORKING};
    const Entity *offices[] = {&entity_office}, *sites[] = {&entity_site};
    assert_true(lang_start("", "ja"));
    if (!app_open(&options, &app, &err) || !sample_fill(app, &err) ||
        !record_find(app->store, offices, 1, "札幌営業所", &office, &err) ||
        !record_find(app->store, sites, 1, "大通書房", &site, &err) ||
        !step_begin(app->store, "import", app->now, &step, &err))
        fail_msg("%s", err.text);
    make_rough(app, &entity_office, office, step);
    make_rough(app, &entity_site, site, step);
    if (!step_end(step, NULL, &err))
        fail_msg("%s", err.text);
    app_close(app);
}

static void a_rough_place_is_marked_wherever_its_minutes_stand(void **state)
{
    (void)state;
    Home home;
    open_rough(&home);
    char *const argv[] = {
        tty_mawari(), "--lang", "ja", "--store", home.store, "--now", "2026-11-24T08:20+09:00",
        NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "大通書房");
    tty_settle(tty);
    assert_non_null(strstr(tty_row_with(tty, "大通書房"), "±7.4 km"));
    tty_type(tty, "＞"); // the end of the day
    tty_settle(tty);
    assert_non_null(strstr(tty_row_with(tty, "札幌営業所"), "±3.1 km"));
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｊ");
    tty_wait(tty, "±7.4 km 大通書房");
    tty_type(tty, "＞");
    tty_wait(tty, "札幌営業所の場所は住所からの推定(±3.1 km)");
    tty_leave(tty, TTY_ESCAPE);
    home_remove(&home);
}

static void the_way_to_a_stop_is_typed_there_and_wins(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_wait(tty, "3分 (目安)");
    tty_press(tty, "。");
    tty_press(tty, "ｇ");
    tty_wait(tty, "出発地  札幌営業所");
    tty_wait(tty, "移動手段  車");
    tty_type(tty, TTY_ENTER TTY_ENTER TTY_ENTER "２５");
    tty_type(tty, "\x13"); // Ctrl-S
    tty_wait(tty, "25分 (手入力)");
    tty_leave(tty, "");
}

static void w_says_it_of_a_call_too(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_wait(tty, "電話 高橋 誠");
    tty_type(tty, "ｋ");
    tty_settle(tty);
    tty_type(tty, "ｗ");
    tty_wait(tty, "なぜここか");
    tty_wait(tty, "までに済ませます。");
    tty_wait(tty, "移動は増えず");
    tty_type(tty, "\033");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void the_floor_of_a_department_stands_in_the_brief(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "・");
    tty_settle(tty);
    tty_type(tty, "伊藤" TTY_ENTER);
    tty_settle(tty);
    tty_type(tty, "ｉ");
    tty_wait(tty, "薬剤部 3階 · 玄関12分");
    tty_leave(tty, TTY_ESCAPE TTY_ESCAPE TTY_ESCAPE);
}

static void a_visit_may_go_to_the_client_s_own_customer(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "０");
    tty_choose(tty, "  エンドユーザー");
    tty_wait(tty, "佐藤邸");
    tty_type(tty, "。");
    tty_choose(tty, "  訪問を予定");
    tty_type(tty, "14:20" TTY_ENTER);
    tty_wait(tty, "u u で元に戻す");
    tty_type(tty, TTY_ESCAPE "１");
    tty_wait(tty, "14:20 = 渡邊工務店 佐藤邸");
    tty_leave(tty, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_better_order_is_said_and_moves_nothing),
        cmocka_unit_test(it_stands_beside_the_day_and_enter_takes_it),
        cmocka_unit_test(escape_leaves_the_day_as_it_was),
        cmocka_unit_test(w_says_why_a_stop_stands_there),
        cmocka_unit_test(the_way_to_a_stop_is_typed_there_and_wins),
        cmocka_unit_test(w_says_it_of_a_call_too),
        cmocka_unit_test(the_floor_of_a_department_stands_in_the_brief),
        cmocka_unit_test(a_visit_may_go_to_the_client_s_own_customer),
        cmocka_unit_test(a_rough_place_is_marked_wherever_its_minutes_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
