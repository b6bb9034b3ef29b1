// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that the loop's terminal must hear of: how wide its signs are, its theme, its clipboard,
// its mouse.
#include <stdio.h>
#include <string.h>

#include "clipboard.h"
#include "loop.h"

/// Asks anew how wide the ambiguous characters are; the answer comes with the keys.
static void ask_width(Loop *loop)
{
    loop->asked = loop_milliseconds();
    loop->measured_wide = false;
    input_expect_report(loop->input);
    terminal_ask_width(loop->terminal);
}

static void use_style(Loop *loop, ScreenStyle style)
{
    if (style.letters != loop->style.letters)
        terminal_forget(loop->terminal); // all that stands there may be displaced
    loop->style = style;
    loop->canvas->letters = style.letters;
    screen_style(loop->screen, style);
}

void loop_obey_letters(Loop *loop)
{
    const char *letters = app_setting(loop->app, "letters");
    bool automatic = strcmp(letters, "auto") == 0;
    if (automatic && !loop->automatic)
        ask_width(loop);
    loop->automatic = automatic;
    ScreenStyle style = loop->style;
    style.letters = strcmp(letters, "yes") == 0 || (automatic && loop->measured_wide);
    style.ask = automatic && loop->unanswered;
    if (style.letters != loop->style.letters || style.ask != loop->style.ask)
        use_style(loop, style);
}

/// A theme that cannot be read is said; what was chosen before stays.
void loop_obey_theme(Loop *loop)
{
    Err err = {0};
    const char *theme = app_setting(loop->app, "theme");
    if (strcmp(theme, loop->theme) == 0)
        return;
    snprintf(loop->theme, sizeof loop->theme, "%s", theme);
    bool chosen = *theme && strcmp(theme, "auto") != 0;
    if (!terminal_theme(loop->terminal, chosen ? theme : NULL, &err)) {
        app_set_news(loop->app, err.text);
        screen_tick(loop->screen);
    }
}

static void obey_clipboard(Loop *loop)
{
    ScreenClipboard takes = clipboard_expected(app_setting(loop->app, "clipboard"));
    if (takes == loop->style.clipboard)
        return;
    ScreenStyle style = loop->style;
    style.clipboard = takes;
    use_style(loop, style);
}

void loop_obey_settings(Loop *loop)
{
    terminal_mouse(loop->terminal, app_setting_whole(loop->app, "mouse") == 1);
    loop_obey_letters(loop);
    loop_obey_theme(loop);
    obey_clipboard(loop);
}

void loop_take_report(Loop *loop)
{
    int row, column;
    bool came = input_report(loop->input, &row, &column);
    bool late = loop->asked >= 0 && loop_milliseconds() - loop->asked >= ANSWER_MS;
    if (!came && !late)
        return;
    loop->asked = -1;
    loop->unanswered = !came;
    loop->measured_wide = came && column == TERMINAL_WIDE_COLUMN;
    loop_obey_letters(loop);
}
