// SPDX-License-Identifier: GPL-3.0-or-later
// A report's line that is written again: what it made the first time is found by its parts, changed
// where the line now says something else, and taken away where it is silent. What somebody changed
// since is told apart, so that nobody's work is written over unasked.
#include <string.h>

#include "capture_inside.h"

/// Where the text, the day, the hour and the person of a part stand in the record that it made, and
/// what says there that it is over. NULL: nowhere.
static const struct {
    LineReads reads;
    const Entity *kind;
    const char *text, *day, *minute, *contact, *over;
} homes[] = {
    {LINE_MINE, &entity_commitment, "what", "due", "due_at", "contact", "kept"},
    {LINE_THEIRS, &entity_commitment, "what", "due", "due_at", "contact", "kept"},
    {LINE_KEPT, &entity_commitment, NULL, "kept", NULL, NULL, NULL},
    {LINE_ORDER, &entity_order_memo, "what", "wanted", "wanted_at", "contact", "handed"},
    {LINE_LENT, &entity_loan, "what", "back", NULL, "contact", "returned"},
    {LINE_TROUBLE, &entity_ticket, "what", NULL, NULL, "contact", "closed"},
    {LINE_INSIDE, &entity_ticket_line, "text", NULL, NULL, "contact", NULL},
    {LINE_GIVEN, &entity_round_client, NULL, "day", NULL, NULL, NULL},
    {LINE_OFFER, &entity_offer, NULL, "day", NULL, "contact", NULL},
    {LINE_RIVAL, &entity_sighting, NULL, NULL, NULL, "contact", NULL},
    {LINE_WORD, &entity_kept_word, "text", NULL, NULL, "contact", NULL},
    {LINE_EXPENSE, &entity_expense, NULL, NULL, NULL, NULL, NULL},
    {LINE_DEMAND, &entity_demand, "asked", NULL, NULL, "contact", "answered"},
    {LINE_NEXT, &entity_visit, NULL, "day", "start", NULL, "outcome"},
    {LINE_DELIVERED, &entity_order_memo, NULL, "delivered", NULL, NULL, NULL},
    {LINE_RETURNED, &entity_loan, NULL, "returned", NULL, NULL, NULL},
};

enum { HOMES = sizeof homes / sizeof *homes };

static size_t home_of(int32_t reads)
{
    size_t i = 0;
    while (i < HOMES && (int32_t)homes[i].reads != reads)
        i++;
    return i;
}

// --- what is wished for

static LineReads reads_of(const HeardPart *row)
{
    if (row->doubt)
        return LINE_WORD;
    switch (row->part->kind) {
    case CAPTURE_MINE:
        return LINE_MINE;
    case CAPTURE_THEIRS:
        return LINE_THEIRS;
    case CAPTURE_DONE:
        return LINE_KEPT;
    case CAPTURE_ORDER:
        return LINE_ORDER;
    case CAPTURE_LOAN:
        return LINE_LENT;
    case CAPTURE_TROUBLE:
        return row->id ? LINE_INSIDE : LINE_TROUBLE;
    case CAPTURE_NEXT:
        return LINE_NEXT;
    case CAPTURE_EXPENSE:
        return LINE_EXPENSE;
    case CAPTURE_RIVAL:
        return LINE_RIVAL;
    case CAPTURE_PRICE:
        return LINE_DEMAND;
    case CAPTURE_OFFER:
        return LINE_OFFER;
    case CAPTURE_NOTE:
    case CAPTURE_OUTCOME:
    case CAPTURE_PERSON:
        break;
    }
    return LINE_NOTE; // it makes no record
}

/// What is known by its words: other words are another one.
static bool is_as_typed(LineReads reads)
{
    return reads == LINE_WORD || reads == LINE_EXPENSE || reads == LINE_OFFER ||
           reads == LINE_RIVAL || reads == LINE_DEMAND;
}

static LinePart blank_part(App *app, LineReads reads, Arena *arena)
{
    LinePart part;
    record_blank(&entity_line_part, &part, app->today, arena);
    part.reads = (int32_t)reads;
    return part;
}

/// What is said of a promise that stands already: its name, and its day where none is named.
static void as_promised(App *app, const Heard *heard, LinePart *part, Arena *arena)
{
    Commitment promise;
    const LinePart *said = heard_said(heard, part->made, false);
    if (!record_get(app->store, &entity_commitment, part->made, arena, &promise, NULL))
        return;
    part->text = promise.what;
    part->day_was = part->reads == LINE_KEPT ? promise.kept : promise.due;
    part->minute_was = part->reads == LINE_KEPT ? NONE : promise.due_at;
    if (said) {
        part->day_was = said->day_was;
        part->minute_was = said->minute_was;
    }
    if (part->day == NONE) {
        part->day = part->day_was;
        part->minute = part->minute_was;
    }
}

LineReads capture_ticked_reads(App *app, Id ticked, Arena *arena)
{
    static const LineReads ways[] = {LINE_GIVEN, LINE_DELIVERED, LINE_RETURNED};
    RecordHead head;
    bool read = record_head(app->store, ticked, arena, &head, NULL);
    for (size_t i = 0; read && i < sizeof ways / sizeof *ways; i++)
        if (homes[home_of((int32_t)ways[i])].kind == head.kind)
            return ways[i];
    return LINE_KEPT;
}

/// An order, a loan: its name, and what stood where the day of the tick is put.
static void as_ticked(App *app, const Heard *heard, LinePart *part, Arena *arena)
{
    size_t home = home_of(part->reads);
    const Entity *kind = homes[home].kind;
    const LinePart *said = heard_said(heard, part->made, false);
    void *record = arena_take(arena, kind->size);
    if (!record_get(app->store, kind, part->made, arena, record, NULL))
        return;
    Value was = value_of(entity_field(kind, homes[home].day), record);
    part->text = app_name(app, part->made, arena);
    part->day_was = said ? said->day_was : was.kind == V_WHOLE ? (Day)was.whole : NONE;
}

static void as_standing(App *app, const Heard *heard, LinePart *part, Arena *arena)
{
    if (part->reads == LINE_GIVEN)
        capture_at_door(app, heard, part, arena);
    else if (part->reads == LINE_DELIVERED || part->reads == LINE_RETURNED)
        as_ticked(app, heard, part, arena);
    else
        as_promised(app, heard, part, arena);
}

static void wish_row(App *app, const Heard *heard, const HeardPart *row, Wishes *wishes,
                     Arena *arena)
{
    LineReads reads = reads_of(row);
    wishes->no_next = wishes->no_next || (reads == LINE_NEXT && row->part->none);
    if (reads == LINE_NOTE || (reads == LINE_NEXT && row->part->none))
        return;
    bool ticks = reads == LINE_KEPT, changes = ticks || (reads == LINE_THEIRS && row->id);
    LinePart part = blank_part(app, ticks ? capture_ticked_reads(app, row->id, arena) : reads,
                               arena);
    part.made = changes ? row->id : 0;
    part.is_new = changes ? NONE : 1;
    bool whole = is_as_typed(reads) && reads != LINE_RIVAL; // with its mark
    part.text = whole ? heard_word(heard, row, arena) : row->part->text;
    part.contact = row->contact;
    part.day = ticks || reads == LINE_OFFER ? app->today : row->part->day;
    part.minute = row->part->minute;
    if (changes)
        as_standing(app, heard, &part, arena);
    wishes->rows[wishes->count++] = (Wish){.part = part, .row = row, .said = UNCLAIMED};
}

static bool wishes_for(const Wishes *wishes, LineReads reads, Id made)
{
    for (size_t i = 0; i < wishes->count; i++)
        if (wishes->rows[i].part.reads == (int32_t)reads &&
            (!made || wishes->rows[i].part.made == made))
            return true;
    return false;
}

static void wish_beside(App *app, const Heard *heard, const Report *report, Wishes *wishes,
                        Arena *arena)
{
    for (size_t i = 0; i < report->ticked_count; i++) {
        LineReads reads = capture_ticked_reads(app, report->ticked[i], arena);
        if (wishes_for(wishes, reads, report->ticked[i]))
            continue;
        LinePart part = blank_part(app, reads, arena);
        part.made = report->ticked[i];
        part.day = app->today;
        part.ticked = 1;
        as_standing(app, heard, &part, arena);
        wishes->rows[wishes->count++] = (Wish){.part = part, .said = UNCLAIMED};
    }
    if (report->next == NONE || wishes->no_next || wishes_for(wishes, LINE_NEXT, 0))
        return;
    LinePart part = blank_part(app, LINE_NEXT, arena);
    part.day = report->next;
    part.is_new = 1;
    wishes->rows[wishes->count++] = (Wish){.part = part, .said = UNCLAIMED};
}

/// Is it the same part? `wholly`: by its text, else any of its sort.
static bool is_the_one(const LinePart *wish, const LinePart *said, bool wholly)
{
    if (wish->reads != said->reads || wish->is_new != said->is_new)
        return false;
    if (wish->is_new != 1)
        return wish->made == said->made;
    bool same = wish->text && said->text ? strcmp(wish->text, said->text) == 0
                                         : !wish->text && !said->text;
    return same ||
           (!wholly && !is_as_typed((LineReads)wish->reads)); // a rival never becomes a price
}

static void claim(const Heard *heard, Wishes *wishes, Wish *wish, bool wholly)
{
    for (size_t i = 0; i < heard->said_count && wish->said == UNCLAIMED; i++) {
        const LinePart *said = &heard->said[i];
        if (wishes->claimed[i] || !is_the_one(&wish->part, said, wholly))
            continue;
        wishes->claimed[i] = true;
        wish->said = (int)i;
        wish->part.made = said->made;
        if (said->reads == LINE_KEPT || said->reads == LINE_DELIVERED ||
            said->reads == LINE_RETURNED || said->reads == LINE_GIVEN || said->reads == LINE_OFFER)
            wish->part.day = said->day; // it was ticked on the day of the first saving
    }
}

Wishes capture_wishes(App *app, const Heard *heard, const Report *report, Arena *arena)
{
    static const Report nothing = {.next = NONE};
    const Report *beside = report ? report : &nothing;
    Wishes wishes = {
        .rows = arena_array(arena, Wish, heard->capture.count + beside->ticked_count + 1),
        .claimed = arena_array(arena, bool, heard->said_count)};
    for (size_t i = 0; i < heard->capture.count; i++)
        wish_row(app, heard, &heard->rows[i], &wishes, arena);
    wish_beside(app, heard, beside, &wishes, arena);
    wishes.no_next = wishes.no_next || beside->next_none;
    for (int wholly = 1; wholly >= 0; wholly--)
        for (size_t i = 0; i < wishes.count; i++)
            claim(heard, &wishes, &wishes.rows[i], wholly);
    return wishes;
}

// --- what was changed since

static Value value_at(const Entity *kind, const char *name, const void *record)
{
    return name ? value_of(entity_field(kind, name), record) : value_none();
}

static bool text_same(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

bool line_part_same(const LinePart *a, const LinePart *b)
{
    return text_same(a->text, b->text) && a->day == b->day && a->minute == b->minute &&
           a->contact == b->contact;
}

static bool stands(const Entity *kind, const char *name, const void *record, Value said)
{
    return !name || value_same(value_at(kind, name, record), said);
}

static Value whole_or_none(int32_t whole)
{
    return whole == NONE ? value_none() : value_whole(whole);
}

static Value id_or_none(Id id)
{
    return id ? value_whole(id) : value_none();
}

bool capture_is_changed(App *app, const LinePart *said, bool *ret, bool *ret_gone, Err *err)
{
    size_t home = home_of(said->reads);
    RecordHead head;
    *ret = *ret_gone = false;
    if (home == HOMES || !said->made)
        return true;
    const Entity *kind = homes[home].kind;
    void *record = arena_take(app->scratch, kind->size);
    if (!record_head(app->store, said->made, app->scratch, &head, err) ||
        !record_get(app->store, kind, said->made, app->scratch, record, err))
        return false;
    *ret_gone = head.archived;
    bool as_said = stands(kind, homes[home].day, record, whole_or_none(said->day)) &&
                   stands(kind, homes[home].minute, record, whole_or_none(said->minute));
    if (said->is_new == 1)
        as_said = as_said && stands(kind, homes[home].text, record, value_text(said->text)) &&
                  stands(kind, homes[home].contact, record, id_or_none(said->contact)) &&
                  value_at(kind, homes[home].over, record).kind == V_NONE;
    *ret = head.archived || !as_said;
    return true;
}

static bool add_name(App *app, const LinePart *said, Buffer *names)
{
    const char *name = said->reads == LINE_NEXT ? _("next visit")
                                                : app_name(app, said->made, names->arena);
    buffer_print(names, "%s%s", names->size ? _(", ") : "", name);
    return true;
}

bool capture_changed_since(App *app, const Heard *heard, const Report *report, Arena *arena,
                           const char **ret, Err *err)
{
    Wishes wishes = capture_wishes(app, heard, report, arena);
    Buffer names = {.arena = arena};
    for (size_t i = 0; i < heard->said_count; i++) {
        bool changed, gone, wished = false;
        const LinePart *said = &heard->said[i];
        for (size_t j = 0; j < wishes.count; j++)
            wished = wished ||
                     (wishes.rows[j].said == (int)i && line_part_same(&wishes.rows[j].part, said));
        if (!capture_is_changed(app, said, &changed, &gone, err))
            return false;
        bool stays = said->reads == LINE_NEXT && !wishes.claimed[i] && !wishes.no_next;
        if (changed && !wished && !stays && (!gone || wishes.claimed[i]))
            add_name(app, said, &names);
    }
    *ret = buffer_text(&names);
    return true;
}

// --- writing again

static void set(const Entity *kind, const char *name, void *record, Value value, Arena *arena)
{
    if (name)
        value_put(entity_field(kind, name), record, value, arena);
}

/// A slip of the pen is no delay, and another name is guessed anew where the old one was.
static void as_if_never_else(App *app, Commitment *promise, const LinePart *part)
{
    const char *table = app_setting(app, "promise_words");
    int32_t way = NONE;
    Minute minutes = NONE;
    if (promise->first_due == promise->due)
        promise->first_due = part->day;
    if (text_same(promise->what, part->text) || part->reads != LINE_MINE)
        return;
    promise_guess(table, promise->what, app->scratch, &way, &minutes);
    if (promise->way == way && promise->minutes == minutes)
        promise_guess(table, part->text, app->scratch, &promise->way, &promise->minutes);
}

bool capture_set_again(App *app, Step *step, const LinePart *part, Err *err)
{
    size_t home = home_of(part->reads);
    RecordHead head;
    if (home == HOMES)
        return true;
    if (part->reads == LINE_GIVEN)
        return capture_set_door(app, step, part, false, part->visit, err);
    const Entity *kind = homes[home].kind;
    void *record = arena_take(app->scratch, kind->size);
    if (!record_head(app->store, part->made, app->scratch, &head, err) ||
        (head.archived && !record_restore(step, part->made, err)) ||
        !record_get(app->store, kind, part->made, app->scratch, record, err))
        return false;
    if (kind == &entity_commitment && part->is_new == 1)
        as_if_never_else(app, record, part);
    set(kind, homes[home].day, record, whole_or_none(part->day), app->scratch);
    set(kind, homes[home].minute, record, whole_or_none(part->minute), app->scratch);
    if (part->is_new == 1) {
        set(kind, homes[home].text, record, value_text(part->text), app->scratch);
        set(kind, homes[home].contact, record, id_or_none(part->contact), app->scratch);
    }
    if (kind == &entity_visit)
        return act_put_elsewhere(app, step, part->made, record, err);
    return act_put(app, step, kind, part->made, record, NULL, err);
}

bool capture_take_away(App *app, Step *step, const LinePart *said, Err *err)
{
    if (said->reads == LINE_OFFER)
        return capture_take_offer(app, step, said->made, err);
    if (said->is_new == 1)
        return record_archive(step, said->made, err) &&
               (said->reads != LINE_RIVAL || capture_forget_rival(app, step, said->made, err));
    if (said->reads == LINE_GIVEN)
        return capture_set_door(app, step, said, true, 0, err);
    LinePart before = *said;
    before.day = said->day_was;
    before.minute = said->minute_was;
    return capture_set_again(app, step, &before, err);
}
