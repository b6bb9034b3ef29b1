// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of meetings and of entertaining, as text: who comes and what is open with them; the lines for
// accounting; whom one never entertained.
#ifndef MAWARI_APP_MEETINGS_H
#define MAWARI_APP_MEETINGS_H

#include "mawari/app/app.h"
#include "mawari/base/json.h"
#include "mawari/model/meeting.h"
#include "mawari/report/page.h"
#include "mawari/store/queries.h"

/// One who comes: what I promised and what was last said; of a rival its name alone.
typedef struct MeetingPerson {
    RosterRow of;
    const char *company;         // "": none is known
    const char *promise, *words; // NULL: there is none
    Day said;                    // the day of the words
} MeetingPerson;

/// What one wants to know before a meeting.
typedef struct MeetingSheet {
    Meeting meeting;
    MeetingPerson *rows; // people before rivals, as they sit
    size_t count;
    const char *no_gifts; // to whom, and why; "": to nobody
} MeetingSheet;
bool meeting_read(App *app, Id meeting, Arena *arena, MeetingSheet *ret, Err *err);

/// Its head, then a row a person with seat, company, promise and words.
void meeting_page(const App *app, const MeetingSheet *sheet, Page *page);
/// {"id", "title", "day", "start", "place", "people": [{"who", "seat", …}], "rivals": […]}
void meeting_json(Id meeting, const MeetingSheet *sheet, Json *json);
/// The one of the roster that is to be asked about next; id 0: all were.
bool meeting_next(App *app, Id meeting, Arena *arena, RosterRow *ret, Err *err);

/// What accounting asks for, in one line: day, shop and address, client, guests with company and
/// relation, heads, amount, yen a head and whether that is within the limit. What is not known is said
/// to be missing.
bool entertaining_line(App *app, Id entertainment, Arena *arena, const char **ret, Err *err);
/// Of that line what it cost: "¥24,000 for 3, ¥8,000 a head, within ¥10,000"; or what is missing.
bool entertaining_money(App *app, Id entertainment, Arena *arena, const char **ret, bool *ret_over,
                        Err *err);
/// The last evening with a client: day, shop, yen a head against the limit of that day, and how many
/// there were within a year; "" when there was none.
bool entertaining_of_client(App *app, Id client, Arena *arena, const char **ret, Err *err);
/// "no gifts to 佐藤 隆: 公務員倫理規程"
const char *no_gift_text(const NoGiftRow *row, Arena *arena);
/// The same of all who come to a meeting or an evening; "": all may accept them.
bool no_gifts_among(App *app, Id event, Arena *arena, const char **ret, Err *err);
/// The lines of the month of `day`, and their sum; "" when there is nothing.
bool entertaining_month(App *app, Day day, Arena *arena, const char **ret, Err *err);
/// Whom one entertained, when last, and who never was.
bool entertaining_balance(App *app, Arena *arena, const char **ret, Err *err);

#endif
