// SPDX-License-Identifier: GPL-3.0-or-later
// What text may be kept in the store.
#include "mawari/base/text.h"

#include <string.h>
#include <utf8proc.h>

#include "hidden.h"
#include "mawari/base/lang.h"

enum { MARKS_KEPT = 32 };

static bool is_mark(uint32_t code)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

static const char *fault_of_code(uint32_t code, bool lines, int marks)
{
    if (code == '\n' && !lines)
        return N_("a line break is in it");
    if (is_control(code) && !(lines && (code == '\n' || code == '\t')))
        return N_("a control character is in it");
    return marks > MARKS_KEPT ? N_("too many marks stand on one letter") : NULL;
}

const char *text_fault(const char *s, bool lines)
{
    size_t left = strlen(s);
    const char *fault = text_valid(s, left) ? NULL : N_("this is not UTF-8");
    for (int marks = 0; left > 0 && !fault;) {
        uint32_t code;
        size_t used = text_next(s, left, &code);
        marks = code >= 0x300 && is_mark(code) ? marks + 1 : 0;
        fault = fault_of_code(code, lines, marks);
        s += used;
        left -= used;
    }
    return fault;
}
