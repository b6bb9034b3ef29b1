// SPDX-License-Identifier: GPL-3.0-or-later
// The brief as a pane: its lines shared among the rows that there are.
#include "brief.h"

#include "brief_lines.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "today.h"

typedef struct BriefView {
    BriefOf of;
    BriefAs as;
} BriefView;

typedef struct BriefRow {
    const char *label; // of a section's first row
    const BriefLine *line;
    size_t more; // that stand behind this row, which says so; 0: it is none
} BriefRow;

typedef struct BriefData {
    Brief brief;
    BriefPage page;
    BriefRow *rows;
    size_t count;
} BriefData;

enum { TITLE_ROWS = 2 };

static bool is_aside(const Pane *pane)
{
    return ((const BriefView *)pane->view)->as == BRIEF_ASIDE;
}

static void add_row(BriefData *data, BriefRow row)
{
    data->rows[data->count++] = row;
}

static void add_section(BriefData *data, BriefSection section, const BriefFit *fit)
{
    const BriefLines *lines = &data->page.sections[section];
    size_t rows = fit->rows[section];
    if (rows && fit->blanks && brief_begins_group(section))
        add_row(data, (BriefRow){0});
    for (size_t i = 0; i < rows; i++) {
        bool last = i + 1 == rows && rows < lines->count && brief_says_more(section);
        add_row(data, (BriefRow){.label = i ? "" : lines->label,
                                 .line = last ? NULL : &lines->rows[i],
                                 .more = last ? lines->count - i : 0});
    }
}

static int first_row(const Pane *pane)
{
    return is_aside(pane) ? TITLE_ROWS : 0;
}

/// How much is said: first without the answer to an objection, then with long texts cut.
typedef enum Fullness { FULL_CUT, FULL_TEXTS, FULL_ANSWERS } Fullness;

/// All lines; how many they are and what stands between them at most.
static size_t make_lines(const Pane *pane, const App *app, Fullness fullness,
                         size_t lines[BRIEF_SECTIONS])
{
    BriefData *data = pane->data;
    size_t all = BRIEF_SECTIONS;
    data->page = (BriefPage){.brief = &data->brief,
                             .app = app,
                             .arena = pane->arena,
                             .columns = pane->columns - 1,
                             .roomy = fullness >= FULL_TEXTS,
                             .answers = fullness >= FULL_ANSWERS};
    brief_lines(&data->page, is_aside(pane));
    for (size_t i = 0; i < BRIEF_SECTIONS; i++)
        all += lines[i] = data->page.sections[i].count;
    return all;
}

/// Long texts are cut before any line is.
static void fill(Pane *pane, const App *app)
{
    BriefData *data = pane->data;
    bool whole = ((const BriefView *)pane->view)->as == BRIEF_WHOLE;
    size_t lines[BRIEF_SECTIONS], all = make_lines(pane, app, FULL_ANSWERS, lines);
    size_t rows = pane->rows > first_row(pane) ? (size_t)(pane->rows - first_row(pane)) : 1;
    BriefFit fit = brief_fit(lines, whole ? all : rows);
    for (int less = FULL_TEXTS; !fit.blanks && less >= FULL_CUT; less--) {
        all = make_lines(pane, app, (Fullness)less, lines);
        fit = brief_fit(lines, whole ? all : rows);
    }
    if (fit.rows[BRIEF_TOPICS] == 1)
        brief_join_topics(&data->page);
    data->rows = arena_array(pane->arena, BriefRow, all);
    for (size_t i = 0; i < BRIEF_SECTIONS; i++)
        add_section(data, (BriefSection)i, &fit);
}

static void mask_unsaid(const Landmines *avoid)
{
    for (size_t i = 0; i < avoid->count; i++)
        if (!avoid->rows[i].handling)
            avoid->rows[i].text = "***";
}

static bool load(Pane *pane, App *app, Err *err)
{
    const BriefView *view = pane->view;
    BriefData *data = pane->data;
    if (!brief_read(app, view->of, pane->arena, &data->brief, err))
        return false;
    const Brief *brief = &data->brief;
    // On paper and in a pipe; the screen is the rep's own.
    if (view->as == BRIEF_WHOLE && !app->reveal)
        mask_unsaid(&brief->avoid);
    pane->kind = brief->of.visit ? &entity_visit : &entity_client;
    pane->subject = brief->of.visit ? brief->of.visit : brief->of.client;
    fill(pane, app);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const BriefData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const BriefRow *at = &((const BriefData *)pane->data)->rows[index];
    PaneRow row = {.stop = at->more > 0, .heading = at->label && *at->label};
    if (at->line) {
        row.id = at->line->id;
        row.kind = at->line->kind;
    }
    return row;
}

static void draw_row(const BriefRow *shown, Region at, int line, Arena *arena)
{
    if (shown->label)
        canvas_text(at.canvas, line, at.column + 1, 6, ROLE_DIM, shown->label);
    if (shown->more)
        canvas_text(at.canvas, line, at.column + 8, at.columns - 9, ROLE_STRONG,
                    arena_print(arena, _("+%zu more, Enter shows them"), shown->more));
    for (size_t i = 0; shown->line && i < shown->line->count; i++) {
        const BriefSpan *span = &shown->line->spans[i];
        canvas_text(at.canvas, line, at.column + span->at, span->columns, span->role, span->text);
    }
}

/// "A, 14 days": rank and cycle, as far as they are known.
static const char *standing(const Client *client, Arena *arena)
{
    const Word *rank = words_by_value(&words_rank, client->rank);
    if (client->cycle == NONE)
        return rank ? lang_text(rank->title) : "";
    const char *cycle = cycle_text(client->cycle, arena);
    return rank ? arena_print(arena, "%s, %s", lang_text(rank->title), cycle) : cycle;
}

static const char *in_how_long(const Visit *visit, const App *app, Arena *arena)
{
    Minute left = visit->start - app->minute;
    if (visit->day != app->today || visit->outcome != NONE || left < 0)
        return "";
    return left == 0 ? _(", now") : arena_print(arena, _(", in %s"), minutes_words(left, arena));
}

/// "10:20 agreed, in 28 min", "Fri 27, no hour agreed", "no visit is planned".
static const char *when_text(const Brief *brief, const App *app, Arena *arena)
{
    const Visit *visit = &brief->visit.visit;
    if (!brief->visit.id)
        return _("no visit is planned");
    const char *day = visit->day == app->today
                          ? ""
                          : arena_print(arena, "%s ", day_text_full(visit->day, app->today, arena));
    if (visit->outcome != NONE)
        return arena_print(arena, "%s%s", day,
                           lang_text(words_by_value(&words_outcome, visit->outcome)->title));
    if (visit->start == NONE)
        return arena_print(arena, "%s%s", day, _("no hour agreed"));
    bool agreed = visit->appointment == APPOINTMENT_CONFIRMED || visit->appointment == NONE;
    return arena_print(arena, agreed ? _("%s%s agreed%s") : _("%s%s, not agreed yet%s"), day,
                       minute_text(visit->start, arena), in_how_long(visit, app, arena));
}

/// Name, reading and standing on the left, the hour on the right.
static void draw_title(const Pane *pane, const App *app, Canvas *canvas, int line, int column,
                       int columns)
{
    const BriefData *data = pane->data;
    const Brief *brief = &data->brief;
    Arena *arena = arena_open();
    const char *when = when_text(brief, app, arena);
    int width = text_width(when), end = column + columns;
    int room = columns - width - 3, at = column + 1;
    at += canvas_text(canvas, line, at, room, ROLE_STRONG, brief->name) + 2;
    const char *const beside[] = {brief->client.reading, standing(&brief->client, arena)};
    for (size_t i = 0; i < 2 && beside[i] && *beside[i]; i++)
        if (at + text_width(beside[i]) <= column + 1 + room)
            at += canvas_text(canvas, line, at, text_width(beside[i]), ROLE_DIM, beside[i]) + 2;
    canvas_text(canvas, line, end - width - 1, width, ROLE_PLAIN, when);
    arena_close(arena);
}

static void head(const Pane *pane, const App *app, Canvas *canvas)
{
    draw_title(pane, app, canvas, 0, 0, canvas->columns - 1);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const BriefData *data = pane->data;
    Arena *arena = arena_open();
    if (is_aside(pane))
        draw_title(pane, app, at.canvas, at.row, at.column, at.columns);
    int line = at.row + first_row(pane);
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_row(&data->rows[i], at, line, arena);
        if (i != pane->index)
            continue;
        canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
        canvas_cursor(at.canvas, line, at.column + 1);
    }
    arena_close(arena);
}

/// "+3 more" opens all of it; the cursor stays in its section.
static bool enter(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const BriefData *data = pane->data;
    if (pane->index >= data->count || !data->rows[pane->index].more)
        return false;
    screen_push(screen, brief_open(brief_subject(pane), BRIEF_WHOLE));
    return true;
}

/// What may be sent to who rides along: what to avoid is not in it.
static const char *copy(Pane *pane, App *app, Arena *arena)
{
    const BriefData *data = pane->data;
    return brief_for_companion(app, &data->brief, arena);
}

/// `offer->id` is the topic, `offer->value` whoever heard it.
static void topic_answered(Screen *screen, const Offer *offer)
{
    const Command *heard = command_named("heard");
    screen->prompt.command = heard;
    screen->prompt.about_id = offer->id;
    screen->prompt.about_kind = &entity_topic;
    screen_run_line(screen, heard, offer->value);
    screen->prompt.about_id = 0;
}

/// d on a topic: the person of the brief has heard it. Where all share a row it is asked which.
static bool tick(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const BriefData *data = pane->data;
    const Brief *brief = &data->brief;
    const Person *who = brief_person(brief);
    if (pane->at_kind != &entity_topic || !who)
        return false;
    const char *person = arena_print(screen->offers, "%lld", (long long)who->id);
    const Offer one = {.id = pane->at, .value = person};
    if (!data->page.joined) {
        topic_answered(screen, &one);
        return true;
    }
    screen_menu(screen, MODE_QUESTION,
                arena_print(screen->frame, _("%s has heard which?"), who->contact.name),
                topic_answered);
    for (size_t i = 0; i < brief->topic_count; i++) {
        Offer *topic = menu_offer(screen, menu_letter(i), brief->topics[i].text);
        topic->id = brief->topics[i].id;
        topic->value = arena_print(screen->offers, "%lld", (long long)who->id);
    }
    return true;
}

const PaneKind pane_brief = {.alone = true,
                             .view_bytes = sizeof(BriefView),
                             .data_bytes = sizeof(BriefData),
                             .load = load,
                             .draw = draw,
                             .head = head,
                             .count = count,
                             .row = row,
                             .first_row = first_row,
                             .enter = enter,
                             .tick = tick,
                             .copy = copy};

Pane *brief_open(BriefOf of, BriefAs as)
{
    Pane *pane = pane_open(&pane_brief, &entity_client, of.client);
    BriefView *view = pane->view;
    *view = (BriefView){.of = of, .as = as};
    return pane;
}

BriefOf brief_subject(const Pane *pane)
{
    return ((const BriefView *)pane->view)->of;
}

bool brief_meant(const Screen *screen, const Entity **ret_kind, Id *ret)
{
    const Pane *pane = screen_pane(screen);
    *ret = pane->at ? pane->at : pane->opens ? pane->opens : pane->subject;
    *ret_kind = pane->at ? pane->at_kind : pane->opens ? pane->opens_kind : pane->kind;
    if (*ret || pane->what != &pane_today)
        return *ret && *ret_kind;
    const DaySheet *day = today_sheet(pane);
    if (day->next >= day->count)
        return false;
    *ret = day->rows[day->next].id;
    *ret_kind = &entity_visit;
    return true;
}

void brief_here(Screen *screen)
{
    const Entity *kind;
    Id id;
    BriefOf of;
    Err err = {0};
    if (!brief_meant(screen, &kind, &id))
        screen_say(screen, _("Choose a client, a visit or a promise first"));
    else if (!brief_of(screen->app, kind, id, screen->frame, &of, &err))
        screen_fail(screen, &err);
    else
        screen_push(screen, brief_open(of, BRIEF_FITTED));
}
