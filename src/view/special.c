// SPDX-License-Identifier: GPL-3.0-or-later
// The empty store's screen says what to do first. The private screen shows a client who looks on
// only which hours are free.
#include "special.h"

#include <string.h>

#include "mawari/app/day.h"
#include "mawari/app/sample.h"

void welcome_draw(Screen *screen, Canvas *canvas)
{
    static const char *const lines[] = {
        N_("Nothing here yet. Nothing can break: u u takes back every step."),
        "",
        N_("1  type the first client"),
        N_("2  bring in the office's list (CSV)"),
        N_("3  look round in sample data"),
        "",
        N_("?  shows the keys, : finds every command, q q leaves"),
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        canvas_text(canvas, 3 + (int)i, 2, screen->columns - 4, i ? ROLE_PLAIN : ROLE_STRONG,
                    lang_text(lines[i]));
    canvas_cursor(canvas, 5, 2);
}

static void take_sample(Screen *screen)
{
    Err err = {0};
    if (!sample_fill(screen->app, &err)) {
        screen_fail(screen, &err);
        return;
    }
    screen_stale(screen);
    screen_say(screen, _("This is sample data. u u takes it all back."));
}

static void import_file(Screen *screen)
{
    screen->prompt.command = command_named("import");
    screen_prompt(screen, &prompt_argument, "clients ");
}

bool welcome_key(Screen *screen, KeyName name)
{
    if (strcmp(name.text, "1") == 0)
        screen_form(screen, &entity_client, 0, NULL, 0);
    else if (strcmp(name.text, "2") == 0)
        import_file(screen);
    else if (strcmp(name.text, "3") == 0)
        take_sample(screen);
    else
        return false;
    return true;
}

static void leave_private(Screen *screen)
{
    const char *pin = app_setting(screen->app, "pin");
    if (*pin && strcmp(pin, screen->pin.text) != 0) {
        line_set(&screen->pin, "");
        return;
    }
    line_set(&screen->pin, "");
    screen->mode = screen->form ? MODE_FORM : screen->door ? MODE_DOOR : MODE_LIST;
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

enum { PRIVATE_FROM = 8, PRIVATE_TO = 19, PRIVATE_DAYS = 5, PRIVATE_COLUMN = 12 };

static void draw_private_day(Screen *screen, Canvas *canvas, Day day, int column)
{
    DaySheet sheet;
    Err err = {0};
    canvas_text(canvas, 1, column, PRIVATE_COLUMN - 1, ROLE_DIM,
                day_text_full(day, screen->app->today, screen->frame));
    if (!day_sheet(screen->app, day, screen->frame, &sheet, &err))
        return;
    for (int hour = PRIVATE_FROM; hour < PRIVATE_TO; hour++)
        canvas_text(canvas, 3 + hour - PRIVATE_FROM, column, PRIVATE_COLUMN - 1,
                    is_taken(&sheet, hour * 60) ? ROLE_DIM : ROLE_PLAIN,
                    is_taken(&sheet, hour * 60) ? _("taken") : _("free"));
}

void private_draw(Screen *screen, Canvas *canvas)
{
    for (int hour = PRIVATE_FROM; hour < PRIVATE_TO; hour++)
        canvas_text(canvas, 3 + hour - PRIVATE_FROM, 2, 5, ROLE_DIM,
                    minute_text(hour * 60, screen->frame));
    for (int i = 0; i < PRIVATE_DAYS; i++)
        draw_private_day(screen, canvas, screen->app->today + i, 10 + i * PRIVATE_COLUMN);
    canvas_cursor(canvas, 0, 0);
}
