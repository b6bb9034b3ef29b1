// SPDX-License-Identifier: GPL-3.0-or-later
// The one product of a brief: what was not offered here yet, with the line for the person there.
#include "mawari/app/offers.h"
#include "mawari/app/find.h"

/// How well a line is for this role: 2 made for it, 1 for anybody, 0 for somebody else.
static int fits(const TalkLine *line, int32_t role)
{
    if (role != NONE && line->role == role)
        return 2;
    return line->role == NONE ? 1 : 0;
}

static bool is_ranked(const TalkLine *line)
{
    return line->asked >= TALK_RANKED_FROM;
}

/// Of two that fit equally: the share of good reactions, where both have enough of them; who has
/// not yet got its ten keeps its place behind those.
static bool is_better(const TalkLine *line, const TalkLine *than)
{
    if (is_ranked(line) != is_ranked(than))
        return is_ranked(line);
    return is_ranked(line) && (int64_t)line->good * than->asked > (int64_t)than->good * line->asked;
}

void talks_rank(TalkLines *lines)
{
    for (size_t i = 1; i < lines->count; i++) {
        TalkLine line = lines->rows[i];
        size_t at = i;
        for (; at > 0 && is_better(&line, &lines->rows[at - 1]); at--)
            lines->rows[at] = lines->rows[at - 1];
        lines->rows[at] = line;
    }
}

const TalkLine *talk_for(const TalkLines *lines, int32_t role)
{
    const TalkLine *best = NULL;
    for (size_t i = 0; i < lines->count; i++) {
        const TalkLine *line = &lines->rows[i];
        int fit = fits(line, role), best_fit = best ? fits(best, role) : -1;
        if (fit > best_fit || (fit == best_fit && is_better(line, best)))
            best = line;
    }
    return best;
}

static bool read_line(App *app, NextOffer *offer, int32_t role, Arena *arena, Err *err)
{
    TalkLines lines;
    if (!query_product_talks(app->store, offer->product, arena, &lines, err))
        return false;
    const TalkLine *line = talk_for(&lines, role);
    if (!line)
        return true;
    offer->talk = line->id;
    offer->line = line->text;
    offer->good = line->good;
    offer->asked = line->asked;
    return true;
}

static bool read_answer(App *app, NextOffer *offer, int32_t role, Arena *arena, Err *err)
{
    Answered *rows;
    size_t count;
    if (!query_product_objections(app->store, offer->product, arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count && !offer->answer; i++)
        if (rows[i].answer && (rows[i].role == NONE || rows[i].role == role)) {
            offer->objection = rows[i].text;
            offer->answer = rows[i].answer;
        }
    return true;
}

bool offer_next(App *app, Id client, const Person *person, Arena *arena, NextOffer *ret, Err *err)
{
    NextOffer offer = {0};
    int32_t role = person ? buyer_role_of(person->title, person->department) : NONE;
    if (!query_product_to_offer(app->store, client, &offer.product, err))
        return false;
    if (offer.product) {
        offer.name = app_name(app, offer.product, arena);
        offer.to = person ? person->contact.name : NULL;
        if (!read_line(app, &offer, role, arena, err) ||
            !read_answer(app, &offer, role, arena, err))
            return false;
    }
    *ret = offer;
    return true;
}

bool offer_talk(App *app, Id product, Id contact, Id *ret, Err *err)
{
    TalkLines lines;
    Person person = {0};
    if (!query_product_talks(app->store, product, app->scratch, &lines, err) ||
        (contact && !query_person(app->store, contact, app->scratch, &person, err)))
        return false;
    const TalkLine *line = talk_for(&lines, buyer_role_of(person.title, person.department));
    *ret = line ? line->id : 0;
    return true;
}
