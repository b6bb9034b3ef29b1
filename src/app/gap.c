// SPDX-License-Identifier: GPL-3.0-or-later
// Free time between two doors: its minutes, and the four lanes of what fits into them.
#include "mawari/app/gap.h"

#include <stdlib.h>

#include "gap_lanes.h"
#include "mawari/base/buffer.h"

enum { LEAST = 10, CALL = 10, ROUNDED = 5, LATEST_CALL = 20 * 60 };

static const DayGap *gap_around(const DayGaps *gaps, Minute at)
{
    for (size_t i = 0; i < gaps->count; i++)
        if (gaps->rows[i].until - (at > gaps->rows[i].from ? at : gaps->rows[i].from) >= LEAST)
            return &gaps->rows[i];
    return NULL;
}

static bool name_next(App *app, const DayGap *gap, Arena *arena, GapSheet *out, Err *err)
{
    out->next_hour = out->door = NONE;
    out->next = gap->after.name;
    if (!gap->next)
        return true;
    DayVisit visit = *gap->next->visit;
    if (!query_visit_names(app->store, app->today, arena, &visit, err))
        return false;
    DayRow row = day_visit_row(&visit);
    day_name_row(&row, arena);
    out->next = row.name;
    out->next_hour = visit.visit.start;
    out->door = day_door_minutes(app, &visit);
    return true;
}

bool gap_sheet(App *app, Minute at, Arena *arena, GapSheet *ret, Err *err)
{
    DayGaps gaps;
    if (at == NONE)
        at = app->minute;
    if (!day_gaps(app, app->today, LEAST, arena, &gaps, err))
        return false;
    const DayGap *gap = gap_around(&gaps, at);
    if (!gap)
        return err_set(err, ERR_NOT_FOUND, _("no gap of %d minutes is left today"), LEAST);
    GapSheet out = {.day = app->today,
                    .from = at > gap->from ? at : gap->from,
                    .until = gap->until,
                    .leg = gap->leg.minutes,
                    .spare = app_setting_whole(app, "spare_minutes"),
                    .here = gap->before.name};
    GapAsk ask = {.app = app, .arena = arena, .gaps = &gaps, .gap = gap, .out = &out};
    if (!name_next(app, gap, arena, &out, err) || !gap_fill_lanes(&ask, err))
        return false;
    *ret = out;
    return true;
}

// --- as text

const char *gap_lane_name(GapLane lane)
{
    static const char *const names[] = {
        [LANE_NEAR] = N_("near"),
        [LANE_PHONE] = N_("phone"),
        [LANE_DESK] = N_("desk"),
        [LANE_REST] = N_("rest"),
    };
    return lang_text(names[lane]);
}

const char *gap_headline(const GapSheet *gap, Arena *arena)
{
    return arena_print(arena, _("%s–%s: %s free"), minute_text(gap->from, arena),
                       minute_text(gap->until, arena),
                       minutes_words(gap->until - gap->from, arena));
}

const char *gap_formula(const GapSheet *gap, Arena *arena)
{
    if (!gap->next)
        return "";
    if (gap->next_hour == NONE)
        return arena_print(arena, _("then %s"), gap->next);
    return arena_print(arena, _("then %s %s − drive %s − door %d − %d to spare"), gap->next,
                       minute_text(gap->next_hour, arena),
                       gap->leg == NONE ? "?" : arena_print(arena, "%d", gap->leg), gap->door,
                       gap->spare);
}

const char *gap_offer_detail(const GapOffer *offer, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (offer->detour != NONE)
        buffer_print(&out, _("detour %d (%s)"), offer->detour, offer->source);
    if (offer->phone)
        buffer_print(&out, "%s%s", out.size ? "  " : "", offer->phone);
    if (*offer->why)
        buffer_print(&out, "%s%s", out.size ? "  " : "", offer->why);
    return buffer_text(&out);
}

const char *gap_text(const GapSheet *gap, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out, "%s, %s\n", gap_headline(gap, arena), gap_formula(gap, arena));
    for (size_t i = 0; i < gap->count; i++) {
        const GapOffer *offer = &gap->offers[i];
        if (i == 0 || gap->offers[i - 1].lane != offer->lane)
            buffer_print(&out, "%s\n", gap_lane_name(offer->lane));
        buffer_print(&out, "  %4s  %s  %s\n", minutes_text(offer->minutes, arena), offer->name,
                     gap_offer_detail(offer, arena));
    }
    if (gap->count == 0)
        buffer_print(&out, "%s\n", _("nothing that is known fits"));
    return buffer_text(&out);
}

// --- when to call back

static Minute rounded_up(Minute minute)
{
    return (minute + ROUNDED - 1) / ROUNDED * ROUNDED;
}

static void add_slot(CallSlot *slots, size_t most, size_t *count, CallSlot slot)
{
    slot.from = rounded_up(slot.from);
    slot.to = slot.from + CALL;
    if (*count < most)
        slots[(*count)++] = slot;
}

/// Five minutes are left to whoever is on the telephone now.
bool call_slots(App *app, size_t most, Arena *arena, CallSlot **ret, size_t *ret_count, Err *err)
{
    DayGaps gaps;
    CallSlot *slots = arena_array(arena, CallSlot, most);
    size_t count = 0;
    Minute soonest = app->minute + ROUNDED;
    if (!day_gaps(app, app->today, CALL, arena, &gaps, err))
        return false;
    bool car = gaps.things.parts.mode == MODE_CAR;
    for (size_t i = 0; i < gaps.count; i++) {
        Minute from = gaps.rows[i].from > soonest ? gaps.rows[i].from : soonest;
        if (rounded_up(from) + CALL <= gaps.rows[i].until)
            add_slot(slots, most, &count, (CallSlot){app->today, from, 0, car});
    }
    if (gaps.home != NONE && gaps.home > soonest && gaps.home < LATEST_CALL)
        add_slot(slots, most, &count, (CallSlot){app->today, gaps.home, 0, false});
    Day next = workday_add(&app->work, app->today, 1);
    add_slot(slots, most, &count, (CallSlot){next, app_setting_whole(app, "day_start"), 0, false});
    *ret = slots;
    *ret_count = count;
    return true;
}

const char *call_slot_text(const App *app, const CallSlot *slot, Arena *arena)
{
    const char *hours = arena_print(arena, "%s–%s", minute_text(slot->from, arena),
                                    minute_text(slot->to, arena));
    if (slot->day != app->today)
        hours = arena_print(arena, "%s %s", day_text_full(slot->day, app->today, arena), hours);
    return slot->parked ? arena_print(arena, _("%s, parked"), hours) : hours;
}
