// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and their commands; what an input method sends is folded to the keys it stands for.
#include "keymap.h"

#include <stdio.h>
#include <string.h>

#include "mawari/base/text.h"

static const struct {
    KeyCode code;
    const char *name;
} key_names[] = {
    {KEY_IS_ENTER, "Enter"},
    {KEY_IS_TAB, "Tab"},
    {KEY_IS_BACK_TAB, "Shift-Tab"},
    {KEY_IS_ESCAPE, "Esc"},
    {KEY_IS_BACKSPACE, "Backspace"},
    {KEY_IS_DELETE, "Delete"},
    {KEY_IS_UP, "Up"},
    {KEY_IS_DOWN, "Down"},
    {KEY_IS_LEFT, "Left"},
    {KEY_IS_RIGHT, "Right"},
    {KEY_IS_HOME, "Home"},
    {KEY_IS_END, "End"},
    {KEY_IS_PAGE_UP, "PgUp"},
    {KEY_IS_PAGE_DOWN, "PgDn"},
};

/// Signs that the Japanese layout has where ASCII has these.
static const struct {
    const char *sign;
    char letter;
} left_on[] = {
    {"・", '/'}, {"。", '.'}, {"、", ','}, {"「", '['}, {"」", ']'}, {"ー", '-'},
    {"　", ' '}, {"あ", 'a'}, {"い", 'i'}, {"う", 'u'}, {"え", 'e'}, {"お", 'o'},
};

static char ascii_of(const char *text)
{
    uint32_t code;
    size_t size = strlen(text);
    if (size == 0 || text_next(text, size, &code) != size)
        return 0;
    if (code >= ' ' && code < 0x7f)
        return (char)code;
    if (code >= 0xff01 && code <= 0xff5e)
        return (char)(code - 0xff01 + '!');
    for (size_t i = 0; i < sizeof left_on / sizeof *left_on; i++)
        if (strcmp(text, left_on[i].sign) == 0)
            return left_on[i].letter;
    return 0;
}

KeyName key_name(const Key *key)
{
    KeyName name = {""};
    if (key->code == KEY_IS_CTRL) {
        snprintf(name.text, sizeof name.text, "^%c", key->letter);
        return name;
    }
    if (key->code == KEY_IS_TEXT) {
        char letter = ascii_of(key->text);
        if (letter == ' ')
            strcpy(name.text, "Space");
        else if (letter)
            name.text[0] = letter;
        return name;
    }
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
        if (key_names[i].code == key->code)
            strcpy(name.text, key_names[i].name);
    return name;
}

bool key_called(const char *name, size_t size, Key *ret)
{
    static const char space[] = "Space";
    if (size == 2 && name[0] == '^' && name[1] >= 'A' && name[1] <= 'Z') {
        *ret = (Key){.code = KEY_IS_CTRL, .letter = name[1]};
        return true;
    }
    if (size == sizeof space - 1 && memcmp(name, space, size) == 0) {
        *ret = (Key){.code = KEY_IS_TEXT, .text = " "};
        return true;
    }
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
        if (strlen(key_names[i].name) == size && memcmp(name, key_names[i].name, size) == 0) {
            *ret = (Key){.code = key_names[i].code};
            return true;
        }
    return false;
}

static void bind(Keymap *map, const Command *command, const char *key, size_t size)
{
    if (size == 0 || size >= KEY_NAME || map->count == KEYMAP_ROOM)
        return;
    memcpy(map->rows[map->count].key.text, key, size);
    map->rows[map->count].key.text[size] = '\0';
    map->rows[map->count++].command = command;
}

/// Binds every word of `keys`, separated by blanks.
static void bind_all(Keymap *map, const Command *command, const char *keys)
{
    while (*keys) {
        keys += strspn(keys, " \t");
        size_t size = strcspn(keys, " \t");
        bind(map, command, keys, size);
        keys += size;
    }
}

void keymap_add(Keymap *map, const Command *command)
{
    if (command->keys)
        bind_all(map, command, command->keys);
}

static void forget(Keymap *map, const Command *command)
{
    size_t kept = 0;
    for (size_t i = 0; i < map->count; i++)
        if (map->rows[i].command != command)
            map->rows[kept++] = map->rows[i];
    map->count = kept;
}

/// A key that the rows from `fresh` on have taken is no longer another command's, where theirs is all
/// that it was good for: it is not to be shown as that one's any more.
static void take_from_others(Keymap *map, size_t fresh)
{
    size_t kept = 0;
    for (size_t i = 0; i < fresh; i++) {
        bool taken = false;
        for (size_t j = fresh; j < map->count; j++)
            taken = taken || (strcmp(map->rows[i].key.text, map->rows[j].key.text) == 0 &&
                              !(map->rows[i].command->scope & ~map->rows[j].command->scope));
        if (!taken)
            map->rows[kept++] = map->rows[i];
    }
    memmove(&map->rows[kept], &map->rows[fresh], (map->count - fresh) * sizeof *map->rows);
    map->count -= fresh - kept;
}

/// One letter or sign, ^ and a letter, or a name.
static bool is_key(const char *key, size_t size)
{
    static const char space[] = "Space";
    bool letter = size == 1 && *key > ' ' && *key < 0x7f;
    bool ctrl = size == 2 && *key == '^' && key[1] >= '@' && key[1] <= '_';
    bool named = size == strlen(space) && strncmp(key, space, size) == 0;
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
        named |= strlen(key_names[i].name) == size && strncmp(key_names[i].name, key, size) == 0;
    return letter || ctrl || named;
}

static bool read_line(Keymap *map, const char *file, size_t number, char *line,
                      const Command *(*named)(const char *name), Err *err)
{
    line[strcspn(line, "#\r")] = '\0';
    line += strspn(line, " \t");
    size_t size = strcspn(line, " \t=");
    if (size == 0)
        return true;
    const char *keys = line + size + strspn(line + size, " \t=");
    line[size] = '\0';
    const Command *command = named(line);
    if (!command)
        return err_set(err, ERR_INPUT, _("%s, line %zu: there is no command \"%s\""), file, number,
                       line);
    for (const char *key = keys; *key; key += strcspn(key, " \t"), key += strspn(key, " \t"))
        if (!is_key(key, strcspn(key, " \t")))
            return err_set(err, ERR_INPUT, _("%s, line %zu: \"%s\" is no key"), file, number, key);
    forget(map, command);
    size_t fresh = map->count;
    bind_all(map, command, keys);
    take_from_others(map, fresh);
    return true;
}

bool keymap_read(Keymap *map, const char *file, const char *text,
                 const Command *(*named)(const char *name), Err *err)
{
    char line[512];
    for (size_t number = 1; *text; number++) {
        size_t size = strcspn(text, "\n");
        if (size >= sizeof line)
            return err_set(err, ERR_INPUT, _("%s, line %zu: longer than %zu bytes"), file, number,
                           sizeof line - 1);
        memcpy(line, text, size);
        line[size] = '\0';
        if (!read_line(map, file, number, line, named, err))
            return false;
        text += size + (text[size] == '\n');
    }
    return true;
}

const Command *keymap_command(const Keymap *map, KeyName key, unsigned scope)
{
    if (!*key.text)
        return NULL;
    for (size_t i = map->count; i-- > 0;) // the file's rows stand behind the defaults and win
        if ((map->rows[i].command->scope & scope) && strcmp(map->rows[i].key.text, key.text) == 0)
            return map->rows[i].command;
    return NULL;
}

const char *keymap_key(const Keymap *map, const Command *command)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->rows[i].command == command)
            return map->rows[i].key.text;
    return "";
}

const char *keymap_keys(const Keymap *map, const Command *command, Arena *arena)
{
    const char *keys = "";
    for (size_t i = 0; i < map->count; i++)
        if (map->rows[i].command == command)
            keys = arena_print(arena, "%s%s%s", keys, *keys ? " " : "", map->rows[i].key.text);
    return keys;
}
