// SPDX-License-Identifier: GPL-3.0-or-later
// The step of the evening: expenses that lines had left as words become expenses, the same records.
#include "fixture.h"

#include <stdio.h>
#include <string.h>

#include "store/embedded.h"
#include "store/grams.h"
#include "store/sql.h"

static size_t evening(void)
{
    for (size_t i = 0; i < mawari_schema_count; i++)
        if (strstr(mawari_schema[i].name, "evening"))
            return i;
    fail_msg("there is no such step");
    return 0;
}

static void run(sqlite3 *db, const char *sql)
{
    char *why = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s: %s", sql, why);
}

/// All rows of a question, values joined by | and rows by blanks.
static const char *answer(sqlite3 *db, const char *sql, char *ret, size_t room)
{
    sqlite3_stmt *ask = NULL;
    size_t used = 0;
    *ret = '\0';
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &ask, NULL), SQLITE_OK);
    while (sqlite3_step(ask) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count(ask); c++)
            used += (size_t)snprintf(ret + used, room - used, "%s%s",
                                     c      ? "|"
                                     : used ? " "
                                            : "",
                                     sqlite3_column_type(ask, c) == SQLITE_NULL
                                         ? "-"
                                         : (const char *)sqlite3_column_text(ask, c));
    sqlite3_finalize(ask);
    return ret;
}

static sqlite3 *before_the_evening(void)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_true(grams_register(db));
    for (size_t i = 0; i < evening(); i++)
        run(db, (const char *)mawari_schema[i].text);
    return db;
}

static void words_about_money_become_expenses(void **state)
{
    static const char *const typed[] = {"駐600",         "駐車300円", "高速１２００", "電車240",
                                        "タクシー 1500", "何か600",   "駐車"};
    char sql[500], got[1000];
    sqlite3 *db = before_the_evening();
    (void)state;
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        snprintf(sql, sizeof sql,
                 "INSERT INTO record VALUES (%zu, 'kept_word', 'u%zu', '%s', 0, 1, 1);"
                 "INSERT INTO kept_word(id, about, text, day) VALUES (%zu, 'expense', '%s', 20000)",
                 i + 1, i, typed[i], i + 1, typed[i]);
        run(db, sql);
    }
    run(db, "INSERT INTO record VALUES (90, 'kept_word', 'u90', '駐600', 0, 1, 1);"
            "INSERT INTO kept_word(id, about, text, day) VALUES (90, 'unsettled', '駐600', 20000)");
    run(db, (const char *)mawari_schema[evening()].text);
    assert_string_equal(
        answer(db, "SELECT id, what, yen, day FROM expense ORDER BY id", got, sizeof got),
        "1|駐車|600|20000 2|駐車|300|20000 3|高速|1200|20000 4|電車|240|20000 "
        "5|タクシー|1500|20000");
    assert_string_equal(answer(db, "SELECT id FROM kept_word ORDER BY id", got, sizeof got),
                        "6 7 90"); // what is no expense stays a word
    assert_string_equal(
        answer(db, "SELECT kind, name, uid FROM record WHERE id = 1", got, sizeof got),
        "expense|駐車|u0");
    sqlite3_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_about_money_become_expenses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
