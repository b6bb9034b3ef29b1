// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of messages between programs.
#include "fixture.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "mawari/base/wire.h"

static const char *const a_row[] = {"row", "青葉商店", NULL, "", "011-000-1182"};
static const Message a_message = {a_row, COUNT(a_row)};

static void assert_same(Message a, Message b)
{
    assert_int_equal(a.count, b.count);
    for (size_t i = 0; i < a.count; i++) {
        assert_int_equal(!a.texts[i], !b.texts[i]);
        if (a.texts[i])
            assert_string_equal(a.texts[i], b.texts[i]);
    }
}

static void a_message_arrives_as_it_was_sent(void **state)
{
    int ends[2];
    bool end;
    Message read;
    assert_int_equal(pipe(ends), 0);
    assert_true(wire_write(ends[1], a_message, NULL));
    assert_true(wire_write(ends[1], a_message, NULL));
    close(ends[1]);
    for (int i = 0; i < 2; i++) {
        assert_true(wire_read(ends[0], *state, &read, &end, NULL));
        assert_false(end);
        assert_same(read, a_message);
    }
    assert_true(wire_read(ends[0], *state, &read, &end, NULL));
    assert_true(end);
    close(ends[0]);
}

static void a_message_is_taken_when_it_is_whole(void **state)
{
    int ends[2];
    char bytes[256];
    assert_int_equal(pipe(ends), 0);
    assert_true(wire_write(ends[1], a_message, NULL));
    size_t size = (size_t)read(ends[0], bytes, sizeof bytes), used;
    close(ends[0]);
    close(ends[1]);
    Message taken;
    for (size_t part = 0; part < size; part++) {
        assert_true(wire_take(bytes, part, *state, &taken, &used, NULL));
        assert_int_equal(used, 0);
    }
    bytes[size] = 'x'; // the next one begins
    assert_true(wire_take(bytes, size + 1, *state, &taken, &used, NULL));
    assert_int_equal(used, size);
    assert_same(taken, a_message);
}

#define BYTES(text) text, sizeof text - 1

static void what_is_no_message_is_refused(void **state)
{
    static const struct {
        const char *bytes;
        size_t size;
    } rows[] = {
        {BYTES("\xff\xff\xff\xff")},                  // too large
        {BYTES("\0\0\0\0")},                          // nothing in it
        {BYTES("\3\0\0\0abc")},                       // no count
        {BYTES("\4\0\0\0\0\0\0\0")},                  // no tag
        {BYTES("\4\0\0\0\xff\xff\xff\xff")},          // too many texts
        {BYTES("\x8\0\0\0\1\0\0\0\xff\xff\xff\xff")}, // the tag is NULL
        {BYTES("\x8\0\0\0\1\0\0\0\1\0\0\0")},         // a text beyond the end
        {BYTES("\x8\0\0\0\1\0\0\0\xfe\xff\xff\xff")}, // far beyond
        {BYTES("\xa\0\0\0\1\0\0\0\1\0\0\0ab")},       // something behind
        {BYTES("\xb\0\0\0\1\0\0\0\3\0\0\0a\0b")},     // a '\0' inside
        {BYTES("\x9\0\0\0\2\0\0\0\1\0\0\0a")},        // one text of two
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Message message = {NULL, 77};
        size_t used = 0;
        bool end;
        int ends[2];
        Err err = {0};
        assert_false(wire_take(rows[i].bytes, rows[i].size, *state, &message, &used, &err));
        assert_int_equal(err.kind, ERR_CHILD);
        assert_int_equal(message.count, 77);
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], rows[i].bytes, rows[i].size), rows[i].size);
        close(ends[1]);
        assert_false(wire_read(ends[0], *state, &message, &end, &err));
        close(ends[0]);
    }
}

static void a_stream_that_ends_in_a_message_is_refused(void **state)
{
    int ends[2];
    bool end;
    Message message;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "\x9\0\0\0\1\0", 6), 6);
    close(ends[1]);
    assert_false(wire_read(ends[0], *state, &message, &end, NULL));
    close(ends[0]);
}

static void a_lost_reader_and_too_much_text_are_failures(void **state)
{
    int ends[2];
    Err err = {0};
    char *huge = arena_take(*state, WIRE_BYTES + 1);
    memset(huge, 'a', WIRE_BYTES);
    const char *const texts[] = {"row", huge};
    assert_int_equal(pipe(ends), 0);
    assert_false(wire_write(ends[1], (Message){texts, 2}, &err));
    signal(SIGPIPE, SIG_IGN);
    close(ends[0]);
    assert_false(wire_write(ends[1], a_message, &err));
    assert_int_equal(err.kind, ERR_CHILD);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(a_message_arrives_as_it_was_sent),
        with_arena(a_message_is_taken_when_it_is_whole),
        with_arena(what_is_no_message_is_refused),
        with_arena(a_stream_that_ends_in_a_message_is_refused),
        with_arena(a_lost_reader_and_too_much_text_are_failures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
