// SPDX-License-Identifier: GPL-3.0-or-later
// All commands by their names: ranked, in both languages and in romaji, dim where they cannot run.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "seat.h"
#include "tty.h"
#include "view/prompts/all_lists.h"
#include "view/prompts/palette_readings.h"
#include "view/shell.h"

static Seat *sit_down(const char *lang)
{
    return seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = lang, .sample = true});
}

enum { FIRST_OFFER = 2, HELP_ROW = 20 };

static const struct {
    const char *lang, *typed, *title;
} finds[] = {
    {"en", "back", "Back"},                       // the exact name before "Back up"
    {"en", "back u", "Back up"},                  // blanks are part of a name
    {"en", "reschedule", "Move"},                 // other words for it
    {"en", "済", "Tick off"},                     // the other language
    {"en", "calendar export", "To the calendar"}, // words in any order
    {"en", "imp cl", "Import"},
    {"en", "nothing", NULL},
    {"en", "late 20", "Late  "}, // what stands behind a name is what it works on
    {"en", "import clients list.csv", "Import"},
    {"en", "resting", "Resting places"},
    {"en", "holidays", "Public holidays"},
    {"en", "promises", "Commitments"}, // the tab, by what its list is called
    {"en", "troubles", "Tickets"},
    {"en", "today", "Today"},
    {"en", "week", "Week"},
    {"en", "きょう", "Today"},
    {"ja", "きょう", "今日"},
    {"ja", "kyou", "今日"},
    {"ja", "shuu", "週"},
    {"ja", "tokuisaki", "得意先"},
    {"ja", "yakusoku", "約束"},
    {"ja", "annai", "案内"},
    {"ja", "tickets", "トラブル"},
    {"ja", "祝日", "祝日"},
    {"ja", "得意先×案内", "得意先 × 案内"},
    {"ja", "shukujitsu", "祝日"},
    {"en", "hakaru", NULL}, // neither word nor reading
    {"en", "idou", "Move"}, // the reading of 移動
    {"en", "sumini", "Tick off"},
    {"en", "torikesi", "Undo"},
    {"en", "settings", "Settings"},
    {"en", "lock", "Settings"},
    {"ja", "暗証", "設定"},
    {"ja", "日報", "日報"},
    {"ja", "nippou", "日報"},
    {"ja", "undo", "元に戻す"},
    {"ja", "motonimodosu", "元に戻す"},
    {"ja", "取消", "元に戻す"},
    {"ja", "daily", "日報"},
    {"ja", "めかくし", "目隠し"},
    {"ja", "ＭＯＶＥ", "移動"},
};

static void a_tab_is_not_offered_as_a_list_once_more(void **state)
{
    (void)state;
    Seat *seat = sit_down("ja");
    seat_type(seat, ":");
    seat_commit(seat, "トラブル");
    assert_non_null(strstr(seat_row(seat, FIRST_OFFER), "トラブル"));
    for (int row = FIRST_OFFER + 1; row < HELP_ROW; row++)
        if (strncmp(seat_row(seat, row), "  トラブル  ", strlen("  トラブル  ")) == 0)
            fail_msg("twice: %s", seat_row(seat, row));
    seat_close(seat);
}

/// The first one is chosen from the start, as Enter takes it: Down goes to the second.
static void the_first_arrow_moves(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, ":tick");
    char *help = arena_copy(seat->app->kept, seat_row(seat, HELP_ROW));
    seat_type(seat, TTY_DOWN);
    assert_string_not_equal(seat_row(seat, HELP_ROW), help);
    seat_type(seat, TTY_UP);
    assert_string_equal(seat_row(seat, HELP_ROW), help);
    seat_close(seat);
}

static void a_command_is_found_by_what_one_would_call_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof finds / sizeof *finds; i++) {
        Seat *seat = sit_down(finds[i].lang);
        seat_type(seat, ":");
        seat_commit(seat, finds[i].typed);
        const char *row = seat_row(seat, FIRST_OFFER);
        row += strspn(row, " ");
        if (finds[i].title && strncmp(row, finds[i].title, strlen(finds[i].title)) != 0)
            fail_msg("%s finds: %s", finds[i].typed, row);
        if (!finds[i].title)
            assert_string_equal(row, "");
        seat_close(seat);
    }
}

static void a_tie_goes_to_what_was_used_lately(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, ":page");
    assert_non_null(strstr(seat_row(seat, FIRST_OFFER), "Page down"));
    seat_press(seat, KEY_IS_DOWN);
    seat_type(seat, "\r:page");
    assert_non_null(strstr(seat_row(seat, FIRST_OFFER), "Page up"));
    seat_close(seat);
}

static void what_cannot_run_is_dim_with_the_reason(void **state)
{
    (void)state;
    static const struct {
        const char *pane, *typed, *reason;
    } blocked[] = {
        {"1", "filter", "only in lists"},
        {"2", "tick", "only for: Promise, Trouble, Loan"},
        {"2", "day after", "this pane has no day"},
        {"2", "next record", "only with a record open"},
        {"5", "archive", "choose a record first"},
    };
    Seat *seat = sit_down("en");
    for (size_t i = 0; i < sizeof blocked / sizeof *blocked; i++) {
        seat_type(seat, blocked[i].pane);
        if (*blocked[i].pane == '5')
            seat_type(seat, "<"); // on a day, which is no record
        seat_type(seat, ":");
        seat_type(seat, blocked[i].typed);
        seat_sees(seat, blocked[i].reason);
        seat_type(seat, "\r");
        seat_sees(seat, arena_print(seat->arena, "! %s", blocked[i].reason));
        seat_type(seat, "\033");
    }
    seat_close(seat);
}

/// "ta" begins the names of many: first all that can run here, then those that cannot.
static void what_cannot_run_stands_below_what_can(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, "2:");
    seat_commit(seat, "ta");
    bool blocked = false;
    int runs = 0;
    for (int row = 3; row < 21; row++) {
        const char *roles = seat_roles(seat, row);
        bool dim = strlen(roles) > 2 && roles[2] == 'd';
        runs += !dim;
        assert_false(blocked && !dim);
        blocked = blocked || dim;
    }
    assert_true(runs > 1 && blocked);
    seat_close(seat);
}

static void commands_of_the_shell_show_what_they_print(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, ":report of\r");
    seat_sees(seat, "北海道庁");
    seat_sees_no(seat, "LEAVE");
    seat_type(seat, "\033");
    seat_sees(seat, "LEAVE");
    seat_close(seat);
}

static void settings_are_a_list_that_can_be_changed(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, ":settings\r");
    seat_sees(seat, "When the day begins");
    seat_type(seat, "j\r\025730\r");
    seat_sees(seat, "day_start: 730");
    assert_string_equal(app_setting(seat->app, "day_start"), "730");
    seat_type(seat, "\r\025\r");
    assert_string_equal(app_setting(seat->app, "day_start"), "08:30");
    seat_type(seat, "\r\025noon\r");
    seat_sees(seat, "! setting day_start");
    seat_close(seat);
}

static void the_chosen_one_says_all_of_its_help(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < 2; i++) {
        Seat *seat = sit_down(langs[i]);
        size_t count;
        const Command *all = commands(&count);
        for (size_t k = 0; k < count; k++) {
            const char *help = lang_text(all[k].help);
            if (text_width(help) > 76)
                fail_msg("%s: too long for a row: %s", all[k].name, help);
        }
        const ScreenCommand *own = screen_commands(&count);
        for (size_t k = 0; k < count; k++)
            assert_true(text_width(lang_text(own[k].row.help)) <= 76);
        seat_type(seat, ":");
        seat_press(seat, KEY_IS_DOWN);
        assert_string_equal(seat_row(seat, HELP_ROW) + 1,
                            lang_text(any_command_named("back")->help));
        seat_close(seat);
    }
}

/// Whatever pane is shown: each answer of "more" has a letter of its own.
static void no_letter_of_more_does_two_things(void **state)
{
    (void)state;
    static const char tabs[] = "123456";
    Seat *seat = sit_down("en");
    for (const char *tab = tabs; *tab; tab++) {
        seat_type(seat, (const char[]){*tab, '.', '\0'});
        const Menu *menu = &seat->screen->menu;
        for (size_t i = 0; i < menu->count; i++)
            for (size_t k = 0; k < i; k++)
                if (menu->offers[i].letter == menu->offers[k].letter)
                    fail_msg("tab %c: %c is “%s” and “%s”", *tab, menu->offers[i].letter,
                             menu->offers[k].text, menu->offers[i].text);
        seat_press(seat, KEY_IS_ESCAPE);
    }
    seat_close(seat);
}

static void help_cuts_no_sentence(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    for (size_t i = 0; i < 2; i++) {
        Seat *seat = sit_down(langs[i]);
        screen_resize(seat->screen, 200, 80);
        seat_type(seat, "?");
        for (int row = 2; row < 195; row++) {
            const char *line = seat_row(seat, row), *dots = strstr(line, "…");
            if (dots && row != seat_find(seat, i ? "入りきらない" : "there is more", NULL))
                fail_msg("cut: %s", line);
        }
        seat_close(seat);
    }
}

/// And goes page by page, saying where one is.
static void help_says_first_what_works_here(void **state)
{
    (void)state;
    static const struct {
        const char *keys, *heading, *works, *not ;
    } rows[] = {
        {"?", "Keys here: Visit", "I am there", "Stage"},
        {"2?", "Keys here: Client", "Brief", "I am there"},
        {"4?", "Keys here: Trouble", "Stage", "I am there"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Seat *seat = sit_down("en");
        seat_type(seat, rows[i].keys);
        assert_non_null(strstr(seat_row(seat, 2), rows[i].heading));
        seat_find(seat, rows[i].works, NULL);
        assert_null(strstr(seat_text(seat), rows[i].not ));
        assert_null(strstr(seat_row(seat, 22), " above"));
        seat_type(seat, TTY_PAGE_DOWN);
        assert_non_null(strstr(seat_row(seat, 22), "17 above, "));
        seat_type(seat, "??"); // no second help over the first
        assert_non_null(strstr(seat_row(seat, 22), "17 above, "));
        seat_close(seat);
    }
}

static void with_nothing_found_the_line_stays(void **state)
{
    (void)state;
    static const char *const lines[] = {":", "/"};
    for (size_t i = 0; i < 2; i++) {
        Seat *seat = sit_down("en");
        seat_type(seat, lines[i]);
        seat_type(seat, "qqqq\rq"); // the last one would be a command
        seat_sees(seat, "qqqqq");
        seat_close(seat);
    }
}

static void a_list_is_opened_by_its_name(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, ":resting\r");
    seat_sees(seat, "Resting places: ");
    seat_close(seat);
}

static void what_stands_behind_a_name_is_done(void **state)
{
    (void)state;
    Seat *seat = sit_down("en");
    seat_type(seat, ":visit sat 10:30\r");
    seat_sees(seat, "Sat 28 Nov 10:30");
    seat_type(seat, ":filter qqq\r"); // takes no words
    seat_sees(seat, "no such command");
    seat_close(seat);
}

static void every_list_has_a_reading(void **state)
{
    (void)state;
    const Entity **kinds;
    Arena *arena = arena_open();
    size_t count = all_lists(arena, &kinds);
    for (size_t i = 0; i < count; i++)
        if (kinds[i] != &entity_client && kinds[i] != &entity_round && // these are tabs
            !palette_reading(kinds[i]->plural, 0))
            fail_msg("%s has no reading", kinds[i]->plural);
    arena_close(arena);
}

static void every_reading_belongs_to_a_command(void **state)
{
    (void)state;
    lang_start("", "en");
    size_t with = 0, count;
    const ScreenCommand *own = screen_commands(&count);
    for (size_t i = 0; i < count; i++)
        if (!palette_reading(own[i].row.name, 0))
            fail_msg("%s has no reading", own[i].row.name);
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        with += palette_reading(all[i].name, 0) != NULL;
    assert_true(with >= 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tab_is_not_offered_as_a_list_once_more),
        cmocka_unit_test(the_first_arrow_moves),
        cmocka_unit_test(a_command_is_found_by_what_one_would_call_it),
        cmocka_unit_test(a_tie_goes_to_what_was_used_lately),
        cmocka_unit_test(with_nothing_found_the_line_stays),
        cmocka_unit_test(a_list_is_opened_by_its_name),
        cmocka_unit_test(what_stands_behind_a_name_is_done),
        cmocka_unit_test(every_list_has_a_reading),
        cmocka_unit_test(what_cannot_run_is_dim_with_the_reason),
        cmocka_unit_test(what_cannot_run_stands_below_what_can),
        cmocka_unit_test(commands_of_the_shell_show_what_they_print),
        cmocka_unit_test(settings_are_a_list_that_can_be_changed),
        cmocka_unit_test(the_chosen_one_says_all_of_its_help),
        cmocka_unit_test(no_letter_of_more_does_two_things),
        cmocka_unit_test(help_cuts_no_sentence),
        cmocka_unit_test(help_says_first_what_works_here),
        cmocka_unit_test(every_reading_belongs_to_a_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
