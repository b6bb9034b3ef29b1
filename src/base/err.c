// SPDX-License-Identifier: GPL-3.0-or-later
// Failures as one sentence.
#include "mawari/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/// Takes away the character that the end of the array cut in half.
static void drop_half_character(char *text, size_t size)
{
    size_t start = size;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start == 0)
        return;
    unsigned char lead = (unsigned char)text[start - 1];
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size - (start - 1) < wanted)
        text[start - 1] = '\0';
}

/// Keeps "before" + "after", as much of it as fits.
static void keep(Err *err, const char *before, const char *after)
{
    char whole[sizeof err->text];
    int length = snprintf(whole, sizeof whole, "%s%s", before, after);
    if (length >= (int)sizeof whole)
        drop_half_character(whole, sizeof whole - 1);
    memcpy(err->text, whole, strlen(whole) + 1);
}

bool err_set(Err *err, ErrKind kind, const char *format, ...)
{
    if (!err)
        return false;
    char text[sizeof err->text + 4]; // more than is kept, so that keep() sees the cut
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    err->kind = kind;
    keep(err, "", text);
    return false;
}

bool err_while(Err *err, const char *format, ...)
{
    if (!err)
        return false;
    char doing[sizeof err->text + 4];
    va_list args;
    va_start(args, format);
    vsnprintf(doing, sizeof doing - 2, format, args);
    va_end(args);
    keep(err, strcat(doing, ": "), err->text);
    return false;
}
