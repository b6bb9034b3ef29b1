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

/// Days of two words ("next fri") come as one word or as two.
static bool take_two_word_day(Reading *reading, const char *said)
{
    if (reading->at >= reading->count)
        return false;
    const char *both = arena_print(reading->arena, "%s %s", said, reading->said[reading->at].word);
    bool is_day = day_parse(both, reading->app->today, LOOK_FORWARD, &reading->args.day);
    reading->at += is_day;
    return is_day;
}

bool args_take_day(Reading *reading, const UsagePart *part, Err *err)
{
    (void)part;
    const char *said = args_word(reading);
    return day_parse(said, reading->app->today, LOOK_FORWARD, &reading->args.day) ||
           take_two_word_day(reading, said) ||
           err_set(err, ERR_USAGE, _("“%s” is no day: 11/24, Fri, tomorrow, +3d"), said);
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
        return true;
    if (args->minute == NONE && minute_parse(narrow, &args->minute))
        return true;
    if (args->day == NONE && take_two_word_day(reading, narrow))
        return true;
    if (args->day == NONE && args->minute == NONE &&
        day_hour_parse(narrow, today, &args->day, &args->minute))
        return true;
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
