// SPDX-License-Identifier: GPL-3.0-or-later
// Civil days and minutes: arithmetic, how they are typed, how they are shown.
#ifndef MAWARI_BASE_DAY_H
#define MAWARI_BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "mawari/base/arena.h"

typedef int32_t Day;    // days since 1970-01-01 in the rep's own calendar
typedef int32_t Minute; // minutes since midnight, or a length in minutes
typedef int32_t Yen;
typedef int64_t Moment; // seconds since 1970-01-01T00:00Z

#define NONE      INT32_MIN // unknown, of days, minutes, wholes, yen and words
#define NO_MOMENT INT64_MIN // unknown, of moments
enum { DAY_MINUTES = 1440 };

typedef enum Weekday { MON, TUE, WED, THU, FRI, SAT, SUN } Weekday;

/// `month` 1–12, `day` 1–31; false and untouched when there is no such day (years 1–9999).
bool day_from(int year, int month, int day, Day *ret);
void day_to(Day day, int *ret_year, int *ret_month, int *ret_day);
Weekday day_weekday(Day day);
Day day_month_first(Day day);
Day day_month_last(Day day);
/// The same day of the month `months` later, or that month's last day.
Day day_add_months(Day day, int months);

/// How a field looks at a date without a year: due days look forward, log fields and filters back.
/// What ends or happens ahead is at times written down when it just has: of the last two months the
/// nearer day counts. What began is at times known before: of the next two months.
typedef enum DayLook { LOOK_FORWARD, LOOK_BACK, LOOK_OR_JUST_PAST, LOOK_BACK_OR_SOON } DayLook;

/// Reads a whole date field: every form of INTERACTION §3 `day` in either width and language, a
/// bare number as a day of the month, `-60d`, ISO, 2026/11/24, 11/24, 20261124, and Japanese eras
/// (S22.4.1, 平16.7.22, 昭和59年4月21日, 平元.7.12, R6.4.1; blanks and line breaks inside are
/// allowed). Also what day_text() writes, 昨日 and 先週金. Looking back, today counts as past.
/// Working days are Monday to Friday. False when it is none of them or there is no such day.
bool day_parse(const char *text, Day today, DayLook look, Day *ret);

/// For `text` that is a day or a month in an era that had none such (S99.1.1, 平35.3.31): which days
/// it had, to be said in "right is …". Else NULL.
char *era_missed(const char *text, Arena *arena);

/// Reads a day at the beginning of a word of the capture line, where a bare number is no day.
/// The whole word must be a day.
bool day_parse_word(const char *word, Day today, Day *ret);

/// A month as lists write it: 2026-10, 2026/10, 202610, 2026年10月, R8.10, 令和8年10月, Oct 2026, either
/// width; without its year (10月, Oct) the next or the last such month as `look` says, today's counts
/// as both. Its first day; false and untouched when it is none.
bool month_parse(const char *text, Day today, DayLook look, Day *ret);

/// A time of day: 930, 9:30, 9時半, 9時, 14時20分, 9 (hour), either width. 0–1439.
bool minute_parse(const char *text, Minute *ret);
/// A length: 45, 45m, 45分, 1h30, 1:30, 2h, 2時間41分, 1時間半.
bool minutes_parse(const char *text, Minute *ret);

/// "Fri 27" within the fortnight ahead (and today), with its month where that is another ("Tue 1
/// Dec"); "4 Dec" beyond it and in the past, the year added when it is another ("4 Dec 2025"); in
/// Japanese "27(金)", "12/1(火)", "12/4", "2025/12/4". NONE gives "".
char *day_text(Day day, Day today, Arena *arena);
/// "Tue 8 Dec", "12/8(火)": a day proposed or read back.
char *day_text_full(Day day, Day today, Arena *arena);
char *day_iso(Day day, Arena *arena);    // 2026-11-24; NONE gives NULL
char *month_text(Day day, Arena *arena); // 2026-11: of which only the month is known
/// 09:30; one before midnight is of the evening before, 23:56; NONE gives "".
char *minute_text(Minute minute, Arena *arena);
/// A length in a column: 18m, 2h41 (18分, 2時間41分).
char *minutes_text(Minute minutes, Arena *arena);
/// A length in a sentence: "18 min", "2 h 41 min" (18分, 2時間41分).
char *minutes_words(Minute minutes, Arena *arena);
const char *weekday_text(Weekday weekday); // translated, short: "Mon", "月"

#endif
