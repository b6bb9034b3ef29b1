// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of what a day is made of besides visits.
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/kinds.h"

const Words words_mode = WORDS({MODE_CAR, "car", N_("Car"), "車|自動車|社用車"},
                               {MODE_TRAIN, "train", N_("Train"), "電車|鉄道|列車"},
                               {MODE_WALK, "walk", N_("Walk"), "徒歩|歩き"},
                               {MODE_BICYCLE, "bicycle", N_("Bicycle"), "自転車|bike"});

const Words words_weather = WORDS({WEATHER_FINE, "fine", N_("Fine"), "f|晴|晴れ|曇|曇り"},
                                  {WEATHER_RAIN, "rain", N_("Rain"), "r|雨"},
                                  {WEATHER_SNOW, "snow", N_("Snow"), "s|雪"},
                                  {WEATHER_STORM, "storm", N_("Storm"), "w|嵐|台風|吹雪|荒天"},
                                  {WEATHER_HEAT, "heat", N_("Heat"), "h|猛暑|酷暑"});

const Words words_alcohol = WORDS(
    {ALCOHOL_NONE, "clear", N_("No alcohol"), "none|0|なし|無|無し|ok"},
    {ALCOHOL_FOUND, "found", N_("Alcohol found"), "1|あり|有|有り"});

const KindSet kinds_place = KINDS(&entity_site, &entity_office, &entity_resting_place,
                                  &entity_end_customer);

#define RECORD DayPlan
const Entity entity_day_plan = ENTITY("day_plan", "day_plans", N_("Day plan"), N_("Day plans"),
                                      DAY_PLAN, "-day");
#undef RECORD

#define RECORD Block
const Entity entity_block = ENTITY("block", "blocks", N_("Block"), N_("Blocks"), BLOCK, "-day");
#undef RECORD

#define RECORD PrivateTime
const Entity entity_private_time = ENTITY("private_time", "private_times", N_("Private time"),
                                          N_("Private time"), PRIVATE_TIME, "day");
#undef RECORD

#define RECORD Leg
const Entity entity_leg = ENTITY("leg", "legs", N_("Leg"), N_("Legs"), LEG, "line");
#undef RECORD

#define RECORD RestingPlace
const Entity entity_resting_place = ENTITY("resting_place", "resting_places", N_("Resting place"),
                                           N_("Resting places"), RESTING_PLACE, "reading");
#undef RECORD

#define RECORD Holiday
const Entity entity_holiday = ENTITY("holiday", "holidays", N_("Public holiday"),
                                     N_("Public holidays"), HOLIDAY, "day");
#undef RECORD

int32_t day_weather(const DayPlan *plan, bool afternoon)
{
    return afternoon && plan->weather_pm != NONE ? plan->weather_pm : plan->weather;
}

Minute train_ride(Minute departure, Minute arrival)
{
    if (departure == NONE || arrival == NONE)
        return NONE;
    Minute ride = arrival - departure;
    return ride < 0 ? ride + DAY_MINUTES : ride;
}

/// "5" are minutes, "40%" a part of the leg, rounded up; what is neither is nothing.
static Minute read_delay(const char *typed, Minute leg)
{
    enum { MOST = 600 };
    char *end;
    long number = strtol(typed, &end, 10);
    if (end == typed || number < 0 || number > MOST)
        return 0;
    return *end == '%' ? (Minute)((leg * number + 99) / 100) : (Minute)number;
}

/// "car 5 train 10": what stands behind the word for `mode`.
static Minute delay_of_mode(char *modes, int32_t mode, Minute leg, Arena *arena)
{
    char *rest = NULL;
    for (char *word = strtok_r(modes, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        const Word *way = words_read(&words_mode, word, arena);
        const char *delay = strtok_r(NULL, " ", &rest);
        if (way && delay && way->value == mode)
            return read_delay(delay, leg);
    }
    return 0;
}

Minute weather_delay(const char *table, int32_t weather, int32_t mode, Minute leg, Arena *arena)
{
    char *rest = NULL, *rows = text_narrow(table, arena);
    for (char *row = strtok_r(rows, "|", &rest); row; row = strtok_r(NULL, "|", &rest)) {
        char *sign = strchr(row, '=');
        if (!sign)
            continue;
        *sign = '\0';
        const Word *word = words_read(&words_weather, text_trim(row, arena), arena);
        if (word && word->value == weather)
            return delay_of_mode(sign + 1, mode, leg, arena);
    }
    return 0;
}
