// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of weekdays: "月火", "mon-fri", "日曜・祝日", 平日, 無休.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "value_type.h"

enum { WORKING_DAYS = 0x1F };

typedef struct Piece {
    const char *text; // folded
    int32_t bits;     // 0: it only joins
} Piece;

/// The longest forms first: 月曜日 before 月.
static const Piece pieces[] = {
    {"monday", 1 << MON},
    {"tuesday", 1 << TUE},
    {"wednesday", 1 << WED},
    {"thursday", 1 << THU},
    {"friday", 1 << FRI},
    {"saturday", 1 << SAT},
    {"sunday", 1 << SUN},
    {"holidays", WEEKDAYS_HOLIDAYS},
    {"holiday", WEEKDAYS_HOLIDAYS},
    {"weekdays", WORKING_DAYS},
    {"weekend", 1 << SAT | 1 << SUN},
    {"daily", WEEKDAYS_ALL},
    {"mon", 1 << MON},
    {"tue", 1 << TUE},
    {"wed", 1 << WED},
    {"thu", 1 << THU},
    {"fri", 1 << FRI},
    {"sat", 1 << SAT},
    {"sun", 1 << SUN},
    {"hol", WEEKDAYS_HOLIDAYS},
    {"国民の祝日", WEEKDAYS_HOLIDAYS},
    {"祝祭日", WEEKDAYS_HOLIDAYS},
    {"祝日", WEEKDAYS_HOLIDAYS},
    {"祭日", WEEKDAYS_HOLIDAYS},
    {"祝", WEEKDAYS_HOLIDAYS},
    {"定休日", 0},
    {"定休", 0},
    {"休診日", 0},
    {"休診", 0},
    {"休業日", 0},
    {"休業", 0},
    {"休館日", 0},
    {"休み", 0},
    {"休", 0},
    {"平日", WORKING_DAYS},
    {"毎日", WEEKDAYS_ALL},
    {"毎週", 0},
    {"月", 1 << MON},
    {"火", 1 << TUE},
    {"水", 1 << WED},
    {"木", 1 << THU},
    {"金", 1 << FRI},
    {"土", 1 << SAT},
    {"日", 1 << SUN},
    {"および", 0},
    {"及び", 0},
    {"と", 0},
    {"and", 0},
    {"の", 0},
    {"、", 0},
    {"。", 0},
    {"・", 0},
    {",", 0},
    {".", 0},
    {"/", 0},
    {";", 0},
    {"&", 0},
    {"+", 0},
    {":", 0},
    {"(", 0},
    {")", 0},
    {" ", 0},
};

static const char *const until_signs[] = {"から", "to", "-", "~", "ー"};

static const Piece *scan_piece(const char **at)
{
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t size = strlen(pieces[i].text);
        if (strncmp(*at, pieces[i].text, size) != 0)
            continue;
        *at += size;
        if (strncmp(*at, "曜", strlen("曜")) == 0) // 月曜, 月曜日
            *at += strlen("曜") + (strncmp(*at + strlen("曜"), "日", 3) == 0 ? strlen("日") : 0);
        return &pieces[i];
    }
    return NULL;
}

static bool scan_until(const char **at)
{
    for (size_t i = 0; i < sizeof until_signs / sizeof *until_signs; i++)
        if (strncmp(*at, until_signs[i], strlen(until_signs[i])) == 0) {
            *at += strlen(until_signs[i]);
            return true;
        }
    return false;
}

static int weekday_of(int32_t bits)
{
    for (int i = MON; i <= SUN; i++)
        if (bits == 1 << i)
            return i;
    return -1;
}

/// All days from `from` on to `to`, over the week's end if need be.
static int32_t days_between(int from, int to)
{
    int32_t bits = 1 << to;
    for (int day = from; day != to; day = (day + 1) % 7)
        bits |= 1 << day;
    return bits;
}

static bool parse_weekdays(const char *at, int32_t *ret)
{
    int32_t bits = 0;
    int last = -1; // the day before, for "mon-fri"
    bool until = false;
    while (*at != '\0') {
        if (last >= 0 && !until && scan_until(&at)) {
            until = true;
            continue;
        }
        const Piece *piece = scan_piece(&at);
        if (piece == NULL)
            return false;
        if (piece->bits == 0)
            continue;
        int day = weekday_of(piece->bits);
        if (until && day < 0)
            return false;
        bits |= until ? days_between(last, day) : piece->bits;
        until = false;
        last = day;
    }
    *ret = bits;
    return bits != 0 && !until;
}

bool read_weekdays(const Reading *reading, Value *ret)
{
    int32_t bits = 0;
    const char *folded = text_fold(reading->typed, reading->arena);
    if (!forms_hold("never|無休|年中無休", folded, reading->arena) &&
        !parse_weekdays(folded, &bits))
        return reading_refused(reading, _("weekdays like Mon, Tue or 月火"));
    *ret = value_whole(bits);
    return true;
}

/// The names of the days that are set, `between` two of them.
static char *join_days(const Showing *showing, const char *const *names, const char *between)
{
    Buffer out = {.arena = showing->arena};
    for (int i = MON; i <= SUN + 1; i++)
        if (showing->value.whole & 1 << i)
            buffer_print(&out, "%s%s", out.size == 0 ? "" : between, names[i]);
    return arena_copy(showing->arena, buffer_text(&out));
}

char *show_weekdays(const Showing *showing)
{
    const char *names[] = {
        [MON] = weekday_text(MON), [TUE] = weekday_text(TUE), [WED] = weekday_text(WED),
        [THU] = weekday_text(THU), [FRI] = weekday_text(FRI), [SAT] = weekday_text(SAT),
        [SUN] = weekday_text(SUN), [SUN + 1] = _("hol")};
    if (showing->value.whole == 0)
        return arena_copy(showing->arena, _("on no day"));
    bool japanese = strcmp(lang_now(), "ja") == 0;
    return join_days(showing, names, japanese ? "" : " ");
}

char *plain_weekdays(const Showing *showing)
{
    static const char *const codes[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "hol"};
    if (showing->value.whole == 0)
        return arena_copy(showing->arena, "never");
    return join_days(showing, codes, ",");
}
