// SPDX-License-Identifier: GPL-3.0-or-later
// The readings of the commands' Japanese titles: kanji do not tell them.
#include "palette_readings.h"

#include <stddef.h>
#include <string.h>

static const struct {
    const char *name, *reading;
} readings[] = {
    {"new", "しんき"},
    {"set", "こうもくをへんこう"},
    {"archive", "ほかん"},
    {"unarchive", "ほかんからもどす"},
    {"tick", "すみにする"},
    {"ball", "ぼーる"},
    {"wait", "まち"},
    {"told", "せんぽうれんらくずみ"},
    {"inside", "しゃない"},
    {"stage", "だんかい"},
    {"hours", "さぎょうじかん"},
    {"link", "つなぐ"},
    {"move", "いどう"},
    {"place-up", "まえにする"},
    {"place-down", "あとにする"},
    {"appointment", "あぽ"},
    {"outcome", "ほうもんご"},
    {"arrive", "とうちゃく"},
    {"visit", "ほうもんをよてい"},
    {"note", "いちぎょうついか"},
    {"tag", "たぐ"},
    {"untag", "たぐをはずす"},
    {"leg", "いどうじかん"},
    {"lunch", "ちゅうしょく"},
    {"weather", "てんき"},
    {"late", "ちこく"},
    {"gap", "あきじかん"},
    {"book", "あきにいれる"},
    {"phoned", "おりかえし"},
    {"phone", "でんわがなる"},
    {"merge", "まとめる"},
    {"duplicates", "ちょうふく"},
    {"setting", "せってい"},
    {"import", "とりこみ"},
    {"export calendar", "かれんだーへ"},
    {"report", "にっぽう"},
    {"backup", "ばっくあっぷ"},
    {"restore", "ふくげん"},
    {"check", "けんさ"},
    {"open", "ひらく"},
    {"back", "もどる"},
    {"close", "とじる"},
    {"down", "したへ"},
    {"up", "うえへ"},
    {"page-down", "つぎのぺーじ"},
    {"page-up", "まえのぺーじ"},
    {"first", "せんとう"},
    {"last", "まつび"},
    {"section", "つぎのせつ"},
    {"section-back", "まえのせつ"},
    {"mark", "しるし"},
    {"mark-all", "すべてしるし"},
    {"next", "つぎのきろく"},
    {"previous", "まえのきろく"},
    {"new-here", "しんき"},
    {"edit", "へんしゅう"},
    {"find", "けんさく"},
    {"palette", "ぜんめいれい"},
    {"filter", "しぼりこみ"},
    {"views", "ひょうじ"},
    {"more", "ほか"},
    {"help", "へるぷ"},
    {"day-before", "まえのひしゅう"},
    {"day-after", "つぎのひしゅう"},
    {"fold", "たたむ"},
    {"unfold", "ひろげる"},
    {"side", "よこにならべる"},
    {"drop-draft", "したがきをすてる"},
    {"take-back", "とりけし"},
    {"do-again", "やりなおし"},
    {"panes", "ぜんいちらん"},
    {"private", "めかくし"},
    {"redraw", "さいびょうが"},
    {"suspend", "ちゅうだん"},
    {"quit", "しゅうりょう"},
    {"tab-today", "きょう"},
    {"tab-clients", "とくいさき"},
    {"tab-commitments", "やくそく"},
    {"tab-tickets", "とらぶる"},
    {"tab-week", "しゅう"},
};

const char *palette_reading(const char *name)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
        if (strcmp(readings[i].name, name) == 0)
            return readings[i].reading;
    return NULL;
}
