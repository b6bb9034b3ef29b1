// SPDX-License-Identifier: GPL-3.0-or-later
// Days, hours and lengths among the words of a command.
#include <string.h>

#include "args_inside.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/base/when.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

const char *args_word(Reading *reading)
{
    return reading->said[reading->at++].word;
}

enum { JUST_BEEN = 65 }; // days

/// Was it the day of `past`, with no year to tell them apart?
static bool is_same_date(Day past, Day day)
{
    int year, month, of_month, past_year, past_month, past_of_month;
    day_to(day, &year, &month, &of_month);
    day_to(past, &past_year, &past_month, &past_of_month);
    return past_year != year && past_month == month && past_of_month == of_month;
}

/// A date that has just been would be the one of next year: who means that writes the year.
static bool is_sure(const Reading *reading, const char *said, Err *err)
{
    Day past, before = reading->app->today - JUST_BEEN;
    Minute minute;
    if (!day_parse(said, before, LOOK_FORWARD, &past) &&
        !day_hour_parse(said, before, &past, &minute))
        return true;
    return past >= reading->app->today || !is_same_date(past, reading->args.day) ||
           err_set(err, ERR_USAGE, _("“%s” has just been: write the year, %s or %s"), said,
                   day_iso(past, reading->arena), day_iso(reading->args.day, reading->arena));
}

/// Days of two words ("next fri") come as one word or as two; `*said` is what was taken.
static bool take_two_word_day(Reading *reading, const char **said)
{
    if (reading->at >= reading->count)
        return false;
    const char *both = arena_print(reading->arena, "%s %s", *said, reading->said[reading->at].word);
    if (!day_parse(both, reading->app->today, LOOK_FORWARD, &reading->args.day))
        return false;
    reading->at++;
    *said = both;
    return true;
}

bool args_take_day(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    const char *said = args_word(reading);
    if (!day_parse(said, reading->app->today, LOOK_FORWARD, &reading->args.day) &&
        !take_two_word_day(reading, &said))
        return err_set(err, ERR_USAGE, _("“%s” is no day: 11/24, Fri, tomorrow, +3d"), said);
    return is_sure(reading, said, err);
}

bool args_take_hour(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    const char *said = args_word(reading);
    return minute_parse(said, &reading->args.minute) ||
           err_set(err, ERR_USAGE, _("“%s” is no hour: 9:30, 930, 9時半"), said);
}

bool args_take_length(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    const char *said = args_word(reading), *narrow = text_narrow(said, reading->arena);
    narrow += *narrow == '+'; // late by +20
    if (!minutes_parse(narrow, &reading->args.minute))
        return err_set(err, ERR_USAGE, _("“%s” is no length of time: 45, 1h30, 2時間"), said);
    return reading->args.minute <= DAY_MINUTES ||
           err_set(err, ERR_USAGE, _("“%s” is longer than a day"), said);
}

static bool is_none(const char *said)
{
    return strcmp(said, "none") == 0 || strcmp(said, "なし") == 0 || strcmp(said, "-") == 0;
}

/// One or two digits alone are an hour where the day is seldom changed, a day elsewhere.
static bool bare_is_hour(Reading *reading)
{
    RecordHead head;
    return reading->args.id_count &&
           record_head(reading->app->store, reading->ids[0], reading->arena, &head, NULL) &&
           head.kind != &entity_commitment;
}

static bool take_when_word(Reading *reading, Err *err)
{
    const char *said = args_word(reading);
    const char *narrow = text_narrow(said, reading->arena);
    bool bare = strlen(narrow) <= 2 && strspn(narrow, "0123456789") == strlen(narrow);
    Day today = reading->app->today;
    Args *args = &reading->args;

    if (is_none(narrow)) {
        args->text = "none";
        return true;
    }
    bool hour_first = args->day != NONE || (bare && bare_is_hour(reading));
    if (hour_first && minute_parse(narrow, &args->minute))
        return true;
    if (args->day == NONE && day_parse(narrow, today, LOOK_FORWARD, &args->day))
        return is_sure(reading, narrow, err);
    if (args->minute == NONE && minute_parse(narrow, &args->minute))
        return true;
    if (args->day == NONE && take_two_word_day(reading, &narrow))
        return is_sure(reading, narrow, err);
    if (args->day == NONE && args->minute == NONE &&
        day_hour_parse(narrow, today, &args->day, &args->minute))
        return is_sure(reading, narrow, err);
    return err_set(err, ERR_USAGE, _("“%s” is neither a day nor an hour: Fri, 11/27, 14:00, none"),
                   said);
}

void args_spread_words(Reading *reading)
{
    Buffer all = {.arena = reading->arena};
    Said *said;
    for (; reading->at < reading->count; reading->at++)
        buffer_print(&all, "%s%s", all.size ? " " : "", reading->said[reading->at].word);
    reading->count = words_split(buffer_text(&all), reading->arena, &said);
    reading->said = said;
    reading->at = 0;
}

bool args_take_when(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    args_spread_words(reading);
    while (reading->at < reading->count)
        if (!take_when_word(reading, err))
            return false;
    return true;
}
