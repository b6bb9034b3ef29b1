// SPDX-License-Identifier: GPL-3.0-or-later
// A line held against the store: every part gets what it means, or the doubt about it.
#include "capture_inside.h"

int heard_person_of(const Heard *heard, const HeardPart *row)
{
    int of = row->part->of;
    bool of_offer = row->part->kind == CAPTURE_PRICE && of != NO_PART;
    return of_offer ? heard->capture.parts[of].of : of;
}

/// Whom the part concerns: the person before it, else who is met here. A person in doubt is
/// nobody, not somebody else.
static void hear_whom(const Heard *heard, HeardPart *row)
{
    const CapturePlace *place = &heard->place;
    row->contact = place->contact;
    row->client = place->client;
    int of = heard_person_of(heard, row);
    if (of != NO_PART) {
        row->contact = heard->rows[of].contact;
        row->new_person = heard->rows[of].new_person;
        row->client = heard->rows[of].client;
    }
}

/// What is asked off a price, as the capture grammar read it.
static PriceAsked asked_of(const CapturePart *part)
{
    int32_t size = part->number < 0 ? -part->number : part->number;
    if (part->percent)
        return (PriceAsked){.yen = NONE, .less = NONE, .off = size};
    bool below = part->number < 0;
    return (PriceAsked){.yen = below ? NONE : size, .less = below ? size : NONE, .off = NONE};
}

/// A demand is somebody's, and leaves a price.
static bool hear_price(const Hearing *hearing, HeardPart *row)
{
    PriceAsked asked;
    Err why = {0};
    if (!row->client)
        row->doubt = _("no client is named who asks for it");
    else if (!price_asked_read(price_asked_text(asked_of(row->part), hearing->arena),
                               hearing->arena, &asked, &why))
        row->doubt = arena_copy(hearing->arena, why.text);
    return true;
}

static bool hear_meaning(Hearing *hearing, HeardPart *row, Err *err)
{
    switch (row->part->kind) {
    case CAPTURE_PERSON:
        return capture_hear_person(hearing, row, err);
    case CAPTURE_THEIRS:
        return capture_hear_theirs(hearing, row, err);
    case CAPTURE_DONE:
        return capture_hear_done(hearing, row, err);
    case CAPTURE_LOAN:
        return capture_hear_loan(hearing, row, err);
    case CAPTURE_TROUBLE:
        return capture_hear_trouble(hearing, row, err);
    case CAPTURE_OFFER:
        return capture_hear_product(hearing, row, err);
    case CAPTURE_RIVAL:
        return capture_hear_rival(hearing, row, err);
    case CAPTURE_NEXT:
        if (!row->client && !row->part->none)
            row->doubt = _("no client is named to visit");
        return true;
    case CAPTURE_PRICE:
        return hear_price(hearing, row);
    default:
        return true;
    }
}

/// Why there can be no such day, hour, price or number: nothing is made of the part.
static const char *wrong_said(const CapturePart *part, Arena *arena)
{
    switch (part->wrong) {
    case CAPTURE_NO_AMOUNT:
        return _("that is no amount in yen");
    case CAPTURE_NO_TICKET:
        return arena_print(arena, _("there is no trouble %s"), part->wrong_word);
    case CAPTURE_NO_DAY:
        return arena_print(arena, _("“%s” is no day; in quotes a word"), part->wrong_word);
    case CAPTURE_NO_HOUR:
        return arena_print(arena, _("“%s” is no hour"), part->wrong_word);
    default:
        return _("that is no price");
    }
}

/// A day a year off is a slip more often than a plan.
static void doubt_far_day(const Hearing *hearing, HeardPart *row)
{
    Day day = row->part->day;
    if (!row->doubt && day != NONE && day - hearing->app->today > CAPTURE_FAR_DAYS)
        row->doubt = arena_print(hearing->arena, _("%s is far off"),
                                 day_text(day, hearing->app->today, hearing->arena));
}

static bool hear_part(Hearing *hearing, HeardPart *row, Err *err)
{
    hear_whom(hearing->heard, row);
    if (row->part->wrong != CAPTURE_RIGHT) {
        row->doubt = wrong_said(row->part, hearing->arena);
        return true;
    }
    if (!hear_meaning(hearing, row, err))
        return false;
    doubt_far_day(hearing, row);
    return row->part->kind != CAPTURE_ORDER || capture_hear_order(hearing, row, err);
}

/// The notes and what is in doubt, in the order of the line.
static const char *whole_note(const Heard *heard, Arena *arena)
{
    Buffer note = {.arena = arena};
    for (size_t i = 0; i < heard->capture.count; i++) {
        const HeardPart *row = &heard->rows[i];
        const char *gap = note.size ? " " : "";
        if (row->part->kind == CAPTURE_NOTE)
            buffer_print(&note, "%s%s", gap, row->part->text);
        else if (row->doubt)
            buffer_print(&note, "%s%s?", gap, capture_typed(&heard->capture, i, arena));
    }
    return buffer_text(&note);
}

bool capture_hear(App *app, const char *line, const CapturePlace *place, bool outcome, Arena *arena,
                  Heard *ret, Err *err)
{
    CaptureContext context = {
        .today = place->on ? place->on : app->today, .work = &app->work, .outcome = outcome};
    Heard heard = {.capture = capture_read(line, &context, arena), .place = *place};
    Hearing hearing = {.app = app, .arena = arena, .heard = &heard};
    heard.rows = arena_array(arena, HeardPart, heard.capture.count);
    if (!capture_hear_said(&hearing, err) || !capture_presume(&hearing, outcome, err))
        return false;
    for (size_t i = 0; i < heard.capture.count; i++) {
        HeardPart *row = &heard.rows[i];
        row->part = &heard.capture.parts[i];
        if (!hear_part(&hearing, row, err))
            return false;
    }
    heard.note = whole_note(&heard, arena);
    *ret = heard;
    return true;
}

char *heard_asked(const HeardPart *row, Arena *arena)
{
    return price_asked_text(asked_of(row->part), arena);
}

/// Adds `contact` if that is somebody to be handled with care, and is not there yet.
static bool add_if_careful(App *app, Id contact, Arena *arena, CarefulPeople *people, Err *err)
{
    Contact who;
    if (!contact || is_careful(people, contact))
        return true;
    if (!record_get(app->store, &entity_contact, contact, arena, &who, err))
        return false;
    if (who.handle == HANDLE_WITH_CARE)
        people->ids[people->count++] = contact;
    return true;
}

bool heard_careful(App *app, const Heard *heard, Arena *arena, CarefulPeople *ret, Err *err)
{
    CarefulPeople people = {.ids = arena_array(arena, Id, heard->capture.count + 1)};
    *ret = (CarefulPeople){0};
    if (!add_if_careful(app, heard->place.contact, arena, &people, err))
        return false;
    for (size_t i = 0; i < heard->capture.count; i++) {
        const HeardPart *row = &heard->rows[i];
        if (row->part->kind == CAPTURE_PERSON && !add_if_careful(app, row->id, arena, &people, err))
            return false;
    }
    *ret = people;
    return true;
}

size_t heard_doubts(const Heard *heard)
{
    size_t doubts = 0;
    for (size_t i = 0; i < heard->capture.count; i++)
        doubts += heard->rows[i].doubt != NULL;
    return doubts;
}
