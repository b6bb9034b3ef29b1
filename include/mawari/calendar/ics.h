// SPDX-License-Identifier: GPL-3.0-or-later
// iCalendar out (RFC 5545, 7986): events become the text of one calendar.
#ifndef MAWARI_CALENDAR_ICS_H
#define MAWARI_CALENDAR_ICS_H

#include "mawari/base/zone.h"
#include "mawari/calendar/event.h"

typedef struct Calendar {
    const char *name;
    const Zone *zone; // the wall clock of the events
    const CalendarEvent *events;
    size_t count;
} Calendar;

/// The calendar as one VCALENDAR: objects by start, CRLF, lines of at most 75 octets, and only what
/// phones are known to take (notes of G2). The same events give the same bytes. What a text may
/// not carry (controls, direction overrides, bad UTF-8) is left out of it.
char *calendar_text(const Calendar *calendar, Arena *arena);

#endif
