// SPDX-License-Identifier: GPL-3.0-or-later
// Free time between two doors: its minutes, and the four lanes of what fits into them.
#include "mawari/app/gap.h"

#include <stdlib.h>

#include "gap_lanes.h"
#include "mawari/app/find.h"
#include "mawari/base/buffer.h"

enum { LEAST = 10, CALL = 10, ROUNDED = 5, LATEST_CALL = 20 * 60 };

static bool name_thing(App *app, Arena *arena, const Thing *thing, const char **ret, Err *err)
{
    DayRow row = thing->row;
    if (row.kind == ROW_PROMISE && !day_read_task_name(app, arena, &row, err))
        return false;
    if (row.visit) {
        DayVisit visit = *row.visit;
        if (!query_visit_names(app->store, app->today, arena, &visit, err))
            return false;
        row.visit = &visit;
        day_name_row(&row, arena);
    }
    *ret = row.name;
    return true;
}

/// What cannot wait, its hour, and what is taken off that.
static bool name_fixed(App *app, const DayGaps *gaps, const DayGap *gap, Arena *arena,
                       GapSheet *out, Err *err)
{
    const Place *home = &gaps->things.parts.to;
    out->next_hour = out->door = out->leg = NONE;
    out->next = home->name ? home->name : _("end");
    if (!gap->fixed)
        return true;
    const DayVisit *visit = gap->fixed->row.visit;
    out->next_hour = visit ? visit->visit.start : gap->fixed->floating.wanted;
    out->travels = visit != NULL;
    out->leg = gap->fixed->row.leg_minutes;
    out->door = visit ? day_door_minutes(app, visit) : NONE;
    return name_thing(app, arena, gap->fixed, &out->next, err);
}

/// "lunch, カフェ・ミモザ, 大通書房 …"; NULL: nothing waits.
static bool name_waiting(App *app, const DayGap *gap, Arena *arena, GapSheet *out, Err *err)
{
    Buffer names = {.arena = arena};
    size_t waits = gap->time.waits;
    for (size_t i = 0; i < waits && i < FREE_NAMED; i++) {
        const char *name;
        if (!name_thing(app, arena, gap->waiting[i], &name, err))
            return false;
        buffer_print(&names, "%s%s", i ? _(", ") : "", name);
    }
    if (waits > FREE_NAMED)
        buffer_add(&names, " …");
    out->waiting = waits ? buffer_text(&names) : NULL;
    out->needed = gap->time.needed;
    return true;
}

bool gap_sheet(App *app, Minute at, Arena *arena, GapSheet *ret, Err *err)
{
    DayGaps gaps;
    DayGap gap;
    if (at == NONE)
        at = app->minute;
    if (!day_gaps(app, app->today, LEAST, arena, &gaps, err))
        return false;
    if (!day_gap_at(&gaps, at, &gap))
        return err_set(err, ERR_NOT_FOUND, _("no gap of %d minutes is left today"), LEAST);
    GapSheet out = {.day = app->today,
                    .from = gap.time.from,
                    .until = gap.time.until,
                    .at_once = gap.time.from <= app->minute,
                    .spare = app_setting_whole(app, "spare_minutes"),
                    .here = gap.before.id ? app_name(app, gap.before.id, arena) : NULL};
    GapAsk ask = {.app = app, .arena = arena, .gaps = &gaps, .gap = &gap, .out = &out};
    if (!name_fixed(app, &gaps, &gap, arena, &out, err) ||
        !name_waiting(app, &gap, arena, &out, err) || !gap_fill_lanes(&ask, err))
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
    const char *free = minutes_words(gap->until - gap->from, arena);
    return arena_print(arena, gap->at_once ? _("%s–%s: %s free now") : _("%s–%s: %s free"),
                       minute_text(gap->from, arena), minute_text(gap->until, arena), free);
}

const char *gap_formula(const GapSheet *gap, Arena *arena)
{
    if (!gap->next)
        return "";
    if (gap->next_hour == NONE)
        return arena_print(arena, _("then %s"), gap->next);
    if (!gap->travels)
        return arena_print(arena, _("then %s %s"), gap->next, minute_text(gap->next_hour, arena));
    return arena_print(arena, _("then %s %s − drive %s − door %d − %d to spare"), gap->next,
                       minute_text(gap->next_hour, arena),
                       gap->leg == NONE ? "?" : arena_print(arena, "%d", gap->leg), gap->door,
                       gap->spare);
}

const char *gap_waiting(const GapSheet *gap, Arena *arena)
{
    return gap->waiting
               ? arena_print(arena, _("can wait till %s: %s (%s)"), minute_text(gap->until, arena),
                             gap->waiting, minutes_words(gap->needed, arena))
               : NULL;
}

const char *gap_offer_detail(const GapOffer *offer, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (offer->detour != NONE)
        buffer_print(&out, _("detour %d (%s)"), offer->detour, offer->source);
    if (offer->about)
        buffer_print(&out, _(", place %s"), offer->about);
    if (offer->phone)
        buffer_print(&out, "%s%s", out.size ? "  " : "", offer->phone);
    if (*offer->why)
        buffer_print(&out, "%s%s", out.size ? "  " : "", offer->why);
    return buffer_text(&out);
}

const char *gap_text(const GapSheet *gap, Arena *arena)
{
    Buffer out = {.arena = arena};
    const char *waiting = gap_waiting(gap, arena);
    buffer_print(&out, "%s, %s\n", gap_headline(gap, arena), gap_formula(gap, arena));
    if (waiting)
        buffer_print(&out, "%s\n", waiting);
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
    Minute soonest = app->minute + ROUNDED, home = NONE;
    if (!day_gaps(app, app->today, CALL, arena, &gaps, err))
        return false;
    bool car = gaps.things.parts.mode == MODE_CAR;
    for (size_t i = 0; i < gaps.table.count; i++) {
        const Slot *slot = &gaps.table.slots[i];
        Minute from = slot->begin > soonest ? slot->begin : soonest;
        if (slot->kind == SLOT_END)
            home = slot->arrive;
        if (slot->kind == SLOT_GAP && rounded_up(from) + CALL <= slot->leave)
            add_slot(slots, most, &count, (CallSlot){app->today, from, 0, car});
    }
    if (home != NONE && home > soonest && home < LATEST_CALL)
        add_slot(slots, most, &count, (CallSlot){app->today, home, 0, false});
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
