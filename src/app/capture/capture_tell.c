// SPDX-License-Identifier: GPL-3.0-or-later
// What was understood of a line, for people and for programs.
#include "capture_inside.h"
#include "mawari/app/prices.h"
#include "mawari/app/rounds.h"
#include "mawari/base/text.h"

enum { LABEL_COLUMNS = 12, ANSWER_COLUMNS = 62 };

static const struct {
    const char *code, *label;
} kinds[] = {
    [CAPTURE_NOTE] = {"note", N_("note")},
    [CAPTURE_OUTCOME] = {"outcome", N_("outcome")},
    [CAPTURE_PERSON] = {"person", N_("with")},
    [CAPTURE_MINE] = {"mine", N_("I promise")},
    [CAPTURE_THEIRS] = {"theirs", N_("they promise")},
    [CAPTURE_DONE] = {"done", N_("kept")},
    [CAPTURE_ORDER] = {"order", N_("order")},
    [CAPTURE_LOAN] = {"loan", N_("lent")},
    [CAPTURE_TROUBLE] = {"trouble", N_("trouble")},
    [CAPTURE_RIVAL] = {"rival", N_("rival")},
    [CAPTURE_PRICE] = {"price", N_("price")},
    [CAPTURE_OFFER] = {"offer", N_("offered")},
    [CAPTURE_EXPENSE] = {"expense", N_("expense")},
    [CAPTURE_NEXT] = {"next", N_("next visit")},
};

static const char *const reactions[] = {"", "◎", "○", "△", "×"};

/// "Fri 27 Nov 17:00", with the holiday's name: it is said, not moved.
static const char *when(App *app, Day day, Minute minute, Arena *arena)
{
    const char *holiday = NULL;
    if (!query_holiday_name(app->store, day, arena, &holiday, NULL))
        holiday = NULL;
    return arena_print(arena, "%s%s%s%s%s%s", day_text_full(day, app->today, arena),
                       minute == NONE ? "" : " ", minute_text(minute, arena), holiday ? " (" : "",
                       holiday ? holiday : "", holiday ? ")" : "");
}

/// Whom it concerns: somebody known, or who is made.
static const char *whom(App *app, const HeardPart *row, Arena *arena)
{
    return row->new_person ? row->new_person : app_name(app, row->contact, arena);
}

/// Text, day and hour of a part, and whom it is to.
static const char *dated(App *app, const HeardPart *row, const char *arrow, Arena *arena)
{
    const CapturePart *part = row->part;
    const char *name = whom(app, row, arena);
    Buffer out = {.arena = arena};
    buffer_add(&out, part->text);
    if (part->day != NONE)
        buffer_print(&out, ", %s", when(app, part->day, part->minute, arena));
    if (*name)
        buffer_print(&out, " %s %s", arrow, name);
    return buffer_text(&out);
}

/// What is lent, to whom, and when it is picked up.
static const char *lent(App *app, const HeardPart *row, Arena *arena)
{
    const char *name = whom(app, row, arena);
    return arena_print(arena, _("%s%s%s, picked up %s"), row->part->text, *name ? " → " : "", name,
                       when(app, row->part->day, NONE, arena));
}

static const char *moved(App *app, const Heard *heard, const HeardPart *row, Arena *arena)
{
    Commitment promise;
    const LinePart *said = heard_said(heard, row->id, false);
    if (!record_get(app->store, &entity_commitment, row->id, arena, &promise, NULL))
        return row->part->text;
    if (said)
        promise.due = said->day_was;
    const char *was = promise.due == NONE ? "" : day_text(promise.due, app->today, arena);
    if (row->part->day == NONE)
        return arena_print(arena, _("%s: is open already"), promise.what);
    return arena_print(arena, "%s: %s → %s", promise.what, was,
                       when(app, row->part->day, row->part->minute, arena));
}

/// The demand that will be kept: of the product that is named, else of the client's only card. False
/// where that is none.
static bool demand_of(App *app, const Heard *heard, const HeardPart *row, Arena *arena, Demand *ret)
{
    int of = row->part->of;
    record_blank(&entity_demand, ret, app->today, arena);
    ret->client = row->client;
    ret->product = of == NO_PART ? 0 : heard->rows[of].id;
    ret->asked = heard_asked(row, arena);
    return (of == NO_PART || ret->product) && demand_complete(app, ret, NULL, arena, NULL) &&
           ret->product;
}

static const char *price(App *app, const Heard *heard, const HeardPart *row, Arena *arena)
{
    Demand demand;
    const CapturePart *part = row->part;
    int32_t size = part->number < 0 ? -part->number : part->number;
    const char *sign = part->number < 0 ? "-" : "", *of = _("of no product");
    if (part->of != NO_PART)
        of = heard->capture.parts[part->of].text;
    else if (demand_of(app, heard, row, arena, &demand))
        of = app_name(app, demand.product, arena);
    if (!part->percent)
        return arena_print(arena, "%s%s, %s", sign, yen_text(size, arena), of);
    if (size % 100 == 0)
        return arena_print(arena, "%s%d%%, %s", sign, size / 100, of);
    return arena_print(arena, "%s%d.%02d%%, %s", sign, size / 100, size % 100, of);
}

static const char *trouble(const HeardPart *row, Arena *arena)
{
    if (row->id)
        return arena_print(arena, "T%d: %s", row->part->number, row->part->text);
    return arena_print(arena, _("new: %s"), row->part->text);
}

/// A product that nobody knows yet is said to be new.
static const char *offered(App *app, const HeardPart *row, Arena *arena)
{
    const char *product = row->id ? app_name(app, row->id, arena)
                                  : arena_print(arena, _("new: %s"), row->part->text);
    const char *who = whom(app, row, arena);
    return arena_print(arena, "%s%s%s %s", product, *who ? " → " : "", who,
                       reactions[row->part->reaction]);
}

/// Somebody new with the title and the department that were typed.
static const char *person(App *app, const HeardPart *row, Arena *arena)
{
    const CapturePart *part = row->part;
    if (!row->new_person)
        return app_name(app, row->id, arena);
    return arena_print(arena, _("new: %s%s%s%s%s"), row->new_person, part->title ? " " : "",
                       part->title ? part->title : "", part->hint ? _(", ") : "",
                       part->hint ? part->hint : "");
}

/// A door of a round is called as the round is.
static const char *ticked(App *app, Id id, Arena *arena)
{
    RoundClient door;
    if (capture_ticked_reads(app, id, arena) == LINE_GIVEN &&
        record_get(app->store, &entity_round_client, id, arena, &door, NULL))
        id = door.round;
    return app_name(app, id, arena);
}

static const char *label_of(App *app, const HeardPart *row, Arena *arena)
{
    if (row->part->kind != CAPTURE_DONE)
        return _(kinds[row->part->kind].label);
    RoundClient door;
    LineReads reads = capture_ticked_reads(app, row->id, arena);
    if (reads == LINE_GIVEN &&
        record_get(app->store, &entity_round_client, row->id, arena, &door, NULL) &&
        door_collects(app, &door, arena))
        return _("collected");
    return lang_text(words_by_value(&words_line_reads, (int32_t)reads)->title);
}

static const char *meaning(App *app, const Heard *heard, const HeardPart *row, Arena *arena)
{
    const CapturePart *part = row->part;
    switch (part->kind) {
    case CAPTURE_OUTCOME:
        return _(words_by_value(&words_outcome, part->number)->title);
    case CAPTURE_DONE:
        return ticked(app, row->id, arena);
    case CAPTURE_PERSON:
        return person(app, row, arena);
    case CAPTURE_MINE:
        return dated(app, row, "→", arena);
    case CAPTURE_THEIRS:
        return row->id ? moved(app, heard, row, arena) : dated(app, row, "←", arena);
    case CAPTURE_ORDER:
        return dated(app, row, "←", arena);
    case CAPTURE_LOAN:
        return lent(app, row, arena);
    case CAPTURE_TROUBLE:
        return trouble(row, arena);
    case CAPTURE_PRICE:
        return price(app, heard, row, arena);
    case CAPTURE_OFFER:
        return offered(app, row, arena);
    case CAPTURE_EXPENSE:
        return arena_print(arena, "%s %s", part->text, yen_text(part->number, arena));
    case CAPTURE_NEXT:
        return part->none ? _("none") : when(app, part->day, part->minute, arena);
    case CAPTURE_RIVAL:
        return row->id ? app_name(app, row->id, arena)
                       : arena_print(arena, _("new: %s"), part->text);
    case CAPTURE_NOTE:
        break;
    }
    return part->text;
}

/// A row of the read-back; false for notes, which come last and together.
static bool told(App *app, const Heard *heard, size_t i, Arena *arena, const char **ret_label,
                 const char **ret)
{
    const HeardPart *row = &heard->rows[i];
    *ret_label = row->doubt ? "?" : label_of(app, row, arena);
    *ret = row->doubt
               ? arena_print(arena, "%s: %s", capture_typed(&heard->capture, i, arena), row->doubt)
               : meaning(app, heard, row, arena);
    return row->doubt || row->part->kind != CAPTURE_NOTE;
}

/// What can be said to a price that was asked: the same line as on the floor card. NULL: it is of no
/// product that is known.
static const char *answer_to(App *app, const Heard *heard, const HeardPart *row, Arena *arena)
{
    Demand demand;
    const char *answer = NULL;
    if (row->part->kind != CAPTURE_PRICE || row->doubt ||
        !demand_of(app, heard, row, arena, &demand))
        return NULL;
    return demand_answer(app, &demand, app->reveal, arena, &answer, NULL) ? answer : NULL;
}

static void add_answer(Buffer *out, const char *answer)
{
    char **lines;
    size_t count = text_wrap(answer, ANSWER_COLUMNS, out->arena, &lines);
    for (size_t i = 0; i < count; i++)
        buffer_print(out, "%s  %s\n", text_pad(i ? "" : _("to say"), LABEL_COLUMNS, out->arena),
                     lines[i]);
}

/// Behind the outcome.
static void add_presumed(Buffer *out, App *app, const Heard *heard)
{
    if (heard->presumed)
        buffer_print(out, _("%s  %s, the only one known here\n"),
                     text_pad(_(kinds[CAPTURE_PERSON].label), LABEL_COLUMNS, out->arena),
                     app_name(app, heard->presumed, out->arena));
}

char *heard_text(App *app, const Heard *heard, Arena *arena, size_t *ret_rows)
{
    Buffer out = {.arena = arena};
    const char *label, *text;
    for (size_t i = 0; i < heard->capture.count; i++) {
        if (told(app, heard, i, arena, &label, &text))
            buffer_print(&out, "%s  %s\n", text_pad(label, LABEL_COLUMNS, arena), text);
        if (i == 0)
            add_presumed(&out, app, heard);
        const char *answer = answer_to(app, heard, &heard->rows[i], arena);
        if (answer)
            add_answer(&out, answer);
    }
    if (*heard->note)
        buffer_print(&out, "%s  %s\n", text_pad(_(kinds[CAPTURE_NOTE].label), LABEL_COLUMNS, arena),
                     heard->note);
    char *rows = arena_copy(arena, buffer_text(&out));
    *ret_rows = 0;
    for (const char *c = rows; *c; c++)
        *ret_rows += *c == '\n';
    return rows;
}

char *heard_sentence(App *app, const Heard *heard, Arena *arena)
{
    Buffer out = {.arena = arena};
    const char *label, *text;
    for (size_t i = 0; i < heard->capture.count; i++)
        if (told(app, heard, i, arena, &label, &text))
            buffer_print(&out, "%s%s %s", out.size ? " · " : "", label, text);
    return arena_copy(arena, buffer_text(&out));
}

static void id_json(Json *json, const char *key, Id id)
{
    if (id)
        json_whole(json, key, id);
    else
        json_null(json, key);
}

static void part_json(App *app, const Heard *heard, size_t i, Json *json)
{
    Arena *arena = json->out.arena;
    const HeardPart *row = &heard->rows[i];
    const CapturePart *part = row->part;
    json_open(json, NULL, '{');
    json_text(json, "kind", kinds[part->kind].code);
    json_text(json, "typed", capture_typed(&heard->capture, i, arena));
    json_text(json, "text", part->text);
    json_text(json, "means", row->doubt ? NULL : meaning(app, heard, row, arena));
    id_json(json, "id", row->id);
    id_json(json, "contact", row->contact);
    id_json(json, "client", row->client);
    json_text(json, "day", day_iso(part->day, arena));
    json_text(json, "time", part->minute == NONE ? NULL : minute_text(part->minute, arena));
    json_text(json, "doubt", row->doubt);
    if (part->kind == CAPTURE_PRICE)
        json_text(json, "answer", answer_to(app, heard, row, arena));
    json_close(json, '}');
}

void heard_json(App *app, const Heard *heard, Json *json)
{
    json_open(json, NULL, '{');
    json_text(json, "line", heard->capture.line);
    id_json(json, "visit", heard->place.visit);
    json_open(json, "parts", '[');
    for (size_t i = 0; i < heard->capture.count; i++)
        part_json(app, heard, i, json);
    json_close(json, ']');
    json_text(json, "note", heard->note);
    json_close(json, '}');
}
