// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 against the examples of FIPS 180-4 and the lengths at which padding changes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "mawari/base/sha256.h"

static const struct {
    const char *text;
    const char *hash;
} examples[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

static void the_examples_of_the_standard_hold(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        char path[] = "/tmp/mawari-sha-XXXXXX", hash[65];
        int file = mkstemp(path);
        size_t size = strlen(examples[i].text);
        assert_true(file >= 0 && write(file, examples[i].text, size) == (ssize_t)size);
        close(file);
        assert_true(sha256_file(path, hash, NULL));
        unlink(path);
        assert_string_equal(hash, examples[i].hash);
    }
}

static void a_missing_file_is_named(void **state)
{
    (void)state;
    Err err = {0};
    char hash[65];
    assert_false(sha256_file("/nowhere/at/all", hash, &err));
    assert_non_null(strstr(err.text, "/nowhere/at/all"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_of_the_standard_hold),
        cmocka_unit_test(a_missing_file_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
