// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed work, whose instructions counts.sh counts: the same store, the same keys, the same clock.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/import.h"
#include "mawari/store/record.h"
#include "mawari/view/print.h"
#include "mawari/view/screen.h"

static const char usage[] =
    "usage: bench_work frame|keys|panes|days|weeks|size|today|load|stop|grid|friday|search|save "
    "STORE\n"
    "       bench_work import STORE CSV\n";

enum {
    ROWS = 24,
    COLUMNS = 80,
    DOWNS = 50,
    WEEKS = 4,
    STEPS = 20,
    SIZES = 10,
    LISTS = 10,
    TODAY = 20781
};

typedef struct Work {
    App *app;
    Screen *screen;
    Canvas *canvas;
    const char *csv;
} Work;

static void press(Work *work, KeyCode code, const char *text)
{
    Key key = {.code = code, .text = text};
    screen_key(work->screen, &key);
    screen_draw(work->screen, work->canvas);
}

static bool frame(Work *work, Err *err)
{
    (void)work, (void)err;
    return true; // run() draws it
}

static bool keys(Work *work, Err *err)
{
    (void)err;
    press(work, KEY_IS_TEXT, "2");
    for (int i = 0; i < DOWNS; i++)
        press(work, KEY_IS_DOWN, NULL);
    return true;
}

static bool panes(Work *work, Err *err)
{
    (void)err;
    static const char *const tabs[] = {"2", "3", "4", "5", "1"};
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++)
        press(work, KEY_IS_TEXT, tabs[i]);
    for (int i = 0; i < WEEKS; i++)
        press(work, KEY_IS_TEXT, "]");
    return true;
}

static bool days(Work *work, Err *err)
{
    (void)err;
    for (int i = 0; i < STEPS; i++)
        press(work, KEY_IS_TEXT, "]");
    return true;
}

static bool weeks(Work *work, Err *err)
{
    (void)err;
    press(work, KEY_IS_TEXT, "5");
    for (int i = 0; i < STEPS; i++)
        press(work, KEY_IS_TEXT, "[");
    return true;
}

static bool size(Work *work, Err *err)
{
    (void)err;
    for (int i = 0; i < 2 * SIZES; i++) {
        screen_resize(work->screen, i % 2 ? ROWS : 40, i % 2 ? COLUMNS : 120);
        screen_draw(work->screen, work->canvas);
    }
    return true;
}

static bool today(Work *work, Err *err)
{
    char *text;
    return view_today_text(work->app, work->app->today, COLUMNS, false, work->app->scratch, &text,
                           err);
}

/// The load list of the day, over and over.
static bool load(Work *work, Err *err)
{
    (void)err;
    for (int i = 0; i < LISTS; i++) {
        press(work, KEY_IS_TEXT, ".");
        press(work, KEY_IS_TEXT, "x");
        press(work, KEY_IS_ESCAPE, NULL);
    }
    return true;
}

static bool stop(Work *work, Err *err)
{
    (void)err;
    for (int i = 0; i < LISTS; i++) {
        press(work, KEY_IS_TEXT, "=");
        press(work, KEY_IS_ESCAPE, NULL);
    }
    return true;
}

/// By its name in the palette.
static void open_by_name(Work *work, const char *const *letters, size_t count)
{
    press(work, KEY_IS_TEXT, ":");
    for (size_t i = 0; i < count; i++)
        press(work, KEY_IS_TEXT, letters[i]);
    press(work, KEY_IS_ENTER, NULL);
}

/// Clients × rounds, opened over and over, then down its clients.
static bool grid(Work *work, Err *err)
{
    (void)err;
    static const char *const name[] = {"×", " ", "r", "o", "u", "n", "d", "s"};
    for (int i = 0; i < LISTS; i++) {
        open_by_name(work, name, sizeof name / sizeof *name);
        press(work, KEY_IS_ESCAPE, NULL);
    }
    open_by_name(work, name, sizeof name / sizeof *name);
    for (int i = 0; i < DOWNS; i++)
        press(work, KEY_IS_DOWN, NULL);
    return true;
}

/// Friday's lists, and down the last of them: who was not seen.
static bool friday(Work *work, Err *err)
{
    (void)err;
    static const char *const name[] = {"f", "r", "i", "d", "a", "y"};
    open_by_name(work, name, sizeof name / sizeof *name);
    press(work, KEY_IS_TEXT, "]");
    press(work, KEY_IS_TEXT, "]");
    for (int i = 0; i < DOWNS; i++)
        press(work, KEY_IS_PAGE_DOWN, NULL);
    return true;
}

static bool type_search(Work *work, Err *err)
{
    (void)err;
    static const char *const letters[] = {"白", "石", "商", "店", "在", "庫"};
    press(work, KEY_IS_TEXT, "/");
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        press(work, KEY_IS_TEXT, letters[i]);
    return true;
}

static bool save(Work *work, Err *err)
{
    Step *step;
    Commitment promise;
    record_blank(&entity_commitment, &promise, TODAY, work->app->scratch);
    promise.direction = DIRECTION_MINE;
    promise.what = "冬の棚の見積を持参";
    promise.due = TODAY;
    if (!step_begin(work->app->store, "new", work->app->now, &step, err))
        return false;
    if (record_put(step, &entity_commitment, 0, &promise, NULL, err))
        return step_end(step, NULL, err);
    step_drop(step);
    return false;
}

static bool import(Work *work, Err *err)
{
    ImportPreview preview = {0};
    return import_preview(work->app, "clients", work->csv, NULL, 0, false, work->app->scratch,
                          &preview, err) &&
           import_store(work->app, &preview, err);
}

static bool run(const char *name, const char *store, const char *csv, Err *err)
{
    static const struct {
        const char *name;
        bool (*run)(Work *work, Err *err);
    } works[] = {{"frame", frame}, {"keys", keys},    {"panes", panes},   {"days", days},
                 {"weeks", weeks}, {"size", size},    {"today", today},   {"load", load},
                 {"stop", stop},   {"grid", grid},    {"friday", friday}, {"search", type_search},
                 {"save", save},   {"import", import}};
    AppOptions options = {.store = store, .now = "2026-11-24T09:30+09:00"};
    Work work = {.csv = csv};
    bool good = false;
    if (!app_open(&options, &work.app, err))
        return false;
    work.canvas = canvas_open(ROWS, COLUMNS);
    work.screen = screen_open(work.app, ROWS, COLUMNS, (ScreenStyle){0});
    screen_draw(work.screen, work.canvas);
    store_read_usual(work.app->store); // as the loop does
    for (size_t i = 0; i < sizeof works / sizeof *works; i++)
        if (strcmp(works[i].name, name) == 0)
            good = works[i].run(&work, err);
    screen_close(work.screen);
    canvas_close(work.canvas);
    app_close(work.app);
    return good;
}

int main(int argc, char **argv)
{
    Err err = {0};
    if (argc < 3) {
        fputs(usage, stderr);
        return 2;
    }
    bool good = run(argv[1], argv[2], argc > 3 ? argv[3] : NULL, &err);
    if (!good)
        fprintf(stderr, "bench_work: %s %s\n", argv[1], err.text);
    return good ? 0 : 1;
}
