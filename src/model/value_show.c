// SPDX-License-Identifier: GPL-3.0-or-later
// Values as they are shown on the screen, and as they are written to be read back.
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "value_type.h"

enum { MINUTE_SECONDS = 60, DAY_SECONDS = 86400, MICRO = 1000000 };

char *show_text(const Showing *showing)
{
    return arena_copy(showing->arena, showing->value.text);
}

char *show_word(const Showing *showing)
{
    const Word *word = words_by_code(showing->field->of, showing->value.text);
    return arena_copy(showing->arena, word == NULL ? showing->value.text : lang_text(word->title));
}

char *show_yes(const Showing *showing)
{
    return arena_copy(showing->arena, showing->value.whole == 1 ? _("yes") : _("no"));
}

char *show_whole(const Showing *showing)
{
    const Range *range = showing->field->of;
    if (range != NULL && range->most_title != NULL && showing->value.whole == range->most)
        return arena_copy(showing->arena, lang_text(range->most_title));
    if (range != NULL && range->said != NULL)
        return arena_copy(showing->arena,
                          range->said((int32_t)showing->value.whole, showing->arena));
    return plain_whole(showing);
}

/// A comma before each three digits.
char *yen_text(int64_t amount, Arena *arena)
{
    const char *digits = arena_print(arena, "%" PRId64, amount);
    size_t size = strlen(digits), used = 0;
    char *yen = arena_take(arena, 2 * size + sizeof "¥");
    used = strlen(strcpy(yen, "¥"));
    for (size_t i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0 && digits[i - 1] != '-')
            yen[used++] = ',';
        yen[used++] = digits[i];
    }
    return yen;
}

char *show_yen(const Showing *showing)
{
    return yen_text(showing->value.whole, showing->arena);
}

char *show_day(const Showing *showing)
{
    const Field *field = showing->field;
    if ((field->flags & MONTH) && !field->of)
        return month_text((Day)showing->value.whole, showing->arena);
    return day_text((Day)showing->value.whole, showing->context->today, showing->arena);
}

char *show_minute(const Showing *showing)
{
    return minute_text((Minute)showing->value.whole, showing->arena);
}

char *show_minutes(const Showing *showing)
{
    return minutes_text((Minute)showing->value.whole, showing->arena);
}

/// Without a zone it is UTC.
static void wall_clock(const Showing *showing, Day *ret_day, Minute *ret_minute)
{
    Moment moment = showing->value.whole;
    if (showing->context->zone != NULL) {
        zone_wall(showing->context->zone, moment, ret_day, ret_minute);
        return;
    }
    Moment second = (moment % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS;
    *ret_day = (Day)((moment - second) / DAY_SECONDS);
    *ret_minute = (Minute)(second / MINUTE_SECONDS);
}

char *show_moment(const Showing *showing)
{
    Day day;
    Minute minute;
    wall_clock(showing, &day, &minute);
    return arena_print(showing->arena, "%s %s",
                       day_text(day, showing->context->today, showing->arena),
                       minute_text(minute, showing->arena));
}

char *plain_whole(const Showing *showing)
{
    return arena_print(showing->arena, "%" PRId64, showing->value.whole);
}

char *plain_yes(const Showing *showing)
{
    return arena_copy(showing->arena, showing->value.whole == 1 ? "yes" : "no");
}

char *plain_degree(const Showing *showing)
{
    long long micro = llabs(showing->value.whole);
    return arena_print(showing->arena, "%s%lld.%06lld", showing->value.whole < 0 ? "-" : "",
                       micro / MICRO, micro % MICRO);
}

char *plain_day(const Showing *showing)
{
    return day_iso((Day)showing->value.whole, showing->arena);
}

char *plain_moment(const Showing *showing)
{
    Day day;
    Minute minute;
    if (showing->context->zone != NULL)
        return zone_iso(showing->context->zone, showing->value.whole, showing->arena);
    wall_clock(showing, &day, &minute);
    int second = (int)((showing->value.whole % MINUTE_SECONDS + MINUTE_SECONDS) % MINUTE_SECONDS);
    return arena_print(showing->arena, "%sT%s:%02dZ", day_iso(day, showing->arena),
                       minute_text(minute, showing->arena), second);
}
