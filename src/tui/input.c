// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a terminal into keys. What is not complete yet simply stays in the buffer, so it does
// not matter where a slow line cuts a character or a sequence.
#include "mawari/tui/input.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/arena.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "sequence.h"

enum { LEARNT_MAX = 16, LEARNT_BYTES = 16, ESC = 0x1b, DEL = 0x7f };

typedef struct Learnt {
    char bytes[LEARNT_BYTES];
    KeyCode code;
} Learnt;

typedef struct Click {
    int row, column;
    int64_t at;
} Click;

struct Input {
    char bytes[2 * INPUT_READ]; // fed and not yet taken: from `at` to `size`
    size_t at, size;
    int64_t fed; // when the last bytes came
    int escape_wait;

    int64_t late_until; // an Escape was taken for the key: "[" and "O" may still belong to it
    bool late;          // the Escape in the buffer has been told as a key already

    bool pasting;
    int64_t deaf_until;
    Arena *paste_arena;
    Buffer paste;

    Learnt learnt[LEARNT_MAX];
    size_t learnt_count;
    Click click; // the last one that may become a double click
    bool report_expected, report_there;
    int report_row, report_column;
    Arena *arena; // the text of the key handed out last
};

/// What became of the bytes at the front.
typedef enum Took {
    TOOK_KEY,     // `ret` is filled
    TOOK_NOTHING, // they were swallowed
    TOOK_WAIT,    // they are not complete
} Took;

Input *input_open(int escape_wait)
{
    Arena *arena = arena_open();
    Input *input = calloc(1, sizeof *input);
    if (!input)
        abort();
    input->arena = arena;
    input->paste_arena = arena_open();
    input->escape_wait = escape_wait > 0 ? escape_wait : INPUT_ESCAPE_WAIT;
    input->late_until = input->deaf_until = input->click.at = INT64_MIN / 2;
    return input;
}

void input_close(Input *input)
{
    if (!input)
        return;
    arena_close(input->arena);
    arena_close(input->paste_arena);
    free(input);
}

void input_learn(Input *input, const char *sequence, KeyCode code)
{
    size_t size = strlen(sequence);
    if (sequence[0] != ESC || size < 3 || size >= LEARNT_BYTES || input->learnt_count == LEARNT_MAX)
        return;
    Learnt *learnt = &input->learnt[input->learnt_count++];
    memcpy(learnt->bytes, sequence, size + 1);
    learnt->code = code;
}

static void append(Input *input, const char *bytes, size_t size)
{
    memmove(input->bytes, input->bytes + input->at, input->size - input->at);
    input->size -= input->at;
    input->at = 0;
    assert(input->size + size <= sizeof input->bytes);
    memcpy(input->bytes + input->size, bytes, size);
    input->size += size;
}

void input_feed(Input *input, const char *bytes, size_t size, int64_t now)
{
    assert(size <= INPUT_READ);
    bool idle = input->at == input->size && !input->pasting;
    if (idle && size > 0 && now < input->late_until && (*bytes == '[' || *bytes == 'O')) {
        input->late = true;
        append(input, "\033", 1);
    }
    input->late_until = INT64_MIN / 2;
    append(input, bytes, size);
    input->fed = now;
}

static size_t pending(const Input *input)
{
    return input->size - input->at;
}

static const char *front(const Input *input)
{
    return input->bytes + input->at;
}

/// How long the incomplete bytes at the front may stay incomplete; -1: as long as they like.
static int patience(const Input *input)
{
    if (input->pasting)
        return -1;
    if (*front(input) == ESC && pending(input) == 1)
        return input->escape_wait;
    return input->late ? INPUT_LATE_WAIT : INPUT_SEQUENCE_WAIT;
}

int input_wait(const Input *input, int64_t now)
{
    if (pending(input) == 0 || patience(input) < 0)
        return -1;
    int64_t left = input->fed + patience(input) - now;
    return left > 0 ? (int)left : 0;
}

// Paste

static void keep_paste(Input *input, size_t size)
{
    size_t room = INPUT_PASTE - input->paste.size;
    buffer_add_bytes(&input->paste, front(input), size < room ? size : room);
    input->at += size;
}

/// Line ends become '\n'; other controls have no business in a text.
static void clean_paste(Buffer *out, const char *raw, size_t size)
{
    for (size_t at = 0, used; at < size; at += used) {
        uint32_t code;
        used = text_next(raw + at, size - at, &code);
        if (code == '\r') {
            used += at + 1 < size && raw[at + 1] == '\n';
            code = '\n';
        }
        if ((code < ' ' && code != '\n' && code != '\t') || code == DEL)
            continue;
        char bytes[4];
        buffer_add_bytes(out, bytes, text_put(code, bytes));
    }
}

static Took finish_paste(Input *input, int64_t now, Key *ret)
{
    Buffer clean = {.arena = input->arena};
    clean_paste(&clean, buffer_text(&input->paste), input->paste.size);
    arena_empty(input->paste_arena);
    input->pasting = false;
    input->deaf_until = now + INPUT_PASTE_DEAF;
    *ret = (Key){.code = KEY_IS_PASTE, .text = buffer_text(&clean)};
    return TOOK_KEY;
}

/// Only the exact end mark ends a paste; every other sequence inside it is content.
static Took take_paste(Input *input, int64_t now, Key *ret)
{
    static const char END[] = "\033[201~";
    size_t end_size = sizeof END - 1;
    const char *escape = memchr(front(input), ESC, pending(input));
    keep_paste(input, escape ? (size_t)(escape - front(input)) : pending(input));

    size_t size = pending(input);
    if (size == 0)
        return TOOK_NOTHING;
    if (size < end_size && memcmp(front(input), END, size) == 0)
        return TOOK_WAIT;
    if (size < end_size || memcmp(front(input), END, end_size) != 0) {
        keep_paste(input, 1);
        return TOOK_NOTHING;
    }
    input->at += end_size;
    return finish_paste(input, now, ret);
}

// Sequences

static Took key_of(KeyCode code, Key *ret)
{
    *ret = (Key){.code = code};
    return TOOK_KEY;
}

static Took text_key(Input *input, const char *bytes, size_t size, Key *ret)
{
    *ret = (Key){.code = KEY_IS_TEXT, .text = arena_copy_bytes(input->arena, bytes, size)};
    return TOOK_KEY;
}

static Took click(Input *input, const Sequence *sequence, int64_t now, Key *ret)
{
    Click *last = &input->click;
    bool again = now - last->at <= INPUT_DOUBLE_CLICK && last->row == sequence->row &&
                 last->column == sequence->column;
    *last = (Click){sequence->row, sequence->column, again ? INT64_MIN / 2 : now};
    *ret = (Key){.code = again ? KEY_IS_DOUBLE_CLICK : sequence->code,
                 .row = sequence->row,
                 .column = sequence->column};
    return TOOK_KEY;
}

static bool learnt_code(const Input *input, const char *bytes, size_t size, KeyCode *ret)
{
    for (size_t i = 0; i < input->learnt_count; i++) {
        const Learnt *learnt = &input->learnt[i];
        if (strlen(learnt->bytes) == size && memcmp(learnt->bytes, bytes, size) == 0) {
            *ret = learnt->code;
            return true;
        }
    }
    return false;
}

static Took obey_sequence(Input *input, const Sequence *sequence, int64_t now, Key *ret)
{
    switch (sequence->is) {
    case SEQUENCE_KEY:
        if (sequence->code == KEY_IS_CLICK)
            return click(input, sequence, now, ret);
        *ret = (Key){.code = sequence->code, .row = sequence->row, .column = sequence->column};
        return TOOK_KEY;
    case SEQUENCE_PASTE:
        input->pasting = true;
        input->paste = (Buffer){.arena = input->paste_arena};
        return TOOK_NOTHING;
    case SEQUENCE_REPORT:
        if (input->report_expected) {
            input->report_expected = false;
            input->report_there = true;
            input->report_row = sequence->row;
            input->report_column = sequence->column;
        }
        return TOOK_NOTHING;
    case SEQUENCE_UNKNOWN:
        break;
    }
    return TOOK_NOTHING;
}

/// The rest of the sequence did not come in time.
static Took give_up(Input *input, int64_t now, Key *ret)
{
    const char *bytes = front(input);
    size_t size = pending(input);
    bool late = input->late;
    input->late = false;
    if (size == 2 && !late) { // "[" typed behind Escape: the next key
        input->at++;
        return key_of(KEY_IS_ESCAPE, ret);
    }
    input->at = input->size;
    if (size == 1) {
        input->late_until = now + INPUT_LATE_WAIT;
        return key_of(KEY_IS_ESCAPE, ret);
    }
    if (late && size == 2) // it was typed, after an Escape that was typed
        return text_key(input, bytes + 1, 1, ret);
    return TOOK_NOTHING;
}

static Took take_escape(Input *input, int64_t now, Key *ret)
{
    const char *bytes = front(input);
    size_t size = sequence_size(bytes, pending(input));
    if (size == 0)
        return input_wait(input, now) > 0 ? TOOK_WAIT : give_up(input, now, ret);

    input->at += size;
    input->late = false;
    if (size == 1)
        return key_of(KEY_IS_ESCAPE, ret);
    KeyCode code;
    if (learnt_code(input, bytes, size, &code))
        return key_of(code, ret);
    Sequence sequence = sequence_read(bytes, size);
    return obey_sequence(input, &sequence, now, ret);
}

// Characters

static bool is_control(char byte)
{
    return (unsigned char)byte < ' ' || byte == DEL;
}

static Took take_control(Input *input, Key *ret)
{
    char byte = input->bytes[input->at++];
    switch (byte) {
    case '\t':
        return key_of(KEY_IS_TAB, ret);
    case '\r':
    case '\n':
        return key_of(KEY_IS_ENTER, ret);
    case '\b':
    case DEL:
        return key_of(KEY_IS_BACKSPACE, ret);
    default:
        if (byte < 1 || byte > 26)
            return TOOK_NOTHING;
        *ret = (Key){.code = KEY_IS_CTRL, .letter = (char)('A' + byte - 1)};
        return TOOK_KEY;
    }
}

/// A copy of what was typed, valid: broken parts are U+FFFD.
static Took commit(Input *input, size_t size, Key *ret)
{
    Buffer out = {.arena = input->arena};
    for (size_t at = 0; at < size;) {
        uint32_t code;
        char bytes[4];
        at += text_next(front(input) + at, size - at, &code);
        buffer_add_bytes(&out, bytes, text_put(code, bytes));
    }
    input->at += size;
    *ret = (Key){.code = KEY_IS_TEXT, .text = buffer_text(&out)};
    return TOOK_KEY;
}

static Took take_text(Input *input, int64_t now, Key *ret)
{
    const char *run = front(input);
    size_t size = 0;
    bool ascii = true;
    for (; size < pending(input) && !is_control(run[size]); size++)
        ascii = ascii && (unsigned char)run[size] < 0x80;
    if (ascii) {
        input->at++;
        return text_key(input, run, 1, ret);
    }
    size_t tail = size == pending(input) ? unfinished(run, size) : 0;
    if (tail == 0 || input_wait(input, now) == 0)
        return commit(input, size, ret);
    // What was committed together stays together, unless it is too long to keep.
    return size < INPUT_READ / 2 ? TOOK_WAIT : commit(input, size - tail, ret);
}

static Took take(Input *input, int64_t now, Key *ret)
{
    if (input->pasting)
        return take_paste(input, now, ret);
    if (*front(input) == ESC)
        return take_escape(input, now, ret);
    return is_control(*front(input)) ? take_control(input, ret) : take_text(input, now, ret);
}

bool input_next(Input *input, int64_t now, Key *ret)
{
    arena_empty(input->arena);
    while (pending(input) > 0) {
        Key key = {0};
        Took took = take(input, now, &key);
        if (took == TOOK_WAIT)
            return false;
        bool deaf = now < input->deaf_until && key.code != KEY_IS_PASTE;
        if (took == TOOK_KEY && !deaf) {
            *ret = key;
            return true;
        }
    }
    return false;
}

void input_expect_report(Input *input)
{
    input->report_expected = true;
    input->report_there = false;
}

bool input_report(Input *input, int *ret_row, int *ret_column)
{
    if (!input->report_there)
        return false;
    input->report_there = false;
    *ret_row = input->report_row;
    *ret_column = input->report_column;
    return true;
}
