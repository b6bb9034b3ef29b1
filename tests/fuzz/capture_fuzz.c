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
        return part->text || part->number > 0;
    case CAPTURE_OUTCOME:
        return part->number != NONE;
    case CAPTURE_PRICE: // one that none can be has no number, and is asked about
        return part->number != NONE || part->to > part->from + 1;
    case CAPTURE_NEXT:
        return part->none != (part->day != NONE);
    default:
        return part->text && *part->text;
    }
}

static void must_be_sound(const Capture *capture, size_t i, Arena *arena)
{
    const CapturePart *part = &capture->parts[i];
    must(part->to > part->from && part->to <= strlen(capture->line));
    must(part->from == (i ? part[-1].to : 0));
    must(i + 1 < capture->count || part->to == strlen(capture->line));
    must(has_text(part));
    must(part->minute == NONE || (part->minute >= 0 && part->minute < DAY_MINUTES));
    must(part->of >= NO_PART && part->of < (int)capture->count);
    must(part->kind != CAPTURE_NOTE || *capture_typed(capture, i, arena));
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
    arena_close(arena);
    return 0;
}
