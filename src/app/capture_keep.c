// SPDX-License-Identifier: GPL-3.0-or-later
// All that a line says, written into one step. What is in doubt goes into the note and is kept as
// an unsettled word, so that it can be listed.
#include "capture_inside.h"

typedef struct Keeping {
    App *app;
    Step *step;
    const Heard *heard;
    Id about;
} Keeping;

static bool keep(Keeping *keeping, const Entity *kind, Id id, void *record, Err *err)
{
    Id put;
    if (!act_put(keeping->app, keeping->step, kind, id, record, &put, err))
        return false;
    if (keeping->about == 0)
        keeping->about = put;
    return true;
}

/// The site where it was said, for what concerns the client there.
static Id site_of(const Keeping *keeping, const HeardPart *row)
{
    const CapturePlace *place = &keeping->heard->place;
    return row->client == place->client ? place->site : 0;
}

static bool keep_new_promise(Keeping *keeping, const HeardPart *row, Err *err)
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
    if (mine)
        promise_guess(app_setting(app, "promise_words"), promise.what, app->scratch, &promise.way,
                      &promise.minutes);
    return keep(keeping, &entity_commitment, 0, &promise, err);
}

/// What they owe already moves; its age and lateness stay.
static bool keep_theirs(Keeping *keeping, const HeardPart *row, Err *err)
{
    Commitment promise;
    if (!row->id)
        return keep_new_promise(keeping, row, err);
    if (!record_get(keeping->app->store, &entity_commitment, row->id, keeping->app->scratch,
                    &promise, err))
        return false;
    if (row->part->day != NONE) {
        promise.due = row->part->day;
        promise.due_at = row->part->minute;
    }
    return keep(keeping, &entity_commitment, row->id, &promise, err);
}

static bool keep_done(Keeping *keeping, const HeardPart *row, Err *err)
{
    Commitment promise;
    if (!record_get(keeping->app->store, &entity_commitment, row->id, keeping->app->scratch,
                    &promise, err))
        return false;
    promise.kept = keeping->app->today;
    return keep(keeping, &entity_commitment, row->id, &promise, err);
}

static bool keep_order(Keeping *keeping, const HeardPart *row, Err *err)
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
    return keep(keeping, &entity_order_memo, 0, &order, err);
}

static bool keep_ticket_line(Keeping *keeping, const HeardPart *row, Err *err)
{
    TicketLine line;
    record_blank(&entity_ticket_line, &line, keeping->app->today, keeping->app->scratch);
    line.ticket = row->id;
    line.at = keeping->app->minute;
    line.contact = row->contact;
    line.text = row->part->text;
    return keep(keeping, &entity_ticket_line, 0, &line, err);
}

static bool keep_trouble(Keeping *keeping, const HeardPart *row, Err *err)
{
    Ticket ticket;
    if (row->id)
        return keep_ticket_line(keeping, row, err);
    record_blank(&entity_ticket, &ticket, keeping->app->today, keeping->app->scratch);
    ticket.what = row->part->text;
    ticket.client = row->client;
    ticket.site = site_of(keeping, row);
    ticket.contact = row->contact;
    ticket.opened_at = keeping->app->minute;
    return keep(keeping, &entity_ticket, 0, &ticket, err);
}

static bool keep_next(Keeping *keeping, const HeardPart *row, Err *err)
{
    App *app = keeping->app;
    Visit visit;
    Id planned;
    if (row->part->none)
        return true;
    record_blank(&entity_visit, &visit, app->today, app->scratch);
    visit.client = row->client;
    visit.site = site_of(keeping, row);
    visit.contact = row->contact;
    visit.day = row->part->day;
    visit.start = row->part->minute;
    visit.minutes = app_setting_whole(app, "visit_minutes");
    if (visit.start != NONE)
        visit.appointment = APPOINTMENT_CONFIRMED;
    if (!visit.site && !act_only_site(app, visit.client, &visit.site, err))
        return false;
    if (!act_plan(app, keeping->step, &visit, &planned, err))
        return false;
    keeping->about = keeping->about ? keeping->about : planned;
    return true;
}

/// A word as typed; a price with the product that it belongs to.
static const char *typed_word(const Keeping *keeping, const HeardPart *row)
{
    const Capture *capture = &keeping->heard->capture;
    Arena *arena = keeping->app->scratch;
    size_t at = (size_t)(row->part - capture->parts);
    const char *typed = capture_typed(capture, at, arena);
    if (row->part->kind != CAPTURE_PRICE || row->part->of == NO_PART)
        return typed;
    return arena_print(arena, "%s #%s", typed, capture->parts[row->part->of].text);
}

static bool keep_word(Keeping *keeping, const HeardPart *row, KeptSort sort, Err *err)
{
    KeptWord word;
    record_blank(&entity_kept_word, &word, keeping->app->today, keeping->app->scratch);
    word.about = (int32_t)sort;
    word.text = typed_word(keeping, row);
    word.client = row->client;
    word.contact = row->contact;
    word.visit = keeping->heard->place.visit;
    return keep(keeping, &entity_kept_word, 0, &word, err);
}

static bool keep_expense(Keeping *keeping, const HeardPart *row, Err *err)
{
    App *app = keeping->app;
    Expense expense;
    record_blank(&entity_expense, &expense, app->today, app->scratch);
    expense.what = row->part->text;
    expense.yen = row->part->number;
    expense.client = row->client;
    expense.visit = keeping->heard->place.visit;
    return keep(keeping, &entity_expense, 0, &expense, err);
}

static bool keep_part(Keeping *keeping, const HeardPart *row, Err *err)
{
    if (row->doubt)
        return keep_word(keeping, row, KEPT_UNSETTLED, err);
    switch (row->part->kind) {
    case CAPTURE_MINE:
        return keep_new_promise(keeping, row, err);
    case CAPTURE_THEIRS:
        return keep_theirs(keeping, row, err);
    case CAPTURE_DONE:
        return keep_done(keeping, row, err);
    case CAPTURE_ORDER:
        return keep_order(keeping, row, err);
    case CAPTURE_TROUBLE:
        return keep_trouble(keeping, row, err);
    case CAPTURE_NEXT:
        return keep_next(keeping, row, err);
    case CAPTURE_RIVAL:
        return keep_word(keeping, row, KEPT_RIVAL, err);
    case CAPTURE_PRICE:
        return keep_word(keeping, row, KEPT_PRICE, err);
    case CAPTURE_OFFER:
        return keep_word(keeping, row, KEPT_OFFER, err);
    case CAPTURE_EXPENSE:
        return keep_expense(keeping, row, err);
    case CAPTURE_NOTE:
    case CAPTURE_OUTCOME:
    case CAPTURE_PERSON:
        return true;
    }
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
    return keep(keeping, &entity_note, 0, &note, err);
}

/// The visit gets the outcome, the person that was named first, and the note.
static bool keep_visit(Keeping *keeping, Err *err)
{
    App *app = keeping->app;
    const Heard *heard = keeping->heard;
    Visit visit;
    if (!heard->place.visit || heard->place.about)
        return true;
    if (!record_get(app->store, &entity_visit, heard->place.visit, app->scratch, &visit, err))
        return false;
    for (size_t i = 0; i < heard->capture.count; i++) {
        const HeardPart *row = &heard->rows[i];
        if (row->part->kind == CAPTURE_OUTCOME) {
            visit.outcome = row->part->number;
            visit.proposed = NONE;
            act_stamp(app, &visit);
        }
        if (row->part->kind == CAPTURE_PERSON && row->client == visit.client && !visit.contact)
            visit.contact = row->id;
    }
    if (*heard->note)
        visit.text = visit.text && *visit.text
                         ? arena_print(app->scratch, "%s\n%s", visit.text, heard->note)
                         : heard->note;
    return keep(keeping, &entity_visit, heard->place.visit, &visit, err);
}

bool capture_keep(App *app, Step *step, const Heard *heard, Id *ret_about, Err *err)
{
    Keeping keeping = {.app = app, .step = step, .heard = heard};
    if (!keep_visit(&keeping, err))
        return false;
    for (size_t i = 0; i < heard->capture.count; i++)
        if (!keep_part(&keeping, &heard->rows[i], err))
            return false;
    if (!keep_note(&keeping, err))
        return false;
    *ret_about = keeping.about;
    return true;
}
