// SPDX-License-Identifier: GPL-3.0-or-later
// Which key is which command: the tables' defaults, then the rep's text file, read by one parser.
#ifndef MAWARI_VIEW_KEYMAP_H
#define MAWARI_VIEW_KEYMAP_H

#include "mawari/app/command.h"
#include "mawari/view/key.h"

enum { KEY_NAME = 16, KEYMAP_ROOM = 256 };

/// A key as tables and the file write it: "j", "^L", "Enter", "PgDn", "Space".
typedef struct KeyName {
    char text[KEY_NAME];
} KeyName;

typedef struct Keymap {
    struct {
        KeyName key;
        const Command *command;
    } rows[KEYMAP_ROOM];
    size_t count;
} Keymap;

/// The name of a key; "" for a text that is no single ASCII letter. What an input method leaves
/// on is folded (INTERACTION §1): ｊ is j, ・ is /, 。 is ., 「」 are [ ], ー is -, lone あ い う え お
/// are a i u e o.
KeyName key_name(const Key *key);

/// The key that is called so; false: none is. A letter is not, for it may be a word.
bool key_called(const char *name, size_t size, Key *ret);

/// The defaults of a table of commands.
void keymap_add(Keymap *map, const Command *command);
/// Reads lines "COMMAND KEY…" over the defaults: a command that is named loses its own keys,
/// and others lose those that it takes.
/// `#` begins a comment. The error names file and line.
bool keymap_read(Keymap *map, const char *file, const char *text,
                 const Command *(*named)(const char *name), Err *err);

/// The command of `key` in `scope` (enum Scope), NULL: none.
const Command *keymap_command(const Keymap *map, KeyName key, unsigned scope);
/// The first key of `command`, "" when it has none.
const char *keymap_key(const Keymap *map, const Command *command);
/// All of them, separated by blanks: "Down j".
const char *keymap_keys(const Keymap *map, const Command *command, Arena *arena);

#endif
