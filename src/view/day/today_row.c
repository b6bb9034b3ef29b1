// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of Today says: its sign and name, and what is waiting there.
#include "ground/signs.h"
#include "mawari/base/text.h"
#include "today.h"

const char *today_sign(const DayRow *stop)
{
    switch (stop->sign) {
    case SIGN_DONE:
        return "✓";
    case SIGN_AGREED:
        return "=";
    case SIGN_FLOATING:
        return "~";
    case SIGN_ASKED:
    case SIGN_TENTATIVE:
        return "?";
    case SIGN_CANCELLED:
        return "x";
    case SIGN_NONE:
        break;
    }
    return " ";
}

/// Where even that is too long: a site whose own name begins with its client's is told apart by the
/// rest ("…病院機構北海道がんセンター"). A mere "札幌支店" says nothing without its client.
static const char *visit_name(const DayRow *stop, int columns, Arena *arena)
{
    enum { TELLING = 16 }; // columns: a name so long is known by itself
    const char *name = text_company_fit(stop->name, columns, arena);
    const DayVisit *visit = stop->visit;
    if (text_width(name) <= columns || !visit || !visit->client_name || !visit->site_name)
        return name;
    const char *branch = text_company_branch(visit->site_name, visit->client_name);
    return text_width(branch) < TELLING || branch == visit->site_name
               ? name
               : text_company_fit(branch, columns, arena);
}

const char *today_name(const DayRow *stop, int columns, bool plain, Arena *arena)
{
    switch (stop->kind) {
    case ROW_LUNCH:
        return arena_print(arena, "  %s", _("lunch"));
    case ROW_GAP:
        return arena_print(arena, _("  (free %s)"),
                           minutes_text(stop->leave - stop->arrive, arena));
    case ROW_START:
    case ROW_END:
    case ROW_BLOCK:
    case ROW_PRIVATE:
    case ROW_PROMISE:
    case ROW_PICK_UP:
    case ROW_TROUBLE:
    case ROW_ORDERS:
    case ROW_REST:
        return arena_print(arena, "  %s", stop->name ? stop->name : "");
    case ROW_VISIT:
        break;
    }
    const char *sign = arena_print(arena, "%s%s", plain && stop->next ? sign_before(true, "▶") : "",
                                   sign_word(plain, today_sign(stop)));
    return arena_print(arena, "%s %s", sign,
                       visit_name(stop, columns - text_width(sign) - 1, arena));
}

static const char *promise_words(const char *arrow, int32_t today, int32_t late, int32_t open,
                                 Arena *arena)
{
    if (late > 0)
        return arena_print(arena, _("%s%d late"), arrow, late);
    if (today > 0)
        return arena_print(arena, _("%s%d today"), arrow, today);
    return open > 0 ? arena_print(arena, "%s%d", arrow, open) : "";
}

/// All rows of a day are measured before some are shown, and nothing waits at most of them.
static const char *joined(const char *before, const char *between, const char *after, Arena *arena)
{
    if (!*before || !*after)
        return *before ? before : after;
    return arena_print(arena, "%s%s%s", before, between, after);
}

/// With it that the hour of the row is about, where nobody stamped it.
static const char *outcome_text(const DayVisit *visit, Arena *arena)
{
    const Word *word = words_by_value(&words_outcome, visit->visit.outcome);
    const char *title = word ? lang_text(word->title) : "";
    return visit->visit.about == 1 ? arena_print(arena, _("%s (about)"), title) : title;
}

/// Ways that nobody knows are not in the minutes, and that is said.
static const char *wheel_text(const DaySheet *sheet, Arena *arena)
{
    if (!sheet->wheel_minutes)
        return "";
    const char *minutes = minutes_text(sheet->wheel_minutes, arena);
    return sheet->legs_unknown
               ? arena_print(arena, _("wheel %s, %zu unknown"), minutes, sheet->legs_unknown)
               : arena_print(arena, _("wheel %s"), minutes);
}

/// "wheel 2h40  Fine/Snow".
static const char *start_text(const DaySheet *sheet, Arena *arena)
{
    const char *wheel = wheel_text(sheet, arena);
    const Word *am = words_by_value(&words_weather, sheet->weather);
    const Word *pm = words_by_value(&words_weather, sheet->weather_pm);
    if (!am && !pm)
        return wheel;
    const char *weather = am ? lang_text(am->title) : "–";
    if (am != pm)
        weather = arena_print(arena, "%s/%s", weather, pm ? lang_text(pm->title) : "–");
    return joined(wheel, "  ", weather, arena);
}

/// Where there is room: what is due of the money stands among the promises as well, who closes in the
/// head; and the brief has the rounds.
static const char *with_more(const char *open, const char *more, Arena *arena)
{
    const char *both = joined(open, "  ", more ? more : "", arena);
    return !*open || text_width(both) <= TODAY_WAITING ? both : open;
}

/// Where the place is known only about, its ways are rough: that is never left unsaid.
static const char *with_about(const char *said, const DayRow *stop, Arena *arena)
{
    return joined(said, "  ", stop->about ? stop->about : "", arena);
}

const char *today_waiting(const DayRow *stop, const DaySheet *sheet, bool plain, Arena *arena)
{
    const DayVisit *visit = stop->visit;
    if (stop->kind == ROW_START && stop->id == 0) // the first way of every day hangs on it
        return _("? from where: . s");
    if (stop->kind == ROW_START)
        return with_about(start_text(sheet, arena), stop, arena);
    if (stop->kind == ROW_GAP)
        return stop->past ? "" : _("g: what fits");
    if (stop->no_train && !(visit && visit->visit.outcome != NONE))
        return with_about(arena_print(arena, "! %s", stop->no_train), stop, arena);
    if (stop->kind == ROW_END && sheet->to_write)
        return with_about(arena_print(arena, _("%zu to write"), sheet->to_write), stop, arena);
    if (stop->kind == ROW_TROUBLE)
        return stop->hindrance ? arena_print(arena, "! %s", stop->hindrance)
                               : arena_print(arena, "%s %s", sign_word(plain, "○"), _("me"));
    if (!visit)
        return with_about("", stop, arena);
    if (visit->visit.outcome != NONE)
        return outcome_text(visit, arena);
    if (stop->hindrance)
        return arena_print(arena, "! %s", stop->hindrance);
    const char *mine = promise_words(sign_before(plain, "↑"), visit->mine_today, visit->mine_late,
                                     visit->mine_open, arena);
    const char *theirs = promise_words(sign_before(plain, "↓"), 0, visit->theirs_late,
                                       visit->theirs_open, arena);
    const char *ticket = visit->ticket_number != NONE
                             ? arena_print(arena, "! T%d", visit->ticket_number)
                             : "";
    const char *promises = joined(mine, " ", theirs, arena);
    const char *open = plain ? joined(ticket, "  ", promises, arena) // words are long
                             : joined(promises, "  ", ticket, arena);
    const char *rounds = visit->doors ? arena_print(arena, _("rounds %d"), (int)visit->doors)
                                      : NULL;
    const char *orders = stop->orders ? arena_print(arena, _("orders %d"), (int)stop->orders)
                                      : NULL;
    open = with_more(open, orders, arena);
    const char *said = with_more(with_more(open, rounds, arena), stop->money, arena);
    return with_about(said, stop, arena);
}
