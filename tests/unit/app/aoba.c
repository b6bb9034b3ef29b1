// SPDX-License-Identifier: GPL-3.0-or-later
// A small store for lines, its records as text, and lines made of dice.
#include "aoba.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/buffer.h"
#include "mawari/store/list.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

int open_aoba(void **state)
{
    static const char *const records[] = {
        "client name=青葉商店",
        "site name=本店 client=青葉商店",
        "contact name=\"中村 恵\" reading=\"なかむら めぐみ\"",
        "contact name=\"山本 太\" reading=\"やまもと ふとし\"",
        "post contact=\"中村 恵\" party=青葉商店 site=本店 title=仕入課長",
        "post contact=\"山本 太\" party=青葉商店 site=本店 department=倉庫",
        "client name=北総合病院",
        "contact name=\"山田 一\" reading=\"やまだ はじめ\"",
        "contact name=\"山田 二\" reading=\"やまだ じろう\"",
        "post contact=\"山田 一\" party=北総合病院 department=購買",
        "post contact=\"山田 二\" party=北総合病院 department=設計",
        "commitment direction=theirs what=10月実績 client=青葉商店 contact=\"中村 恵\" due=11/25",
        "commitment what=鍵 client=青葉商店 contact=\"山本 太\"",
        "commitment what=見積 client=北総合病院",
    };
    if (open_app(state) != 0)
        return -1;
    for (size_t i = 0; i < COUNT(records); i++)
        add(*state, records[i]);
    does(*state, "visit", "青葉商店 today");
    return 0;
}

const char *rows(App *app, const Entity *kind, const char *columns)
{
    Buffer out = {.arena = app->kept};
    Table table;
    Err err = {0};
    ListQuery query = {.kind = kind, .today = app->today};
    if (!list_read(app->store, &query, LIST_FIRST, 0, 100, app->kept, &table, &err))
        fail_msg("%s", err.text);
    Id ids[100];
    for (size_t i = 0; i < table.rows; i++) { // in the order of making
        size_t at = i;
        for (; at > 0 && ids[at - 1] > table.ids[i]; at--)
            ids[at] = ids[at - 1];
        ids[at] = table.ids[i];
    }
    for (size_t i = 0; i < table.rows; i++) {
        char *rest = NULL, *names = arena_copy(app->kept, columns);
        for (char *name = strtok_r(names, " ", &rest); name; name = strtok_r(NULL, " ", &rest))
            buffer_print(&out, "%s%s", name == names ? "" : ",", field(app, kind, ids[i], name));
        buffer_add(&out, "\n");
    }
    return buffer_text(&out);
}

static uint32_t chance(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

const char *any_line(uint32_t *seed, Arena *arena)
{
    static const char *const tokens[] = {
        "+見積", "＋図面", "-資料", "ー10月実績", "金", "来週火", "10:20", ";", "。", "「", "」",
        "\"", "@中村", "@+高田部長", "＠山田", "/購買", "*鍵", "＊納品", "$豆腐", "!扉", "!T9",
        "vs", "B社", "¥-5%", "#A", "○", "駐600", ">金", ">なし", "++5", "済", "次回", "雪", "　",
        "11/20",
        // and as the input method leaves them
        "－資料", "ｖｓ　Ｂ社", "￥－５％", "＼３万", "＃Ａ", "〇", "＄豆腐", "！扉", "！Ｔ９",
        "＞金", "１０：２０", "；", "＋電話　＋３ｄ", "駐６００", "toll1200", "他社：Ｂ社",
        "指値 5万", "商品：Ａ", "<見本", "＜カタログ", "貸出 鍵", "<至急>"};
    Buffer line = {.arena = arena};
    for (uint32_t left = 1 + chance(seed) % 9; left > 0; left--) {
        buffer_add(&line, tokens[chance(seed) % COUNT(tokens)]);
        buffer_add(&line, chance(seed) % 4 ? " " : "");
    }
    return buffer_text(&line);
}
