// SPDX-License-Identifier: GPL-3.0-or-later
// What a person at a terminal is made of; shared by the files of tty.h.
#ifndef MAWARI_TESTS_TTY_INSIDE_H
#define MAWARI_TESTS_TTY_INSIDE_H

#include <vterm.h>

#include "mawari/base/arena.h"
#include "mawari/base/buffer.h"
#include "tty.h"

struct Tty {
    Arena *arena; // of all that stays
    Arena *shown; // of what tty_text and tty_row gave last
    int fd;       // the terminal's side; -1 once it is closed
    pid_t process;
    int rows, columns;
    bool own_folder, wide, alternate, ended;
    bool escaped; // an Escape that begins no sequence was typed last
    int status;   // once it has ended
    const char *folder;
    VTerm *terminal;
    VTermScreen *screen;
    VTermPos cursor;
    Buffer raw;
};

/// libvterm as the eye: what the program sent, and what stands on the screen.
void tty_open_eye(Tty *tty, int rows, int columns);
void tty_resize_eye(Tty *tty, int rows, int columns);

/// The test fails: nothing stays behind but the sentence and the screen.
void tty_give_up(Tty *tty, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
