// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a capture line from left to right; what no mark claims is note.
#include "mawari/model/capture.h"

#include <string.h>

#include "capture_inside.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

typedef struct Reader {
    CaptureLine line;
    CapturePart *parts;
    size_t count, room;
    int person; // that holds here
} Reader;

static void emit(Reader *reader, CapturePart part, size_t from)
{
    part.from = reader->line.letters[from].at;
    if (part.kind == CAPTURE_PERSON)
        reader->person = (int)reader->count;
    else if (part.kind != CAPTURE_PRICE)
        part.of = reader->person;
    reader->parts = arena_more(reader->line.arena, reader->parts, reader->count, &reader->room,
                               sizeof *reader->parts);
    reader->parts[reader->count++] = part;
}

/// The words from `at` up to a day (where one counts), the next mark or an end; the first is taken
/// as it is. Answers where they end, `*ret_past` after the day.
static size_t read_words(const CaptureLine *line, size_t at, CapturePart *dated, size_t *ret_past)
{
    size_t end = capture_word_end(line, at);
    for (;;) {
        CaptureMark mark;
        size_t next = capture_past_blanks(line, end);
        *ret_past = end;
        if (next == end || capture_is_end(line->letters[next].code))
            return end;
        if (dated && capture_day_hour(line, next, dated, ret_past))
            return end;
        if (capture_mark(line, next, &mark))
            return end;
        end = capture_word_end(line, next);
    }
}

static size_t read_text(const CaptureLine *line, const CaptureMark *mark, CapturePart *part)
{
    size_t past, body = mark->body;
    bool vow = mark->kind == CAPTURE_MINE || mark->kind == CAPTURE_THEIRS;
    bool until = vow && capture_until(line, body, part, &body);
    bool dated = !until && (vow || mark->kind == CAPTURE_ORDER || mark->kind == CAPTURE_LOAN);
    size_t end = read_words(line, body, dated ? part : NULL, &past);
    part->text = capture_words(line, body, end, mark->glued && body == mark->body);
    return past;
}

static size_t read_trouble(const CaptureLine *line, CaptureMark *mark, CapturePart *part)
{
    size_t past;
    CaptureMark other;
    if (!capture_ticket(line, mark->body, part, &past))
        return read_text(line, mark, part);
    mark->body = capture_past_blanks(line, past);
    mark->glued = false;
    // "!T12" alone says nothing of it: the text stays NULL.
    if (capture_is_end(line->letters[mark->body].code) || capture_mark(line, mark->body, &other))
        return past;
    return read_text(line, mark, part);
}

static size_t read_name(const CaptureLine *line, const CaptureMark *mark, CapturePart *part)
{
    size_t end = capture_word_end(line, mark->body);
    if (mark->kind == CAPTURE_PERSON) {
        capture_person(line, mark->body, part);
        return end;
    }
    part->text = capture_words(line, mark->body, end, mark->glued);
    size_t reaction = capture_past_blanks(line, end);
    if (mark->kind == CAPTURE_OFFER && reaction > end)
        (void)capture_reaction(line, reaction, &part->reaction, &end);
    return end;
}

static size_t read_part(const CaptureLine *line, CaptureMark *mark, CapturePart *part)
{
    *part = capture_blank(mark->kind);
    switch (mark->kind) {
    case CAPTURE_PERSON:
    case CAPTURE_RIVAL:
    case CAPTURE_OFFER:
        return read_name(line, mark, part);
    case CAPTURE_TROUBLE:
        return read_trouble(line, mark, part);
    case CAPTURE_MINE:
    case CAPTURE_THEIRS:
    case CAPTURE_DONE:
    case CAPTURE_ORDER:
    case CAPTURE_LOAN:
        return read_text(line, mark, part);
    default: // what has one form only was read with its mark
        *part = mark->part;
        part->kind = mark->kind;
        return mark->past;
    }
}

static void end_note(Reader *reader, size_t from, size_t to)
{
    if (from == to)
        return;
    CapturePart part = capture_blank(CAPTURE_NOTE);
    part.text = capture_prose(&reader->line, from, to);
    emit(reader, part, from);
}

static size_t past_ends(const CaptureLine *line, size_t at)
{
    while (at < line->count &&
           (capture_is_blank(line->letters[at].code) || capture_is_end(line->letters[at].code)))
        at++;
    return at;
}

/// The blanks behind a part and the sign that ended it are its own.
static size_t past_end(const CaptureLine *line, size_t at)
{
    at = capture_past_blanks(line, at);
    if (at < line->count && capture_is_end(line->letters[at].code))
        at = capture_past_blanks(line, at + 1);
    return at;
}

static size_t read_outcome(Reader *reader, size_t at)
{
    const Letter *letters = reader->line.letters;
    uint32_t code = letters[at].code;
    bool alone = letters[at].code &&
                 (at + 1 == reader->line.count || capture_is_blank(letters[at + 1].code));
    if (!reader->line.context->outcome || code < '0' || code > '9' || !alone)
        return at;
    CapturePart part = capture_blank(CAPTURE_OUTCOME);
    part.number = (int32_t)(code - '0');
    emit(reader, part, at);
    return capture_past_blanks(&reader->line, at + 1);
}

static void read_parts(Reader *reader)
{
    const CaptureLine *line = &reader->line;
    size_t at = read_outcome(reader, capture_past_blanks(line, 0)), note = at;
    while (at < line->count) {
        CaptureMark mark;
        CapturePart part;
        if (!capture_mark(line, at, &mark)) {
            at = past_ends(line, capture_word_end(line, at));
            continue;
        }
        end_note(reader, note, at);
        size_t from = at;
        at = note = past_end(line, read_part(line, &mark, &part));
        emit(reader, part, from);
    }
    end_note(reader, note, at);
}

/// The last product before the price, else the first behind it.
static int offer_of(const Reader *reader, size_t price)
{
    for (size_t i = price; i-- > 0;)
        if (reader->parts[i].kind == CAPTURE_OFFER)
            return (int)i;
    for (size_t i = price; i < reader->count; i++)
        if (reader->parts[i].kind == CAPTURE_OFFER)
            return (int)i;
    return NO_PART;
}

/// Each part reaches to the next one, the first to the beginning of the line.
static void join(Reader *reader)
{
    for (size_t i = 0; i < reader->count; i++) {
        CapturePart *part = &reader->parts[i];
        part->to = i + 1 < reader->count ? part[1].from : strlen(reader->line.text);
        if (i == 0)
            part->from = 0;
        if (part->kind == CAPTURE_PRICE)
            part->of = offer_of(reader, i);
    }
}

Capture capture_read(const char *line, const CaptureContext *context, Arena *arena)
{
    Reader reader = {.line = {.context = context, .arena = arena, .text = arena_copy(arena, line)},
                     .person = NO_PART};
    capture_letters(&reader.line);
    read_parts(&reader);
    join(&reader);
    return (Capture){.line = reader.line.text, .parts = reader.parts, .count = reader.count};
}

char *capture_typed(const Capture *capture, size_t part, Arena *arena)
{
    static const char *const ends[] = {";", "；", "。", "｡"};
    const CapturePart *of = &capture->parts[part];
    char *typed = text_trim(arena_copy_bytes(arena, capture->line + of->from, of->to - of->from),
                            arena);
    for (size_t i = 0; of->kind != CAPTURE_NOTE && i < sizeof ends / sizeof *ends; i++) {
        size_t size = strlen(typed), end = strlen(ends[i]);
        if (size <= end || strcmp(typed + size - end, ends[i]) != 0)
            continue;
        typed[size - end] = '\0';
        return text_trim(typed, arena);
    }
    return typed;
}
