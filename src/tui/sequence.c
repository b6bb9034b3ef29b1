// SPDX-License-Identifier: GPL-3.0-or-later
// Escape sequences as terminals send them (ECMA-48, xterm's ctlseqs, the Linux console, rxvt).
#include "sequence.h"

#include <string.h>

enum { BEL = 0x07, ESC = 0x1b, STRING_MAX = 2048, NUMBER_MAX = 9999, PARAMETERS = 3 };

size_t unfinished(const char *s, size_t size)
{
    for (size_t back = 1; back <= 3 && back <= size; back++) {
        unsigned char byte = (unsigned char)s[size - back];
        if ((byte & 0xC0) == 0x80)
            continue;
        size_t wanted = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
        return byte <= 0xF4 && back < wanted ? back : 0;
    }
    return 0;
}

/// The whole size when `wanted` bytes are there, 0 while they are not.
static size_t when_there(size_t wanted, size_t size)
{
    return wanted <= size ? wanted : 0;
}

static size_t control_size(const char *s, size_t size)
{
    if (size > 2 && s[2] == '[') // F1–F5 of the Linux console
        return when_there(4, size);
    if (size > 2 && s[2] == 'M') // a mouse report of the oldest form
        return when_there(6, size);
    for (size_t at = 2; at < size; at++) {
        if (s[at] >= '@' && s[at] <= '~')
            return at + 1;
        if (s[at] < ' ' || s[at] > '~')
            return at;
    }
    return size < STRING_MAX ? 0 : size;
}

/// ESC O, perhaps a digit for the modifiers, a letter.
static size_t shifted_size(const char *s, size_t size)
{
    size_t at = 2;
    while (at < size && s[at] >= '0' && s[at] <= '9')
        at++;
    if (at == size)
        return 0;
    return s[at] >= '@' && s[at] <= '~' ? at + 1 : at;
}

/// A string of OSC, DCS, SOS, PM or APC: up to BEL or ESC \, or whatever breaks it.
static size_t string_size(const char *s, size_t size)
{
    for (size_t at = 2; at < size; at++) {
        if (s[at] == BEL)
            return at + 1;
        if (s[at] == ESC)
            return at + 1 == size ? 0 : s[at + 1] == '\\' ? at + 2 : at;
        if ((unsigned char)s[at] < ' ')
            return at;
    }
    return size < STRING_MAX ? 0 : size;
}

size_t sequence_size(const char *s, size_t size)
{
    if (size < 2)
        return 0;
    switch (s[1]) {
    case '[':
        return control_size(s, size);
    case 'O':
        return shifted_size(s, size);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        return string_size(s, size);
    default:
        return 1;
    }
}

typedef struct Parameters {
    int numbers[PARAMETERS]; // 0 where there is none
    size_t count;
    bool private; // begins with one of < = > ?
    bool strange; // holds something else than digits and semicolons
} Parameters;

static Parameters read_parameters(const char *s, size_t size)
{
    Parameters found = {.count = size > 0};
    for (size_t at = 0; at < size; at++) {
        if (at == 0 && strchr("<=>?", s[at])) {
            found.private = true;
        } else if (s[at] == ';') {
            found.count++;
        } else if (s[at] < '0' || s[at] > '9') {
            found.strange = true;
        } else if (found.count <= PARAMETERS && found.numbers[found.count - 1] < NUMBER_MAX) {
            int *number = &found.numbers[found.count - 1];
            *number = *number * 10 + (s[at] - '0');
        }
    }
    return found;
}

static Sequence key(KeyCode code)
{
    return (Sequence){.is = SEQUENCE_KEY, .code = code};
}

/// The letter that ends ESC [ … or ESC O …; rxvt writes modified arrows in small letters.
static Sequence key_by_letter(char letter)
{
    static const struct {
        char letter;
        KeyCode code;
    } keys[] = {
        {'A', KEY_IS_UP},   {'B', KEY_IS_DOWN},     {'C', KEY_IS_RIGHT}, {'D', KEY_IS_LEFT},
        {'a', KEY_IS_UP},   {'b', KEY_IS_DOWN},     {'c', KEY_IS_RIGHT}, {'d', KEY_IS_LEFT},
        {'H', KEY_IS_HOME}, {'Z', KEY_IS_BACK_TAB}, {'F', KEY_IS_END},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].letter == letter)
            return key(keys[i].code);
    return (Sequence){0};
}

/// ESC [ number ~, with the numbers of VT220, the Linux console and rxvt.
static Sequence key_by_number(const Parameters *parameters)
{
    static const KeyCode keys[] = {
        [1] = KEY_IS_HOME,      [3] = KEY_IS_DELETE, [4] = KEY_IS_END, [5] = KEY_IS_PAGE_UP,
        [6] = KEY_IS_PAGE_DOWN, [7] = KEY_IS_HOME,   [8] = KEY_IS_END,
    };
    int number = parameters->numbers[0];
    if (number == 200)
        return (Sequence){.is = SEQUENCE_PASTE};
    if (number < 0 || number >= (int)(sizeof keys / sizeof *keys) || keys[number] == 0)
        return (Sequence){0};
    if (keys[number] == KEY_IS_DELETE && parameters->count > 1) // the plain key would do harm
        return (Sequence){0};
    return key(keys[number]);
}

/// ESC [ < button ; column ; row and M for pressed, m for let go (xterm's mode 1006).
static Sequence mouse(const Parameters *parameters, bool pressed)
{
    enum { SHIFT_META_CTRL = 4 | 8 | 16, LEFT = 0, WHEEL_UP = 64, WHEEL_DOWN = 65 };
    const int *numbers = parameters->numbers;
    if (!pressed || parameters->count != 3 || numbers[1] < 1 || numbers[2] < 1)
        return (Sequence){0};
    Sequence found = {.is = SEQUENCE_KEY, .row = numbers[2] - 1, .column = numbers[1] - 1};
    switch (numbers[0] & ~SHIFT_META_CTRL) {
    case LEFT:
        found.code = KEY_IS_CLICK;
        return found;
    case WHEEL_UP:
        found.code = KEY_IS_WHEEL_UP;
        return found;
    case WHEEL_DOWN:
        found.code = KEY_IS_WHEEL_DOWN;
        return found;
    default:
        return (Sequence){0};
    }
}

static Sequence read_control(const char *s, size_t size)
{
    char last = s[size - 1];
    Parameters parameters = read_parameters(s + 2, size - 3);
    if (size > 3 && s[2] == '<' && !parameters.strange && (last == 'M' || last == 'm'))
        return mouse(&parameters, last == 'M');
    if (parameters.private || parameters.strange)
        return (Sequence){0};
    if (last == '~')
        return key_by_number(&parameters);
    if (last == 'R' && parameters.count == 2)
        return (Sequence){.is = SEQUENCE_REPORT,
                          .row = parameters.numbers[0] - 1,
                          .column = parameters.numbers[1] - 1};
    return key_by_letter(last);
}

Sequence sequence_read(const char *s, size_t size)
{
    if (size < 3 || (s[1] == '[' && s[2] == '['))
        return (Sequence){0};
    if (s[1] == '[')
        return read_control(s, size);
    if (s[1] == 'O')
        return s[size - 1] == 'M' ? key(KEY_IS_ENTER) : key_by_letter(s[size - 1]);
    return (Sequence){0};
}
