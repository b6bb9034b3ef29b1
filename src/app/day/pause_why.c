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

static void say_place(const DaySheet *sheet, size_t row, Buffer *out)
{
    const DayRow *before = visit_beside(sheet, row, -1), *behind = visit_beside(sheet, row, 1);
    const char *from = minute_text(sheet->rows[row].begin, out->arena);
    if (before && behind)
        buffer_print(out, _("From %s, behind %s and before %s."), from, before->name, behind->name);
    else if (before)
        buffer_print(out, _("From %s, behind %s."), from, before->name);
    else if (behind)
        buffer_print(out, _("From %s, before %s."), from, behind->name);
    buffer_add(out, "\n");
}

static bool say_lunch(App *app, const DaySheet *sheet, size_t row, Buffer *out, Err *err)
{
    Id id;
    DayPlan plan;
    const DayRow *lunch = &sheet->rows[row];
    Minute to = app_setting_whole(app, "lunch_to");
    record_blank(&entity_day_plan, &plan, app->today, out->arena);
    if (!query_day_plan(app->store, sheet->day, out->arena, &id, &plan, err))
        return false;
    const char *length = minutes_words(lunch->leave - lunch->begin, out->arena);
    if (plan.lunch_at != NONE)
        buffer_print(out, _("Lunch was set to %s and takes %s."),
                     minute_text(plan.lunch_at, out->arena), length);
    else
        buffer_print(out, _("Lunch takes %s and floats: it may begin from %s to %s."), length,
                     minute_text(app_setting_whole(app, "lunch_from"), out->arena),
                     minute_text(to, out->arena));
    buffer_add(out, "\n");
    say_place(sheet, row, out);
    if (plan.lunch_at == NONE && lunch->begin > to)
        buffer_print(out, _("! Between the stops there was no room for it by %s.\n"),
                     minute_text(to, out->arena));
    buffer_add(out, _(". l sets its hour for this day, . j looks for an order with more room.\n"));
    return true;
}

static void say_wheel(App *app, const DaySheet *sheet, size_t row, Buffer *out)
{
    Minute longest = app_setting_whole(app, "wheel_minutes");
    Minute rest = app_setting_whole(app, "rest_minutes");
    buffer_print(out, _("At most %s at the wheel, then %s of rest."),
                 minutes_words(longest, out->arena), minutes_words(rest, out->arena));
    buffer_add(out, "\n");
    say_place(sheet, row, out);
    buffer_add(out, _("It came with the order that was taken; . j looks anew.\n"));
}

static void say_breather(const DaySheet *sheet, size_t row, Buffer *out)
{
    const DayRow *rest = &sheet->rows[row], *visit = visit_beside(sheet, row, -1);
    if (visit)
        buffer_print(out, _("%s to recover, for %s is to be handled with care.\n"),
                     minutes_words(rest->leave - rest->begin, out->arena),
                     visit->with ? visit->with : visit->name);
    say_place(sheet, row, out);
    buffer_add(out, _("The setting recovery_minutes says how long; 0 leaves it out.\n"));
}

bool pause_why(App *app, DaySheet *sheet, size_t row, Arena *arena, const char **ret, Err *err)
{
    Buffer out = {.arena = arena};
    const DayRow *pause = row < sheet->count ? &sheet->rows[row] : NULL;
    *ret = NULL;
    if (!pause || (pause->kind != ROW_LUNCH && pause->kind != ROW_REST) || pause->begin == NONE)
        return true;
    if (!day_name_rows(app, arena, sheet, 0, sheet->count, err) ||
        (pause->kind == ROW_LUNCH && !say_lunch(app, sheet, row, &out, err)))
        return false;
    if (pause->kind == ROW_REST && pause->id)
        say_wheel(app, sheet, row, &out);
    else if (pause->kind == ROW_REST)
        say_breather(sheet, row, &out);
    *ret = buffer_text(&out);
    return true;
}
