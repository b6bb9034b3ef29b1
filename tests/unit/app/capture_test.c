// SPDX-License-Identifier: GPL-3.0-or-later
// A line held against the store: who and what is meant, what is written, what is only kept.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "aoba.h"
#include "mawari/app/capture.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/list.h"

#define COUNT(table)   (sizeof(table) / sizeof *(table))
#define in_store(test) cmocka_unit_test_setup_teardown(test, open_aoba, close_app)

// What is written

static void a_report_is_one_line_and_one_step(void **state)
{
    App *app = *state;
    Effect effect = does(
        app, "out",
        "青葉商店 1 @中村課長 +見積 金 17時 @山本 +鍵 2本 木 -10月実績 27日 vs B社 ¥-5% "
        "#A-7 ○ 棚替えは1月に決める >来週火 10:20");
    assert_string_equal(effect.status, "Saved: 青葉商店 本店, Met. Next visit Tue 1 Dec");
    assert_string_equal(field(app, &entity_visit, effect.id, "outcome"), "met");
    assert_string_equal(field(app, &entity_visit, effect.id, "contact"), "中村 恵");
    assert_string_equal(field(app, &entity_visit, effect.id, "text"), "棚替えは1月に決める");
    assert_string_equal(
        rows(app, &entity_commitment, "direction what contact due due_at way minutes"),
        "theirs,10月実績,中村 恵,2026-11-27,,,\n"
        "mine,鍵,山本 太,,,bring,\n"
        "mine,見積,,,,desk,40\n"
        "mine,見積,中村 恵,2026-11-27,17:00,desk,40\n"
        "mine,鍵 2本,山本 太,2026-11-26,,bring,\n");
    assert_string_equal(rows(app, &entity_kept_word, "about text client contact"), "");
    assert_string_equal(rows(app, &entity_offer, "product reaction client contact day"),
                        "A-7,likes,青葉商店,山本 太,2026-11-24\n");
    assert_string_equal(rows(app, &entity_sighting, "rival what client contact day"),
                        "B社,棚替えは1月に決める,青葉商店,山本 太,2026-11-24\n");
    assert_string_equal(rows(app, &entity_demand, "asked product client contact state"),
                        "-5% #A-7,,青葉商店,山本 太,open\n");
    assert_string_equal(rows(app, &entity_visit, "site day start appointment"),
                        "本店,2026-11-24,,\n本店,2026-12-01,10:20,confirmed\n");

    assert_string_equal(does(app, "undo", "").status, "Taken back: reported 青葉商店");
    assert_string_equal(field(app, &entity_visit, effect.id, "outcome"), "");
    assert_string_equal(rows(app, &entity_kept_word, "text"), "");
    assert_string_equal(rows(app, &entity_rival, "name"), "");
    assert_string_equal(rows(app, &entity_demand, "asked"), "");
    assert_string_equal(does(app, "redo", "").status, "Done again: reported 青葉商店");
    assert_string_equal(rows(app, &entity_offer, "product reaction"), "A-7,likes\n");
    assert_string_equal(rows(app, &entity_rival, "name"), "B社\n");
}

static void a_visit_that_nobody_planned_is_added_and_said(void **state)
{
    App *app = *state;
    Effect effect = does(app, "out", "北総合病院 ４");
    assert_string_equal(effect.status, "Saved: 北総合病院, Absent; a visit that was not planned");
    assert_string_equal(field(app, &entity_visit, effect.id, "day"), "2026-11-24");
    Effect again = does(app, "out", "北総合病院 留守番電話");
    assert_int_equal(again.id, effect.id);
    assert_string_equal(field(app, &entity_visit, effect.id, "outcome"), "absent");
    assert_string_equal(field(app, &entity_visit, effect.id, "text"), "留守番電話");
}

static void what_they_owe_moves_and_keeps_its_first_day(void **state)
{
    App *app = *state;
    does(app, "add", "@中村 -10月実績 30日");
    assert_string_equal(rows(app, &entity_commitment, "what due first_due"),
                        "10月実績,2026-11-30,2026-11-25\n鍵,,\n見積,,\n");
    does(app, "add", "@中村 -11月実績 30日");
    assert_string_equal(rows(app, &entity_commitment, "what due first_due"),
                        "10月実績,2026-11-30,2026-11-25\n鍵,,\n見積,,\n"
                        "11月実績,2026-11-30,2026-11-30\n");
}

static void promises_of_either_side_are_kept_by_a_star(void **state)
{
    App *app = *state;
    does(app, "out", "青葉商店 1 *10月実績 ＊鍵");
    assert_string_equal(rows(app, &entity_commitment, "what kept"),
                        "10月実績,2026-11-24\n鍵,2026-11-24\n見積,\n");
}

static void orders_stay_open_until_they_are_handed_over(void **state)
{
    App *app = *state;
    does(app, "out", "青葉商店 2 $豆腐10 明朝 駐600");
    assert_string_equal(rows(app, &entity_order_memo, "what client site wanted taken handed"),
                        "豆腐10,青葉商店,本店,2026-11-25,2026-11-24,\n");
    assert_string_equal(rows(app, &entity_expense, "what yen day client"),
                        "駐車,600,2026-11-24,青葉商店\n");
    does(app, "tick", "豆腐10");
    assert_string_equal(rows(app, &entity_order_memo, "what handed"), "豆腐10,2026-11-24\n");
}

static void what_is_lent_is_picked_up_on_its_day_and_ticked_off(void **state)
{
    App *app = *state;
    static const char *const lent = "what client site contact product lent back returned";
    does(app, "new", "product name=A-7");
    does(app, "out", "青葉商店 1 @中村 ＜カタログ　２冊　２７日 <\"A-7 見本\" 図面は後日 lend 鍵");
    assert_string_equal(rows(app, &entity_loan, lent),
                        "カタログ　２冊,青葉商店,本店,中村 恵,,2026-11-24,2026-11-27,\n"
                        "A-7 見本 図面は後日,青葉商店,本店,中村 恵,A-7,2026-11-24,2026-12-08,\n"
                        "鍵,青葉商店,本店,中村 恵,,2026-11-24,2026-12-08,\n");
    does(app, "out", "青葉商店 1 *カタログ"); // it came back
    assert_string_equal(rows(app, &entity_loan, "what returned"),
                        "カタログ　２冊,2026-11-24\nA-7 見本 図面は後日,\n鍵,\n");
    Effect effect = does(app, "add", "<見本");
    assert_non_null(strstr(effect.printed, "<見本: no client is named to whom it is lent"));
    effect = does(app, "add", "@中村 <見本");
    assert_non_null(strstr(effect.printed, "lent          見本 → 中村 恵, picked up Tue 8 Dec\n"));
}

static void troubles_are_opened_and_go_on(void **state)
{
    App *app = *state;
    does(app, "out", "青葉商店 2 ！扉が閉まらない。至急！");
    assert_string_equal(rows(app, &entity_ticket, "number what client site opened_at"),
                        "1,扉が閉まらない,青葉商店,本店,09:30\n");
    does(app, "add", "!T1 部品は木曜着 ; 社長は留守");
    assert_string_equal(rows(app, &entity_ticket_line, "ticket side text"),
                        "扉が閉まらない,inside,部品は木曜着\n");
    assert_string_equal(rows(app, &entity_note, "on text"), ",社長は留守\n");
}

static void what_is_in_doubt_is_kept_as_note_and_listed(void **state)
{
    App *app = *state;
    static const struct {
        const char *line, *note;
    } doubts[] = {
        {"@山田 +図面 月末", "@山田?"},
        {"@鈴木 電話あり", "@鈴木? 電話あり"},
        {"*納品", "*納品?"},
        {"!T9 部品 ; 雪", "!T9 部品? 雪"},
        {"!T9", "!T9?"},
        {">金", ">金?"},
        {"+見積 11/20", "+見積 11/20?"}, // nearly a year off
    };
    for (size_t i = 0; i < COUNT(doubts); i++) {
        Effect effect = does(app, "add", doubts[i].line);
        assert_string_equal(effect.status, "Saved; 1 kept as note, with a ?");
        const char *notes = rows(app, &entity_note, "text");
        const char *last = notes + strlen(notes) - strlen(doubts[i].note) - 1;
        if (last < notes || strncmp(last, doubts[i].note, strlen(doubts[i].note)) != 0)
            fail_msg("%s: %s", doubts[i].line, notes);
    }
    assert_string_equal(rows(app, &entity_kept_word, "about text"),
                        "unsettled,@山田\nunsettled,@鈴木\nunsettled,*納品\nunsettled,!T9 部品\n"
                        "unsettled,!T9\nunsettled,>金\nunsettled,+見積 11/20\n");
    // 図面 is promised to nobody rather than to a wrong person
    const char *promises = rows(app, &entity_commitment, "what contact client");
    assert_non_null(strstr(promises, "図面,,\n"));
}

static void a_title_or_department_tells_who_is_meant(void **state)
{
    App *app = *state;
    Effect effect = does(app, "add", "@山田/購買 電話あり");
    assert_string_equal(effect.status, "Saved");
    assert_string_equal(rows(app, &entity_note, "on text"), "山田 一,電話あり\n");
}

static void somebody_new_is_kept_with_the_line(void **state)
{
    App *app = *state;
    const char *before = rows(app, &entity_contact, "name title department");
    Effect effect = does(app, "out",
                         "青葉商店 1 @+高田部長/購買 +図面 金 @山本 +鍵 木 @＋高田 -返事 金");
    assert_string_equal(field(app, &entity_visit, effect.id, "contact"), "高田");
    assert_string_equal(rows(app, &entity_commitment, "direction what contact"),
                        "theirs,10月実績,中村 恵\n"
                        "mine,鍵,山本 太\n"
                        "mine,見積,\n"
                        "mine,図面,高田\n"
                        "mine,鍵,山本 太\n"
                        "theirs,返事,高田\n");
    assert_non_null(strstr(rows(app, &entity_contact, "name party title department"),
                           "高田,青葉商店,部長,購買\n"));
    assert_string_equal(rows(app, &entity_kept_word, "text"), "");

    does(app, "undo", "");
    assert_string_equal(rows(app, &entity_contact, "name title department"), before);
    does(app, "redo", "");
    does(app, "out", "青葉商店 2 @高田 会えた");
    assert_string_equal(rows(app, &entity_kept_word, "text"), "");
}

/// Who is called so elsewhere is somebody else.
static void somebody_new_may_have_a_namesake(void **state)
{
    App *app = *state;
    does(app, "note", "青葉商店 @+山田 電話あり");
    assert_non_null(strstr(rows(app, &entity_contact, "name party"), "山田,青葉商店\n"));
    does(app, "add", "@+川端 電話あり");
    assert_null(strstr(rows(app, &entity_contact, "name"), "川端"));
    assert_non_null(strstr(rows(app, &entity_kept_word, "text"), "@+川端"));
}

static void several_lines_are_one_step(void **state)
{
    App *app = *state;
    const Command *command = command_named("add");
    Args args = {.day = NONE, .minute = NONE, .text = "+a 金\n\n+b 金\r\n+c 金"};
    Effect effect;
    Err err = {0};
    assert_true(command_run(app, command, &args, &effect, &err));
    assert_string_equal(rows(app, &entity_commitment, "what"), "10月実績\n鍵\n見積\na\nb\nc\n");
    does(app, "undo", "");
    assert_string_equal(rows(app, &entity_commitment, "what"), "10月実績\n鍵\n見積\n");
    args.text = " \n ";
    assert_false(command_run(app, command, &args, &effect, &err));
    assert_int_equal(err.kind, ERR_USAGE);
}

static void what_was_understood_is_printed(void **state)
{
    App *app = *state;
    Effect effect = does(app, "add",
                         "@中村 +見積 23日 17時 -10月実績 30日 @山田 ¥-5万 ¥2.5% #A oo 雪");
    assert_string_equal(effect.printed,
                        "with          中村 恵\n"
                        "I promise     見積, Wed 23 Dec 17:00 → 中村 恵\n"
                        "they promise  10月実績: Wed 25 → Mon 30 Nov\n"
                        "?             @山田: may be several: 山田 二 / 北総合病院, 山田 一 / "
                        "北総合病院\n"
                        "?             ¥-5万: no client is named who asks for it\n"
                        "?             ¥2.5%: no client is named who asks for it\n"
                        "?             #A oo: no client is named\n"
                        "note          @山田? ¥-5万? ¥2.5%? #A oo? 雪\n"
                        "Saved; 4 kept as note, with a ?\n");
    effect = does(app, "add", "@中村 #棚 ○");
    assert_string_equal(effect.printed, "with          中村 恵\n"
                                        "offered       new: 棚 → 中村 恵 ○\n"
                                        "Saved\n");
    effect = does(app, "add", "@中村 #棚 oo");
    assert_non_null(strstr(effect.printed, "offered       棚 → 中村 恵 ◎\n"));
    effect = does(app, "add", "@中村 +見積 23日 17時");
    assert_non_null(strstr(effect.json, "\"kind\":\"mine\",\"typed\":\"+見積 23日 17時\""));
    assert_non_null(
        strstr(effect.json, "\"day\":\"2026-12-23\",\"time\":\"17:00\",\"doubt\":null"));
}

static void the_digit_and_the_note_of_the_screen_take_the_same_line(void **state)
{
    App *app = *state;
    char line[128];
    Id visit = does(app, "visit", "青葉商店").id;
    snprintf(line, sizeof line, "%lld ２ ＋資料　金 元気", (long long)visit);
    assert_string_equal(does(app, "outcome", line).status, "Saved: 青葉商店 本店, Short word");
    assert_string_equal(field(app, &entity_visit, visit, "text"), "元気");
    assert_string_equal(does(app, "note", "本店 +鍵3 木 雪").status,
                        "Saved on 本店: I promise 鍵3, Thu 26 Nov");
    assert_string_equal(does(app, "note", "本店 雪だけ").status, "Noted on 本店");
    assert_string_equal(rows(app, &entity_note, "on text"), "本店,雪\n本店,雪だけ\n");
    assert_string_equal(
        rows(app, &entity_commitment, "what client way"),
        "10月実績,青葉商店,\n鍵,青葉商店,bring\n見積,北総合病院,desk\n資料,青葉商店,bring\n"
        "鍵3,青葉商店,bring\n");
}

static void the_next_visit_takes_the_place_of_proposals(void **state)
{
    App *app = *state;
    add(app, "visit client=青葉商店 day=11/26 proposed=yes");
    does(app, "out", "青葉商店 1 >金");
    assert_string_equal(rows(app, &entity_visit, "day start"), "2026-11-24,\n2026-11-27,\n");
    does(app, "out", "青葉商店 >なし");
    assert_string_equal(rows(app, &entity_visit, "day start"), "2026-11-24,\n2026-11-27,\n");
}

// Of any line nothing is lost

/// What is neither a record nor said by one stands in the note.
static void nothing_is_lost(const Heard *heard, Arena *arena)
{
    for (size_t i = 0; i < heard->capture.count; i++) {
        const HeardPart *row = &heard->rows[i];
        const char *kept = row->part->kind == CAPTURE_NOTE ? row->part->text
                           : row->doubt ? capture_typed(&heard->capture, i, arena)
                                        : "";
        if (!strstr(heard->note, kept))
            fail_msg("“%s”: “%s” is not in “%s”", heard->capture.line, kept, heard->note);
    }
}

static size_t records_of(const Heard *heard)
{
    size_t records = *heard->note != '\0';
    for (size_t i = 0; i < heard->capture.count; i++) {
        const HeardPart *row = &heard->rows[i];
        CaptureKind kind = row->part->kind;
        bool makes = kind == CAPTURE_RIVAL || kind == CAPTURE_PRICE || kind == CAPTURE_OFFER ||
                     kind == CAPTURE_LOAN;
        bool changes = !row->doubt && !makes && // there the id is what it is about
                       (row->id || row->part->none || kind == CAPTURE_PERSON);
        bool says = kind != CAPTURE_NOTE && !changes;
        bool line_of_ticket = kind == CAPTURE_TROUBLE && !row->doubt && row->id;
        records += says || line_of_ticket;
    }
    return records;
}

static size_t count_records(App *app)
{
    static const Entity *const kinds[] = {&entity_commitment,  &entity_order_memo, &entity_ticket,
                                          &entity_ticket_line, &entity_kept_word,  &entity_note,
                                          &entity_visit,       &entity_expense,    &entity_offer,
                                          &entity_demand,      &entity_sighting,   &entity_loan};
    size_t all = 0;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        ListQuery query = {.kind = kinds[i], .today = app->today};
        size_t count;
        Err err = {0};
        if (!list_count(app->store, &query, &count, &err))
            fail_msg("%s", err.text);
        all += count;
    }
    return all;
}

static void of_any_line_every_part_becomes_a_record_or_note(void **state)
{
    App *app = *state;
    uint32_t seed = 4;
    for (int i = 0; i < 300; i++) {
        Arena *arena = arena_open();
        const CapturePlace nowhere = {0};
        Heard heard;
        Err err = {0};
        const char *line = any_line(&seed, arena);
        size_t before = count_records(app);
        if (*text_trim(line, arena) == '\0') {
            arena_close(arena);
            continue;
        }
        if (!capture_hear(app, line, &nowhere, false, arena, &heard, &err))
            fail_msg("%s: %s", line, err.text);
        nothing_is_lost(&heard, arena);
        Args args = {.day = NONE, .minute = NONE, .text = line};
        Effect effect;
        if (!command_run(app, command_named("add"), &args, &effect, &err))
            fail_msg("%s: %s", line, err.text);
        if (count_records(app) != before + records_of(&heard))
            fail_msg("“%s” made %zu records, not %zu", line, count_records(app) - before,
                     records_of(&heard));
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_store(a_report_is_one_line_and_one_step),
        in_store(a_visit_that_nobody_planned_is_added_and_said),
        in_store(what_they_owe_moves_and_keeps_its_first_day),
        in_store(promises_of_either_side_are_kept_by_a_star),
        in_store(orders_stay_open_until_they_are_handed_over),
        in_store(what_is_lent_is_picked_up_on_its_day_and_ticked_off),
        in_store(troubles_are_opened_and_go_on),
        in_store(what_is_in_doubt_is_kept_as_note_and_listed),
        in_store(a_title_or_department_tells_who_is_meant),
        in_store(somebody_new_is_kept_with_the_line),
        in_store(somebody_new_may_have_a_namesake),
        in_store(several_lines_are_one_step),
        in_store(what_was_understood_is_printed),
        in_store(the_digit_and_the_note_of_the_screen_take_the_same_line),
        in_store(of_any_line_every_part_becomes_a_record_or_note),
        in_store(the_next_visit_takes_the_place_of_proposals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
