// SPDX-License-Identifier: GPL-3.0-or-later
// The table of eras. On the day of a change both are right, but for 1989 and 2019, when the new one
// began at midnight.
#include "era.h"

#include "mawari/base/day.h"
#include "mawari/base/lang.h"

enum { LONGEST = 99, MONTHS = 100, YEARS = 10000 }; // 19261225 is 25 December 1926

struct Era {
    const char *names[3];
    int before;      // the year before its first
    int first, last; // days
};

static const Era eras[] = {
    {{"令和", "令", "r"}, 2018, 20190501, 99991231},
    {{"平成", "平", "h"}, 1988, 19890108, 20190430},
    {{"昭和", "昭", "s"}, 1925, 19261225, 19890107},
    {{"大正", "大", "t"}, 1911, 19120730, 19261225},
    {{"明治", "明", "m"}, 1867, 18680125, 19120730},
};
enum { ERAS = sizeof eras / sizeof *eras, NAMES = 3 };

bool scan_era_year(Scan *scan, const Era **ret, int *ret_year)
{
    Scan at = *scan;
    size_t era = 0, name;
    while (era < ERAS && !scan_any(&at, eras[era].names, NAMES, &name))
        era++;
    if (era == ERAS)
        return false;
    (void)scan_any(&at, eras[era].names, NAMES, &name);

    int year = 1;
    if ((!scan_word(&at, "元") && !scan_number(&at, &year, NULL)) || year < 1 || year > LONGEST)
        return false;
    *ret = &eras[era];
    *ret_year = eras[era].before + year;
    *scan = at;
    return true;
}

bool era_had(const Era *era, int year, int month, int day)
{
    int at = year * YEARS + month * MONTHS + day;
    return day > 0 ? era->first <= at && at <= era->last
                   : era->first / MONTHS <= at / MONTHS && at / MONTHS <= era->last / MONTHS;
}

static const char *iso(int packed, Arena *arena)
{
    return arena_print(arena, "%04d-%02d-%02d", packed / YEARS, packed / MONTHS % MONTHS,
                       packed % MONTHS);
}

char *era_missed(const char *text, Arena *arena)
{
    char plain[FIELD_BYTES];
    const Era *era;
    int year, month, day = 0;
    if (!field_plain(text, plain))
        return NULL;
    Scan scan = {plain};
    if (!scan_era_year(&scan, &era, &year) || !scan_separator(&scan, "年") ||
        !scan_number(&scan, &month, NULL) || month > MONTHS)
        return NULL;
    if (scan_separator(&scan, "月") && scan_number(&scan, &day, NULL) && day > MONTHS)
        return NULL;
    if (era_had(era, year, month, day))
        return NULL;
    if (era == eras) // nobody knows its last day
        return arena_print(arena, _("a day of %s, from %s on"), era->names[0],
                           iso(era->first, arena));
    return arena_print(arena, _("a day of %s, %s to %s"), era->names[0], iso(era->first, arena),
                       iso(era->last, arena));
}
