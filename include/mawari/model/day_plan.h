// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of besides visits: start and end, office blocks, private time, legs, resting
// places, public holidays.
#ifndef MAWARI_MODEL_DAY_PLAN_H
#define MAWARI_MODEL_DAY_PLAN_H

#include "mawari/model/client.h"

typedef enum TravelMode { MODE_CAR, MODE_TRAIN, MODE_WALK, MODE_BICYCLE } TravelMode;
extern const Words words_mode;
typedef enum Weather {
    WEATHER_FINE,
    WEATHER_RAIN,
    WEATHER_SNOW,
    WEATHER_STORM,
    WEATHER_HEAT,
} Weather;
extern const Words words_weather;
typedef enum Alcohol { ALCOHOL_NONE, ALCOHOL_FOUND } Alcohol;
extern const Words words_alcohol; // what a check of the driver's breath showed

/// One day's frame; a day without one has the settings' hours and the office at both ends. The
/// odometer is in kilometres. Where a company has five white-plate cars the driver is checked before
/// and after driving, and that is kept for a year.
/// `weather` is the morning's, and the whole day's where `weather_pm` is unknown. `late` was said at
/// `late_from` and holds until an arrival is stamped: the visit `late_at` does not begin before
/// `late_until`, or does not end before it where one was there already.
#define DAY_PLAN(X)                                                                                \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", NULL)                             \
    X(T_TEXT, label, N_("Label"), NAMES | LISTED, 16, NULL, NULL, NULL)                            \
    X(T_ANY, from, N_("Starts at"), LISTED, 20, &kinds_place, NULL, NULL)                          \
    X(T_ANY, to, N_("Ends at"), LISTED, 20, &kinds_place, NULL, NULL)                              \
    X(T_MINUTE, start, N_("Start"), LISTED, 6, NULL, NULL, NULL)                                   \
    X(T_MINUTE, end, N_("End"), LISTED, 6, NULL, NULL, NULL)                                       \
    X(T_WORD, mode, N_("Travel"), LISTED, 8, &words_mode, NULL, NULL)                              \
    X(T_WORD, weather, N_("Weather"), LISTED, 8, &words_weather, NULL, NULL)                       \
    X(T_MINUTES, lunch, N_("Lunch, minutes"), 0, 6, NULL, NULL, NULL)                              \
    X(T_MINUTE, lunch_at, N_("Lunch at"), 0, 6, NULL, NULL, NULL)                                  \
    X(T_MOMENT, exported, N_("Sent to the phone"), HIDDEN, 16, NULL, NULL, NULL)                   \
    X(T_WORD, weather_pm, N_("Afternoon"), 0, 8, &words_weather, NULL, NULL)                       \
    X(T_MINUTES, late, N_("Late by"), HIDDEN, 6, NULL, NULL, NULL)                                 \
    X(T_MINUTE, late_from, N_("Late since"), HIDDEN, 6, NULL, NULL, NULL)                          \
    X(T_REF, late_at, N_("Late for"), HIDDEN, 20, &entity_visit, NULL, NULL)                       \
    X(T_MINUTE, late_until, N_("Not before"), HIDDEN, 6, NULL, NULL, NULL)                         \
    X(T_WHOLE, odometer_start, N_("Odometer start"), 0, 8, NULL, NULL, "出発メーター")             \
    X(T_WHOLE, odometer_end, N_("Odometer end"), 0, 8, NULL, NULL, "帰着メーター")                 \
    X(T_WORD, alcohol_start, N_("Alcohol, start"), 0, 8, &words_alcohol, NULL, NULL)               \
    X(T_MINUTE, alcohol_start_at, N_("Checked at"), 0, 6, NULL, NULL, NULL)                        \
    X(T_WORD, alcohol_end, N_("Alcohol, end"), 0, 8, &words_alcohol, NULL, NULL)                   \
    X(T_MINUTE, alcohol_end_at, N_("Checked, end"), 0, 6, NULL, NULL, NULL)
ENTITY_STRUCT(DayPlan, DAY_PLAN);

/// The weather of a half-day: before noon or after it. NONE: nobody typed one.
int32_t day_weather(const DayPlan *plan, bool afternoon);
/// What this weather adds to a leg of `leg` minutes by this mode, in minutes: from a table as the
/// setting weather_delays holds it, "snow=car 5 train 10|rain=car 10%"; 0 where it says nothing.
Minute weather_delay(const char *table, int32_t weather, int32_t mode, Minute leg, Arena *arena);

/// Time at the desk or on the telephone, in the day's table; a `rest` from the wheel is put there by
/// the plan that was taken, and a new one replaces it.
#define BLOCK(X)                                                                                   \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, "today", NULL)                             \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | SEARCHED | LISTED, 24, NULL, NULL, NULL)          \
    X(T_MINUTE, start, N_("From"), LISTED, 6, NULL, NULL, NULL)                                    \
    X(T_MINUTES, minutes, N_("Length"), NEEDED | LISTED, 6, NULL, "30", NULL)                      \
    X(T_WHOLE, place, N_("Place in the day"), HIDDEN, 6, NULL, NULL, NULL)                         \
    X(T_YES, rest, N_("Wheel rest"), 0, 5, NULL, NULL, NULL)
ENTITY_STRUCT(Block, BLOCK);

/// The planner respects it; the calendar shows it as taken and nothing more.
#define PRIVATE_TIME(X)                                                                            \
    X(T_TEXT, what, N_("What"), NEEDED | NAMES | LISTED, 24, NULL, NULL, NULL)                     \
    X(T_DAY, day, N_("Day"), LISTED, 10, NULL, NULL, NULL)                                         \
    X(T_WEEKDAYS, weekdays, N_("Weekdays"), LISTED, 10, NULL, NULL, NULL)                          \
    X(T_MINUTE, start, N_("From"), NEEDED | LISTED, 6, NULL, NULL, NULL)                           \
    X(T_MINUTE, end, N_("Until"), NEEDED | LISTED, 6, NULL, NULL, NULL)
ENTITY_STRUCT(PrivateTime, PRIVATE_TIME);

/// From a train's departure to its arrival, over midnight too; NONE where either is not known.
Minute train_ride(Minute departure, Minute arrival);

/// A leg as the rep typed it; wins over every estimate, both ways unless `one_way`.
#define LEG(X)                                                                                     \
    X(T_ANY, from, N_("Leaves from"), NEEDED | OWNER | LISTED, 24, &kinds_place, NULL, NULL)       \
    X(T_ANY, to, N_("Arrives at"), NEEDED | LISTED, 24, &kinds_place, NULL, NULL)                  \
    X(T_WORD, mode, N_("Travel"), NEEDED | LISTED, 8, &words_mode, "car", NULL)                    \
    X(T_MINUTES, minutes, N_("Minutes"), NEEDED | LISTED, 6, NULL, NULL, NULL)                     \
    X(T_TEXT, line, N_("Train line"), NAMES | SEARCHED | LISTED, 16, NULL, NULL, NULL)             \
    X(T_MINUTE, departure, N_("Departure"), 0, 6, NULL, NULL, NULL)                                \
    X(T_MINUTE, arrival, N_("Arrival"), 0, 6, NULL, NULL, NULL)                                    \
    X(T_YEN, fare, N_("Fare"), LISTED, 7, NULL, NULL, NULL)                                        \
    X(T_YES, one_way, N_("One way only"), 0, 5, NULL, NULL, NULL)
ENTITY_STRUCT(Leg, LEG);

#define RESTING_PLACE(X)                                                                           \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | SEARCHED | LISTED, 26, NULL, NULL, NULL)          \
    X(T_READING, reading, N_("Reading"), SEARCHED, 20, NULL, NULL, NULL)                           \
    X(T_TEXT, address, N_("Address"), SEARCHED | LISTED, 30, NULL, NULL, NULL)                     \
    X(T_DEGREE, latitude, N_("Latitude"), 0, 10, &range_latitude, NULL, NULL)                      \
    X(T_DEGREE, longitude, N_("Longitude"), 0, 10, &range_longitude, NULL, NULL)                   \
    X(T_YES, parking, N_("Parking"), LISTED, 5, NULL, NULL, NULL)                                  \
    X(T_YES, lunch, N_("Lunch"), LISTED, 5, NULL, NULL, NULL)                                      \
    X(T_YES, toilet, N_("Toilet"), LISTED, 5, NULL, NULL, NULL)                                    \
    X(T_YES, work, N_("Work"), LISTED, 5, NULL, NULL, NULL)                                        \
    X(T_LONG, remark, N_("Remark"), SEARCHED, 30, NULL, NULL, NULL)                                \
    X(T_WORD, position_level, N_("Position from"), HIDDEN, 8, &words_position_level, NULL, NULL)   \
    X(T_WHOLE, position_error_m, N_("Position error, m"), HIDDEN, 8, NULL, NULL, NULL)
ENTITY_STRUCT(RestingPlace, RESTING_PLACE);

#define HOLIDAY(X)                                                                                 \
    X(T_DAY, day, N_("Day"), NEEDED | LISTED, 10, NULL, NULL,                                      \
      "日付|国民の祝日・休日月日|day|date")                                                        \
    X(T_TEXT, name, N_("Name"), NEEDED | NAMES | LISTED, 20, NULL, NULL,                           \
      "名称|国民の祝日・休日名称|name")
ENTITY_STRUCT(Holiday, HOLIDAY);

#endif
