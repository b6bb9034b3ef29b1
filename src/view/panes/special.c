// SPDX-License-Identifier: GPL-3.0-or-later
// The empty store's screen says what to do first. The private screen shows a client who looks on
// only which hours are free.
#include "special.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ground/reveal.h"
#include "mawari/app/day.h"
#include "mawari/app/sample.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"

enum { WELCOME_AT = 3, ANSWERS_AT = 5, WIDTH_AT = 10, BARS_AT = 41 };

static const char *const welcome[] = {
    N_("1  type the first client"),
    N_("2  bring in the office's list (CSV)"),
    N_("3  look round in sample data"),
    "4  日本語 / English",
};

/// The first bar ends further right where ambiguous characters take two columns.
static void ask_width(Canvas *canvas)
{
    int columns = canvas->columns - 1;
    canvas_text(canvas, WIDTH_AT, 2, BARS_AT - 3, ROLE_PLAIN,
                _("Do both bars end at the same place?"));
    canvas_text(canvas, WIDTH_AT, BARS_AT, columns - BARS_AT, ROLE_PLAIN, "○●▶↑↓·|");
    canvas_text(canvas, WIDTH_AT + 1, BARS_AT, columns - BARS_AT, ROLE_PLAIN, "aaaaaa|");
    canvas_text(canvas, WIDTH_AT + 1, BARS_AT + 11, columns - BARS_AT - 11, ROLE_PLAIN,
                _("5  no: use letters"));
}

void welcome_draw(Screen *screen, Canvas *canvas)
{
    int columns = screen->columns - 4;
    canvas_text(canvas, WELCOME_AT, 2, columns, ROLE_STRONG,
                _("Nothing here yet. Nothing can break: u u takes back every step."));
    for (size_t i = 0; i < sizeof welcome / sizeof *welcome; i++)
        canvas_text(canvas, ANSWERS_AT + (int)i, 2, columns, ROLE_PLAIN, lang_text(welcome[i]));
    if (screen->style.ask && !screen->style.letters)
        ask_width(canvas);
    canvas_text(canvas, WIDTH_AT + 3, 2, columns, ROLE_DIM,
                _("?  shows the keys, : finds every command, q q leaves"));
    canvas_cursor(canvas, ANSWERS_AT, 2);
}

void screen_language(Screen *screen)
{
    const char *lang = app_setting(screen->app, "lang");
    bool named = strcmp(lang, "ja") == 0 || strcmp(lang, "en") == 0;
    (void)lang_start(file_beside("share/locale", screen->frame), named ? lang : NULL);
    screen_stale(screen);
}

static void change_setting(Screen *screen, const char *setting, const char *value)
{
    Err err = {0};
    if (!app_set_setting(screen->app, setting, value, &err))
        screen_fail(screen, &err);
    screen_stale(screen);
}

static void other_language(Screen *screen)
{
    change_setting(screen, "lang", strcmp(lang_now(), "ja") == 0 ? "en" : "ja");
    screen_language(screen);
}

static void take_sample(Screen *screen)
{
    Err err = {0};
    if (!sample_fill(screen->app, &err)) {
        screen_fail(screen, &err);
        return;
    }
    screen_stale(screen);
    screen->was_empty = false; // it needs no hints
    screen_say(screen, _("This is sample data. u u takes it all back."));
}

/// A path with blanks is one word, unless options stand behind it.
static void list_named(Screen *screen, Prompt *prompt)
{
    const char *file = prompt->line.text;
    bool whole = strchr(file, ' ') && !strchr(file, '"') && !strstr(file, " --");
    bool alone = !strchr(file, '"') && !strstr(file, " --");
    if (prompt->line.size && alone && access(file_at_home(file, screen->frame), R_OK) != 0) {
        snprintf(prompt->said, sizeof prompt->said, "! %s", file_reason(errno));
        return; // a path is long, and only a letter of it was wrong
    }
    screen->mode = MODE_LIST;
    if (prompt->line.size)
        screen_run_line(screen, command_named("import"),
                        arena_print(screen->frame, whole ? "clients \"%s\"" : "clients %s", file));
}

static const PromptKind prompt_list = {
    .label = N_("Client list"),
    .keys = N_("the CSV file, as in lists/clients.csv   Enter shows what it brings   Esc back"),
    .accept = list_named};

static void import_file(Screen *screen)
{
    screen_prompt(screen, &prompt_list, "");
}

bool welcome_key(Screen *screen, KeyName name)
{
    if (strcmp(name.text, "1") == 0)
        screen_form(screen, &entity_client, 0, NULL, 0);
    else if (strcmp(name.text, "2") == 0)
        import_file(screen);
    else if (strcmp(name.text, "3") == 0)
        take_sample(screen);
    else if (strcmp(name.text, "4") == 0)
        other_language(screen);
    else if (strcmp(name.text, "5") == 0 && screen->style.ask)
        change_setting(screen, "letters", "yes");
    else
        return false;
    return true;
}

void welcome_click(Screen *screen, int row)
{
    int digit = row == WIDTH_AT + 1 ? 5 : row - ANSWERS_AT + 1;
    if (digit >= 1 && digit <= 5)
        (void)welcome_key(screen, (KeyName){{(char)('0' + digit)}});
}

void screen_hide(Screen *screen)
{
    if (screen->mode == MODE_PRIVATE)
        return;
    reveal_end(screen);
    if (screen->form)
        form_cover(screen->app, screen->form);
    screen->hidden = screen->mode;
    screen->mode = MODE_PRIVATE;
    screen->pin_wrong = false;
    line_set(&screen->pin, "");
    screen->changed = true;
}

static void leave_private(Screen *screen)
{
    screen->pin_wrong = !app_pin_opens(screen->app, screen->pin.text);
    line_set(&screen->pin, "");
    if (!screen->pin_wrong)
        screen->mode = screen->hidden;
}

void private_key(Screen *screen, const Key *key)
{
    bool leaves = key->code == KEY_IS_ENTER || key->code == KEY_IS_ESCAPE ||
                  (key->code == KEY_IS_CTRL && key->letter == 'P');
    if (leaves)
        leave_private(screen);
    else
        (void)line_key(&screen->pin, key, false);
}

static bool is_taken(const DaySheet *sheet, Minute hour)
{
    for (size_t i = 0; i < sheet->count; i++) {
        const DayRow *row = &sheet->rows[i];
        bool busy = row->kind != ROW_GAP && row->kind != ROW_START && row->kind != ROW_END;
        if (busy && row->arrive != NONE && row->arrive < hour + 60 && row->leave > hour)
            return true;
    }
    return false;
}

enum {
    PRIVATE_FROM = 8,
    PRIVATE_TO = 19,
    PRIVATE_DAYS = 5,
    PRIVATE_HEAD = 1,
    PRIVATE_LEFT = 10,
    PRIVATE_COLUMN = 12
};

static void draw_private_day(Screen *screen, Canvas *canvas, Day day, int column)
{
    DaySheet sheet;
    Err err = {0};
    canvas_text(canvas, PRIVATE_HEAD, column, PRIVATE_COLUMN - 1, ROLE_DIM,
                day_text_full(day, screen->app->today, screen->frame));
    if (!day_sheet_hours(screen->app, day, screen->frame, &sheet, &err))
        return;
    for (int hour = PRIVATE_FROM; hour < PRIVATE_TO; hour++)
        canvas_text(canvas, 3 + hour - PRIVATE_FROM, column, PRIVATE_COLUMN - 1,
                    is_taken(&sheet, hour * 60) ? ROLE_DIM : ROLE_PLAIN,
                    is_taken(&sheet, hour * 60) ? _("taken") : _("free"));
}

/// Only who types sees that there is one: dots, and what was wrong.
static void draw_pin(const Screen *screen, Canvas *canvas)
{
    int row = canvas->rows - 1, column = 2;
    canvas_cursor(canvas, PRIVATE_HEAD, PRIVATE_LEFT); // a screen reader begins there
    if (!*app_setting(screen->app, "pin") || (!screen->pin.size && !screen->pin_wrong))
        return;
    column += canvas_text(canvas, row, column, canvas->columns - 3, ROLE_DIM,
                          screen->pin_wrong && !screen->pin.size ? _("! not this PIN") : "PIN") +
              1;
    for (int i = 0; i < text_width(screen->pin.text); i++)
        column += canvas_text(canvas, row, column, canvas->columns - 1 - column, ROLE_PLAIN, "*");
    canvas_cursor(canvas, row, column);
}

void private_draw(Screen *screen, Canvas *canvas)
{
    for (int hour = PRIVATE_FROM; hour < PRIVATE_TO; hour++)
        canvas_text(canvas, 3 + hour - PRIVATE_FROM, 2, 5, ROLE_DIM,
                    minute_text(hour * 60, screen->frame));
    for (int i = 0; i < PRIVATE_DAYS; i++)
        draw_private_day(screen, canvas, screen->app->today + i, PRIVATE_LEFT + i * PRIVATE_COLUMN);
    draw_pin(screen, canvas);
}
