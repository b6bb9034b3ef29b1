// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal's clipboard: which terminals take it, and the bytes that hand text over.
#include "clipboard.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"

/// A variable of the environment that begins so tells what its terminal does.
static const struct {
    const char *name, *begins;
    ScreenClipboard takes;
} tells[] = {
    {"TMUX", "", CLIPBOARD_PERHAPS}, // first: the others may be of the terminal outside
    {"STY", "", CLIPBOARD_FILE},     // screen cuts long sequences
    {"TERM", "screen", CLIPBOARD_PERHAPS},
    {"TERM", "linux", CLIPBOARD_FILE},
    {"TERM", "vt", CLIPBOARD_FILE},
    {"TERM", "xterm-kitty", CLIPBOARD_TAKES},
    {"TERM", "foot", CLIPBOARD_TAKES},
    {"TERM", "alacritty", CLIPBOARD_TAKES},
    {"TERM", "xterm-ghostty", CLIPBOARD_TAKES},
    {"TERM_PROGRAM", "WezTerm", CLIPBOARD_TAKES},
    {"WT_SESSION", "", CLIPBOARD_TAKES},
    {"TERM_PROGRAM", "Apple_Terminal", CLIPBOARD_FILE},
    {"VTE_VERSION", "", CLIPBOARD_FILE},
};

ScreenClipboard clipboard_expected(const char *setting)
{
    if (strcmp(setting, "terminal") == 0)
        return CLIPBOARD_TAKES;
    if (strcmp(setting, "file") == 0)
        return CLIPBOARD_FILE;
    for (size_t i = 0; i < sizeof tells / sizeof *tells; i++) {
        const char *value = getenv(tells[i].name);
        if (value && strncmp(value, tells[i].begins, strlen(tells[i].begins)) == 0)
            return tells[i].takes;
    }
    return CLIPBOARD_PERHAPS;
}

bool clipboard_in_tmux(void)
{
    return getenv("TMUX") != NULL;
}

static void add_base64(Buffer *out, const unsigned char *bytes, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < size; i += 3) {
        size_t left = size - i;
        unsigned three = (unsigned)bytes[i] << 16 | (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                         (left > 2 ? bytes[i + 2] : 0);
        char four[4] = {digits[three >> 18], digits[three >> 12 & 63],
                        left > 1 ? digits[three >> 6 & 63] : '=',
                        left > 2 ? digits[three & 63] : '='};
        buffer_add_bytes(out, four, sizeof four);
    }
}

const char *clipboard_sequence(const char *text, bool in_tmux, Arena *arena)
{
    Buffer code = {.arena = arena};
    add_base64(&code, (const unsigned char *)text, strlen(text));
    const char *digits = buffer_text(&code);
    const char *plain = arena_print(arena, "\033]52;c;%s\a", digits);
    if (!in_tmux)
        return plain;
    return arena_print(arena, "%s\033Ptmux;\033\033]52;c;%s\a\033\\", plain, digits);
}
