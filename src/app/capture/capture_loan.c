// SPDX-License-Identifier: GPL-3.0-or-later
// `<catalogue 25th`: what was handed over on loan, with the day on which it is picked up.
#include <string.h>

#include "capture_inside.h"
#include "mawari/base/text.h"

static const KindSet products = KINDS(&entity_product);

/// The product that this is a sample or a catalogue of: the text, or its first word, is its name.
static bool product_called(Hearing *hearing, const char *text, Id *ret, Err *err)
{
    Err why = {0};
    Id id = 0;
    if (app_find_known(hearing->app, &products, text, &id, &why))
        *ret = text_same_folded(app_name(hearing->app, id, hearing->arena), text, hearing->arena)
                   ? id
                   : 0;
    else if (why.kind != ERR_NOT_FOUND && why.kind != ERR_INPUT)
        return err_set(err, why.kind, "%s", why.text);
    return true;
}

/// It was handed over at the visit, which may be written days later.
static bool lent_on(App *app, Id visit, Day *ret, Err *err)
{
    Visit at;
    *ret = app->today;
    if (!visit)
        return true;
    if (!record_get(app->store, &entity_visit, visit, app->scratch, &at, err))
        return false;
    *ret = at.day < app->today ? at.day : app->today;
    return true;
}

bool capture_hear_loan(Hearing *hearing, HeardPart *row, Err *err)
{
    const CapturePlace *place = &hearing->heard->place;
    const char *text = row->part->text;
    const char *first = arena_copy_bytes(hearing->arena, text, strcspn(text, " "));
    if (!row->client)
        row->doubt = _("no client is named to whom it is lent");
    if (row->part->day == NONE) {
        CapturePart *dated = arena_new(hearing->arena, CapturePart);
        *dated = *row->part;
        dated->day = (place->on ? place->on : hearing->app->today) + LOAN_DAYS;
        row->part = dated;
    }
    Day lent;
    if (!lent_on(hearing->app, place->visit, &lent, err))
        return false;
    if (!row->doubt && row->part->day < lent)
        row->doubt = _("it would come back before it was lent");
    return product_called(hearing, text, &row->id, err) &&
           (row->id || product_called(hearing, first, &row->id, err));
}

bool capture_loan_of(App *app, const HeardPart *row, Id site, Id visit, Loan *ret, Err *err)
{
    record_blank(&entity_loan, ret, app->today, app->scratch);
    ret->what = row->part->text;
    ret->client = row->client;
    ret->site = site;
    ret->contact = row->contact;
    ret->product = row->id;
    ret->back = row->part->day;
    return lent_on(app, visit, &ret->lent, err);
}
