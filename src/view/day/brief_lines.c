// SPDX-License-Identifier: GPL-3.0-or-later
// The brief in lines. Every section holds its columns, so that the eye finds them by itself.
#include "brief_parts.h"

#include <string.h>

#include "ground/signs.h"
#include "lists/columns.h"
#include "mawari/app/day.h"
#include "mawari/app/habit_text.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "today.h"

enum { PHONE = 13, BALL_FROM = 38, TOLD_FROM = 20 };

static const char *const labels[BRIEF_SECTIONS] = {
    [BRIEF_WHY] = N_("why"),       [BRIEF_RIDERS] = N_("ride"), [BRIEF_GIVE] = N_("give"),
    [BRIEF_SAY] = N_("say"),       [BRIEF_ASK] = N_("ask"),     [BRIEF_MONEY] = N_("money"),
    [BRIEF_RENEWAL] = N_("renew"), [BRIEF_AVOID] = N_("avoid"), [BRIEF_PEOPLE] = N_("who"),
    [BRIEF_ALSO] = N_("open"),     [BRIEF_TALKS] = N_("last"),  [BRIEF_OFFER] = N_("offer"),
    [BRIEF_TOPICS] = N_("topic"),  [BRIEF_PLACE] = N_("place"),
};

int brief_who_columns(const BriefPage *page)
{
    return page->columns >= BRIEF_WIDE ? 10 : 8;
}

BriefLine *brief_add_line(BriefPage *page, BriefSection section, const Entity *kind, Id id)
{
    BriefLines *lines = &page->sections[section];
    lines->rows = arena_more(page->arena, lines->rows, lines->count, &lines->room,
                             sizeof(BriefLine));
    BriefLine *line = &lines->rows[lines->count++];
    *line = (BriefLine){.id = id, .kind = id ? kind : NULL};
    return line;
}

static int next_column(const BriefLine *line)
{
    const BriefSpan *last = line->count ? &line->spans[line->count - 1] : NULL;
    return last ? last->at + last->columns + 1 : BRIEF_LABEL;
}

int brief_add_span(BriefPage *page, BriefLine *line, int columns, Role role, const char *text)
{
    int at = next_column(line);
    int room = page->columns - at;
    columns = columns < room ? columns : room;
    if (columns <= 0 || line->count == BRIEF_SPANS)
        return 0;
    line->spans[line->count++] = (BriefSpan){at, columns, role, text ? text : ""};
    return room - columns - 1;
}

void brief_add_rest(BriefPage *page, BriefLine *line, Role role, const char *text)
{
    (void)brief_add_span(page, line, page->columns, role, text);
}

static void add_wrapped(BriefPage *page, BriefSection section, const char *text, Role role)
{
    char **rows;
    size_t count = text_wrap(text, page->columns - BRIEF_LABEL, page->arena, &rows);
    for (size_t i = 0; i < count; i++)
        brief_add_rest(page, brief_add_line(page, section, NULL, 0), role, rows[i]);
}

void brief_add_text(BriefPage *page, BriefSection section, BriefLine *line, const char *text)
{
    char **rows;
    int at = next_column(line);
    size_t count = page->roomy && at < page->columns
                       ? text_wrap(text, page->columns - at, page->arena, &rows)
                       : 0;
    brief_add_rest(page, line, ROLE_PLAIN, count ? rows[0] : text);
    for (size_t i = 1; i < count; i++) { // `line` may have moved
        BriefLine *more = brief_add_line(page, section, NULL, 0);
        more->spans[more->count++] = (BriefSpan){at, page->columns - at, ROLE_PLAIN, rows[i]};
    }
}

static void add_why(BriefPage *page)
{
    const Brief *brief = page->brief;
    bool planned = brief->visit.id != 0;
    BriefLine *line = brief_add_line(page, BRIEF_WHY, planned ? &entity_visit : &entity_client,
                                     planned ? brief->visit.id : brief->of.client);
    const char *why = brief->proposed ? arena_print(page->arena, _("%s (proposed)"), brief->why)
                                      : brief->why;
    brief_add_rest(page, line, brief->proposed ? ROLE_PLAIN : ROLE_STRONG, why);
    for (size_t i = 0; i < brief->quotes.count; i++) {
        const Reason *quote = &brief->quotes.rows[i];
        brief_add_rest(page, brief_add_line(page, BRIEF_WHY, quote->kind, quote->id), ROLE_PLAIN,
                       quote->text);
    }
}

static void add_riders(BriefPage *page)
{
    for (size_t i = 0; i < page->brief->riders.count; i++) {
        const Rider *rider = &page->brief->riders.rows[i];
        BriefLine *line = brief_add_line(page, BRIEF_RIDERS, &entity_companion, rider->id);
        Buffer where = {.arena = page->arena};
        if (rider->pick_up_at != NONE)
            buffer_print(&where, "%s ", minute_text(rider->pick_up_at, page->arena));
        if (rider->pick_up)
            buffer_add(&where, rider->pick_up);
        (void)brief_add_span(page, line, brief_who_columns(page), ROLE_PLAIN, rider->name);
        if (rider->telephone)
            (void)brief_add_span(page, line, PHONE, ROLE_PLAIN, rider->telephone);
        brief_add_rest(page, line, ROLE_PLAIN,
                       where.size ? arena_print(page->arena, _("pick up %s"), where.text) : "");
    }
}

/// "○ me since 20 Nov"
static const char *ball_text(const BriefPage *page, const Promise *promise)
{
    bool mine = promise->ball == page->app->me;
    const char *holder = mine ? _("me") : promise->ball_name;
    if (!holder)
        return "";
    const char *sign = sign_before(page->app->plain, mine ? "○" : "●");
    const char *gap = page->app->plain ? "" : " ";
    if (promise->ball_since == NONE)
        return arena_print(page->arena, "%s%s%s", sign, gap, holder);
    return arena_print(page->arena, _("%s%s%s since %s"), sign, gap, holder,
                       day_text(promise->ball_since, page->app->today, page->arena));
}

static void add_promise(BriefPage *page, BriefSection section, const Promise *promise)
{
    const Commitment *what = &promise->commitment;
    BriefLine *line = brief_add_line(page, section, &entity_commitment, promise->id);
    Shown due = due_shown(what->due, what->due_at, false, page->app, page->arena);
    const char *arrow = sign_word(page->app->plain,
                                  what->direction == DIRECTION_THEIRS ? "↓" : "↑");
    bool undated = what->due == NONE, wide = page->columns >= BRIEF_WIDE;
    (void)brief_add_span(page, line, text_width(arrow), ROLE_PLAIN, arrow);
    (void)brief_add_span(page, line, wide ? BRIEF_DUE : BRIEF_DUE - 1, due.role,
                         undated ? _("undated") : due.text);
    int left = brief_add_span(page, line, brief_who_columns(page), ROLE_PLAIN,
                              promise->contact_name);
    const char *ball = left >= BALL_FROM && section == BRIEF_ALSO ? ball_text(page, promise) : "";
    int turn = text_width(ball);
    if (turn && turn < left / 2) {
        (void)brief_add_span(page, line, left - turn - 1, ROLE_PLAIN, what->what);
        brief_add_rest(page, line, ROLE_DIM, ball);
    } else
        brief_add_rest(page, line, ROLE_PLAIN, what->what);
}

static void add_promises(BriefPage *page, BriefSection section, const Promises *promises)
{
    for (size_t i = 0; i < promises->count; i++)
        add_promise(page, section, &promises->rows[i]);
}

/// What there is to say: what is known and was not told yet, else what they were told.
static const char *news_of(const Trouble *trouble, Arena *arena)
{
    bool untold = trouble->last_inside &&
                  (trouble->told_on == NONE || trouble->inside_on > trouble->told_on);
    if (untold)
        return trouble->last_inside;
    return trouble->last_told ? arena_print(arena, _("told: %s"), trouble->last_told) : "";
}

/// Below the number of a trouble.
static BriefLine *add_below(BriefPage *page, int columns)
{
    BriefLine *below = brief_add_line(page, BRIEF_SAY, NULL, 0);
    (void)brief_add_span(page, below, columns, ROLE_PLAIN, "");
    return below;
}

/// The silence is never cut: what there is to say gives way, or stands below.
static void add_trouble(BriefPage *page, const Trouble *trouble)
{
    BriefLine *line = brief_add_line(page, BRIEF_SAY, &entity_ticket, trouble->id);
    const char *silence = today_silence(trouble, page->app, page->arena);
    const char *number = arena_print(page->arena, "T%d", trouble->ticket.number);
    const char *news = news_of(trouble, page->arena);
    int indent = text_width(number), width = text_width(silence);
    int left = brief_add_span(page, line, indent, ROLE_PLAIN, number) - (width ? width + 1 : 0);
    bool beside = !page->roomy || left >= TOLD_FROM;
    const char *text = page->roomy || !*news
                           ? trouble->ticket.what
                           : arena_print(page->arena, _("%s: %s"), trouble->ticket.what, news);
    if (width && beside && left > 0) {
        (void)brief_add_span(page, line, left, ROLE_PLAIN, text);
        brief_add_rest(page, line, ROLE_BAD, silence);
    } else
        brief_add_rest(page, line, ROLE_PLAIN, text);
    if (width && !beside)
        brief_add_rest(page, add_below(page, indent), ROLE_BAD, silence);
    if (page->roomy && *news)
        brief_add_text(page, BRIEF_SAY, add_below(page, indent), news);
}

static void add_landmine(BriefPage *page, const Landmine *mine)
{
    char **rows;
    const char *text = mine->who ? arena_print(page->arena, "%s  %s", mine->who, mine->text)
                                 : mine->text;
    size_t count = text_wrap(text, page->columns - BRIEF_LABEL, page->arena, &rows);
    for (size_t i = 0; i < count; i++) {
        BriefLine *line = brief_add_line(page, BRIEF_AVOID,
                                         mine->id ? &entity_note : &entity_contact,
                                         mine->id ? mine->id : mine->on);
        brief_add_rest(page, line, ROLE_STRONG, rows[i]);
    }
}

static void add_person(BriefPage *page, const Person *person)
{
    const Contact *who = &person->contact;
    BriefLine *line = brief_add_line(page, BRIEF_PEOPLE, &entity_contact, person->id);
    bool wide = page->columns >= BRIEF_WIDE;
    const char *number = who->mobile && *who->mobile ? who->mobile : who->telephone;
    (void)brief_add_span(page, line, wide ? 12 : 9, ROLE_PLAIN, who->name);
    if (wide)
        (void)brief_add_span(page, line, 16, ROLE_DIM, who->reading);
    (void)brief_add_span(page, line, wide ? 12 : 8, ROLE_PLAIN, person_post(person, page->arena));
    const char *key = _("KEY");
    (void)brief_add_span(page, line, text_width(key), ROLE_STRONG, who->key_person == 1 ? key : "");
    (void)brief_add_span(page, line, PHONE, ROLE_PLAIN, number);
    brief_add_rest(page, line, ROLE_DIM,
                   habit_within(&person->habit, page->columns - next_column(line), page->arena));
}

/// "met 25m": how long only where both hours were stamped.
static const char *talk_result(const Visit *visit, Arena *arena)
{
    const Word *outcome = words_by_value(&words_outcome, visit->outcome);
    const char *title = outcome ? lang_text(outcome->title) : "";
    bool stamped = visit->arrived != NO_MOMENT && visit->departed > visit->arrived &&
                   visit->about != 1 && visit->end_about != 1;
    return stamped
               ? arena_print(arena, "%s %s", title,
                             minutes_text((Minute)((visit->departed - visit->arrived) / 60), arena))
               : title;
}

static void add_talk(BriefPage *page, const DayVisit *talk)
{
    BriefLine *line = brief_add_line(page, BRIEF_TALKS, &entity_visit, talk->id);
    const char *text = talk->visit.text ? talk->visit.text : "";
    (void)brief_add_span(page, line, 8, ROLE_PLAIN,
                         day_text(talk->visit.day, page->app->today, page->arena));
    (void)brief_add_span(page, line, page->columns >= BRIEF_WIDE ? 14 : 10, ROLE_PLAIN,
                         talk_result(&talk->visit, page->arena));
    if (page->columns >= BRIEF_WIDE)
        (void)brief_add_span(page, line, brief_who_columns(page), ROLE_DIM, talk->contact_name);
    brief_add_text(page, BRIEF_TALKS, line,
                   arena_copy_bytes(page->arena, text, strcspn(text, "\n")));
}

/// What this person has not heard; d ticks it.
static void add_topics(BriefPage *page)
{
    for (size_t i = 0; i < page->brief->topic_count; i++) {
        const TopicRow *topic = &page->brief->topics[i];
        BriefLine *line = brief_add_line(page, BRIEF_TOPICS, &entity_topic, topic->id);
        brief_add_rest(page, line, ROLE_PLAIN, topic->text);
    }
}

void brief_join_topics(BriefPage *page)
{
    BriefLines *lines = &page->sections[BRIEF_TOPICS];
    static const char between[] = " · ";
    Buffer all = {.arena = page->arena};
    int count = (int)lines->count;
    if (count < 2)
        return;
    int room = page->columns - BRIEF_LABEL - (count - 1) * text_width(between);
    for (size_t i = 0; i < lines->count; i++)
        buffer_print(&all, "%s%s", i ? between : "",
                     text_fit(page->brief->topics[i].text, room / count, page->arena));
    page->joined = true;
    lines->rows->count = 0;
    brief_add_rest(page, lines->rows, ROLE_PLAIN, buffer_text(&all));
}

/// Where nobody was met yet the address and the telephone of the place are all there is to go by.
static void add_address(const Brief *brief, Buffer *place)
{
    const char *const words[] = {brief->site.address, brief->site.telephone};
    for (size_t i = 0; i < 2 && brief->talks.count == 0; i++)
        if (words[i])
            buffer_print(place, "%s%s", place->size ? " · " : "", words[i]);
}

static void add_place(BriefPage *page)
{
    const Site *site = &page->brief->site;
    const char *const words[] = {site->parking, site->entrance, site->reception, site->stairs,
                                 department_place(&page->brief->department, page->arena)};
    Buffer place = {.arena = page->arena};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i] && *words[i])
            buffer_print(&place, "%s%s", place.size ? " · " : "", words[i]);
    if (site->door_minutes != NONE)
        buffer_print(&place, "%s%s", place.size ? " · " : "",
                     arena_print(page->arena, _("%s at the door"),
                                 minutes_words(site->door_minutes, page->arena)));
    add_address(page->brief, &place);
    add_wrapped(page, BRIEF_PLACE, buffer_text(&place), ROLE_PLAIN);
}

/// "A-7 to 中村: 廃棄が月2箱減ります (7 of 12)", and the answer to what is said against it.
static void add_offer(BriefPage *page)
{
    const NextOffer *offer = &page->brief->offer;
    Buffer text = {.arena = page->arena};
    if (!offer->product)
        return;
    if (offer->to)
        buffer_print(&text, _("%s to %s"), offer->name, offer->to);
    else
        buffer_add(&text, offer->name);
    if (offer->line)
        buffer_print(&text, ": %s", offer->line);
    if (offer->asked)
        buffer_print(
            &text, "  %s",
            arena_print(page->arena, _("(good %d of %d)"), (int)offer->good, (int)offer->asked));
    brief_add_rest(page, brief_add_line(page, BRIEF_OFFER, &entity_product, offer->product),
                   ROLE_PLAIN, buffer_text(&text));
    if (offer->answer && page->answers)
        brief_add_rest(page, brief_add_line(page, BRIEF_OFFER, NULL, 0), ROLE_DIM,
                       arena_print(page->arena, _("if “%s”: %s"), offer->objection, offer->answer));
}

static void add_renewal(BriefPage *page, Id contract, const char *text)
{
    char **rows;
    size_t count = text_wrap(text, page->columns - BRIEF_LABEL, page->arena, &rows);
    for (size_t i = 0; i < count; i++)
        brief_add_rest(page, brief_add_line(page, BRIEF_RENEWAL, &entity_contract, contract),
                       ROLE_PLAIN, rows[i]);
}

void brief_lines(BriefPage *page, bool aside)
{
    const Brief *brief = page->brief;
    for (size_t i = 0; i < BRIEF_SECTIONS; i++)
        page->sections[i] = (BriefLines){.label = lang_text(labels[i])};
    add_why(page);
    add_riders(page);
    add_promises(page, BRIEF_GIVE, &brief->give);
    brief_add_orders(page, true);
    brief_add_doors(page);
    brief_add_no_gifts(page);
    for (size_t i = 0; i < brief->say.count; i++)
        add_trouble(page, &brief->say.rows[i]);
    add_promises(page, BRIEF_ASK, &brief->ask);
    brief_add_loans(page);
    if (*brief->money)
        brief_add_rest(page, brief_add_line(page, BRIEF_MONEY, &entity_client, brief->of.client),
                       ROLE_PLAIN, brief->money);
    for (size_t i = 0; i < brief->renewal_count; i++)
        add_renewal(page, brief->contracts[i], brief->renewals[i]);
    for (size_t i = 0; i < brief->avoid.count && !aside; i++)
        add_landmine(page, &brief->avoid.rows[i]);
    for (size_t i = 0; i < brief->people.count; i++)
        add_person(page, &brief->people.rows[i]);
    add_promises(page, BRIEF_ALSO, &brief->also);
    brief_add_orders(page, false);
    for (size_t i = 0; i < brief->talks.count; i++)
        add_talk(page, &brief->talks.rows[i]);
    add_offer(page);
    add_topics(page);
    add_place(page);
}
