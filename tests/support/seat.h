// SPDX-License-Identifier: GPL-3.0-or-later
// A rep in front of the whole screen, without a terminal: keys in, cells out.
#ifndef MAWARI_TESTS_SEAT_H
#define MAWARI_TESTS_SEAT_H

#include "mawari/app/app.h"
#include "mawari/app/command.h"
#include "mawari/view/screen.h"

typedef struct Seat {
    App *app;
    Screen *screen;
    Canvas *canvas;
    Arena *arena;
    char *folder; // of the store; the screen can be closed and opened again on it
} Seat;

typedef struct SeatPlan {
    int rows, columns;
    const char *lang;
    bool sample; // the sample's day, not an empty store
    bool plain, letters;
    const char *now;       // NULL: Tuesday 24 November 2026, 09:52 in Tokyo
    const char *catalogue; // the folder of translations; NULL: the program's own
} SeatPlan;

Seat *seat_open(SeatPlan plan);
void seat_close(Seat *seat);
/// The program is left and started again on the same store.
void seat_again(Seat *seat, SeatPlan plan);
/// `minutes` pass.
void seat_later(Seat *seat, int minutes);

/// Types as tty_type() does, with the same names for keys that are no text (TTY_ENTER …), "\b" is
/// Backspace too: a character is a key. Draws after each.
void seat_type(Seat *seat, const char *keys);
/// Types it all before anything is drawn, as one write of a fast typist or a script arrives.
void seat_type_ahead(Seat *seat, const char *keys);
void seat_commit(Seat *seat, const char *text); // as an input method commits it
void seat_paste(Seat *seat, const char *text);
void seat_press(Seat *seat, KeyCode code);
void seat_click(Seat *seat, int row, int column);
void seat_click_twice(Seat *seat, int row, int column);
void seat_resize(Seat *seat, int rows, int columns);

/// Runs "new" "client name=霧の店" and the like as the shell would; answers the record's id. Seen by what is
/// opened afterwards.
Id seat_does(Seat *seat, const char *command, const char *line);

const char *seat_text(Seat *seat);
const char *seat_row(Seat *seat, int row);
const char *seat_roles(Seat *seat, int row);
/// The first row that holds `text`, or -1; and its first column.
int seat_find(Seat *seat, const char *text, int *ret_column);
/// Fails, showing the screen, when `text` is not there.
void seat_sees(Seat *seat, const char *text);
void seat_sees_no(Seat *seat, const char *text);
/// Fails when text or roles are not as approved in tests/golden/NAME (golden.h).
void seat_match(Seat *seat, const char *name);

#endif
