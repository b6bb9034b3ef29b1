// SPDX-License-Identifier: GPL-3.0-or-later
// Reading typed texts, words, days and hours; numbers are in value_number.c.
#include <stdio.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "value_type.h"

enum { QUOTED_COLUMNS = 30, HOURS_OF_LENGTH = 24 };

bool reading_refused(const Reading *reading, const char *right)
{
    const char *quoted = text_clean(reading->typed, false, reading->arena);
    return err_set(reading->err, ERR_INPUT, _("%s: “%s” is not right; right is %s"),
                   lang_text(reading->field->title),
                   text_fit(quoted, QUOTED_COLUMNS, reading->arena), right);
}

static bool take_text(const Reading *reading, const char *text, bool lines, Value *ret)
{
    const char *fault = text_fault(text, lines);
    if (fault)
        return err_set(reading->err, ERR_INPUT, _("%s: %s"), lang_text(reading->field->title),
                       lang_text(fault));
    *ret = value_text(text_nfc(text, reading->arena));
    return true;
}

bool read_text(const Reading *reading, Value *ret)
{
    return take_text(reading, reading->typed, false, ret);
}

/// Lines end in '\n', whichever machine they come from.
bool read_long(const Reading *reading, Value *ret)
{
    char *text = arena_copy(reading->arena, reading->typed), *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        if (*from == '\r' && from[1] == '\n')
            continue;
        *to++ = *from == '\r' ? '\n' : *from;
    }
    *to = '\0';
    return take_text(reading, text, true, ret);
}

bool read_reading(const Reading *reading, Value *ret)
{
    return take_text(reading, text_narrow(reading->typed, reading->arena), false, ret);
}

/// Kept as it is written, but in ASCII: long vowel signs and dashes are hyphens here.
static const char *narrow_phone(const char *typed, Arena *arena)
{
    static const char *const dashes[] = {"ー", "−", "‐", "‑", "–", "—", "―"};
    Buffer out = {.arena = arena};
    for (const char *at = text_narrow(typed, arena); *at != '\0';) {
        size_t used = 0;
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes && used == 0; i++)
            if (strncmp(at, dashes[i], strlen(dashes[i])) == 0)
                used = strlen(dashes[i]);
        buffer_add_bytes(&out, used > 0 ? "-" : at, 1);
        at += used > 0 ? used : 1;
    }
    return buffer_text(&out);
}

bool read_phone(const Reading *reading, Value *ret)
{
    const char *phone = narrow_phone(reading->typed, reading->arena);
    if (strpbrk(phone, "0123456789") == NULL)
        return reading_refused(reading, _("a number like 011-231-4567"));
    return take_text(reading, phone, false, ret);
}

bool read_word(const Reading *reading, Value *ret)
{
    const Words *words = reading->field->of;
    const Word *word = words_read(words, reading->typed, reading->arena);
    if (word != NULL) {
        *ret = value_text(word->code);
        return true;
    }
    Buffer titles = {.arena = reading->arena};
    for (size_t i = 0; i < words->count; i++)
        buffer_print(&titles, "%s%s", i == 0 ? "" : ", ", lang_text(words->rows[i].title));
    return reading_refused(reading, buffer_text(&titles));
}

bool read_yes(const Reading *reading, Value *ret)
{
    static const char yes[] = "yes|y|true|t|1|on|はい|有|有り|あり|○|◯|〇|●|レ|✓|✔|☑|可|要|済";
    static const char no[] = "no|n|false|f|0|off|いいえ|無|無し|なし|×|✕|✗|✘|x|否|不可|不要|未|-";
    bool is_yes = forms_hold(yes, reading->typed, reading->arena);
    if (!is_yes && !forms_hold(no, reading->typed, reading->arena))
        return reading_refused(reading, _("yes or no"));
    *ret = value_whole(is_yes);
    return true;
}

static const char *right_day(const Reading *reading)
{
    const Field *field = reading->field;
    const char *of_era = era_missed(reading->typed, reading->arena);
    if (of_era)
        return of_era;
    if (!(field->flags & MONTH))
        return _("a day like 11/24, Fri, tomorrow");
    return field->of ? _("a day like 11/24, or a month like 2026-10, 10月, Oct")
                     : _("a month like 2026-10, 10月, Oct, R8.10");
}

bool read_day(const Reading *reading, Value *ret)
{
    Day day;
    const ValueContext *context = reading->context;
    bool month = (reading->field->flags & MONTH) &&
                 month_parse(reading->typed, context->today, context->look, &day);
    if (!month && !day_parse(reading->typed, context->today, context->look, &day))
        return reading_refused(reading, right_day(reading));
    *ret = value_whole(day);
    return true;
}

bool read_minute(const Reading *reading, Value *ret)
{
    Minute minute;
    if (!minute_parse(reading->typed, &minute))
        return reading_refused(reading, _("an hour like 930, 9:30, 14:20"));
    *ret = value_whole(minute);
    return true;
}

bool read_minutes(const Reading *reading, Value *ret)
{
    Minute minutes;
    if (!minutes_parse(reading->typed, &minutes) || minutes > HOURS_OF_LENGTH * 60)
        return reading_refused(reading, _("a length like 45, 1h30, up to 24 hours"));
    *ret = value_whole(minutes);
    return true;
}

/// "2026-11-24T00:30", with ":00" and "Z" where they stand.
static bool parse_utc(const char *text, Arena *arena, Moment *ret)
{
    enum { DAY_SIZE = 10, HOUR_SIZE = 5 };
    Day day;
    Minute minute;
    const char *hour = text + DAY_SIZE + 1;
    if (strlen(text) < DAY_SIZE + 1 + HOUR_SIZE || strchr("T ", text[DAY_SIZE]) == NULL ||
        !day_parse(arena_copy_bytes(arena, text, DAY_SIZE), 0, LOOK_BACK, &day) ||
        !minute_parse(arena_copy_bytes(arena, hour, HOUR_SIZE), &minute))
        return false;
    int seconds = 0, used = 0;
    const char *rest = hour + HOUR_SIZE;
    if (sscanf(rest, ":%2d%n", &seconds, &used) == 1)
        rest += used;
    rest += *rest == 'Z';
    *ret = ((Moment)day * DAY_MINUTES + minute) * 60 + seconds;
    return *rest == '\0' && seconds >= 0;
}

/// An hour alone is today's. Without a zone the wall clock is UTC's.
static bool parse_moment(const ValueContext *context, const char *text, Arena *arena, Moment *ret)
{
    Minute minute;
    const Zone *zone = context->zone;
    if (!minute_parse(text, &minute))
        return zone == NULL ? parse_utc(text, arena, ret) : zone_parse_iso(zone, text, ret);
    *ret = zone == NULL ? ((Moment)context->today * DAY_MINUTES + minute) * 60
                        : zone_moment(zone, context->today, minute);
    return true;
}

bool read_moment(const Reading *reading, Value *ret)
{
    Moment moment;
    const char *narrow = text_narrow(reading->typed, reading->arena);
    if (!parse_moment(reading->context, narrow, reading->arena, &moment))
        return reading_refused(reading, _("a moment like 2026-11-24 09:30"));
    *ret = value_whole(moment);
    return true;
}

bool read_nothing(const Reading *reading, Value *ret)
{
    (void)ret;
    return reading_refused(reading, _("the name of a record"));
}
