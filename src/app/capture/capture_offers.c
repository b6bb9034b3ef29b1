// SPDX-License-Identifier: GPL-3.0-or-later
// What a word of the line may become while it is typed: the people, the open promises, the products
// and rivals that it may mean, those who are near first.
#include <string.h>

#include "capture_inside.h"
#include "mawari/base/text.h"
#include "mawari/store/queries_round.h"

enum { WORDS_LOOKED_AT = 200 };

typedef struct Offering {
    Hearing hearing;
    const CapturePart *typed; // what the word is so far
    const char *word;         // as it was typed, with its mark
    CaptureOffers *offers;
    int rings[CAPTURE_OFFERS], fits[CAPTURE_OFFERS];
} Offering;

/// Mark and name with a blank behind; a name that the line would read otherwise is quoted.
static const char *marked(const char *mark, const char *name, Arena *arena)
{
    static const WorkCalendar work;
    const CaptureContext context = {.work = &work};
    const char *fill = arena_print(arena, "%s%s ", mark, name);
    Capture read = capture_read(fill, &context, arena);
    const CapturePart *part = &read.parts[0];
    if (read.count == 1 && part->kind != CAPTURE_NOTE && part->text &&
        strcmp(part->text, name) == 0 && part->day == NONE)
        return fill;
    return strchr(name, '"') ? arena_print(arena, "%s「%s」 ", mark, name)
                             : arena_print(arena, "%s\"%s\" ", mark, name);
}

/// Nearest ring first, then what fits best; of equals the one that came first.
static void offer(Offering *offering, CaptureOffer one, int ring, int fit)
{
    CaptureOffers *all = offering->offers;
    size_t at = all->count;
    while (at > 0 && (offering->rings[at - 1] > ring ||
                      (offering->rings[at - 1] == ring && offering->fits[at - 1] < fit)))
        at--;
    if (at == CAPTURE_OFFERS)
        return;
    size_t last = all->count < CAPTURE_OFFERS ? all->count++ : CAPTURE_OFFERS - 1;
    for (size_t i = last; i > at; i--) {
        all->rows[i] = all->rows[i - 1];
        offering->rings[i] = offering->rings[i - 1];
        offering->fits[i] = offering->fits[i - 1];
    }
    all->rows[at] = one;
    offering->rings[at] = ring;
    offering->fits[at] = fit;
}

/// Here the name in one; elsewhere, where people are found by their surname, the given name as hint.
static const char *called(const PersonSeen *person, Arena *arena)
{
    size_t surname = strcspn(person->name, " ");
    if (person->ring < 2 || !person->name[surname])
        return marked("@", text_without_blanks(person->name, arena), arena);
    return arena_print(arena, "@%.*s/%s ", (int)surname, person->name,
                       text_without_blanks(person->name + surname, arena));
}

/// Title, department and, for those elsewhere, the client.
static const char *whose(App *app, const PersonSeen *person, Arena *arena)
{
    const char *place = person->ring == 2 ? app_name(app, person->client, arena) : "";
    const char *post = person->title ? person->title : person->department;
    return arena_print(arena, "%s%s%s", post ? post : "", post && *place ? _(", ") : "", place);
}

static const char *past_letter(const char *at)
{
    for (at++; (*at & 0xC0) == 0x80; at++)
        ;
    return at;
}

/// Where nobody here fits the line can make somebody new: the word as it stands, with a + before it.
static void offer_new_person(Offering *offering)
{
    const CapturePart *typed = offering->typed;
    const CaptureOffers *all = offering->offers;
    bool here = all->count > 0 && offering->rings[0] < 2;
    if (here || !typed->text || !offering->hearing.heard->place.client)
        return;
    const char *word = past_letter(offering->word);
    if (typed->is_new)
        word = past_letter(word);
    CaptureOffer one = {.fill = arena_print(offering->hearing.arena, "@+%s ", word),
                        .text = word,
                        .right = _("new here")};
    offer(offering, one, 3, 0);
}

static bool offer_people(Offering *offering, Err *err)
{
    Hearing *hearing = &offering->hearing;
    Arena *arena = hearing->arena;
    const CapturePart *typed = offering->typed;
    Crowd crowd;
    if (!capture_crowd(hearing, typed->is_new ? NULL : typed->text, &crowd, err))
        return false;
    for (size_t i = 0; i < crowd.count; i++) {
        const PersonSeen *person = &crowd.rows[i];
        bool nothing = !typed->text && !typed->hint && !typed->title;
        int fit = nothing ? 1 : person_fit(person, typed, arena);
        if (fit == 0)
            continue;
        CaptureOffer one = {.fill = called(person, arena),
                            .text = person->name,
                            .right = whose(hearing->app, person, arena),
                            .id = person->id};
        offer(offering, one, person->ring, fit);
    }
    offer_new_person(offering);
    return true;
}

static const char *due_text(App *app, Id promise, Arena *arena)
{
    Commitment what;
    if (!record_get(app->store, &entity_commitment, promise, arena, &what, NULL))
        return NULL;
    const char *client = app_name(app, what.client, arena);
    const char *due = what.due == NONE ? "" : day_text(what.due, app->today, arena);
    return arena_print(arena, "%s%s%s", client, *client && *due ? _(", ") : "", due);
}

/// One with the name of another that is nearer would be read as that: it cannot be named.
static void only_the_understood(Offering *offering, const PromiseSeen *seen, size_t count,
                                bool theirs)
{
    CaptureOffers *all = offering->offers;
    Id contact = offering->hearing.heard->place.contact;
    size_t kept = 0, *places;
    for (size_t i = 0; i < all->count; i++) {
        size_t found = promise_pick(seen, count, all->rows[i].text, theirs, contact,
                                    offering->hearing.arena, &places);
        if (found == 1 && seen[places[0]].id == all->rows[i].id)
            all->rows[kept++] = all->rows[i];
    }
    all->count = kept;
}

static bool offer_those(Offering *offering, PromisesSeen whose, Err *err)
{
    Hearing *hearing = &offering->hearing;
    PromiseSeen *seen;
    size_t count;
    bool theirs = whose == PROMISES_THEIRS;
    const char *typed = offering->typed->text ? offering->typed->text : "";
    if (!capture_promises_seen(hearing, hearing->heard->place.client, whose, &seen, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        int fit = promise_fit(seen[i].what, typed, hearing->arena);
        if (fit == 0)
            continue;
        CaptureOffer one = {.fill = marked(theirs ? "-" : "*", seen[i].what, hearing->arena),
                            .text = seen[i].what,
                            .id = seen[i].id};
        offer(offering, one, seen[i].ring, fit);
    }
    only_the_understood(offering, seen, count, theirs);
    return true;
}

/// Those elsewhere only where none here fits, and something was typed.
static bool offer_promises(Offering *offering, PromisesSeen whose, Err *err)
{
    CaptureOffers *offers = offering->offers;
    if (!offer_those(offering, whose, err))
        return false;
    bool elsewhere = offers->count == 0 && whose == PROMISES_HERE && offering->typed->text;
    if (elsewhere && !offer_those(offering, PROMISES_ALL, err))
        return false;
    for (size_t i = 0; i < offers->count; i++)
        offers->rows[i].right = due_text(offering->hearing.app, offers->rows[i].id,
                                         offering->hearing.arena);
    return true;
}

static int better(int a, int b)
{
    return a > b ? a : b;
}

/// By name, code or reading; what stands on the right tells its line.
static bool offer_products(Offering *offering, const char *mark, Err *err)
{
    Hearing *hearing = &offering->hearing;
    Arena *arena = hearing->arena;
    const char *typed = offering->typed->text ? offering->typed->text : "";
    ProductNamed *named;
    size_t count;
    if (!query_product_names(hearing->app->store, WORDS_LOOKED_AT, arena, &named, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        int fit = promise_fit(named[i].name, typed, arena);
        if (named[i].code)
            fit = better(fit, promise_fit(named[i].code, typed, arena));
        if (named[i].reading)
            fit = better(fit, promise_fit(named[i].reading, typed, arena));
        CaptureOffer one = {.fill = marked(mark, named[i].name, arena),
                            .text = named[i].name,
                            .right = named[i].line,
                            .id = named[i].id};
        if (fit)
            offer(offering, one, 0, fit);
    }
    return true;
}

static bool offer_rivals(Offering *offering, Err *err)
{
    Hearing *hearing = &offering->hearing;
    const char *typed = offering->typed->text ? offering->typed->text : "";
    RivalNamed *rivals;
    size_t count;
    if (!query_rivals(hearing->app->store, hearing->heard->place.client, WORDS_LOOKED_AT,
                      hearing->arena, &rivals, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        int fit = promise_fit(rivals[i].name, typed, hearing->arena);
        if (!fit && rivals[i].reading)
            fit = promise_fit(rivals[i].reading, typed, hearing->arena);
        if (!fit)
            continue;
        CaptureOffer one = {.fill = marked("vs ", rivals[i].name, hearing->arena),
                            .text = rivals[i].name,
                            .right = rivals[i].here ? _("seen here") : NULL,
                            .id = rivals[i].id};
        offer(offering, one, rivals[i].here ? 0 : 2, fit);
    }
    return true;
}

/// The text so far: a letter was set behind the word, for a mark alone is none.
static const char *so_far(const char *text, Arena *arena)
{
    size_t size = text ? strlen(text) : 0;
    return size ? arena_copy_bytes(arena, text, size - 1) : NULL;
}

/// Of what stands before the insertion point the last part, when the word there belongs to it.
static bool word_at(const char *line, size_t at, const CaptureContext *context, Arena *arena,
                    CapturePart *ret)
{
    const char *before = arena_print(arena, "%.*sx", (int)at, line);
    Capture read = capture_read(before, context, arena);
    if (read.count == 0)
        return false;
    CapturePart part = read.parts[read.count - 1];
    if (part.hint)
        part.hint = so_far(part.hint, arena);
    else
        part.text = so_far(part.text, arena);
    part.hint = part.hint && *part.hint ? part.hint : NULL;
    part.text = part.text && *part.text ? part.text : NULL;
    *ret = part;
    return true;
}

/// Where the replaced bytes begin: at the mark, behind the blanks before it.
static size_t past_blanks(const char *line, size_t from)
{
    static const char wide[] = "\xE3\x80\x80";
    for (;;) {
        if (line[from] == ' ')
            from++;
        else if (strncmp(line + from, wide, 3) == 0)
            from += 3;
        else
            return from;
    }
}

bool capture_offers(App *app, const char *line, size_t at, const CapturePlace *place, bool outcome,
                    Arena *arena, CaptureOffers *ret, Err *err)
{
    CaptureContext context = {
        .today = place->on ? place->on : app->today, .work = &app->work, .outcome = outcome};
    CapturePart typed;
    Heard heard = {.place = *place};
    *ret = (CaptureOffers){0};
    bool behind_blank = at == 0 || line[at - 1] == ' ' ||
                        (at > 2 && past_blanks(line, at - 3) == at);
    if (behind_blank || !word_at(line, at, &context, arena, &typed))
        return true;
    ret->from = past_blanks(line, typed.from);
    ret->to = at;
    Offering offering = {.hearing = {.app = app, .arena = arena, .heard = &heard},
                         .typed = &typed,
                         .word = arena_copy_bytes(arena, line + ret->from, at - ret->from),
                         .offers = ret};
    if (!capture_hear_said(&offering.hearing, err))
        return false;
    switch (typed.kind) {
    case CAPTURE_PERSON:
        return offer_people(&offering, err);
    case CAPTURE_DONE:
        return offer_promises(&offering, PROMISES_HERE, err);
    case CAPTURE_THEIRS:
        return typed.day != NONE || offer_promises(&offering, PROMISES_THEIRS, err);
    case CAPTURE_RIVAL:
        return offer_rivals(&offering, err);
    case CAPTURE_OFFER:
        return offer_products(&offering, "#", err);
    case CAPTURE_LOAN: // of which there is a sample, a catalogue
        return typed.day != NONE || offer_products(&offering, "<", err);
    default:
        return true;
    }
}

bool heard_first_doubt(const Heard *heard, size_t *ret)
{
    for (size_t i = 0; i < heard->capture.count; i++) {
        if (!heard->rows[i].doubt)
            continue;
        const CapturePart *part = heard->rows[i].part;
        size_t to = part->to;
        while (to > part->from && heard->capture.line[to - 1] == ' ')
            to--;
        *ret = to;
        return true;
    }
    return false;
}
