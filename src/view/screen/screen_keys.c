// SPDX-License-Identifier: GPL-3.0-or-later
// What a key means in the mode that it meets, where a paste goes.
#include <string.h>

#include "mawari/base/text.h"
#include "panes/special.h"
#include "shell.h"

/// Is `letter` the key of the screen's command `name`?
static bool opens(const Screen *screen, const char *letter, const char *name)
{
    const Key key = {.code = KEY_IS_TEXT, .text = letter};
    const Command *command = keymap_command(&screen->keymap, key_name(&key), IN_LIST);
    return command && strcmp(command->name, name) == 0;
}

/// Several letters that the input method committed at once are something to search for. The sign that
/// opens a line was composed with them: ／山本, ・やまもと, ：得意先.
static void committed(Screen *screen, const char *text)
{
    uint32_t code;
    size_t size = text_next(text, strlen(text), &code);
    const char *first = arena_copy_bytes(screen->frame, text, size);
    bool searches = opens(screen, first, "find"), commands = opens(screen, first, "palette");
    screen_prompt(screen, commands ? &prompt_palette : &prompt_search,
                  text + (searches || commands ? size : 0));
}

static void nothing_there(Screen *screen, const Key *key)
{
    KeyName name = key_name(key);
    if (*name.text)
        screen_say(screen, _("`%s` does nothing here. ? shows the keys."), name.text);
    else if (key->code == KEY_IS_TEXT)
        committed(screen, key->text);
}

/// The lines of a paste as one: what was a line's end is a blank.
static const char *joined(const char *pasted, Arena *arena)
{
    char *text = arena_copy(arena, pasted);
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    return text_trim(text, arena);
}

/// A paste never runs commands: one line is something to search for, several are a line to add to
/// what the cursor is on.
static void pasted(Screen *screen, const Key *key)
{
    const char *text = text_trim(key->text, screen->frame);
    const Command *note = command_named("note");
    bool several = strchr(text, '\n') != NULL;
    if (several && !command_blocked(screen, note, screen->frame))
        screen_ask(screen, note, joined(text, screen->frame));
    else
        screen_prompt(screen, &prompt_search, joined(text, screen->frame));
}

static void list_key(Screen *screen, const Key *key)
{
    screen_ready(screen);
    if (key->code == KEY_IS_PASTE) {
        pasted(screen, key);
        return;
    }
    KeyName name = key_name(key);
    const Command *command = keymap_command(&screen->keymap, name, IN_LIST);
    if (screen_is_empty(screen) && welcome_key(screen, name))
        return;
    if (!command || strcmp(command->name, "take-back") != 0)
        screen->undo_named = 0;
    if (!command || strcmp(command->name, "close") != 0)
        screen->quit_named = false;
    if (command)
        screen_run(screen, command);
    else
        nothing_there(screen, key);
}

/// Commands that work from everywhere, text included.
static bool everywhere(Screen *screen, const Key *key)
{
    if (key->code != KEY_IS_CTRL || screen->mode == MODE_LIST || screen->mode == MODE_PRIVATE)
        return false;
    const Command *command = keymap_command(&screen->keymap, key_name(key), IN_TEXT);
    if (!command || command->act)
        return false;
    screen_run(screen, command);
    return true;
}

void screen_key(Screen *screen, const Key *key)
{
    screen->changed = true;
    screen->touched = screen->clock;
    arena_empty(screen->frame);
    (void)store_reopen(screen->app->store, NULL); // when it failed; a sound one stays as it is
    if (screen->mode == MODE_PRIVATE) {
        private_key(screen, key);
        return;
    }
    if (key->code >= KEY_IS_CLICK) {
        mouse_key(screen, key);
        return;
    }
    if (everywhere(screen, key))
        return;
    switch (screen->mode) {
    case MODE_LIST:
        list_key(screen, key);
        break;
    case MODE_PROMPT:
        prompt_key(screen, key);
        break;
    case MODE_FORM:
        form_key(screen, key);
        break;
    case MODE_DOOR:
        door_key(screen, key);
        break;
    case MODE_PHONE:
        phone_key(screen, key);
        break;
    case MODE_MENU:
    case MODE_QUESTION:
        menu_key(screen, key);
        break;
    case MODE_PRIVATE:
        break;
    }
}
