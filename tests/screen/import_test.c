// SPDX-License-Identifier: GPL-3.0-or-later
// An import on the screen: a file is read and stored in threads, with a line that says how far it
// is; Esc cancels; a helper program that dies or says nothing gets a sentence, and nothing is half
// written. The helper is a script here that lies beside a copy of the program.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"
#include "mawari/base/arena.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"

static const char speak[] =
    "#!/bin/sh\n"
    "word() { printf \"\\\\$(printf %o $(($1 % 256)))\\\\$(printf %o $(($1 / 256 % "
    "256)))\\\\0\\\\0\"; }\n"
    "say() {\n"
    "    size=4\n"
    "    for text; do size=$((size + 4 + ${#text})); done\n"
    "    word $size\n"
    "    word $#\n"
    "    for text; do word ${#text} && printf %s \"$text\"; done\n"
    "}\n"
    "say version " MAWARI_VERSION "\n";
static const char begin[] =
    "say format UTF-8; say header name; say known client.name; say row 2 A\n";

typedef struct Office {
    Home home;
    Arena *arena;
    char *program, *list; // below the folder
    Tty *tty;
} Office;

static char *below(const Office *office, const char *name)
{
    return arena_print(office->arena, "%s/%s", office->home.folder, name);
}

static void write_file(const char *path, const char *bytes, size_t size, mode_t mode)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, mode), 0);
}

static Office *office_open(void)
{
    Arena *arena = arena_open();
    Office *office = arena_new(arena, Office);
    office->arena = arena;
    home_make(&office->home);
    office->list = below(office, "list.csv");
    office->program = tty_mawari();
    return office;
}

/// From here on this helper of the program's does as `script` says, behind its version.
static void one_does(Office *office, const char *helper, const char *script)
{
    char *bytes;
    char *child = below(office, arena_print(office->arena, "libexec/mawari/%s", helper));
    size_t size;
    Err err = {0};
    if (!file_read(tty_mawari(), (size_t)256 << 20, office->arena, &bytes, &size, &err))
        fail_msg("%s", err.text);
    (void)mkdir(below(office, "bin"), 0755);
    (void)mkdir(below(office, "libexec"), 0755);
    (void)mkdir(below(office, "libexec/mawari"), 0755);
    office->program = below(office, "bin/mawari");
    write_file(office->program, bytes, size, 0755);
    const char *whole = arena_print(office->arena, "%s%s\n", speak, script);
    write_file(child, whole, strlen(whole), 0755);
}

/// Behind what any list begins with.
static void helper_does(Office *office, const char *script)
{
    one_does(office, "mawari-import", arena_print(office->arena, "%s%s", begin, script));
}

static void write_list(Office *office, int rows)
{
    Buffer list = {.arena = office->arena};
    buffer_add(&list, "name,address,telephone\n");
    for (int i = 0; i < rows; i++)
        buffer_print(&list, "青葉商店%d,札幌市北%d条,011-200-%04d\n", i, i % 40, i % 10000);
    write_file(office->list, list.text, list.size, 0600);
}

static void press(Office *office, const char *keys)
{
    tty_type(office->tty, keys);
    tty_settle(office->tty);
}

/// The program is started on an empty store and told to bring in the list.
static void bring_in(Office *office)
{
    char *argv[] = {office->program, "--store", office->home.store, "--lang", "en", NULL};
    office->tty = tty_start(24, 80, argv);
    tty_wait(office->tty, "Nothing here yet");
    press(office, "2");
    tty_type(office->tty, arena_print(office->arena, "%s" TTY_ENTER, office->list));
}

static void office_close(Office *office)
{
    tty_type(office->tty, "qq");
    assert_int_equal(tty_stop(office->tty), 0);
    (void)unlink(below(office, "bin/mawari"));
    (void)unlink(below(office, "libexec/mawari/mawari-import"));
    (void)unlink(below(office, "libexec/mawari/mawari-gazetteer"));
    (void)rmdir(below(office, "libexec/mawari"));
    (void)rmdir(below(office, "libexec"));
    (void)rmdir(below(office, "bin"));
    home_remove(&office->home);
    arena_close(office->arena);
}

static void a_helper_that_says_nothing_is_waited_for_beside_the_keys_and_cancelled(void **state)
{
    (void)state;
    Office *office = office_open();
    write_list(office, 1);
    helper_does(office, "exec sleep 1000");
    bring_in(office);
    tty_wait(office->tty, "Esc cancels");
    press(office, "?"); // the screen goes on meanwhile
    tty_wait(office->tty, "Keys");
    press(office, TTY_ESCAPE);
    tty_wait(office->tty, "Reading");
    press(office, TTY_ESCAPE);
    tty_wait(office->tty, "Nothing here yet");
    tty_wait(office->tty, "Cancelled: nothing was imported");
    office_close(office);
}

static void a_gazetteer_that_does_not_come_is_stopped_by_escape(void **state)
{
    (void)state;
    Office *office = office_open();
    char *argv[] = {NULL, "--store", office->home.store, "--lang", "en", NULL};
    one_does(office, "mawari-gazetteer", "exec sleep 1000");
    argv[0] = office->program;
    office->tty = tty_start(24, 80, argv);
    tty_wait(office->tty, "Nothing here yet");
    tty_type(office->tty, ":import gazetteer towns.tar" TTY_ENTER);
    tty_wait(office->tty, "Esc stops it");
    press(office, TTY_ESCAPE);
    tty_wait(office->tty, "Stopped: no address was looked up");
    office_close(office);
}

static void a_helper_that_dies_in_the_middle_gets_a_sentence(void **state)
{
    (void)state;
    static const struct {
        const char *script, *sentence;
    } deaths[] = {
        {"kill -9 $$", "! mawari-import was killed"},
        {"say failed 'the disk is gone'", "! the disk is gone"},
        {"printf '\\377\\377\\377\\377'; cat /dev/zero", "! a helper program sent"},
        {"exit 0", "! mawari-import sent what makes no sense"},
    };
    for (size_t i = 0; i < sizeof deaths / sizeof *deaths; i++) {
        Office *office = office_open();
        write_list(office, 1);
        helper_does(office, deaths[i].script);
        bring_in(office);
        tty_wait(office->tty, deaths[i].sentence);
        tty_wait(office->tty, "Nothing here yet");
        office_close(office);
    }
}

/// Beside each other over the whole width, for nothing stands beside them; what was answered is counted
/// as what will be stored.
static void a_doubt_is_answered_beside_its_twin(void **state)
{
    (void)state;
    Office *office = office_open();
    static const char twin[] = "name,address,telephone\n青葉商店0 別館,札幌市北0条,011-200-0000\n";
    write_list(office, 1);
    bring_in(office);
    tty_wait(office->tty, "Store: 1 new");
    tty_type(office->tty, TTY_ENTER);
    tty_wait(office->tty, "Imported 1 row");
    write_file(office->list, twin, strlen(twin), 0600);
    tty_resize(office->tty, 40, 120);
    press(office, ":import clients" TTY_ENTER);
    tty_type(office->tty, arena_print(office->arena, "clients %s" TTY_ENTER, office->list));
    tty_wait(office->tty, "0 new, 0 changed; 0 unchanged, 1 doubtful");
    tty_wait(office->tty, "or right as it is here)");
    tty_wait(office->tty, "| 011-200-0000                Telephone");
    press(office, TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN " ");
    tty_wait(office->tty, "0 new, 0 changed, 1 answered; 0 unchanged, 0 doubtful");
    press(office, "<" TTY_ENTER);
    tty_wait(office->tty, "Imported 1 row");
    office_close(office);
}

/// Before and after storing; they stay.
static void places_that_are_no_longer_in_the_list_are_said(void **state)
{
    (void)state;
    Office *office = office_open();
    write_list(office, 3);
    bring_in(office);
    tty_wait(office->tty, "Store: 3 new");
    press(office, TTY_ENTER);
    tty_wait(office->tty, "Imported 3 rows");
    write_list(office, 1);
    press(office, arena_print(office->arena, ":import clients %s" TTY_ENTER, office->list));
    tty_wait(office->tty, "No longer in the list, still here: 2");
    tty_wait(office->tty, "青葉商店2");
    press(office, TTY_ENTER);
    tty_wait(office->tty, "u u takes them back · 2 no longer in the list: 青葉商店1,");
    tty_wait(office->tty, "3 of 3");
    office_close(office);
}

/// Headers that nobody knows were refused with a word for the command line.
static void which_column_is_the_name_is_asked_and_remembered(void **state)
{
    (void)state;
    static const char list[] = "shop,ring\nAoba,011-200-0000\nKita,011-200-0001\n";
    Office *office = office_open();
    write_file(office->list, list, strlen(list), 0600);
    bring_in(office);
    tty_wait(office->tty, "! Which column is Client: Name?");
    press(office, TTY_ENTER); // the cursor is on the first column
    tty_wait(office->tty, "shop is:");
    press(office, "1");
    tty_wait(office->tty, "Store: 2 new");
    press(office, TTY_DOWN TTY_ENTER);
    tty_wait(office->tty, "ring is:");
    press(office, "6");
    tty_wait(office->tty, "Client: Telephone");
    press(office, "<" TTY_ENTER);
    tty_wait(office->tty, "Imported 2 rows");
    press(office, arena_print(office->arena, ":import clients %s" TTY_ENTER, office->list));
    tty_wait(office->tty, "Store: 0 new, 0 changed; 2 unchanged");
    press(office, TTY_ESCAPE);
    office_close(office);
}

enum { LONG_LIST = 20000 };

static void what_is_being_stored_can_be_cancelled_and_nothing_is_left_of_it(void **state)
{
    (void)state;
    Office *office = office_open();
    write_list(office, LONG_LIST);
    bring_in(office);
    tty_wait(office->tty, "Store: 20000 new");
    tty_type(office->tty, TTY_ENTER);
    tty_wait(office->tty, "Storing");
    tty_type(office->tty, TTY_ESCAPE);
    tty_wait(office->tty, "Nothing here yet");
    office_close(office);
}

static void a_long_list_says_how_far_it_is_and_is_stored_as_one_step(void **state)
{
    (void)state;
    Office *office = office_open();
    write_list(office, 3000);
    bring_in(office);
    tty_wait(office->tty, "Store: 3000 new");
    press(office, TTY_ENTER);
    tty_wait(office->tty, "Imported 3000 rows");
    tty_wait(office->tty, "3000 of 3000");
    office_close(office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_helper_that_says_nothing_is_waited_for_beside_the_keys_and_cancelled),
        cmocka_unit_test(a_gazetteer_that_does_not_come_is_stopped_by_escape),
        cmocka_unit_test(a_helper_that_dies_in_the_middle_gets_a_sentence),
        cmocka_unit_test(a_doubt_is_answered_beside_its_twin),
        cmocka_unit_test(places_that_are_no_longer_in_the_list_are_said),
        cmocka_unit_test(which_column_is_the_name_is_asked_and_remembered),
        cmocka_unit_test(what_is_being_stored_can_be_cancelled_and_nothing_is_left_of_it),
        cmocka_unit_test(a_long_list_says_how_far_it_is_and_is_stored_as_one_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
