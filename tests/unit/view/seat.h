// SPDX-License-Identifier: GPL-3.0-or-later
// A rep in front of the whole screen, without a terminal: keys in, cells out.
#ifndef TESTS_VIEW_SEAT_H
#define TESTS_VIEW_SEAT_H

#include "mawari/app/app.h"
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
} SeatPlan;

/// Tuesday 24 November 2026, 09:52 in Tokyo.
Seat *seat_open(SeatPlan plan);
void seat_close(Seat *seat);
/// The program is left and started again on the same store.
void seat_again(Seat *seat, SeatPlan plan);
/// `minutes` pass.
void seat_later(Seat *seat, int minutes);

/// Types ASCII: a letter is a key, "\r" Enter, "\t" Tab, "\033" Escape, "\b" Backspace, other
/// controls Ctrl with their letter. Draws after each.
void seat_type(Seat *seat, const char *keys);
void seat_commit(Seat *seat, const char *text); // as an input method commits it
void seat_paste(Seat *seat, const char *text);
void seat_press(Seat *seat, KeyCode code);
void seat_click(Seat *seat, int row, int column);
void seat_click_twice(Seat *seat, int row, int column);

const char *seat_text(Seat *seat);
const char *seat_row(Seat *seat, int row);
const char *seat_roles(Seat *seat, int row);
/// The first row that holds `text`, or -1; and its first column.
int seat_find(Seat *seat, const char *text, int *ret_column);
/// Fails, showing the screen, when `text` is not there.
void seat_sees(Seat *seat, const char *text);
void seat_sees_no(Seat *seat, const char *text);

#endif
