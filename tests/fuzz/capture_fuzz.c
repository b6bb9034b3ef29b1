// SPDX-License-Identifier: GPL-3.0-or-later
// Capture lines: whatever was typed, every byte belongs to one part and all parts are sound.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/capture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static bool has_text(const CapturePart *part)
{
    switch (part->kind) {
    case CAPTURE_PERSON:
        return part->text || part->title || part->hint;
    case CAPTURE_TROUBLE:
        return part->text || part->number > 0 || part->wrong == CAPTURE_NO_TICKET;
    case CAPTURE_OUTCOME:
        return part->number != NONE;
    case CAPTURE_PRICE:
        return (part->number == NONE) == (part->wrong == CAPTURE_NO_PRICE);
    case CAPTURE_EXPENSE:
        return part->text && (part->number == NONE) == (part->wrong == CAPTURE_NO_AMOUNT);
    case CAPTURE_NEXT:
        return part->none != (part->day != NONE || part->wrong == CAPTURE_NO_DAY);
    default:
        return part->text && *part->text;
    }
}

/// What can be none stands in the line, and has no value.
static void must_be_wrong(const Capture *capture, const CapturePart *part)
{
    if (part->wrong == CAPTURE_RIGHT)
        return;
    must(part->wrong_word && *part->wrong_word && strstr(capture->line, part->wrong_word));
    must(part->wrong != CAPTURE_NO_DAY || part->day == NONE);
    must(part->wrong != CAPTURE_NO_HOUR || (part->day != NONE && part->minute == NONE));
    must(part->wrong != CAPTURE_NO_TICKET || part->kind == CAPTURE_TROUBLE);
}

static void must_be_sound(const Capture *capture, size_t i, Arena *arena)
{
    const CapturePart *part = &capture->parts[i];
    must(part->to > part->from && part->to <= strlen(capture->line));
    must(part->from == (i ? part[-1].to : 0));
    must(i + 1 < capture->count || part->to == strlen(capture->line));
    must(has_text(part));
    must_be_wrong(capture, part);
    must(part->minute == NONE || (part->minute >= 0 && part->minute < DAY_MINUTES));
    must(part->of >= NO_PART && part->of < (int)capture->count);
    must(part->kind != CAPTURE_NOTE || *capture_typed(capture, i, arena));
}

/// The digits of the line where money, a trouble's number, a day and an hour stand: understood or
/// asked about, whatever they are, and never note.
static void must_be_heard(const char *line, const CaptureContext *context, Arena *arena)
{
    static const struct {
        const char *before, *behind;
        CaptureKind kind;
    } rows[] = {
        {"駐", "", CAPTURE_EXPENSE},
        {"¥", "%", CAPTURE_PRICE},
        {"！Ｔ", " a", CAPTURE_TROUBLE},
        {">", "日", CAPTURE_NEXT},
        {"+a +", "wd", CAPTURE_MINE},
        {"-a 金 ", "時", CAPTURE_THEIRS},
        {"$a 2026-12-01 ", "時", CAPTURE_ORDER},
    };
    char *digits = arena_copy(arena, line);
    size_t count = 0;
    for (const char *at = line; *at; at++)
        if (*at >= '0' && *at <= '9')
            digits[count++] = *at;
    digits[count] = '\0';
    for (size_t i = 0; *digits && i < sizeof rows / sizeof *rows; i++) {
        const char *typed = arena_print(arena, "%s%s%s", rows[i].before, digits, rows[i].behind);
        Capture capture = capture_read(typed, context, arena);
        must(capture.count == 1 && capture.parts[0].kind == rows[i].kind);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const WorkCalendar work;
    Arena *arena = arena_open();
    char *line = arena_copy_bytes(arena, (const char *)data, size);
    CaptureContext context = {.today = 20781, .work = &work, .outcome = size % 2};
    Capture capture = capture_read(line, &context, arena);
    for (size_t i = 0; i < capture.count; i++)
        must_be_sound(&capture, i, arena);
    must(capture.count > 0 || *text_trim(line, arena) == '\0');
    must_be_heard(line, &context, arena);
    arena_close(arena);
    return 0;
}
