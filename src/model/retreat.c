// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of their retreat, one function each.
#include "mawari/model/retreat.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/model/kinds.h"

const Words words_retreat = WORDS(
    {RETREAT_SHORTER, "shorter", N_("Shorter talks"), "面談短縮"},
    {RETREAT_JUNIOR, "junior", N_("Not the key person"), "担当交代"},
    {RETREAT_REFUSED, "refused", N_("Turned away"), "面会不可"},
    {RETREAT_SLOWER, "slower", N_("Slower answers"), "返事遅れ"},
    {RETREAT_QUOTES, "quotes", N_("No quotes asked"), "見積途絶"},
    {RETREAT_COMPLAINTS, "complaints", N_("No complaints"), "苦情途絶"},
    {RETREAT_RIVAL, "rival", N_("Rival seen"), "他社の影"},
    {RETREAT_ORDERS, "orders", N_("Orders shrink"), "受注減"});

static const char *const rules[][2] = {
#define X(id, code, rule, clears) {rule, clears},
    RETREAT_RULES(X)
#undef X
};

const char *retreat_rule_text(int32_t rule)
{
    return rules[rule][0];
}

const char *retreat_clears(int32_t rule)
{
    return rules[rule][1];
}

enum {
    LAST = 3,          // so many of the newest are compared …
    BEFORE = 5,        // … with so many at most before them
    KEY_BEFORE = 2,    // talks with a key person, of the three before
    TALK_LEAST = 10,   // minutes: shorter talks than that cannot be halved
    ANSWER_LEAST = 3,  // days that answers must be slower by
    SILENCE_FROM = 3,  // so often it must have come before its end says something
    QUOTES_LEAST = 60, // days of silence at least
    COMPLAINTS_LEAST = 90,
    SHRUNK_PERCENT = 70,
    LINE_PERCENT = 10, // of all, that a line must have been
    YEAR = 12,
    THOUSAND = 1000,
};

static bool is_talk(const RetreatVisit *visit)
{
    return visit->outcome == OUTCOME_MET || visit->outcome == OUTCOME_SHORT_WORD ||
           visit->outcome == OUTCOME_VIDEO;
}

/// Of the newest visits that `fits`, at most `most`, the newest first.
static size_t newest(const RetreatRecords *records, bool (*fits)(const RetreatVisit *),
                     const RetreatVisit **ret, size_t most)
{
    size_t count = 0;
    for (size_t i = records->visit_count; i > 0 && count < most; i--)
        if (fits(&records->visits[i - 1]))
            ret[count++] = &records->visits[i - 1];
    return count;
}

static bool is_stamped_talk(const RetreatVisit *visit)
{
    return is_talk(visit) && visit->minutes != NONE && visit->outcome != OUTCOME_VIDEO;
}

static int32_t mean_minutes(const RetreatVisit *const *visits, size_t count)
{
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += visits[i]->minutes;
    return sum / (int32_t)count;
}

/// Where nobody stamped: three short words after talks that were none.
static bool is_shorter_by_word(const RetreatRecords *records, Signal *ret)
{
    const RetreatVisit *talks[LAST + BEFORE];
    size_t count = newest(records, is_talk, talks, LAST + BEFORE), met = 0;
    if (count < LAST + LAST)
        return false;
    for (size_t i = 0; i < LAST; i++)
        if (talks[i]->outcome != OUTCOME_SHORT_WORD)
            return false;
    for (size_t i = LAST; i < LAST + LAST; i++)
        met += talks[i]->outcome == OUTCOME_MET;
    *ret = (Signal){.day = talks[0]->day, .a = LAST, .b = NONE};
    return met == LAST;
}

static bool is_shorter(const RetreatRecords *records, Signal *ret)
{
    const RetreatVisit *talks[LAST + BEFORE];
    size_t count = newest(records, is_stamped_talk, talks, LAST + BEFORE);
    if (count < LAST + LAST)
        return is_shorter_by_word(records, ret);
    int32_t now = mean_minutes(talks, LAST), before = mean_minutes(talks + LAST, count - LAST);
    *ret = (Signal){.day = talks[0]->day, .a = now, .b = before};
    return before >= TALK_LEAST && now * 2 <= before;
}

static bool is_talk_with_somebody(const RetreatVisit *visit)
{
    return is_talk(visit) && visit->contact;
}

static bool is_junior(const RetreatRecords *records, Signal *ret)
{
    enum { NOW = 2, THEN = 3 };
    const RetreatVisit *talks[NOW + THEN];
    size_t count = newest(records, is_talk_with_somebody, talks, NOW + THEN), key = 0;
    if (count < NOW + KEY_BEFORE || talks[0]->key || talks[1]->key)
        return false;
    *ret = (Signal){.day = talks[0]->day, .who = talks[0]->contact};
    for (size_t i = count; i > NOW; i--) {
        key += talks[i - 1]->key;
        if (talks[i - 1]->key)
            ret->whom = talks[i - 1]->contact;
    }
    return key >= KEY_BEFORE;
}

static bool is_try(const RetreatVisit *visit)
{
    return visit->outcome != OUTCOME_PUT_OFF && visit->outcome != OUTCOME_BY_PHONE &&
           visit->outcome != OUTCOME_DELIVERY_ONLY;
}

static bool is_refused(const RetreatRecords *records, Signal *ret)
{
    const RetreatVisit *tries[BEFORE];
    size_t count = newest(records, is_try, tries, BEFORE), running = 0;
    while (running < count && tries[running]->outcome == OUTCOME_REFUSED)
        running++;
    if (running < 2)
        return false;
    *ret = (Signal){.day = tries[0]->day, .a = (int32_t)running};
    return true;
}

static int32_t mean_days(const RetreatAnswer *answers, size_t count)
{
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += answers[i].came - answers[i].asked;
    return sum / (int32_t)count;
}

static bool is_slower(const RetreatRecords *records, Signal *ret)
{
    size_t count = records->answer_count;
    if (count < LAST + LAST)
        return false;
    size_t before = count - LAST < BEFORE ? count - LAST : BEFORE;
    const RetreatAnswer *last = records->answers + count - LAST;
    int32_t now = mean_days(last, LAST), then = mean_days(last - before, before);
    *ret = (Signal){.day = last[LAST - 1].came, .a = now, .b = then};
    return now >= 2 * then && now >= then + ANSWER_LEAST;
}

/// What came again and again stopped: on the day on which twice the longest time between two of them
/// has passed since the last, and `least` days.
static bool has_stopped(const Day *days, size_t count, int32_t least, Signal *ret)
{
    int32_t longest = 0;
    if (count < SILENCE_FROM)
        return false;
    for (size_t i = 1; i < count; i++)
        if (days[i] - days[i - 1] > longest)
            longest = days[i] - days[i - 1];
    int32_t silence = 2 * longest > least ? 2 * longest : least;
    *ret = (Signal){.day = days[count - 1] + silence, .a = days[count - 1], .b = silence};
    return true;
}

static bool quotes_stopped(const RetreatRecords *records, Signal *ret)
{
    return has_stopped(records->quotes, records->quote_count, QUOTES_LEAST, ret);
}

static bool complaints_stopped(const RetreatRecords *records, Signal *ret)
{
    return !records->in_trouble &&
           has_stopped(records->complaints, records->complaint_count, COMPLAINTS_LEAST, ret);
}

static bool rival_was_seen(const RetreatRecords *records, Signal *ret)
{
    *ret = (Signal){.day = records->rival_seen, .who = records->rival};
    return records->rival_seen != NONE;
}

static Day months_before(Day month, int months)
{
    for (int i = 0; i < months; i++)
        month = day_month_first(month - 1);
    return month;
}

static bool is_of_line(const RetreatMonth *sale, const char *line)
{
    return !line || (sale->line && strcmp(sale->line, line) == 0);
}

/// The sum of the LAST months that end with `month`, of a line or (NULL) of all; false: of one of
/// them nothing is known. Where something is, a line that is not named was not bought.
static bool quarter(const RetreatRecords *records, const char *line, Day month, int64_t *ret)
{
    *ret = 0;
    for (int back = 0; back < LAST; back++) {
        bool known = false;
        Day of = months_before(month, back);
        for (size_t i = 0; i < records->sale_count; i++) {
            const RetreatMonth *sale = &records->sales[i];
            known = known || sale->month == of;
            if (sale->month == of && is_of_line(sale, line))
                *ret += sale->yen;
        }
        if (!known)
            return false;
    }
    return true;
}

static int32_t thousands(int64_t yen)
{
    int64_t rounded = (yen + THOUSAND / 2) / THOUSAND;
    return rounded > INT32_MAX ? INT32_MAX : (int32_t)rounded;
}

/// Three months and what they are held against: a year ago, or where that is not known those before.
typedef struct Quarters {
    int64_t now, before;
    bool year;
} Quarters;

static bool quarters_of(const RetreatRecords *records, const char *line, Quarters *ret)
{
    Day last = records->sales[0].month;
    ret->year = quarter(records, line, months_before(last, YEAR), &ret->before);
    return quarter(records, line, last, &ret->now) &&
           (ret->year || quarter(records, line, months_before(last, LAST), &ret->before));
}

static bool has_shrunk(const Quarters *of)
{
    return of->before > 0 && of->now * 100 <= of->before * SHRUNK_PERCENT;
}

static bool is_first_of_line(const RetreatRecords *records, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (records->sales[i].line && strcmp(records->sales[i].line, records->sales[at].line) == 0)
            return false;
    return true;
}

/// Of the lines that shrink and were worth it the one that lost most; NULL: none.
static const char *worst_line(const RetreatRecords *records, int64_t all, Quarters *ret)
{
    const char *worst = NULL;
    for (size_t i = 0; i < records->sale_count; i++) {
        const char *line = records->sales[i].line;
        Quarters of;
        if (!line || !is_first_of_line(records, i) || !quarters_of(records, line, &of) ||
            !has_shrunk(&of) || of.before * 100 < all * LINE_PERCENT)
            continue;
        if (worst && of.before - of.now <= ret->before - ret->now)
            continue;
        worst = line;
        *ret = of;
    }
    return worst;
}

static bool orders_shrink(const RetreatRecords *records, Signal *ret)
{
    Quarters of;
    if (records->sale_count == 0 || !quarters_of(records, NULL, &of))
        return false;
    const char *line = has_shrunk(&of) ? NULL : worst_line(records, of.before, &of);
    *ret = (Signal){.day = day_month_last(records->sales[0].month),
                    .a = thousands(of.now),
                    .b = thousands(of.before),
                    .c = of.year,
                    .line = line};
    return has_shrunk(&of);
}

size_t retreat_signals(const RetreatRecords *records, Signal *ret)
{
    static bool (*const tests[])(const RetreatRecords *, Signal *) = {
        [RETREAT_SHORTER] = is_shorter,    [RETREAT_JUNIOR] = is_junior,
        [RETREAT_REFUSED] = is_refused,    [RETREAT_SLOWER] = is_slower,
        [RETREAT_QUOTES] = quotes_stopped, [RETREAT_COMPLAINTS] = complaints_stopped,
        [RETREAT_RIVAL] = rival_was_seen,  [RETREAT_ORDERS] = orders_shrink,
    };
    size_t count = 0;
    for (int32_t rule = 0; rule < RETREAT_RULE_COUNT; rule++) {
        if (!tests[rule](records, &ret[count]))
            continue;
        ret[count++].rule = rule;
    }
    return count;
}

static int by_day(const void *a, const void *b)
{
    const Day *left = a, *right = b;
    return *left < *right ? -1 : *left > *right;
}

size_t retreat_slips(const Signal *signals, size_t count, Slip ret[RETREAT_RULE_COUNT])
{
    Day days[RETREAT_RULE_COUNT];
    size_t slips = 0;
    for (size_t i = 0; i < count; i++)
        days[i] = signals[i].day;
    qsort(days, count, sizeof *days, by_day);
    for (size_t i = 1; i < count; i++) {
        Slip slip = {days[i], days[i - 1] + RETREAT_DAYS};
        if (slip.since > slip.until)
            continue;
        if (slips && ret[slips - 1].until >= slip.since - 1)
            ret[slips - 1].until = slip.until;
        else
            ret[slips++] = slip;
    }
    return slips;
}
