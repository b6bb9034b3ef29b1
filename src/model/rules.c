// SPDX-License-Identifier: GPL-3.0-or-later
// Visit cycles, the state of a promise, the told-clock of a trouble, hours at night.
#include "mawari/model/rules.h"

enum { WEEK = 7, WORKING_WEEK = 5, PART_OF_CYCLE = 7, NIGHT_END = 5 * 60, NIGHT_START = 22 * 60 };

Day cycle_due(const Client *client, Day last_real_visit, int stretch_percent)
{
    if (client->cycle == NONE || client->cycle < 1 || last_real_visit == NONE)
        return NONE;
    int64_t days = ((int64_t)client->cycle * stretch_percent + 50) / 100;
    return last_real_visit + (Day)(days < 1 ? 1 : days);
}

void cycle_window(const Client *client, Day due, Day *ret_from, Day *ret_to)
{
    int32_t days = client->cycle_window;
    if (days == NONE)
        days = client->cycle == NONE ? 0 : client->cycle / PART_OF_CYCLE;
    *ret_from = due == NONE ? NONE : due - days;
    *ret_to = due == NONE ? NONE : due + days;
}

int cycle_stretch(const int32_t *cycles, size_t count, int clients_per_day)
{
    const int64_t part = 1000000;
    int64_t a_day = 0; // visits that fall due on a day, in millionths
    for (size_t i = 0; i < count; i++)
        if (cycles[i] > 0) // NONE is less
            a_day += part / cycles[i];
    int64_t possible = part * WORKING_WEEK * (clients_per_day < 1 ? 1 : clients_per_day);
    int64_t percent = (a_day * WEEK * 100 + possible - 1) / possible;
    return percent < 100 ? 100 : (int)percent;
}

int32_t commitment_slack(Day latest, Day today, const WorkCalendar *calendar)
{
    return latest == NONE ? NONE : workday_between(calendar, today, latest);
}

CommitmentState commitment_state(const Commitment *commitment, Day today)
{
    if (commitment->kept != NONE)
        return COMMITMENT_KEPT;
    if (commitment->wake != NONE && commitment->wake > today)
        return COMMITMENT_WAITING;
    if (commitment->due == NONE || commitment->due > today)
        return COMMITMENT_OPEN;
    return commitment->due == today ? COMMITMENT_TODAY : COMMITMENT_LATE;
}

static Day last_told(const Ticket *ticket, Day told_on)
{
    return told_on == NONE ? ticket->opened : told_on;
}

int32_t ticket_silence(const Ticket *ticket, Day told_on, Day today, const WorkCalendar *calendar)
{
    Day told = last_told(ticket, told_on);
    if (ticket->closed != NONE || told == NONE)
        return NONE;
    return workday_between(calendar, told, today);
}

Day ticket_tell_by(const Ticket *ticket, Day told_on, const WorkCalendar *calendar)
{
    Day told = last_told(ticket, told_on);
    if (ticket->closed != NONE || ticket->told_limit == NONE || told == NONE)
        return NONE;
    return ticket->told_limit < 1 ? told : workday_add(calendar, told, ticket->told_limit);
}

static Minute overlap(Minute from, Minute to, Minute other_from, Minute other_to)
{
    Minute begin = from > other_from ? from : other_from;
    Minute end = to < other_to ? to : other_to;
    return end > begin ? end - begin : 0;
}

void hours_split(const TicketHours *hours, const WorkCalendar *calendar, Minute *ret_night,
                 Minute *ret_off)
{
    Minute night = 0, off = 0;
    Minute start = hours->start == NONE ? 0 : hours->start;
    Minute end = hours->minutes == NONE ? start : start + hours->minutes;
    for (Day day = hours->day; start < end; day++) {
        Minute today = end < DAY_MINUTES ? end : DAY_MINUTES;
        night += overlap(start, today, 0, NIGHT_END);
        night += overlap(start, today, NIGHT_START, DAY_MINUTES);
        off += workday_is(calendar, day) ? 0 : today - start;
        start = 0;
        end -= DAY_MINUTES;
    }
    *ret_night = hours->start == NONE ? 0 : night;
    *ret_off = off;
}

static bool is_due_by(const Commitment *commitment, Day day)
{
    return commitment->due != NONE && commitment->due <= day;
}

bool commitment_to_give(const Commitment *commitment, Day day)
{
    bool carried = commitment->way == WAY_BRING || commitment->way == WAY_DELIVER;
    return commitment->direction == DIRECTION_MINE && commitment->kept == NONE &&
           (is_due_by(commitment, day) || (carried && commitment->due == NONE));
}

bool commitment_to_ask(const Commitment *commitment, Day day)
{
    return commitment->direction == DIRECTION_THEIRS && commitment->kept == NONE &&
           is_due_by(commitment, day);
}
