// SPDX-License-Identifier: GPL-3.0-or-later
// Why lunch, a rest from the wheel or a breather stands where it stands, in sentences.
#include "mawari/app/day.h"

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

/// The visit before the row or behind it; NULL: there is none.
static const DayRow *visit_beside(const DaySheet *sheet, size_t row, int by)
{
    for (size_t i = row + (size_t)by; i < sheet->count; i += (size_t)by)
        if (sheet->rows[i].kind == ROW_VISIT)
            return &sheet->rows[i];
    return NULL;
}

static void say_place(const Pause *pause, Buffer *out)
{
    const char *from = minute_text(pause->begin, out->arena);
    if (pause->before && pause->behind)
        buffer_print(out, _("From %s, behind %s and before %s."), from, pause->before,
                     pause->behind);
    else if (pause->before)
        buffer_print(out, _("From %s, behind %s."), from, pause->before);
    else if (pause->behind)
        buffer_print(out, _("From %s, before %s."), from, pause->behind);
    buffer_add(out, "\n");
}

static bool say_lunch(App *app, const Pause *pause, Buffer *out, Err *err)
{
    Id id;
    DayPlan plan;
    Minute to = app_setting_whole(app, "lunch_to");
    record_blank(&entity_day_plan, &plan, app->today, out->arena);
    if (!query_day_plan(app->store, pause->day, out->arena, &id, &plan, err))
        return false;
    const char *length = minutes_words(pause->leave - pause->begin, out->arena);
    if (plan.lunch_at != NONE)
        buffer_print(out, _("Lunch was set to %s and takes %s."),
                     minute_text(plan.lunch_at, out->arena), length);
    else
        buffer_print(out, _("Lunch takes %s and floats: it may begin from %s to %s."), length,
                     minute_text(app_setting_whole(app, "lunch_from"), out->arena),
                     minute_text(to, out->arena));
    buffer_add(out, "\n");
    say_place(pause, out);
    if (plan.lunch_at == NONE && pause->begin > to)
        buffer_print(out, _("! Between the stops there was no room for it by %s.\n"),
                     minute_text(to, out->arena));
    buffer_add(out, pause->proposed
                        ? _(". l on Today sets its hour for this day; the order keeps it.\n")
                        : _(". l sets its hour for this day, . j looks for an order with more "
                            "room.\n"));
    return true;
}

static void say_wheel(App *app, const Pause *pause, Buffer *out)
{
    Minute longest = app_setting_whole(app, "wheel_minutes");
    Minute rest = app_setting_whole(app, "rest_minutes");
    buffer_print(out, _("At most %s at the wheel, then %s of rest."),
                 minutes_words(longest, out->arena), minutes_words(rest, out->arena));
    buffer_add(out, "\n");
    say_place(pause, out);
    if (!pause->proposed)
        buffer_add(out, _("It came with the order that was taken; . j looks anew.\n"));
}

static void say_breather(const DaySheet *sheet, size_t row, const Pause *pause, Buffer *out)
{
    const DayRow *rest = &sheet->rows[row], *visit = visit_beside(sheet, row, -1);
    if (visit)
        buffer_print(out, _("%s to recover, for %s is to be handled with care.\n"),
                     minutes_words(rest->leave - rest->begin, out->arena),
                     visit->with ? visit->with : visit->name);
    say_place(pause, out);
    buffer_add(out, _("The setting recovery_minutes says how long; 0 leaves it out.\n"));
}

static void say_orders(const Pause *pause, Buffer *out)
{
    buffer_print(out, _("%s: %s by telephone."), pause->name,
                 minutes_words(pause->leave - pause->begin, out->arena));
    buffer_add(out, "\n");
    say_place(pause, out);
    buffer_add(out, _("The setting order_cutoff says by when the office needs orders; a supplier "
                      "may have an hour of its own.\n"));
}

bool proposed_pause_why(App *app, const Pause *pause, Arena *arena, const char **ret, Err *err)
{
    Buffer out = {.arena = arena};
    *ret = NULL;
    if (pause->kind == ROW_REST)
        say_wheel(app, pause, &out);
    else if (pause->kind == ROW_ORDERS)
        say_orders(pause, &out);
    else if (pause->kind != ROW_LUNCH)
        return true;
    else if (!say_lunch(app, pause, &out, err))
        return false;
    *ret = buffer_text(&out);
    return true;
}

bool pause_why(App *app, DaySheet *sheet, size_t row, Arena *arena, const char **ret, Err *err)
{
    Buffer out = {.arena = arena};
    const DayRow *at = row < sheet->count ? &sheet->rows[row] : NULL;
    *ret = NULL;
    if (!at || (at->kind != ROW_LUNCH && at->kind != ROW_REST) || at->begin == NONE)
        return true;
    if (!day_name_rows(app, arena, sheet, 0, sheet->count, err))
        return false;
    const DayRow *before = visit_beside(sheet, row, -1), *behind = visit_beside(sheet, row, 1);
    const Pause pause = {.kind = at->kind,
                         .day = sheet->day,
                         .begin = at->begin,
                         .leave = at->leave,
                         .before = before ? before->name : NULL,
                         .behind = behind ? behind->name : NULL};
    if (at->kind == ROW_LUNCH && !say_lunch(app, &pause, &out, err))
        return false;
    if (at->kind == ROW_REST && at->id)
        say_wheel(app, &pause, &out);
    else if (at->kind == ROW_REST)
        say_breather(sheet, row, &pause, &out);
    *ret = buffer_text(&out);
    return true;
}
