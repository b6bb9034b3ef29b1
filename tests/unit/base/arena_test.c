// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of arenas and buffers.
#include "fixture.h"

#include <string.h>

#include "mawari/base/buffer.h"

static void what_is_taken_is_zero_and_aligned(void **state)
{
    for (size_t round = 0; round < 3; round++) {
        for (size_t bytes = 0; bytes < 3000; bytes += 7) {
            char *taken = arena_take(*state, bytes);
            assert_int_equal((uintptr_t)taken % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < bytes; i++)
                assert_int_equal(taken[i], 0);
            memset(taken, 0xAA, bytes);
        }
        arena_empty(*state);
    }
}

static void pieces_do_not_overlap(void **state)
{
    char *texts[200];
    for (size_t i = 0; i < COUNT(texts); i++)
        texts[i] = arena_print(*state, "text %zu %*s", i, (int)(i * 50), "");
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_int_equal(strlen(texts[i]), strlen(arena_print(*state, "%zu", i)) + 6 + i * 50);
        assert_memory_equal(texts[i], "text ", 5);
    }
}

static void a_copy_of_nothing_is_nothing(void **state)
{
    assert_null(arena_copy(*state, NULL));
    assert_string_equal(arena_copy(*state, ""), "");
    assert_string_equal(arena_copy_bytes(*state, NULL, 0), "");
    assert_memory_equal(arena_copy_bytes(*state, "a\0b", 3), "a\0b", 4);
    arena_close(NULL);
}

static void an_array_grows_and_keeps_its_items(void **state)
{
    size_t *items = NULL, room = 0;
    for (size_t count = 0; count < 1000; count++) {
        items = arena_more(*state, items, count, &room, sizeof *items);
        items[count] = count;
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    assert_in_range(room, 1000, 2048);
}

static void a_buffer_adds_up(void **state)
{
    Buffer buffer = {.arena = *state};
    assert_string_equal(buffer_text(&buffer), "");
    buffer_add(&buffer, "");
    assert_string_equal(buffer.text, "");
    buffer_add(&buffer, "一");
    buffer_print(&buffer, "%d,%s", 2, "三");
    buffer_add_bytes(&buffer, "four", 1);
    buffer_print(&buffer, "%s", "");
    assert_string_equal(buffer_text(&buffer), "一2,三f");
    assert_int_equal(buffer.size, strlen("一2,三f"));
}

static void a_buffer_takes_a_long_print(void **state)
{
    Buffer buffer = {.arena = *state};
    for (int i = 0; i < 50; i++)
        buffer_print(&buffer, "%100d", i);
    assert_int_equal(strlen(buffer.text), 5000);
    assert_memory_equal(buffer.text + 4998, "49", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(what_is_taken_is_zero_and_aligned),
        with_arena(pieces_do_not_overlap),
        with_arena(a_copy_of_nothing_is_nothing),
        with_arena(an_array_grows_and_keeps_its_items),
        with_arena(a_buffer_adds_up),
        with_arena(a_buffer_takes_a_long_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
