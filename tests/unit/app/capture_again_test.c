// SPDX-License-Identifier: GPL-3.0-or-later
// A report whose line is opened and saved again: nothing twice, nothing of others written over.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "aoba.h"
#include "mawari/app/capture.h"
#include "mawari/app/usage.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/list.h"

#define in_store(test) cmocka_unit_test_setup_teardown(test, open_aoba, close_app)

static char whole_line[] =
    "1 @山本 +鍵箱 金 17時 -11月実績 27日 -10月実績 30日 *鍵 $豆腐 木 !扉 ; vs B社 ¥-5% #A-7 ○ "
    "駐600 @誰か 棚替え >来週火 10:20";

static Effect out(App *app, const char *line)
{
    return does(app, "out", arena_print(app->kept, "青葉商店 %s", line));
}

/// As the shell hands it over.
static Effect run_words(App *app, const char *command, char *const *words, size_t count)
{
    const Command *row = command_named(command);
    Args args;
    Effect effect = {0};
    Err err = {0};
    if (!args_from_words(app, row, words, count, app->kept, &args, &err) ||
        !command_run(app, row, &args, &effect, &err))
        fail_msg("%s", err.text);
    return effect;
}

static Effect out_again(App *app, char *line)
{
    char *words[] = {"青葉商店", line, "--instead"};
    return run_words(app, "out", words, 3);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/// All rows of a kind in the order of their text: which was made first does not count.
static void add_rows(App *app, Buffer *out, const Entity *kind, const char *columns)
{
    char *lines[200], *rest = NULL, *text = arena_copy(app->kept, rows(app, kind, columns));
    size_t count = 0;
    for (char *line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        lines[count++] = line;
    qsort(lines, count, sizeof *lines, by_text);
    buffer_print(out, "-- %s\n", kind->plural);
    for (size_t i = 0; i < count; i++)
        buffer_print(out, "%s\n", lines[i]);
}

static const char *everything(App *app)
{
    Buffer out = {.arena = app->kept};
    add_rows(app, &out, &entity_visit, "site contact day start outcome text line line_day");
    add_rows(app, &out, &entity_commitment,
             "direction what client contact due due_at first_due way minutes kept visit");
    add_rows(app, &out, &entity_order_memo, "what client contact wanted wanted_at taken visit");
    add_rows(app, &out, &entity_loan, "what client contact lent back returned");
    add_rows(app, &out, &entity_ticket, "what client contact opened");
    add_rows(app, &out, &entity_kept_word, "about text client contact visit");
    add_rows(app, &out, &entity_product, "name");
    add_rows(app, &out, &entity_offer, "product reaction client contact visit day");
    add_rows(app, &out, &entity_line_part,
             "reads text contact day minute is_new day_was minute_was ticked");
    return buffer_text(&out);
}

static void the_line_stands_with_the_visit_as_it_was_typed(void **state)
{
    App *app = *state;
    Id visit = out(app, "2 ＋資料　金　元気").id;
    assert_string_equal(field(app, &entity_visit, visit, "line"), "2 ＋資料　金　元気");
    assert_string_equal(field(app, &entity_visit, visit, "line_day"), "2026-11-24");
    out(app, "傘を忘れた");
    assert_string_equal(field(app, &entity_visit, visit, "line"),
                        "2 ＋資料　金　元気 ; 傘を忘れた");
    assert_string_equal(field(app, &entity_visit, visit, "text"), "元気\n傘を忘れた");
}

static void the_same_line_again_changes_nothing(void **state)
{
    App *app = *state;
    out(app, whole_line);
    const char *before = everything(app);
    Effect again = out_again(app, whole_line);
    assert_false(again.changed);
    assert_string_equal(again.status, "Nothing changed; 1 kept as note, with a ?");
    assert_string_equal(everything(app), before);
}

static void a_corrected_line_corrects_what_it_made(void **state)
{
    App *app = *state;
    out(app, "1 @中村 +見積り 金 -10月実績 30日 *鍵 $豆腐10 >金");
    const char *before = everything(app);
    out_again(app, "2 @山本 +見積書 木 $豆腐20 月 ; よろしく");
    assert_string_equal(rows(app, &entity_commitment, "what contact due kept"),
                        "10月実績,中村 恵,2026-11-25,\n"
                        "鍵,山本 太,,\n"
                        "見積,,,\n"
                        "見積書,山本 太,2026-11-26,\n");
    assert_string_equal(rows(app, &entity_order_memo, "what wanted"), "豆腐20,2026-11-30\n");
    assert_string_equal(rows(app, &entity_visit, "outcome contact text day"),
                        "short_word,山本 太,よろしく,2026-11-24\n,中村 恵,,2026-11-27\n");
    does(app, "undo", "");
    assert_string_equal(everything(app), before);
    does(app, "redo", "");
    out_again(app, "2 @山本 +見積書 木 $豆腐20 月 ; >来週火");
    assert_string_equal(rows(app, &entity_visit, "day"), "2026-11-24\n2026-12-01\n");
    out_again(app, "2 >なし");
    assert_string_equal(rows(app, &entity_visit, "day"), "2026-11-24\n");
    assert_string_equal(rows(app, &entity_order_memo, "what"), "");
}

static void a_loan_of_the_line_is_set_anew_and_taken_back(void **state)
{
    App *app = *state;
    out(app, "1 <見本 金");
    out_again(app,
              "1 @中村 <見本 木 *見本"); // it had not been lent yet: nothing of it can come back
    assert_string_equal(rows(app, &entity_loan, "what contact back returned"),
                        "見本,中村 恵,2026-11-26,\n");
    out_again(app, "1 よろしく");
    assert_string_equal(rows(app, &entity_loan, "what"), "");
}

static void what_was_changed_since_is_left_alone_unless_said(void **state)
{
    App *app = *state;
    const char *changed;
    Err err = {0};
    Heard heard;
    CapturePlace place;
    Id visit = out(app, "1 +資料 金 +箱 木").id;
    does(app, "move", "資料 12/1");
    does(app, "tick", "箱");

    assert_true(capture_place_again(app, visit, &place, &err));
    assert_true(capture_hear(app, "1 +資料 木", &place, true, app->kept, &heard, &err));
    assert_true(capture_changed_since(app, &heard, NULL, app->kept, &changed, &err));
    assert_string_equal(changed, "資料, 箱");
    assert_true(capture_hear(app, "1 +資料 金 +箱 木", &place, true, app->kept, &heard, &err));
    assert_true(capture_changed_since(app, &heard, NULL, app->kept, &changed, &err));
    assert_string_equal(changed, "");

    out_again(app, "1 +資料 木");
    assert_non_null(strstr(rows(app, &entity_commitment, "what due kept"),
                           "資料,2026-12-01,\n箱,2026-11-26,2026-11-24\n"));
    char *over[] = {"--instead", "--over", "青葉商店", "1 +資料 木"};
    run_words(app, "out", over, 4);
    assert_non_null(strstr(rows(app, &entity_commitment, "what due kept"), "資料,2026-11-26,\n"));
}

static void a_text_that_was_written_by_hand_stays(void **state)
{
    App *app = *state;
    Id visit = out(app, "1 雪").id;
    does(app, "set",
         arena_print(app->kept, "visit %lld text=\"社長の話、長い\"", (long long)visit));
    out_again(app, "2 雪");
    assert_string_equal(field(app, &entity_visit, visit, "text"), "社長の話、長い");
    out_again(app, "2 大雪");
    assert_string_equal(field(app, &entity_visit, visit, "text"), "社長の話、長い\n大雪");
    out_again(app, "2 晴れ");
    assert_string_equal(field(app, &entity_visit, visit, "text"), "社長の話、長い\n晴れ");
    out_again(app, "2");
    assert_string_equal(field(app, &entity_visit, visit, "text"), "社長の話、長い");
}

static Effect write_beside(App *app, Id visit, const char *line, const char *kept, const char *next,
                           bool again)
{
    const FieldArg fields[] = {{"digit", "1"}, {"kept", kept}, {"next", next}};
    const FieldArg options[] = {{"instead", NULL}};
    Args args = {.ids = &visit,
                 .id_count = 1,
                 .fields = fields,
                 .field_count = next ? 3 : 2,
                 .options = options,
                 .option_count = again,
                 .text = line,
                 .day = NONE,
                 .minute = NONE};
    Effect effect;
    Err err = {0};
    if (!command_run(app, command_named("outcome"), &args, &effect, &err))
        fail_msg("%s", err.text);
    return effect;
}

static void ticks_and_the_next_day_follow_too(void **state)
{
    App *app = *state;
    Id visit = does(app, "visit", "青葉商店 today").id;
    Id key = add(app, "commitment what=合鍵 client=青葉商店");
    const char *number = arena_print(app->kept, "%lld", (long long)key);
    write_beside(app, visit, "*合鍵", number, "2026-12-08", false);
    assert_string_equal(field(app, &entity_commitment, key, "kept"), "2026-11-24");
    assert_false(write_beside(app, visit, "*合鍵", number, "2026-12-08", true).changed);
    write_beside(app, visit, NULL, "", "2026-12-10", true);
    assert_string_equal(field(app, &entity_commitment, key, "kept"), "");
    assert_non_null(strstr(rows(app, &entity_visit, "day"), "2026-12-10\n"));
    assert_null(strstr(rows(app, &entity_visit, "day"), "2026-12-08\n"));
    write_beside(app, visit, NULL, number, NULL, true); // nothing is said of the next visit
    assert_non_null(strstr(rows(app, &entity_visit, "day"), "2026-12-10\n"));
    assert_string_equal(field(app, &entity_commitment, key, "kept"), "2026-11-24");
    write_beside(app, visit, NULL, "", "none", true);
    assert_null(strstr(rows(app, &entity_visit, "day"), "2026-12-10\n"));
}

/// The line names the same people whatever they are called by then, and makes nobody.
static void whom_a_name_means_stays_whatever_becomes_of_that_person(void **state)
{
    App *app = *state;
    static char first[] = "1 @+新田課長 元気 @中村 雪",
                again[] = "1 @+新田課長 +図面 金 元気 @中村 +札 金 雪";
    static const struct {
        const char *command, *words, *called;
    } since[] = {
        {"set", "contact 新田 name=荒田", "荒田"},
        {"archive", "contact 新田", "新田"},
        {"merge", "川端 新田", "川端"},
    };
    add(app, "contact name=川端");
    for (size_t i = 0; i < sizeof since / sizeof *since; i++) {
        Id visit = out(app, first).id;
        does(app, since[i].command, since[i].words);
        does(app, "set", "contact 中村 name=佐藤");
        const char *people = arena_copy(app->kept, rows(app, &entity_contact, "name"));
        out_again(app, again);
        assert_string_equal(rows(app, &entity_contact, "name"), people);
        assert_string_equal(field(app, &entity_visit, visit, "contact"), since[i].called);
        assert_string_equal(rows(app, &entity_kept_word, "text"), "");
        const char *promises = rows(app, &entity_commitment, "what contact");
        assert_non_null(strstr(promises, arena_print(app->kept, "図面,%s\n", since[i].called)));
        assert_non_null(strstr(promises, "札,佐藤\n"));
        for (int step = 0; step < 4; step++)
            does(app, "undo", "");
    }
}

static void days_are_counted_from_when_the_line_was_written(void **state)
{
    App *app = *state;
    Id visit = out(app, "1 +資料 金").id;
    app->today += 5; // Sunday: 金 would be another one
    app->now += 5 * 86400;
    char *words[] = {arena_print(app->kept, "%lld", (long long)visit), "1", "+資料 金 +箱 明日",
                     "--instead"};
    run_words(app, "outcome", words, 4);
    assert_non_null(
        strstr(rows(app, &entity_commitment, "what due"), "資料,2026-11-27\n箱,2026-11-25\n"));
}

/// Writing one line and then another in its place is writing the other alone.
static void any_line_in_place_of_any_other_leaves_what_it_alone_says(void **state)
{
    App *app = *state;
    uint32_t seed = 11;
    for (int i = 0; i < 150; i++) {
        Arena *arena = arena_open();
        const char *first = any_line(&seed, arena), *second = any_line(&seed, arena);
        if (!*text_trim(first, arena) || !*text_trim(second, arena) || strpbrk(first, ">済次") ||
            strstr(first, "＞")) {
            arena_close(arena);
            continue;
        }
        Id visit = does(app, "visit", "青葉商店 today").id;
        write_beside(app, visit, second, "", NULL, false);
        const char *alone = everything(app);
        does(app, "undo", "");
        write_beside(app, visit, first, "", NULL, false);
        write_beside(app, visit, second, "", NULL, true);
        const char *instead = everything(app);
        if (strcmp(alone, instead) != 0)
            fail_msg("“%s” in place of “%s”:\n%s\nand not\n%s", second, first, instead, alone);
        does(app, "undo", "");
        does(app, "undo", "");
        does(app, "undo", "");
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_store(the_line_stands_with_the_visit_as_it_was_typed),
        in_store(the_same_line_again_changes_nothing),
        in_store(a_corrected_line_corrects_what_it_made),
        in_store(a_loan_of_the_line_is_set_anew_and_taken_back),
        in_store(what_was_changed_since_is_left_alone_unless_said),
        in_store(a_text_that_was_written_by_hand_stays),
        in_store(ticks_and_the_next_day_follow_too),
        in_store(whom_a_name_means_stays_whatever_becomes_of_that_person),
        in_store(days_are_counted_from_when_the_line_was_written),
        in_store(any_line_in_place_of_any_other_leaves_what_it_alone_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
