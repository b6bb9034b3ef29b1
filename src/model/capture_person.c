// SPDX-License-Identifier: GPL-3.0-or-later
// How people are named in a line: さん and titles off, a title or a hint narrows.
#include <string.h>

#include "capture_inside.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

// The longer ones first, for 副社長 ends in 社長.
static const char *const courtesies[] = {"さん", "さま", "ちゃん", "先生", "くん",
                                         "様",   "氏",   "殿",     "-san"};
static const char *const titles[] = {
    "代表取締役", "執行役員", "副社長",       "副部長",   "副店長", "副院長", "副所長",
    "支店長",     "営業所長", "営業部長",     "営業課長", "工場長", "理事長", "事務長",
    "看護師長",   "取締役",   "マネージャー", "リーダー", "社長",   "会長",   "専務",
    "常務",       "部長",     "次長",         "課長",     "係長",   "主任",   "店長",
    "所長",       "室長",     "院長",         "局長",     "店主",   "班長",   "主事",
    "主査",       "参事",     "職長",         "師長",     "婦長",   "理事",   "顧問",
};

/// The one of `ends` that `name` ends in, cut off; NULL: none.
static const char *cut_end(char *name, const char *const *ends, size_t count)
{
    size_t size = strlen(name);
    for (size_t i = 0; i < count; i++) {
        size_t tail = strlen(ends[i]);
        if (size >= tail && strcmp(name + size - tail, ends[i]) == 0) {
            name[size - tail] = '\0';
            return ends[i];
        }
    }
    return NULL;
}

void capture_person(const CaptureLine *line, size_t at, CapturePart *part)
{
    size_t end = capture_word_end(line, at), stroke = at;
    part->is_new = line->letters[at].code == '+' && at + 1 < end;
    if (part->is_new)
        stroke = ++at;
    while (stroke < end && line->letters[stroke].code != '/')
        stroke = line->letters[stroke].past ? line->letters[stroke].past : stroke + 1;
    char *name = capture_words(line, at, stroke, true);
    if (stroke + 1 < end)
        part->hint = capture_words(line, stroke + 1, end, true);
    // 先生 alone, like 山 alone, is how somebody is called here.
    if (!line->letters[at].past) {
        char *called = arena_copy(line->arena, name);
        (void)cut_end(name, courtesies, COUNT(courtesies));
        if (!*name)
            name = called;
        part->title = cut_end(name, titles, COUNT(titles));
    }
    if (!*name && !part->hint && !part->title)
        name = capture_words(line, at, end, true); // "@/": nobody is called so
    part->text = *name ? name : NULL;
}
