// SPDX-License-Identifier: GPL-3.0-or-later
// The table of settings: X(name, type, start, help). Every setting of every room stands here.
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include "mawari/app/app.h"
#include "mawari/model/contract.h"
#include "mawari/model/rules.h"

typedef enum SettingType {
    SET_TEXT,
    SET_WHOLE,
    SET_YES, // yes, no
    SET_HOUR,
    SET_LENGTH,   // minutes
    SET_SECRET,   // kept as a hash, never shown
    SET_PROMISES, // rows like 見積=desk 40, with | between them
    SET_TEMPLATE, // of a report: lines with | between them
    SET_INTAKE,   // questions for troubles
    SET_STEPS,    // towards a renewal: quote 60, notice 30
    SET_SERVER,   // http://HOST:PORT, or nothing
    SET_PATIENCE, // seconds, 1–10
} SettingType;

// clang-format off
#define SETTINGS(X)                                                                                \
    X("lang", SET_TEXT, "auto", N_("Language: auto, en, ja"))                                      \
    X("day_start", SET_HOUR, "08:30", N_("When the day begins"))                                   \
    X("day_end", SET_HOUR, "18:00", N_("When the day ends"))                                       \
    X("start_at", SET_TEXT, "", N_("Where the day begins; empty: the office"))                     \
    X("end_at", SET_TEXT, "", N_("Where the day ends; empty: the office"))                         \
    X("visit_minutes", SET_LENGTH, "30", N_("Length of a visit"))                                  \
    X("visits_a_day", SET_WHOLE, CYCLE_VISITS_A_DAY, N_("Visits that a working day can hold; cycles that ask for more are stretched")) \
    X("lunch", SET_YES, "yes", N_("Lunch has its place in the day"))                               \
    X("lunch_minutes", SET_LENGTH, "45", N_("Length of lunch"))                                    \
    X("lunch_from", SET_HOUR, "11:30", N_("Lunch not before"))                                     \
    X("lunch_to", SET_HOUR, "14:00", N_("Lunch begun by"))                                         \
    X("travel", SET_TEXT, "car", N_("How one travels: car, train, walk, bicycle"))                 \
    X("wheel_minutes", SET_LENGTH, "120", N_("Longest at the wheel without a rest; 0: no limit"))  \
    X("rest_minutes", SET_LENGTH, "15", N_("Length of a rest from the wheel"))                     \
    X("entertaining_limit", SET_TEXT, "5000|2024-04-01=10000",                                     \
      N_("Yen a head when entertaining, from a day on: 5000|2024-04-01=10000"))                    \
    X("weather_delays", SET_TEXT,                                                                  \
      "rain=car 2 walk 2 bicycle 4|snow=car 5 train 10 walk 5 bicycle 10|"                         \
      "storm=car 10 train 20 walk 10 bicycle 20|heat=walk 2 bicycle 2",                            \
      N_("What weather adds to a leg: WEATHER=MODE MINUTES …|…, or a part of the leg: 40%"))        \
    X("osrm_server", SET_SERVER, "", N_("OSRM server for travel times, http://HOST:PORT; it learns where the day's places are, nothing else; empty: none")) \
    X("osrm_seconds", SET_PATIENCE, "5", N_("Seconds that an answer of the OSRM server is waited for, 1 to 10")) \
    X("door_minutes", SET_LENGTH, "5", N_("From parking to the door"))                             \
    X("spare_minutes", SET_LENGTH, "5", N_("To spare before an agreed hour"))                      \
    X("gap_minutes", SET_LENGTH, "20", N_("Free time that is shown as a gap, from"))               \
    X("promise_minutes", SET_LENGTH, "20", N_("Desk time of a promise without its own"))           \
    X("promise_words", SET_PROMISES,                                                                   \
      "見積=desk 40|折返し=call 10|折り返し=call 10|電話=call 10|メール=mail 10|報告書=desk 40|"   \
      "図面=desk 30|サンプル=bring|資料=bring|カタログ=bring|鍵=bring|納品=deliver 20|"            \
      "返品=bring|返却=bring|受領書=bring|伝票=bring|請求書=bring|回収=bring|引取=bring|"          \
      "quote=desk 40|call=call 10|mail=mail 10|sample=bring|deliver=deliver 20|"                   \
      "return=bring|slip=bring|invoice=bring",                   \
      N_("Words of a promise that tell its way and minutes: WORD=WAY MINUTES|…"))                  \
    X("order_cutoff", SET_HOUR, "15:00", N_("Orders are in the office by; a supplier may have an hour of its own")) \
    X("price_asks", SET_TEXT, "", N_("What to ask for in return for a lower price, with / between; empty: as shipped")) \
    X("recovery_minutes", SET_LENGTH, "10", N_("Free minutes behind a visit to somebody who is to be handled with care; 0: none")) \
    X("thanks_mail", SET_TEXT, "", N_("The mail of thanks, | ends a line, {company} {site} {to} {day} {talked} {mine} {theirs} {next} {me}; empty: as shipped")) \
    X("report_days", SET_TEXT, "3 7 14", N_("Working days in which a trouble's report is due, by severity A B C; 0: only when it was asked for")) \
    X("report_day", SET_TEMPLATE, "", N_("Template of the daily report, | ends a line; empty: as shipped")) \
    X("report_week", SET_TEMPLATE, "", N_("Template of the weekly report"))                        \
    X("report_month", SET_TEMPLATE, "", N_("Template of the monthly report"))                      \
    X("nag_days", SET_WHOLE, "2", N_("Working days after which whoever has a trouble's ball is asked again; 0: never")) \
    X("intake", SET_INTAKE, "", N_("What to ask when a trouble begins: WORD,WORD=question;question|*=…; empty: as shipped")) \
    X("money_days", SET_WHOLE, "7", N_("Days ahead in which invoices to bring and money to collect are proposed; 0: never")) \
    X("renewal_steps", SET_STEPS, RENEWAL_STEPS_START,                                             \
      N_("Steps before a contract's notice: NAME DAYS, …; moved off days off, 五十日 and closing days")) \
    X("odometer", SET_YES, "no", N_("The odometer is asked for with the first arrival and at the end")) \
    X("alcohol", SET_YES, "no", N_("The alcohol check is asked for with the first arrival and at the end")) \
    X("closed_weekdays", SET_TEXT, "", N_("Weekdays that are not worked; empty: Sat Sun"))         \
    X("phone", SET_TEXT, "mail", N_("How the calendar reaches the phone: mail, web"))              \
    X("calendar_file", SET_TEXT, "", N_("Where the calendar is written; empty: beside the store")) \
    X("calendar_tasks", SET_TEXT, "todo", N_("Promises and troubles in the calendar as: todo, event, none")) \
    X("calendar_series", SET_YES, "yes", N_("The fixed days of clients in the calendar, as whole days")) \
    X("calendar_alarm", SET_YES, "yes", N_("An alarm when it is time to leave"))                   \
    X("hints", SET_TEXT, "", N_("Hints of the first ten minutes that are still to be done"))       \
    X("clipboard", SET_TEXT, "auto", N_("What is copied goes to: auto, terminal (OSC 52), file"))  \
    X("mouse", SET_YES, "yes", N_("The mouse works"))                                              \
    X("theme", SET_TEXT, "auto", N_("Colours: auto, dark, light, none, or a file"))                \
    X("letters", SET_TEXT, "auto", N_("Signs as letters: auto, yes, no"))                          \
    X("escape_ms", SET_WHOLE, "25", N_("Escape alone is the key after these milliseconds; more on slow lines")) \
    X("idle_minutes", SET_WHOLE, "0", N_("Lock after idle minutes, sleep and Ctrl-Z; 0: never"))                     \
    X("pin", SET_SECRET, "", N_("Asked for when the screen was hidden or locked"))
// clang-format on

/// Values are kept in memory and read again when the store changed.
bool settings_open(Settings **ret);
void settings_close(Settings *settings);

#endif
