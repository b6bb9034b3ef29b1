// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal through curses: opened, drawn on, left and taken again. curses only writes here;
// it would lose characters whose bytes come apart, so the bytes of keys are read elsewhere.
#include "terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#define NCURSES_NOMACROS
#include <curses.h>

#include "crash.h"
#include "mawari/base/text.h"
#include "mawari/tui/tui.h"
#include "terminfo.h"
#include "theme.h"

enum { GLYPH_CODES = 5, ROWS_UNKNOWN = 24, COLUMNS_UNKNOWN = 80 };

struct Terminal {
    SCREEN *curses;
    struct termios modes; // as they were
    bool mouse, away;
    bool ecma; // our own sequences mean something to it
    int rows, columns;
    attr_t attributes[ROLE_COUNT];
    short pairs[ROLE_COUNT];
    CanvasCell *drawn; // what curses was told last; rows × columns
    bool known;        // `drawn` holds
    cchar_t *line;     // one row on its way to curses
};

static void put(const char *bytes)
{
    (void)!write(STDOUT_FILENO, bytes, strlen(bytes));
}

// Looks

static attr_t attributes_of(Look look)
{
    return (look.bold ? A_BOLD : 0) | (look.dim ? A_DIM : 0) | (look.reverse ? A_REVERSE : 0) |
           (look.underline ? A_UNDERLINE : 0);
}

/// A bright colour on a terminal of eight is the plain one; of letters, bold.
static short colour_here(int colour, bool *ret_bright)
{
    enum { BRIGHT = 8 };
    *ret_bright = colour >= BRIGHT && COLORS <= BRIGHT;
    return (short)(*ret_bright ? colour - BRIGHT : colour);
}

static void set_look(Terminal *terminal, Role role, Look look)
{
    bool bright, ignored;
    short colour = colour_here(look.colour, &bright), ground = colour_here(look.ground, &ignored);
    look.bold = look.bold || bright;
    terminal->attributes[role] = attributes_of(look);
    terminal->pairs[role] = 0;
    if (look.colour == COLOUR_DEFAULT && look.ground == COLOUR_DEFAULT)
        return;
    terminal->pairs[role] = (short)(role + 1);
    init_pair(terminal->pairs[role], colour, ground);
}

static bool set_looks(Terminal *terminal, const char *wanted, Err *err)
{
    const char *no_colour = getenv("NO_COLOR");
    ThemePlace place = {
        .colours = has_colors() && !(no_colour && *no_colour),
        .background = getenv("COLORFGBG"),
    };
    Theme theme;
    if (!theme_choose(wanted, place, &theme, err))
        return false;
    if (place.colours) {
        start_color();
        use_default_colors();
    }
    for (int role = 0; role < ROLE_COUNT; role++)
        set_look(terminal, (Role)role, theme.looks[role]);
    return true;
}

// Size

static void measure(int *ret_rows, int *ret_columns)
{
    struct winsize size;
    bool told = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col;
    *ret_rows = told ? size.ws_row : ROWS_UNKNOWN;
    *ret_columns = told ? size.ws_col : COLUMNS_UNKNOWN;
}

static void make_room(Terminal *terminal)
{
    size_t columns = (size_t)terminal->columns, cells = (size_t)terminal->rows * columns;
    free(terminal->drawn);
    free(terminal->line);
    terminal->drawn = calloc(cells, sizeof *terminal->drawn);
    terminal->line = calloc(columns, sizeof *terminal->line);
    if (!terminal->drawn || !terminal->line)
        abort();
    terminal->known = false;
}

bool terminal_fit(Terminal *terminal, int *ret_rows, int *ret_columns)
{
    measure(ret_rows, ret_columns);
    if (*ret_rows == terminal->rows && *ret_columns == terminal->columns)
        return false;
    terminal->rows = *ret_rows;
    terminal->columns = *ret_columns;
    resizeterm(terminal->rows, terminal->columns);
    make_room(terminal);
    return true;
}

void terminal_size(const Terminal *terminal, int *ret_rows, int *ret_columns)
{
    *ret_rows = terminal->rows;
    *ret_columns = terminal->columns;
}

// Open and close

static void watch_crashes(const Terminal *terminal)
{
    char restore[CRASH_RESTORE];
    terminfo_restore(terminal->ecma, restore);
    crash_watch(STDOUT_FILENO, restore, &terminal->modes);
}

/// Every key is a byte to us, Ctrl-C, Ctrl-S and Ctrl-Z too.
static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    set_escdelay(INPUT_ESCAPE_WAIT);
    typeahead(-1); // a frame is never left half drawn
    idlok(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    // Until it has been left once, ncurses sends what it has at every move of the cursor; a frame shall go out whole.
    // Back again before there are colours, for with them it would reset the terminal's own.
    endwin();
    doupdate();
}

bool terminal_open(TerminalOptions options, Terminal **ret, Err *err)
{
    bool ecma;
    if (!terminfo_usable(&ecma, err))
        return false;
    Terminal *terminal = calloc(1, sizeof *terminal);
    if (!terminal)
        abort();
    tcgetattr(STDIN_FILENO, &terminal->modes);
    use_env(FALSE); // not LINES and COLUMNS: the kernel knows better
    use_tioctl(TRUE);
    terminal->curses = newterm(NULL, stdout, stdin);
    if (!terminal->curses) {
        free(terminal);
        return terminfo_refuse(err);
    }
    terminal->mouse = options.mouse;
    terminal->ecma = ecma;
    watch_crashes(terminal);
    set_modes();
    int rows, columns;
    if (!set_looks(terminal, NULL, err)) {
        terminal_close(terminal);
        return false;
    }
    terminal_fit(terminal, &rows, &columns);
    *ret = terminal;
    return true;
}

static void switches(const Terminal *terminal, bool on)
{
    if (!terminal->ecma)
        return;
    put(on ? PASTE_ON : PASTE_OFF);
    if (terminal->mouse)
        put(on ? MOUSE_ON : MOUSE_OFF);
}

bool terminal_theme(Terminal *terminal, const char *wanted, Err *err)
{
    terminal_forget(terminal);
    return set_looks(terminal, wanted, err);
}

void terminal_mouse(Terminal *terminal, bool on)
{
    if (terminal->mouse == on)
        return;
    terminal->mouse = on;
    if (terminal->ecma && !terminal->away)
        put(on ? MOUSE_ON : MOUSE_OFF);
}

/// Cleared first: what was on the alternate screen is nobody's business afterwards.
void terminal_leave(Terminal *terminal)
{
    if (terminal->away)
        return;
    terminal->away = true;
    switches(terminal, false);
    erase();
    refresh();
    endwin();
}

void terminal_return(Terminal *terminal)
{
    terminal->away = false;
    terminal_forget(terminal);
    reset_prog_mode();
}

void terminal_close(Terminal *terminal)
{
    if (!terminal)
        return;
    terminal_leave(terminal);
    crash_forget();
    delscreen(terminal->curses);
    free(terminal->drawn);
    free(terminal->line);
    free(terminal);
}

void terminal_teach(const Terminal *terminal, Input *input)
{
    (void)terminal; // that there is one is what matters
    terminfo_teach(input);
}

// Drawing

static void to_wide(const char *glyph, wchar_t wide[GLYPH_CODES + 1])
{
    size_t size = strlen(glyph), count = 0;
    for (size_t at = 0; at < size && count < GLYPH_CODES;) {
        uint32_t code;
        at += text_next(glyph + at, size - at, &code);
        wide[count++] = (wchar_t)code;
    }
    if (count == 0)
        wide[count++] = L' ';
    wide[count] = L'\0';
}

static cchar_t cell_for_curses(const Terminal *terminal, const CanvasCell *cell)
{
    wchar_t wide[GLYPH_CODES + 1];
    cchar_t made;
    attr_t attributes = terminal->attributes[cell->role];
    if (cell->reversed)
        attributes ^= A_REVERSE;
    if (cell->underlined)
        attributes |= A_UNDERLINE;
    to_wide(cell->glyph, wide);
    if (setcchar(&made, wide, attributes, terminal->pairs[cell->role], NULL) == ERR)
        setcchar(&made, L"?", attributes, terminal->pairs[cell->role], NULL);
    return made;
}

/// The row's first `columns` cells; a wide character that does not fit there becomes a blank.
static void draw_row(Terminal *terminal, int row, const CanvasCell *cells, int columns)
{
    static const CanvasCell blank = {.glyph = " ", .width = 1};
    const CanvasCell *before = NULL;
    int count = 0;
    for (int column = 0; column < columns; column++) {
        const CanvasCell *cell = column + cells[column].width > columns ? &blank : &cells[column];
        if (cell->width == 0)
            continue;
        bool same = before && memcmp(before, cell, sizeof *cell) == 0; // as most blanks are
        terminal->line[count] = same ? terminal->line[count - 1] : cell_for_curses(terminal, cell);
        before = cell;
        count++;
    }
    if (count > 0)
        mvadd_wchnstr(row, 0, terminal->line, count);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

void terminal_draw(Terminal *terminal, const Canvas *canvas)
{
    int rows = least(canvas->rows, terminal->rows);
    int columns = least(canvas->columns, terminal->columns);
    if (!terminal->known) {
        erase();
        clearok(curscr, TRUE);
    }
    for (int row = 0; row < rows; row++) {
        const CanvasCell *cells = canvas->cells + (size_t)row * (size_t)canvas->columns;
        CanvasCell *drawn = terminal->drawn + (size_t)row * (size_t)terminal->columns;
        size_t bytes = (size_t)columns * sizeof *cells;
        if (terminal->known && memcmp(cells, drawn, bytes) == 0)
            continue;
        memcpy(drawn, cells, bytes);
        // Writing the last cell makes some terminals scroll.
        draw_row(terminal, row, cells, columns - (row == terminal->rows - 1));
    }
    move(least(canvas->cursor_row, rows - 1), least(canvas->cursor_column, columns - 1));
    refresh();
    if (!terminal->known)
        switches(terminal, true);
    terminal->known = true;
}

void terminal_forget(Terminal *terminal)
{
    terminal->known = false;
}

bool terminal_known(const Terminal *terminal)
{
    return terminal->known;
}

void terminal_send(Terminal *terminal, const char *bytes)
{
    size_t size = strlen(bytes);
    while (terminal->ecma && size > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, size);
        if (sent < 0 && errno != EINTR)
            return;
        if (sent > 0)
            bytes += sent, size -= (size_t)sent;
    }
}

/// Saved and restored around: curses goes on to believe that the cursor never moved.
void terminal_ask_width(Terminal *terminal)
{
    if (!terminal->ecma)
        return;
    put("\0337\033[H○\033[6n\0338");
    wredrawln(curscr, 0, 1);
    refresh();
}

const char *tui_library(void)
{
    return curses_version();
}
