// SPDX-License-Identifier: GPL-3.0-or-later
// All that a line says, written into one step. What is in doubt goes into the note and is kept as
// an unsettled word, so that it can be listed.
#include "capture_inside.h"
#include "mawari/app/prices.h"

typedef struct Keeping {
    App *app;
    Step *step;
    const Heard *heard;
    const Report *report; // NULL: the line alone
    LinePart *parts;      // what became of the line
    size_t part_count;
    Id about;
} Keeping;

/// `*ret_id` may be NULL.
static bool keep(Keeping *keeping, const Entity *kind, Id id, void *record, Id *ret_id, Err *err)
{
    Id put;
    if (!act_put(keeping->app, keeping->step, kind, id, record, &put, err))
        return false;
    if (keeping->about == 0)
        keeping->about = put;
    if (ret_id)
        *ret_id = put;
    return true;
}

/// The site where it was said, for what concerns the client there.
static Id site_of(const Keeping *keeping, const HeardPart *row)
{
    const CapturePlace *place = &keeping->heard->place;
    return row->client == place->client ? place->site : 0;
}

static bool keep_new_promise(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    App *app = keeping->app;
    Commitment promise;
    record_blank(&entity_commitment, &promise, app->today, app->scratch);
    bool mine = row->part->kind == CAPTURE_MINE;
    promise.direction = mine ? DIRECTION_MINE : DIRECTION_THEIRS;
    promise.what = row->part->text;
    promise.client = row->client;
    promise.site = site_of(keeping, row);
    promise.contact = row->contact;
    promise.due = row->part->day;
    promise.due_at = row->part->minute;
    promise.visit = keeping->heard->place.visit;
    return keep(keeping, &entity_commitment, 0, &promise, ret, err);
}

/// What stands already: a promise is kept, or moves, and its age and lateness stay; a door is given.
static bool keep_standing(Keeping *keeping, const LinePart *part, Err *err)
{
    Commitment promise;
    if (part->reads == LINE_GIVEN) {
        keeping->about = keeping->about ? keeping->about : part->made;
        return capture_set_door(keeping->app, keeping->step, part, false,
                                keeping->heard->place.visit, err);
    }
    if (!record_get(keeping->app->store, &entity_commitment, part->made, keeping->app->scratch,
                    &promise, err))
        return false;
    if (part->reads == LINE_KEPT) {
        promise.kept = part->day;
    } else {
        promise.due = part->day;
        promise.due_at = part->minute;
    }
    return keep(keeping, &entity_commitment, part->made, &promise, NULL, err);
}

static bool keep_order(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    OrderMemo order;
    record_blank(&entity_order_memo, &order, keeping->app->today, keeping->app->scratch);
    order.what = row->part->text;
    order.client = row->client;
    order.site = site_of(keeping, row);
    order.contact = row->contact;
    order.wanted = row->part->day;
    order.wanted_at = row->part->minute;
    order.visit = keeping->heard->place.visit;
    return keep(keeping, &entity_order_memo, 0, &order, ret, err);
}

static bool keep_loan(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    Loan loan;
    return capture_loan_of(keeping->app, row, site_of(keeping, row), keeping->heard->place.visit,
                           &loan, err) &&
           keep(keeping, &entity_loan, 0, &loan, ret, err);
}

static bool keep_ticket_line(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    TicketLine line;
    record_blank(&entity_ticket_line, &line, keeping->app->today, keeping->app->scratch);
    line.ticket = row->id;
    line.at = keeping->app->minute;
    line.contact = row->contact;
    line.text = row->part->text;
    return keep(keeping, &entity_ticket_line, 0, &line, ret, err);
}

static bool keep_trouble(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    Ticket ticket;
    if (row->id)
        return keep_ticket_line(keeping, row, ret, err);
    record_blank(&entity_ticket, &ticket, keeping->app->today, keeping->app->scratch);
    ticket.what = row->part->text;
    ticket.client = row->client;
    ticket.site = site_of(keeping, row);
    ticket.contact = row->contact;
    ticket.opened_at = keeping->app->minute;
    return keep(keeping, &entity_ticket, 0, &ticket, ret, err);
}

/// With `row` as the line says it; without, on the day below the line.
static bool keep_next(Keeping *keeping, const Wish *wish, Id *ret, Err *err)
{
    App *app = keeping->app;
    const CapturePlace *place = &keeping->heard->place;
    const HeardPart *row = wish->row;
    Visit visit;
    record_blank(&entity_visit, &visit, app->today, app->scratch);
    visit.client = row ? row->client : place->client;
    visit.site = row ? site_of(keeping, row) : place->site;
    visit.contact = row ? row->contact : place->contact;
    visit.day = wish->part.day;
    visit.start = wish->part.minute;
    visit.minutes = app_setting_whole(app, "visit_minutes");
    if (visit.start != NONE)
        visit.appointment = APPOINTMENT_CONFIRMED;
    if (!visit.site && !act_only_site(app, visit.client, &visit.site, err))
        return false;
    if (!act_plan(app, keeping->step, &visit, ret, err))
        return false;
    keeping->about = keeping->about ? keeping->about : *ret;
    return true;
}

const char *heard_word(const Heard *heard, const HeardPart *row, Arena *arena)
{
    const Capture *capture = &heard->capture;
    size_t at = (size_t)(row->part - capture->parts);
    if (row->part->kind != CAPTURE_PRICE || row->doubt)
        return capture_typed(capture, at, arena);
    const char *asked = heard_asked(row, arena);
    if (row->part->of == NO_PART)
        return asked;
    return arena_print(arena, "%s #%s", asked, capture->parts[row->part->of].text);
}

/// What is in doubt, so that it can be listed.
static bool keep_word(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    KeptWord word;
    record_blank(&entity_kept_word, &word, keeping->app->today, keeping->app->scratch);
    word.about = KEPT_UNSETTLED;
    word.text = heard_word(keeping->heard, row, keeping->app->scratch);
    word.client = row->client;
    word.contact = row->contact;
    word.visit = keeping->heard->place.visit;
    return keep(keeping, &entity_kept_word, 0, &word, ret, err);
}

static bool keep_expense(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    App *app = keeping->app;
    Expense expense;
    record_blank(&entity_expense, &expense, app->today, app->scratch);
    expense.what = row->part->text;
    expense.yen = row->part->number;
    expense.client = row->client;
    expense.visit = keeping->heard->place.visit;
    return keep(keeping, &entity_expense, 0, &expense, ret, err);
}

/// What was said in the same line is what was seen: the rival's name stands beside it.
static bool keep_rival(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    Sighting seen;
    record_blank(&entity_sighting, &seen, keeping->app->today, keeping->app->scratch);
    seen.what = *keeping->heard->note ? keeping->heard->note : _("seen");
    seen.client = row->client;
    seen.contact = row->contact;
    seen.visit = keeping->heard->place.visit;
    return capture_make_rival(keeping->app, keeping->step, row->part->text, &seen.rival, err) &&
           keep(keeping, &entity_sighting, 0, &seen, ret, err);
}

/// The price stands as it was typed, with the product that it belongs to.
static bool keep_demand(Keeping *keeping, const HeardPart *row, Id *ret, Err *err)
{
    App *app = keeping->app;
    const Capture *capture = &keeping->heard->capture;
    Demand demand;
    record_blank(&entity_demand, &demand, app->today, app->scratch);
    demand.asked = heard_word(keeping->heard, row, app->scratch);
    demand.client = row->client;
    demand.contact = row->contact;
    demand.visit = keeping->heard->place.visit;
    const char *product = row->part->of == NO_PART ? NULL : capture->parts[row->part->of].text;
    return demand_complete(app, &demand, product, app->scratch, err) &&
           keep(keeping, &entity_demand, 0, &demand, ret, err);
}

/// What the line says for the first time.
static bool keep_wish(Keeping *keeping, Wish *wish, Err *err)
{
    Id *made = &wish->part.made;
    if (wish->part.reads == (int32_t)LINE_DELIVERED || wish->part.reads == (int32_t)LINE_RETURNED)
        return capture_set_again(keeping->app, keeping->step, &wish->part, err);
    if (wish->part.is_new != 1)
        return keep_standing(keeping, &wish->part, err);
    switch ((LineReads)wish->part.reads) {
    case LINE_MINE:
    case LINE_THEIRS:
        return keep_new_promise(keeping, wish->row, made, err);
    case LINE_ORDER:
        return keep_order(keeping, wish->row, made, err);
    case LINE_LENT:
        return keep_loan(keeping, wish->row, made, err);
    case LINE_TROUBLE:
    case LINE_INSIDE:
        return keep_trouble(keeping, wish->row, made, err);
    case LINE_RIVAL:
        return keep_rival(keeping, wish->row, made, err);
    case LINE_WORD:
        return keep_word(keeping, wish->row, made, err);
    case LINE_EXPENSE:
        return keep_expense(keeping, wish->row, made, err);
    case LINE_DEMAND:
        return keep_demand(keeping, wish->row, made, err);
    case LINE_NEXT:
        return keep_next(keeping, wish, made, err);
    case LINE_OFFER:
        return capture_keep_offer(keeping->app, keeping->step, wish->row, keeping->heard, made,
                                  err);
    case LINE_KEPT:
    case LINE_GIVEN:
    case LINE_NOTE:
    case LINE_PERSON:
    case LINE_NAMED:
    case LINE_DELIVERED:
    case LINE_RETURNED:
        break;
    }
    return true;
}

static void add_part(Keeping *keeping, const LinePart *part)
{
    keeping->parts[keeping->part_count++] = *part;
}

static bool may_write_over(const Keeping *keeping, bool changed)
{
    return !changed || (keeping->report && keeping->report->over);
}

/// What the line said before: changed where it says something else now, and left alone where
/// somebody else changed it since.
static bool keep_again(Keeping *keeping, const Wish *wish, Err *err)
{
    const LinePart *said = &keeping->heard->said[wish->said];
    bool changed, gone;
    if (!capture_is_changed(keeping->app, said, &changed, &gone, err))
        return false;
    bool writes = !line_part_same(&wish->part, said) && may_write_over(keeping, changed);
    if (writes && !capture_set_again(keeping->app, keeping->step, &wish->part, err))
        return false;
    add_part(keeping, writes ? &wish->part : said);
    return true;
}

/// What the line does not say any more. The next visit stays until it is said that there is none.
static bool let_go(Keeping *keeping, const LinePart *said, bool no_next, Err *err)
{
    bool changed, gone;
    if (said->reads == LINE_NOTE || said->reads == LINE_PERSON || said->reads == LINE_NAMED)
        return true; // of the visit itself
    if (said->reads == LINE_NEXT && !no_next) {
        add_part(keeping, said);
        return true;
    }
    if (!capture_is_changed(keeping->app, said, &changed, &gone, err))
        return false;
    return gone || !may_write_over(keeping, changed) ||
           capture_take_away(keeping->app, keeping->step, said, err);
}

static bool keep_wishes(Keeping *keeping, Wishes *wishes, Err *err)
{
    for (size_t i = 0; i < wishes->count; i++) {
        Wish *wish = &wishes->rows[i];
        if (wish->said != UNCLAIMED ? !keep_again(keeping, wish, err)
                                    : !keep_wish(keeping, wish, err))
            return false;
        if (wish->said == UNCLAIMED)
            add_part(keeping, &wish->part);
    }
    for (size_t i = 0; i < keeping->heard->said_count; i++)
        if (!wishes->claimed[i] && !let_go(keeping, &keeping->heard->said[i], wishes->no_next, err))
            return false;
    return true;
}

static Id note_subject(const Heard *heard)
{
    if (heard->place.about)
        return heard->place.about;
    for (size_t i = 0; i < heard->capture.count; i++)
        if (heard->rows[i].part->kind == CAPTURE_PERSON && heard->rows[i].id)
            return heard->rows[i].id;
    return 0;
}

static bool keep_note(Keeping *keeping, Err *err)
{
    App *app = keeping->app;
    const Heard *heard = keeping->heard;
    Note note;
    if (!*heard->note || (heard->place.visit && !heard->place.about))
        return true;
    record_blank(&entity_note, &note, app->today, app->scratch);
    note.on = note_subject(heard);
    note.text = heard->note;
    return keep(keeping, &entity_note, 0, &note, NULL, err);
}

static bool is_report(const CapturePlace *place)
{
    return place->visit && !place->about;
}

bool capture_keep(App *app, Step *step, const Heard *said, const Report *report, Id *ret_about,
                  Err *err)
{
    Report beside;
    Heard known;
    const Heard *heard = &known;
    if (!capture_meet(app, step, said, &known, err) ||
        !report_with_loaded(app, heard, report, &beside, err))
        return false;
    Wishes wishes = capture_wishes(app, heard, &beside, app->scratch);
    size_t room = wishes.count + heard->said_count + REPORT_PARTS + heard->capture.count;
    Keeping keeping = {.app = app,
                       .step = step,
                       .heard = heard,
                       .report = &beside,
                       .parts = arena_array(app->scratch, LinePart, room)};
    if (is_report(&heard->place) &&
        !report_keep(app, step, heard, report, keeping.parts, &keeping.part_count, err))
        return false;
    keeping.about = is_report(&heard->place) ? heard->place.visit : 0;
    if (!keep_wishes(&keeping, &wishes, err) || !keep_note(&keeping, err))
        return false;
    if (is_report(&heard->place) &&
        !report_keep_parts(app, step, heard, keeping.parts, keeping.part_count, err))
        return false;
    *ret_about = keeping.about;
    return true;
}
