// SPDX-License-Identifier: GPL-3.0-or-later
// Out as CSV and in again, every kind, through the real child: into an empty store, back and forth
// through undo, and edited on the way.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/import.h"
#include "mawari/base/file.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "random_records.h"

enum { ROUNDS = 4, KINDS = 64 };

/// Two stores: one that is written out, one that reads it.
typedef struct Pair {
    App *from, *to;
    Id seeded; // the last record that every store begins with
} Pair;

static int open_pair(void **state)
{
    static Pair pair;
    void *from = NULL, *to = NULL;
    if (open_app(&from) != 0 || open_app(&to) != 0)
        return -1;
    pair = (Pair){.from = from, .to = to};
    pair.from->reveal = pair.to->reveal = true; // what is masked is written out too
    pair.seeded = add(pair.from, "supplier name=first");
    *state = &pair;
    return 0;
}

static int close_pair(void **state)
{
    Pair *pair = *state;
    void *from = pair->from, *to = pair->to;
    (void)unlink(arena_print(pair->from->kept, "%s.csv", pair->from->path));
    return close_app(&from) + close_app(&to);
}

static Effect runs(App *app, const char *command, Args args)
{
    Err err = {0};
    Effect effect = {0};
    args.day = args.minute = NONE;
    if (!command_run(app, command_named(command), &args, &effect, &err))
        fail_msg("%s %s: %s", command, args.text ? args.text : "", err.text);
    return effect;
}

static const char *csv(App *app, const Entity *kind, bool for_excel)
{
    const FieldArg option = {"--for-excel", NULL};
    Args args = {.kind = kind, .options = &option, .option_count = for_excel};
    return arena_copy(app->kept, runs(app, "export csv", args).printed);
}

static const char *json(App *app)
{
    return arena_copy(app->kept, runs(app, "export json", (Args){0}).printed);
}

/// Puts the text into a file and the file into the store. NULL: nothing of it could be used.
static const char *imported(Pair *pair, App *app, const char *what, const char *text)
{
    Err err = {0};
    Effect effect = {0};
    Args args = {.text = what, .day = NONE, .minute = NONE};
    args.file = arena_print(pair->from->kept, "%s.csv", pair->from->path);
    if (!file_write(args.file, text, strlen(text), 0600, &err))
        fail_msg("%s", err.text);
    if (!command_run(app, command_named("import"), &args, &effect, &err))
        return NULL;
    return arena_copy(app->kept, effect.json);
}

#define COUNTS(new, changed, unchanged, doubtful, refused)                                         \
    "{\"new\":" #new ",\"changed\":" #changed ",\"unchanged\":" #unchanged                         \
                     ",\"doubtful\":" #doubtful ",\"refused\":" #refused "}\n"

// --- the walk

/// From `uid` up to what ends a record there.
static const char *part(App *app, const char *text, const char *uid, const char *end)
{
    const char *at = strstr(text, uid);
    if (!at)
        return "";
    const char *stop = strstr(at, end);
    return arena_copy_bytes(app->kept, at, stop ? (size_t)(stop - at) : strlen(at));
}

/// Passes over all files until nothing is refused any more: what is referred to comes first.
static size_t import_all(Pair *pair, const char *const *files, size_t count)
{
    bool done[KINDS] = {0};
    size_t left = count, steps = 0;
    for (size_t pass = 0; left > 0 && pass < count; pass++)
        for (size_t i = 0; i < count; i++) {
            if (done[i])
                continue;
            const Entity *kind = entities(&count)[i];
            int64_t before = store_revision(pair->to->store);
            const char *what = imported(pair, pair->to, kind->plural, files[i]);
            done[i] = entity_is_lasting(kind) || // its file is empty here
                      (what && strstr(what, "\"doubtful\":0,\"refused\":0}") != NULL);
            left -= done[i];
            steps += store_revision(pair->to->store) != before;
        }
    assert_int_equal(left, 0);
    return steps;
}

/// All that a store says.
typedef struct Picture {
    const char *csv[KINDS], *json;
} Picture;

static Picture picture_of(App *app)
{
    Picture picture = {.json = json(app)};
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        picture.csv[i] = csv(app, kinds[i], false);
    return picture;
}

static void compare(Pair *pair, const Picture *from, const Picture *to, size_t kind, Id id)
{
    RecordHead head;
    App *app = pair->from;
    assert_true(record_head(app->store, id, app->kept, &head, NULL));
    assert_string_equal(part(app, to->csv[kind], head.uid, "\n"),
                        part(app, from->csv[kind], head.uid, "\n"));
    const char *uid = arena_print(app->kept, "\"uid\":\"%s\"", head.uid);
    const char *here = part(app, from->json, uid, "}");
    assert_true(*here != '\0');
    assert_string_equal(part(app, to->json, uid, "}"), here);
}

static void every_kind_comes_out_of_a_file_as_it_was(void **state)
{
    Pair *pair = *state;
    Random random = {.app = pair->from, .seeded = pair->seeded, .state = 20261126};
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    Id ids[KINDS][ROUNDS];
    const char *files[KINDS];
    assert_true(count <= KINDS);
    for (size_t round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < count; i++) {
            bool stays = entity_is_lasting(kinds[i]); // no undo takes it back
            ids[i][round] = stays ? 0 : random_record(&random, kinds[i]);
            if (!stays && !ids[i][round] && round > 0)
                fail_msg("no random %s may be saved", kinds[i]->name);
        }
    for (size_t i = 0; i < count; i++)
        files[i] = csv(pair->from, kinds[i], i % 2 == 0);

    size_t steps = import_all(pair, files, count);
    Picture from = picture_of(pair->from), to = picture_of(pair->to);
    for (size_t i = 0; i < count; i++)
        for (size_t round = 0; round < ROUNDS; round++)
            if (ids[i][round])
                compare(pair, &from, &to, i, ids[i][round]);
    for (size_t i = 0; i < steps; i++)
        (void)does(pair->to, "undo", "");
    assert_string_equal(csv(pair->to, &entity_tag, false), "uid,version,on,on_uid,word\r\n");
    for (size_t i = 0; i < steps; i++)
        (void)does(pair->to, "redo", "");
    assert_string_equal(json(pair->to), to.json);
    int64_t before = store_revision(pair->to->store);
    for (size_t i = 0; i < count; i++)
        if (!entity_is_lasting(kinds[i]))
            assert_non_null(strstr(imported(pair, pair->to, kinds[i]->plural, files[i]),
                                   "{\"new\":0,\"changed\":0,"));
    assert_int_equal(store_revision(pair->to->store), before);
}

// --- edited on the way

static const char *replaced(App *app, const char *text, const char *what, const char *with)
{
    const char *at = strstr(text, what);
    if (!at)
        fail_msg("no “%s” in %s", what, text);
    return arena_print(app->kept, "%.*s%s%s", (int)(at - text), text, with, at + strlen(what));
}

static void a_cell_that_was_edited_is_taken_and_an_emptied_one_emptied(void **state)
{
    Pair *pair = *state;
    App *app = pair->from;
    Id id = add(app, "supplier name=緑屋 telephone=011-111-1111 supplies=椅子");
    const char *file = csv(app, &entity_supplier, true);
    file = replaced(app, file, "011-111-1111", "011-222-2222");
    file = replaced(app, file, ",椅子", ",");
    assert_string_equal(imported(pair, app, "suppliers", file), COUNTS(0, 1, 1, 0, 0));
    assert_string_equal(field(app, &entity_supplier, id, "telephone"), "011-222-2222");
    assert_string_equal(field(app, &entity_supplier, id, "supplies"), "");
    assert_string_equal(imported(pair, app, "suppliers", file), COUNTS(0, 0, 2, 0, 0));
}

static void what_a_sheet_program_would_compute_or_round_is_guarded(void **state)
{
    Pair *pair = *state;
    App *app = pair->from;
    static const struct {
        const char *typed, *excel, *exact;
    } rows[] = {
        {"=1+1", ",\"\t=1+1\",", ",=1+1,"},
        {"＠SUM", ",\"\t＠SUM\",", ",＠SUM,"},
        {"0012", ",\"\t0012\",", ",0012,"},
        {"2-11-5", ",\"\t2-11-5\",", ",2-11-5,"},
        {"1e5", ",\"\t1e5\",", ",1e5,"},
        {"12", ",12,", ",12,"},
        {"椅子 0012", ",椅子 0012,", ",椅子 0012,"},
    };
    Id id = add(app, "supplier name=緑屋 telephone=011-111-1111");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        does(
            app, "set",
            arena_print(app->kept, "supplier %d \"supplies=%s\" remark=x", (int)id, rows[i].typed));
        const char *excel = csv(app, &entity_supplier, true);
        if (!strstr(excel, rows[i].excel))
            fail_msg("no %s in %s", rows[i].excel, excel);
        assert_non_null(strstr(csv(app, &entity_supplier, false), rows[i].exact));
        assert_non_null(strstr(excel, ",011-111-1111,"));
        assert_string_equal(imported(pair, app, "suppliers", excel), COUNTS(0, 0, 2, 0, 0));
    }
}

static void what_was_typed_since_the_export_is_in_doubt_and_not_overwritten(void **state)
{
    Pair *pair = *state;
    App *app = pair->from;
    Id id = add(app, "supplier name=緑屋 telephone=011-111-1111");
    const char *file = replaced(app, csv(app, &entity_supplier, false), "011-111-1111",
                                "011-222-2222");
    does(app, "set", arena_print(app->kept, "supplier %d telephone=011-333-3333", (int)id));
    assert_string_equal(imported(pair, app, "suppliers", file), COUNTS(0, 0, 1, 1, 0));
    assert_string_equal(field(app, &entity_supplier, id, "telephone"), "011-333-3333");
}

static void a_row_without_a_uid_is_new_once(void **state)
{
    Pair *pair = *state;
    const char file[] = "name,telephone\n緑屋,011-111-1111\n";
    assert_string_equal(imported(pair, pair->to, "suppliers", file), COUNTS(1, 0, 0, 0, 0));
    assert_string_equal(imported(pair, pair->to, "suppliers", file), COUNTS(0, 0, 1, 0, 0));
    assert_string_equal(
        imported(pair, pair->to, "suppliers", "name,telephone\n緑屋,011-222-2222\n"),
        COUNTS(0, 0, 0, 1, 0));
}

static void a_reference_is_found_by_its_name_too(void **state)
{
    Pair *pair = *state;
    Id client = add(pair->to, "client name=青葉商店");
    (void)client;
    assert_string_equal(imported(pair, pair->to, "end_customers",
                                 "name,client\n北の宿,青葉商店\n南の宿,どこにもない\n"),
                        COUNTS(1, 0, 0, 0, 1));
    assert_non_null(strstr(csv(pair->to, &entity_end_customer, false), ",北の宿,青葉商店,"));
}

static void a_name_typed_over_beside_an_old_uid_is_refused(void **state)
{
    Pair *pair = *state;
    App *app = pair->from;
    (void)add(app, "client name=青葉商店");
    (void)add(app, "client name=緑屋");
    (void)add(app, "end_customer name=北の宿 client=青葉商店");
    const char *file = replaced(app, csv(app, &entity_end_customer, false), ",青葉商店,", ",緑屋,");
    char *path = arena_print(app->kept, "%s.csv", app->path);
    Err err = {0};
    assert_true(file_write(path, file, strlen(file), 0600, &err));
    ImportPreview preview = {0};
    assert_true(
        import_preview(app, "end_customers", path, NULL, 0, false, app->kept, &preview, &err));
    assert_int_equal(preview.fates[FATE_REFUSED], 1);
    assert_string_equal(preview.rows[0].why, "Client: “緑屋” is not the one of the uid beside it");
}

/// Why the first row of a list would not be taken.
static const char *refusal(Pair *pair, App *app, const char *what, const char *text)
{
    char *path = arena_print(app->kept, "%s.csv", app->path);
    Err err = {0};
    ImportPreview preview = {0};
    (void)pair;
    assert_true(file_write(path, text, strlen(text), 0600, &err));
    if (!import_preview(app, what, path, NULL, 0, false, app->kept, &preview, &err))
        fail_msg("%s", err.text);
    assert_int_equal(preview.fates[FATE_REFUSED], 1);
    return preview.rows[0].why;
}

static void a_number_that_a_trouble_has_is_refused_even_from_the_archive(void **state)
{
    Pair *pair = *state;
    App *app = pair->from;
    Id id = add(app, "ticket what=扉が閉まらない");
    const char file[] = "uid,number,what\nA0000000-0000-4000-8000-000000000001,1,別の話\n";
    assert_string_equal(refusal(pair, app, "tickets", file), "Number: 1 is taken");
    does(app, "archive", arena_print(app->kept, "ticket %d", (int)id));
    assert_string_equal(refusal(pair, app, "tickets", file), "Number: 1 is taken");
    assert_string_equal(imported(pair, app, "tickets",
                                 "uid,number,what\nA0000000-0000-4000-8000-000000000001,7,別の話\n"
                                 "A0000000-0000-4000-8000-000000000002,7,もう一つ\n"),
                        COUNTS(1, 0, 0, 0, 1));
}

static void only_clients_and_promises_come_again_by_themselves(void **state)
{
    Pair *pair = *state;
    App *app = pair->from;
    Err err = {0};
    Effect effect = {0};
    Id client = add(app, "client name=青葉商店");
    Id supplier = add(app, "supplier name=緑屋");
    (void)add(app, arena_print(app->kept, "recurrence on=%d rule=2tue", (int)client));
    Args args;
    assert_true(args_from_line(app, command_named("new"), &entity_recurrence, NULL, 0,
                               arena_print(app->kept, "on=%d rule=2tue", (int)supplier), app->kept,
                               &args, &err));
    assert_false(command_run(app, command_named("new"), &args, &effect, &err));
    assert_non_null(strstr(err.text, "Of"));
    const char *why = refusal(pair, app, "recurrences", "on,rule\n緑屋,2tue\n");
    assert_non_null(strstr(why, "Of: "));
}

static void the_table_of_holidays_is_renewed_from_the_cabinet_office_file(void **state)
{
    Pair *pair = *state;
    const char file[] = "国民の祝日・休日月日,国民の祝日・休日名称\n2026/1/1,元日\n2036/1/1,元日\n";
    assert_string_equal(imported(pair, pair->to, "holidays", file), COUNTS(1, 0, 1, 0, 0));
}

int main(void)
{
#define PAIR_TEST(name) cmocka_unit_test_setup_teardown(name, open_pair, close_pair)
    const struct CMUnitTest tests[] = {
        PAIR_TEST(every_kind_comes_out_of_a_file_as_it_was),
        PAIR_TEST(a_cell_that_was_edited_is_taken_and_an_emptied_one_emptied),
        PAIR_TEST(what_a_sheet_program_would_compute_or_round_is_guarded),
        PAIR_TEST(what_was_typed_since_the_export_is_in_doubt_and_not_overwritten),
        PAIR_TEST(a_row_without_a_uid_is_new_once),
        PAIR_TEST(a_reference_is_found_by_its_name_too),
        PAIR_TEST(a_name_typed_over_beside_an_old_uid_is_refused),
        PAIR_TEST(the_table_of_holidays_is_renewed_from_the_cabinet_office_file),
        PAIR_TEST(a_number_that_a_trouble_has_is_refused_even_from_the_archive),
        PAIR_TEST(only_clients_and_promises_come_again_by_themselves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
