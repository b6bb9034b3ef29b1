// SPDX-License-Identifier: GPL-3.0-or-later
// Names of companies as they are compared: the legal form is left out.
#include "mawari/base/text.h"

#include <string.h>

#include "plain.h"

/// As text_fold() leaves them; of two that begin alike the longer stands first. The sign is what
/// letters and bank slips write for it; NULL: it is one, or has none.
static const struct {
    const char *form, *sign;
} forms[] = {
    {"株式会社", "㈱"},
    {"(株)", NULL},
    {"有限会社", "㈲"},
    {"(有)", NULL},
    {"合同会社", "(同)"},
    {"(同)", NULL},
    {"合資会社", "(資)"},
    {"(資)", NULL},
    {"合名会社", "(名)"},
    {"(名)", NULL},
    {"医療法人社団", "(医)"},
    {"医療法人財団", "(医)"},
    {"医療法人", "(医)"},
    {"(医)", NULL},
    {"社会医療法人", "(医)"},
    {"特定医療法人", "(医)"},
    {"社会福祉法人", "(福)"},
    {"(福)", NULL},
    {"学校法人", "(学)"},
    {"(学)", NULL},
    {"宗教法人", "(宗)"},
    {"(宗)", NULL},
    {"一般社団法人", "(一社)"},
    {"一般財団法人", "(一財)"},
    {"公益社団法人", "(公社)"},
    {"公益財団法人", "(公財)"},
    {"社団法人", "(社)"},
    {"財団法人", "(財)"},
    {"(社)", NULL},
    {"(財)", NULL},
    {"社団", NULL},
    {"地方独立行政法人", "(地独)"},
    {"独立行政法人", "(独)"},
    {"国立大学法人", "(大)"},
    {"農事組合法人", "(農)"},
    {"特定非営利活動法人", "(特非)"},
    {"npo法人", NULL},
    {"(特非)", NULL},
};
enum { FORMS = sizeof forms / sizeof *forms };

// English forms stand last, as words of their own.
static const char *const endings[] = {"inc",     "ltd",     "co",  "corp", "corporation",
                                      "company", "limited", "llc", "k.k",  "kk"};

/// The size of the form with which `s` begins, and which one it is.
static size_t which_form_at(const char *s, size_t *ret)
{
    for (size_t i = 0; i < FORMS; i++) {
        const char *form = forms[i].form; // two bytes tell nearly all of them
        if (s[0] == form[0] && s[1] == form[1] && strncmp(s, form, strlen(form)) == 0) {
            *ret = i;
            return strlen(form);
        }
    }
    return 0;
}

static size_t form_at(const char *s)
{
    size_t which;
    return which_form_at(s, &which);
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

/// What stands behind the forms and blanks with which `s` begins.
static const char *behind_forms(const char *s)
{
    static const char wide_blank[] = "\xe3\x80\x80";
    for (;;) {
        size_t size = strncmp(s, wide_blank, 3) == 0 ? 3 : *s == ' ' ? 1 : form_at(s);
        if (size == 0)
            return s;
        s += size;
    }
}

/// 医療法人社団　朋仁会: (医)朋仁会
static char *sign_before(const char *s, Arena *arena)
{
    size_t which;
    if (which_form_at(s, &which) == 0 || !forms[which].sign)
        return NULL;
    const char *rest = behind_forms(s);
    return *rest ? arena_print(arena, "%s%s", forms[which].sign, rest) : NULL;
}

/// みなと物産株式会社: みなと物産㈱
static char *sign_behind(const char *s, Arena *arena)
{
    size_t size = strlen(s);
    for (size_t i = 0; i < FORMS; i++) {
        size_t length = strlen(forms[i].form);
        if (forms[i].sign && size > length && strcmp(s + size - length, forms[i].form) == 0)
            return arena_print(arena, "%.*s%s", (int)(size - length), s, forms[i].sign);
    }
    return NULL;
}

const char *text_company_fit(const char *s, int columns, Arena *arena)
{
    if (strlen(s) <= (size_t)columns || text_width(s) <= columns)
        return s;
    const char *shorter = sign_before(s, arena);
    if (!shorter)
        shorter = sign_behind(s, arena);
    return shorter ? shorter : s;
}

const char *text_company_branch(const char *s, const char *company)
{
    size_t size = strlen(company);
    if (size == 0 || strncmp(s, company, size) != 0)
        return s;
    const char *rest = behind_forms(s + size);
    // 札幌市 is not what 札幌市立病院 is a branch of; where a body begins, its name is whole.
    bool apart = rest > s + size || form_at(company) > 0;
    return apart && *rest ? rest : s;
}
