// SPDX-License-Identifier: GPL-3.0-or-later
// Of ten thousand lines made of dice, and of all that ever broke a reader, nothing typed is lost:
// the line is what was read and the note, and what a report stored covers every part of it.
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "aoba.h"
#include "mawari/app/capture.h"
#include "mawari/app/find.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "support/rounds.h"

#define in_store(test) cmocka_unit_test_setup_teardown(test, open_aoba, close_app)

enum { LINES = 10000, LINES_A_STEP = 100 };

/// One report in the making: the visit, what was heard, what became of it.
typedef struct Written {
    App *app;
    Arena *arena;
    const char *line;
    Heard heard;
    Visit visit;
    LinePart *parts;
    size_t count;
} Written;

static void must(bool held, const Written *written, const char *what)
{
    if (!held)
        fail_msg("“%s”: %s", written->line, what);
}

static void write_report(Written *written, Step *step)
{
    App *app = written->app;
    Err err = {0};
    Visit plan;
    Id id = 0, about, *ids;
    CapturePlace place = {0};
    static const Entity *const kinds[] = {&entity_client};
    KindSet clients = {.kinds = kinds, .count = 1};
    record_blank(&entity_visit, &plan, app->today, written->arena);
    if (!app_find(app, &clients, "青葉商店", &plan.client, &err) ||
        !record_put(step, &entity_visit, 0, &plan, &id, &err))
        fail_msg("%s", err.text);
    place.client = plan.client;
    place.visit = id;
    if (!capture_hear(app, written->line, &place, true, written->arena, &written->heard, &err) ||
        !capture_keep(app, step, &written->heard, NULL, &about, &err) ||
        !record_get(app->store, &entity_visit, id, written->arena, &written->visit, &err) ||
        !record_ids_by(app->store, &entity_line_part, entity_field(&entity_line_part, "visit"), id,
                       written->arena, &ids, &written->count, &err))
        fail_msg("“%s”: %s", written->line, err.text);
    written->parts = arena_array(written->arena, LinePart, written->count);
    for (size_t i = 0; i < written->count; i++)
        assert_true(record_get(app->store, &entity_line_part, ids[i], written->arena,
                               &written->parts[i], &err));
}

/// Every byte belongs to one part, and the parts stand in the order of the line.
static void the_parts_are_the_line(const Written *written)
{
    const Capture *capture = &written->heard.capture;
    size_t at = 0;
    for (size_t i = 0; i < capture->count; i++) {
        must(capture->parts[i].from == at, written, "a part does not follow the one before it");
        at = capture->parts[i].to;
    }
    must(at == strlen(capture->line) || capture->count == 0, written, "the end belongs to no part");
    must(strcmp(capture->line, written->line) == 0, written, "another line was read");
}

static bool holds(const char *text, const char *word)
{
    return !word || !*word || (text && strstr(text, word));
}

/// A sighting has its rival's name there, in either width: its own words are what was said beside it.
static const char *own_name(const Written *written, const LinePart *part, const RecordHead *made,
                            const char *text)
{
    Arena *arena = written->arena;
    Sighting seen;
    RecordHead rival;
    Store *store = written->app->store;
    if (part->reads != LINE_RIVAL)
        return made->name;
    assert_true(record_get(store, &entity_sighting, part->made, arena, &seen, NULL));
    assert_true(record_head(store, seen.rival, arena, &rival, NULL));
    must(strcmp(made->name, *written->heard.note ? written->heard.note : "seen") == 0, written,
         "what was seen is not what was said");
    bool same = strcmp(text_company(rival.name, arena), text_company(text, arena)) == 0;
    return same ? text : rival.name;
}

/// A record that carries the text of the part, by the visit's own list of what was made.
static bool is_made(const Written *written, const HeardPart *row, const char *text)
{
    for (size_t i = 0; i < written->count; i++) {
        const LinePart *part = &written->parts[i];
        RecordHead head;
        bool offer = part->reads == LINE_OFFER; // it stands on the day of the line
        if (!part->made || !holds(part->text, text) || (!offer && part->day != row->part->day))
            continue;
        if (!record_head(written->app->store, part->made, written->arena, &head, NULL))
            continue;
        bool named = part->reads != LINE_NEXT && part->reads != LINE_EXPENSE && !offer;
        if (part->is_new != 1 || !named || holds(own_name(written, part, &head, text), text))
            return true;
    }
    return false;
}

static bool is_changed(const Written *written, const HeardPart *row)
{
    for (size_t i = 0; i < written->count; i++)
        if (written->parts[i].made == row->id && row->id)
            return true;
    return false;
}

/// A price as every demand has it, however it was typed.
static const char *asked(const CapturePart *part, Arena *arena)
{
    int32_t size = part->number < 0 ? -part->number : part->number;
    PriceAsked ask = {.yen = NONE, .less = NONE, .off = NONE};
    if (part->percent)
        ask.off = size;
    else if (part->number < 0)
        ask.less = size;
    else
        ask.yen = size;
    return price_asked_text(ask, arena);
}

static void every_part_is_kept(const Written *written, size_t i)
{
    const HeardPart *row = &written->heard.rows[i];
    const CapturePart *part = row->part;
    const char *typed = capture_typed(&written->heard.capture, i, written->arena);
    if (row->doubt || part->kind == CAPTURE_NOTE)
        must(holds(written->visit.text, part->kind == CAPTURE_NOTE ? part->text : typed), written,
             "the note is not in the report");
    if (row->doubt)
        must(is_made(written, &(HeardPart){.part = &(CapturePart){.day = NONE}}, typed) ||
                 part->day != NONE,
             written, "the doubt cannot be listed");
    else if (part->kind == CAPTURE_PERSON)
        must(row->id != 0 || row->new_person, written, "nobody is meant");
    else if (part->kind == CAPTURE_OUTCOME)
        must(written->visit.outcome == part->number, written, "the outcome is another");
    else if (part->kind == CAPTURE_DONE || (part->kind == CAPTURE_THEIRS && row->id))
        must(is_changed(written, row), written, "a promise is as it was");
    else if (part->kind == CAPTURE_PRICE)
        must(is_made(written, row, asked(part, written->arena)), written, "no price is demanded");
    else if (part->kind == CAPTURE_RIVAL)
        must(is_made(written, row, part->text), written, "a rival was not seen");
    else if (part->kind == CAPTURE_OFFER || part->kind == CAPTURE_EXPENSE)
        must(is_made(written, row, typed), written, "a word is not kept as it was typed");
    else if (part->kind != CAPTURE_NOTE && !part->none)
        must(is_made(written, row, part->text), written, "nothing was made of a part");
}

/// What a report would store: its note, and what the parts mean.
static void nothing_is_unheard(App *app, const char *line, Arena *arena)
{
    Written written = {.app = app, .arena = arena, .line = line};
    CapturePlace nowhere = {0};
    Err err = {0};
    if (!capture_hear(app, line, &nowhere, true, arena, &written.heard, &err))
        fail_msg("“%s”: %s", line, err.text);
    the_parts_are_the_line(&written);
    for (size_t i = 0; i < written.heard.capture.count; i++) {
        const HeardPart *row = &written.heard.rows[i];
        bool note = row->doubt || row->part->kind == CAPTURE_NOTE;
        const char *kept = row->doubt ? capture_typed(&written.heard.capture, i, arena)
                                      : row->part->text;
        must(!note || holds(written.heard.note, kept), &written, "it is not in the note");
    }
}

static void nothing_is_lost(App *app, Step *step, const char *line)
{
    Arena *arena = arena_open();
    Written written = {.app = app, .arena = arena, .line = line};
    write_report(&written, step);
    the_parts_are_the_line(&written);
    must(holds(written.visit.line, line), &written, "the line does not stand with its visit");
    for (size_t i = 0; i < written.heard.capture.count; i++)
        every_part_is_kept(&written, i);
    arena_close(arena);
}

static Step *begin(App *app)
{
    Step *step;
    Err err = {0};
    if (!step_begin(app->store, "out", app->now, &step, &err))
        fail_msg("%s", err.text);
    return step;
}

static void of_ten_thousand_lines_nothing_is_lost(void **state)
{
    App *app = *state;
    const char *given = getenv("MAWARI_SEED");
    uint32_t seed = given ? (uint32_t)strtoul(given, NULL, 10) : 10000;
    print_message("MAWARI_SEED=%u\n", seed);
    for (int i = 0; i < LINES; i += LINES_A_STEP) {
        Step *step = begin(app);
        for (int j = 0; j < LINES_A_STEP; j++) {
            Arena *arena = arena_open();
            const char *line = any_line(&seed, arena);
            if (*text_trim(line, arena) && j % ROUNDS_EVERY == 0)
                nothing_is_lost(app, step, line);
            else if (*text_trim(line, arena))
                nothing_is_unheard(app, line, arena);
            arena_close(arena);
            arena_empty(app->scratch);
        }
        step_drop(step);
    }
}

/// What a rep could type of it: one line of sound text.
static const char *typable(const char *bytes, Arena *arena)
{
    char *line = arena_copy(arena, bytes);
    line[strcspn(line, "\r\n")] = '\0';
    return text_fault(line, false) || !*text_trim(line, arena) ? NULL : line;
}

static void of_all_that_ever_broke_a_reader_nothing_is_lost(void **state)
{
    App *app = *state;
    const char *data = getenv("MAWARI_TEST_DATA");
    assert_non_null(data);
    const char *folder = arena_print(app->kept, "%s/../fuzz/corpus/capture", data);
    DIR *files = opendir(folder);
    assert_non_null(files);
    Step *step = begin(app);
    size_t lines = 0;
    for (struct dirent *file; (file = readdir(files)) != NULL;) {
        char *bytes;
        size_t size;
        if (file->d_name[0] == '.' ||
            !file_read(arena_print(app->kept, "%s/%s", folder, file->d_name), 65536, app->kept,
                       &bytes, &size, NULL))
            continue;
        const char *line = typable(bytes, app->kept);
        lines += line != NULL;
        if (line)
            nothing_is_lost(app, step, line);
    }
    step_drop(step);
    closedir(files);
    assert_true(lines > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_store(of_ten_thousand_lines_nothing_is_lost),
        in_store(of_all_that_ever_broke_a_reader_nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
