// SPDX-License-Identifier: GPL-3.0-or-later
// Names of companies as they are compared: the legal form is left out.
#include "mawari/base/text.h"

#include <string.h>

#include "plain.h"

// As text_fold() leaves them; of two that begin alike the longer stands first.
static const char *const forms[] = {
    "株式会社",     "(株)",         "有限会社",     "(有)",
    "合同会社",     "(同)",         "合資会社",     "(資)",
    "合名会社",     "(名)",         "医療法人社団", "医療法人財団",
    "医療法人",     "(医)",         "社会医療法人", "特定医療法人",
    "社会福祉法人", "(福)",         "学校法人",     "(学)",
    "宗教法人",     "(宗)",         "一般社団法人", "一般財団法人",
    "公益社団法人", "公益財団法人", "社団法人",     "財団法人",
    "(社)",         "(財)",         "社団",         "地方独立行政法人",
    "独立行政法人", "国立大学法人", "農事組合法人", "特定非営利活動法人",
    "npo法人",      "(特非)",
};

// English forms stand last, as words of their own.
static const char *const endings[] = {"inc",     "ltd",     "co",  "corp", "corporation",
                                      "company", "limited", "llc", "k.k",  "kk"};

static size_t form_at(const char *s)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *form = forms[i]; // two bytes tell nearly all of them
        if (s[0] == form[0] && s[1] == form[1] && strncmp(s, form, strlen(form)) == 0)
            return strlen(form);
    }
    return 0;
}

static size_t without_signs(const char *s, size_t size)
{
    while (size > 0 && strchr(" .,", s[size - 1]))
        size--;
    return size;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The size of `s` without one English form at its end; the same size where there is none.
static size_t without_ending(const char *s, size_t size)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);
        if (size > length && memcmp(s + size - length, endings[i], length) == 0 &&
            !is_letter(s[size - length - 1]))
            return without_signs(s, size - length);
    }
    return size;
}

static bool begins_character(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/// Joins what is left: without legal forms, if `forms_too`, without blanks and middle dots.
static char *joined(const char *s, size_t size, bool forms_too, Arena *arena)
{
    static const char dot[] = "・";
    char *out = arena_take(arena, size + 1), *end = out;
    for (size_t at = 0; at < size;) {
        size_t skipped = s[at] == ' '                                              ? 1
                         : s[at] == *dot && strncmp(s + at, dot, strlen(dot)) == 0 ? strlen(dot)
                                                                                   : 0;
        if (skipped == 0 && forms_too && begins_character(s[at]))
            skipped = form_at(s + at);
        if (skipped == 0)
            *end++ = s[at];
        at += skipped ? skipped : 1;
    }
    return out;
}

char *text_company(const char *s, Arena *arena)
{
    char *folded = text_fold(s, arena);
    size_t size = without_signs(folded, strlen(folded)), longer;
    do {
        longer = size;
        size = without_ending(folded, size);
    } while (size < longer);
    folded[size] = '\0';
    char *name = joined(folded, size, true, arena);
    return *name ? name : joined(folded, size, false, arena);
}
