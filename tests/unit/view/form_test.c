// SPDX-License-Identifier: GPL-3.0-or-later
// Forms: whole labels, the record's name on top, the reserved row, and only what was changed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "forms/form.h"
#include "mawari/app/find.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "seat.h"
#include "tty.h"

enum { LABEL = 14 };

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true});
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static size_t cut_titles(const Entity *kind)
{
    size_t cut = 0;
    for (size_t i = 0; i < kind->count; i++) {
        const char *title = lang_text(kind->fields[i].title);
        if ((kind->fields[i].flags & HIDDEN) || text_width(title) <= LABEL)
            continue;
        print_error("%s.%s: %s\n", kind->name, kind->fields[i].name, title);
        cut++;
    }
    return cut;
}

static void no_label_is_cut_in_either_language(void **state)
{
    (void)state;
    static const char *const langs[] = {"en", "ja"};
    size_t cut = 0;
    for (size_t lang = 0; lang < 2; lang++) {
        Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = langs[lang]});
        size_t count;
        const Entity *const *kinds = entities(&count);
        for (size_t i = 0; i < count; i++)
            cut += cut_titles(kinds[i]);
        seat_close(seat);
    }
    assert_int_equal(cut, 0);
}

static void the_title_is_the_name_of_the_record(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    assert_non_null(strstr(seat_row(seat, 2), "10月の店頭実績  Promise"));
    seat_type(seat, "\0331e");
    assert_non_null(strstr(seat_row(seat, 2), "青葉商店  Visit"));
}

/// The row of the field called `label`, and the one under it.
static const char *below(Seat *seat, const char *label)
{
    int row = seat_find(seat, label, NULL);
    assert_true(row >= 0);
    return seat_row(seat, row + 1);
}

static void go_to(Seat *seat, const char *label)
{
    int column, row = seat_find(seat, label, &column);
    seat_click(seat, row, column);
}

static void the_row_below_says_what_was_understood(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    go_to(seat, " Due");
    seat_type(seat, "\025fri");
    assert_non_null(strstr(below(seat, " Due "), "→ Fri 27 Nov, in 3 days"));
    go_to(seat, "Due, hour");
    seat_type(seat, "\025");
    seat_commit(seat, "9時半");
    assert_non_null(strstr(below(seat, "Due, hour"), "→ 09:30"));
    go_to(seat, "Takes minutes");
    seat_type(seat, "\025many");
    assert_non_null(strstr(below(seat, "Takes minutes"), "! "));
    go_to(seat, "To, from");
    seat_type(seat, "\025");
    seat_commit(seat, "なかむら");
    assert_non_null(strstr(below(seat, "To, from"), "→ 中村 恵"));
    seat_type(seat, "\025");
    seat_commit(seat, "居ない人");
    assert_non_null(strstr(below(seat, "To, from"), "nothing is called so yet: Tab makes it"));
    assert_null(strstr(below(seat, "To, from"), "there is no")); // which the offer would belie
}

/// Five behind a proposed one are not fifteen pieces; where the arrow went before it is typed into.
static void what_is_typed_over_a_proposal_begins_anew(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "6n");
    go_to(seat, "Pieces a door");
    seat_type(seat, "5");
    assert_non_null(strstr(below(seat, "Pieces a door"), "→ 5"));
    seat_type(seat, "0");
    assert_non_null(strstr(below(seat, "Pieces a door"), "→ 50"));
    go_to(seat, " From");
    seat_type(seat, "fri");
    assert_non_null(strstr(below(seat, " From"), "Fri 27 Nov"));
    go_to(seat, "Minutes a door");
    seat_press(seat, KEY_IS_LEFT);
    seat_type(seat, "1");
    assert_non_null(strstr(below(seat, "Minutes a door"), "→ 15"));
    seat_type(seat, "\0333e");
    go_to(seat, " Due");
    seat_type(seat, "fri");
    assert_non_null(strstr(below(seat, " Due"), "Fri 27 Nov"));
}

/// The first figure is the proposed one: what follows it is typed on to it.
static void what_begins_as_the_proposal_goes_on(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "6n");
    go_to(seat, "Pieces a door");
    seat_type(seat, "15");
    assert_non_null(strstr(below(seat, "Pieces a door"), "→ 15"));
    go_to(seat, "Minutes a door");
    seat_type(seat, "55");
    assert_non_null(strstr(below(seat, "Minutes a door"), "→ 55"));
}

static void an_empty_field_says_what_can_be_typed(void **state)
{
    Seat *seat = *state;
    static const struct {
        const char *label, *said;
    } fields[] = {
        {" Due", "as: fri, 20, 11/20, +3d, eom"},
        {"Due, hour", "as: 930, 9:30"},
        {"Takes minutes", "minutes; as: 45, 1h30"},
        {"To, from", "a name, or how it or its reading begins"},
    };
    seat_type(seat, "3e");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        go_to(seat, fields[i].label);
        seat_type(seat, "\025");
        assert_non_null(strstr(below(seat, fields[i].label), fields[i].said));
    }
    go_to(seat, " Due");
    seat_type(seat, "\025+1d");
    assert_non_null(strstr(below(seat, " Due"), "→ Wed 25 Nov, tomorrow"));
}

static void a_name_that_nobody_has_can_be_made_on_the_spot(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    go_to(seat, "To, from");
    seat_type(seat, "\025");
    seat_commit(seat, "鬼頭 明");
    seat_sees(seat, "new: 鬼頭 明");
    seat_type(seat, "\t"); // passing by makes nothing
    seat_sees_no(seat, "u u takes it back");
    go_to(seat, "To, from");
    seat_press(seat, KEY_IS_UP); // the last of the offers
    seat_type(seat, "\r");
    seat_sees_no(seat, "new: 鬼頭");
    seat_sees(seat, "u u takes it back");
    seat_type(seat, "\023/");
    seat_commit(seat, "鬼頭");
    seat_sees(seat, "Contact");
}

static void a_long_name_leaves_room_for_what_takes_it_back(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    go_to(seat, "What");
    seat_commit(seat, "とても長い約束の内容をここに書いたときに下の行がどうなるかを見るための名前");
    seat_type(seat, "\023");
    seat_sees(seat, "…. u u takes it back");
}

static void what_needs_more_than_a_name_is_not_made_so(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    go_to(seat, "Site");
    seat_type(seat, "\025");
    seat_commit(seat, "無い支店");
    seat_sees_no(seat, "new: ");
}

static void what_was_changed_back_is_not_handed_over(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2e");
    seat_commit(seat, "X");
    seat_type(seat, "\b\023");
    seat_sees(seat, "Nothing was changed");
}

static void open_contacts(Seat *seat)
{
    seat_type(seat, "0");
    int column, row = seat_find(seat, "Contacts", &column);
    seat_click(seat, row, column);
}

static void new_contact(Seat *seat, const char *name)
{
    open_contacts(seat);
    seat_type(seat, "n");
    seat_commit(seat, name);
    seat_type(seat, "\r");
}

static void a_known_family_name_proposes_its_reading_until_enter(void **state)
{
    Seat *seat = *state;
    new_contact(seat, "中村　花");
    int row = seat_find(seat, "なかむら ?", NULL);
    assert_non_null(strchr(seat_roles(seat, row), 'd'));
    seat_type(seat, "\t");
    seat_sees(seat, "なかむら ?");
    go_to(seat, "Reading");
    seat_type(seat, "\r");
    seat_sees_no(seat, "なかむら ?");
    seat_sees(seat, "なかむら");
}

static void a_name_in_kana_fills_its_reading(void **state)
{
    Seat *seat = *state;
    new_contact(seat, "さくら");
    seat_sees(seat, "サクラ");
}

static void an_unknown_name_guesses_nothing(void **state)
{
    Seat *seat = *state;
    new_contact(seat, "鬼頭 明");
    assert_null(strchr(seat_row(seat, seat_find(seat, "Reading", NULL)), '?'));
}

static void a_list_says_where_a_draft_is_and_a_key_throws_it_away(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2.\033[A"); // the last of the menu
    seat_sees(seat, "there is no draft here");
    seat_type(seat, "\033e");
    seat_commit(seat, "支店");
    seat_type(seat, "\033");
    assert_non_null(strstr(seat_row(seat, seat_find(seat, "青葉商店", NULL)), " draft"));
    seat_type(seat, "jkn");
    seat_commit(seat, "新しい得意先");
    seat_type(seat, "\033");
    seat_sees(seat, "n: a draft · 40 of 40");
    seat_type(seat, ".d");
    seat_sees(seat, "The draft is gone");
    assert_null(strstr(seat_row(seat, seat_find(seat, "青葉商店", NULL)), " draft"));
    seat_type(seat, "e");
    seat_sees_no(seat, "支店");
    seat_type(seat, "\033.d");
    seat_sees_no(seat, "n: a draft");
    seat_type(seat, ".d");
    seat_sees(seat, "There is no draft here");
}

static void a_draft_outlives_the_program(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2e");
    seat_commit(seat, "支店");
    seat_again(seat, (SeatPlan){.rows = 24, .columns = 80});
    seat_type(seat, "2");
    seat_sees(seat, " draft");
    seat_type(seat, "e");
    seat_sees(seat, "青葉商店支店");
    seat_sees(seat, "Going on with the draft");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

/// Today is 24 November 2026: what the form says of a day without its year is what is saved.
static void a_day_without_its_year_is_saved_as_the_form_says_it(void **state)
{
    static const struct {
        const Entity *kind;
        const char *field, *typed, *said;
        int year, month, day;
    } rows[] = {
        {&entity_contact, "left", "12/20", "→ Sun 20 Dec, in 26 days", 2026, 12, 20},
        {&entity_contact, "left", "11/20", "→ Fri 20 Nov, 4 days ago", 2026, 11, 20},
        {&entity_contact, "left", "4/1", "→ Thu 1 Apr 2027, in 128 days", 2027, 4, 1},
        {&entity_post, "until", "11/20", "→ Fri 20 Nov, 4 days ago", 2026, 11, 20},
        {&entity_post, "since", "12/1", "→ Tue 1 Dec, in 7 days", 2026, 12, 1},
        {&entity_post, "since", "4/1", "→ Wed 1 Apr, 237 days ago", 2026, 4, 1},
        {&entity_entertainment, "day", "10/30", "→ Fri 30 Oct, 25 days ago", 2026, 10, 30},
        {&entity_entertainment, "day", "12/18", "→ Fri 18 Dec, in 24 days", 2026, 12, 18},
        {&entity_absence, "since", "12/29", "→ Tue 29 Dec, in 35 days", 2026, 12, 29},
        {&entity_absence, "until", "1/3", "→ Sun 3 Jan 2027, in 40 days", 2027, 1, 3},
        {&entity_deal, "next", "4/1", "→ Thu 1 Apr 2027, in 128 days", 2027, 4, 1},
        {&entity_deal, "quoted", "11/12", "→ Thu 12 Nov, 12 days ago", 2026, 11, 12},
        {&entity_gift, "day", "7/15", "→ Wed 15 Jul, 132 days ago", 2026, 7, 15},
        {&entity_meeting, "day", "12/3", "→ Thu 3 Dec, in 9 days", 2026, 12, 3},
        {&entity_commitment, "promised", "11/6", "→ Fri 6 Nov, 18 days ago", 2026, 11, 6},
    };
    Seat *seat = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Field *field = entity_field(rows[i].kind, rows[i].field);
        const FieldArg typed = {rows[i].field, rows[i].typed};
        Form *form;
        Value saved;
        Err err = {0};
        Day day;
        assert_true(form_open(seat->app, rows[i].kind, 0, &typed, 1, &form, &err));
        while (form->fields[form->at].field != field)
            form->at++;
        form_understand(seat->app, form);
        assert_string_equal(form->fields[form->at].said, rows[i].said);
        form_close(form);
        assert_true(app_read_field(seat->app, rows[i].kind, field, rows[i].typed, seat->arena,
                                   &saved, &err));
        assert_true(day_from(rows[i].year, rows[i].month, rows[i].day, &day));
        assert_int_equal(saved.whole, day);
    }
}

static void whoever_leaves_has_their_hand_over_opened(void **state)
{
    Seat *seat = *state;
    open_contacts(seat);
    seat_type(seat, "/nakamura megumi\re");
    seat_sees(seat, "中村 恵");
    go_to(seat, "Remark");
    seat_type(seat, "x\023");
    seat_sees_no(seat, "Hand-over"); // any other change goes on with the list
    seat_type(seat, "e");
    go_to(seat, "Left on");
    seat_type(seat, "11/30\023");
    seat_sees(seat, "Hand-over");
    seat_sees(seat, "冬の棚の見積"); // what was promised to this person
}

static void a_deal_that_is_lost_in_its_form_is_asked_about(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "0te");
    go_to(seat, "Stage");
    seat_type(seat, "\025lost\023");
    seat_sees(seat, "厨房機器の入替え: who decided?");
    seat_type(seat, "1");
    seat_sees(seat, "what decided?");
    seat_type(seat, "1");
    seat_sees(seat, "when does the next door open?");
    seat_type(seat, "1");
    seat_sees(seat, "厨房機器の入替え: lost; the next door opens 2027-02");
    seat_type(seat, "0r");
    seat_sees(seat, "厨房機器");
    seat_sees(seat, "2027-02"); // the window to quote
}

/// 中村 has a promise, a trouble and a visit to come at 青葉商店.
static void sees_hand_over(Seat *seat)
{
    seat_sees(seat, "Hand-over: 中村 恵");
    seat_sees(seat, "冬の棚の見積");
    seat_sees(seat, "T1 冷凍ケースの扉が閉まらない");
    seat_sees(seat, "Visit"); // agreed for today
    seat_sees(seat, "-5% 保冷ボックスA-7");
}

static void open_post(Seat *seat)
{
    seat_type(seat, "/nakamura megumi\r");
    while (seat->canvas->cursor_row != seat_find(seat, "仕入課長", NULL))
        seat_type(seat, "j");
    seat_type(seat, "\re");
    seat_sees(seat, "Company");
}

static void a_post_that_ends_opens_the_hand_over(void **state)
{
    Seat *seat = *state;
    open_post(seat);
    go_to(seat, "Title");
    seat_type(seat, "x\023");
    seat_sees_no(seat, "Hand-over");
    seat_type(seat, "e");
    go_to(seat, "Until");
    seat_type(seat, "11/20\023"); // which was last week
    sees_hand_over(seat);
    seat_sees(seat, "until Fri 20 Nov");
}

static void whoever_is_moved_in_their_post_is_handed_over_where_they_were(void **state)
{
    Seat *seat = *state;
    open_post(seat);
    go_to(seat, "Company");
    seat_type(seat, "\025");
    seat_commit(seat, "北海酒販");
    go_to(seat, "  Site");
    seat_type(seat, "\025\023");
    sees_hand_over(seat);
}

static void a_post_elsewhere_opens_the_hand_over_of_the_old_one(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "/nakamura megumi\r.+");
    seat_sees(seat, "Post");
    seat_type(seat, "1");
    go_to(seat, "Company");
    seat_commit(seat, "北海酒販");
    seat_type(seat, "\023");
    sees_hand_over(seat);
    seat_sees(seat, "no end is known"); // of the old one: it is to be ended
}

static void an_end_of_which_only_the_month_is_known_is_typed_as_that(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "0r");
    seat_type(seat, "/冷凍庫の保守\re");
    go_to(seat, "Until");
    seat_type(seat, "\025２０２７年９月");
    seat_sees(seat, "→ the month 2027-09");
    go_to(seat, "Only the month");
    seat_type(seat, "\023");
    seat_sees(seat, "Only the month yes");
}

/// A contract that ends before it starts, a day that is none, an amount that none can be: a sentence
/// each, the record as it was, and what was typed in the draft.
static void nonsense_is_a_sentence_and_stays_typed(void **state)
{
    static const struct {
        const char *typed, *said, *stays;
    } rows[] = {
        {"2026-01-01", "Ends on: the contract ends before it starts", "Ends on  2026-01-01"},
        {"2027-02-30", "a day like 11/24, Fri, tomorrow", "2027-02-30"},
    };
    Seat *seat = *state;
    seat_type(seat, "0a" TTY_ENTER "e");
    seat_type(seat, TTY_ENTER TTY_ENTER TTY_ENTER TTY_ENTER TTY_ENTER);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        seat_type(seat, "\025");
        seat_type(seat, rows[i].typed);
        seat_type(seat, "\023");
        seat_sees(seat, rows[i].said);
        seat_sees(seat, rows[i].stays);
    }
    seat_type(seat, TTY_ESCAPE);
    seat_sees(seat, "16 Mar 2027");
    seat_sees(seat, "draft");
    seat_type(seat, "e");
    seat_sees(seat, "2027-02-30");
}

/// Values are shown as they are read; what could not be read keeps its sign when the cursor is gone.
static void what_is_not_being_edited_stands_as_understood(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "1e");
    go_to(seat, "Length");
    seat_type(seat, "\0251h30");
    go_to(seat, " Day");
    seat_type(seat, "\025fri");
    go_to(seat, "Agreed hour");
    seat_type(seat, "\025many");
    assert_non_null(strstr(below(seat, "Agreed hour"), "! “many” is not right"));
    go_to(seat, "Purpose");
    seat_sees(seat, "Length  1h30");
    seat_sees(seat, "Day  Fri 27 Nov");
    seat_sees(seat, "Agreed hour  ! many");
    seat_type(seat, TTY_ESCAPE "2e");
    seat_sees(seat, "Visit cycle  every 14 days");
}

static void a_form_says_how_much_of_it_is_out_of_sight(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    assert_non_null(strstr(seat_row(seat, 2), "5 below"));
    for (int i = 0; i < 18; i++)
        seat_type(seat, TTY_ENTER);
    assert_non_null(strstr(seat_row(seat, 2), " above"));
    seat_type(seat, TTY_ESCAPE "2e"); // all of it is in view
    assert_null(strstr(seat_row(seat, 2), "below"));
}

static void words_said_are_not_edited(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "0h");
    seat_sees(seat, "Words said: all");
    seat_type(seat, "e");
    seat_sees(seat, "Edit: this stays; a later entry may strike it out");
}

/// The sentence speaks of words, too: the cursor goes to what it begins with.
static void words_are_not_said_tomorrow(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "0hn");
    go_to(seat, "What was said");
    seat_commit(seat, "明日の一言");
    go_to(seat, "By whom");
    seat_commit(seat, "中村 恵");
    go_to(seat, " Day ");
    seat_type(seat, "\025tomorrow");
    go_to(seat, "Witness");
    seat_type(seat, "\023");
    seat_sees(seat, "! Day: Wed 25 Nov is still to come; words are kept once they are said");
    assert_non_null(strstr(below(seat, " Day "), "→ Wed 25 Nov, tomorrow"));
    seat_type(seat, "\025today\023");
    seat_sees(seat, "Words said: all");
    seat_sees(seat, "明日の一言");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_label_is_cut_in_either_language),
        CASE(the_title_is_the_name_of_the_record),
        CASE(the_row_below_says_what_was_understood),
        CASE(what_is_typed_over_a_proposal_begins_anew),
        CASE(what_begins_as_the_proposal_goes_on),
        CASE(an_empty_field_says_what_can_be_typed),
        CASE(a_name_that_nobody_has_can_be_made_on_the_spot),
        CASE(a_long_name_leaves_room_for_what_takes_it_back),
        CASE(what_needs_more_than_a_name_is_not_made_so),
        CASE(what_was_changed_back_is_not_handed_over),
        CASE(a_known_family_name_proposes_its_reading_until_enter),
        CASE(a_name_in_kana_fills_its_reading),
        CASE(an_unknown_name_guesses_nothing),
        CASE(a_list_says_where_a_draft_is_and_a_key_throws_it_away),
        CASE(a_draft_outlives_the_program),
        CASE(nonsense_is_a_sentence_and_stays_typed),
        CASE(what_is_not_being_edited_stands_as_understood),
        CASE(a_form_says_how_much_of_it_is_out_of_sight),
        CASE(words_said_are_not_edited),
        CASE(words_are_not_said_tomorrow),
        CASE(a_day_without_its_year_is_saved_as_the_form_says_it),
        CASE(whoever_leaves_has_their_hand_over_opened),
        CASE(a_deal_that_is_lost_in_its_form_is_asked_about),
        CASE(a_post_that_ends_opens_the_hand_over),
        CASE(whoever_is_moved_in_their_post_is_handed_over_where_they_were),
        CASE(a_post_elsewhere_opens_the_hand_over_of_the_old_one),
        CASE(an_end_of_which_only_the_month_is_known_is_typed_as_that),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
