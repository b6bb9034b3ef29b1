// SPDX-License-Identifier: GPL-3.0-or-later
// What a pane is: a row of functions, view state that stays, data that every load fills anew.
#ifndef MAWARI_VIEW_PANE_H
#define MAWARI_VIEW_PANE_H

#include "mawari/app/app.h"
#include "mawari/app/command.h"
#include "mawari/view/canvas.h"

typedef struct Pane Pane;
struct Screen;

typedef enum Move {
    MOVE_DOWN,
    MOVE_UP,
    MOVE_PAGE_DOWN,
    MOVE_PAGE_UP,
    MOVE_FIRST,
    MOVE_LAST,
    MOVE_SECTION, // to the next heading
    MOVE_SECTION_BACK,
} Move;

/// One row as the cursor sees it. Rows without a record and without `stop` are passed over.
typedef struct PaneRow {
    Id id;
    const Entity *kind;
    bool stop;    // the cursor may stand here though there is no record
    bool heading; // begins a section
    Id opens;     // where there is no record of its own: what Enter follows. Verbs do not.
    const Entity *opens_kind;
} PaneRow;

/// What makes a pane the pane it is. Null members mean "nothing special".
typedef struct PaneKind {
    size_t view_bytes;                            // zeroed once, stays
    size_t data_bytes;                            // zeroed and filled by every load
    bool (*load)(Pane *pane, App *app, Err *err); // asks only for the rows in view
    bool (*look)(Pane *pane, App *app, size_t from, size_t to, Err *err); // before drawing these
    bool (*ahead)(Pane *pane, App *app, Err *err); // pane_look_ahead(), where there is no look
    void (*draw)(const Pane *pane, const App *app, Region at); // reads both, touches nothing
    bool bare;  // it takes the rows of tabs and rules too
    bool alone; // nothing stands beside it
    bool reads; // its rows are read and no more: the last line says how one gets back
    void (*head)(const Pane *pane, const App *app, Canvas *canvas); // row 0, instead of the tabs
    size_t (*count)(const Pane *pane);                              // rows, when all are in memory
    PaneRow (*row)(const Pane *pane, size_t index);                 // of these
    int (*first_row)(const Pane *pane);                      // the body's row that shows row `top`
    bool (*move)(Pane *pane, App *app, Move move, Err *err); // instead of count and row
    bool (*click)(Pane *pane, int row);                      // false: nothing is there
    bool (*mark_all)(Pane *pane, App *app, Err *err);        // NULL: every row in memory
    bool (*text)(Pane *pane, const char *option, const char *value); // "filter", "sort", "day"
    bool (*enter)(struct Screen *screen);  // instead of opening the cursor's record
    bool (*toggle)(struct Screen *screen); // instead of marking
    bool (*tick)(struct Screen *screen);   // instead of the store's `d`; false: not here
    const char *(*note)(const Pane *pane, Arena *arena); // stands where no message does; NULL: none
    const char *keys; // N_(): the last line, instead of the verbs of the row
    const char *(*keys_now)(const Pane *pane);               // … or N_() of what it shows
    const char *(*copy)(Pane *pane, App *app, Arena *arena); // what y takes when nothing is marked
    void (*release)(Pane *pane);                           // what the view holds besides its bytes
    const char *(*layout)(const Pane *pane, Arena *arena); // what of the view outlives a start …
    void (*recall)(Pane *pane, const App *app, const char *layout); // … and is taken up again
} PaneKind;

struct Pane {
    const PaneKind *what;
    const Entity *kind; // of a list
    Id subject;         // of a sheet
    Arena *arena;       // of the data: emptied by each load
    Arena *spare;       // where a list reads other rows before it lets the old ones go
    void *view, *data;
    int rows, columns; // of the body that it is drawn in
    bool beside;       // what the cursor is on stands beside it
    bool stale;
    Id at; // the record under the cursor, 0 for none
    const Entity *at_kind;
    Id opens; // what Enter follows from a row that is no record
    const Entity *opens_kind;
    size_t index, top; // where it stands, when all rows are in memory
    Id *marks;         // outlive filters; in the order in which they were set
    size_t mark_count, mark_room;
};

Pane *pane_open(const PaneKind *what, const Entity *kind, Id subject);
void pane_close(Pane *pane); // NULL is fine

/// Loads when the size changed or something is stale.
bool pane_ready(Pane *pane, App *app, int rows, int columns, Err *err);
/// While nobody waits: the pages before and behind the one in view are looked at. A failure is met
/// again, and said, when they are in view.
void pane_look_ahead(Pane *pane, App *app);
bool pane_move(Pane *pane, App *app, Move move, Err *err);
/// Among the rows in memory.
void pane_move_within(Pane *pane, Move move);
bool pane_click(Pane *pane, App *app, int row, Err *err);
/// The cursor goes to record `id` when it is among the rows.
bool pane_find(Pane *pane, Id id);

bool pane_is_marked(const Pane *pane, Id id);
void pane_mark(Pane *pane, Id id, bool on);
void pane_mark_new(Pane *pane, const Id *ids, size_t count); // none of them is marked
/// Every row that the filter shows, in view or not; there were no marks.
bool pane_mark_all(Pane *pane, App *app, Err *err);

Day week_first(const Pane *pane, const App *app); // week.c: the Monday that is shown

// list.c: what is special to lists
const char *list_filter(const Pane *pane);
/// Shows what fits `filter`; false with a sentence when it cannot be read: the old one stays.
bool list_set_filter(Pane *pane, const App *app, const char *filter, Err *err);

// list_about.c: what stands above a list without a filter
bool list_about(const Entity *kind, App *app, Arena *arena, const char **ret, Err *err);
/// "2 above, 3 below": how many rows are out of sight; "" when none is.
const char *hidden_words(size_t above, size_t below, Arena *arena);
/// Of a pane whose rows are all in memory: that they go on would not be seen otherwise.
const char *pane_hidden_rows(const Pane *pane, Arena *arena);

enum { LIST_ABOUT_BYTES = 320 };
void list_about_draw(const char *about, Region at, int width); // what follows \n stands below it
/// The name of the view that shows `filter`, NULL: it has none (views.c).
const char *view_named(const Entity *kind, const char *filter);

extern const PaneKind pane_list, pane_today, pane_week, pane_sheet, pane_help, pane_import,
    pane_brief, pane_code;

/// The tabs: X(name, title, digit, what, kind). 0 lists every other kind as well.
#define PANES(X)                                                                                   \
    X(today, N_("Today"), '1', pane_today, NULL)                                                   \
    X(clients, N_("Clients"), '2', pane_list, &entity_client)                                      \
    X(commitments, N_("Commitments"), '3', pane_list, &entity_commitment)                          \
    X(tickets, N_("Tickets"), '4', pane_list, &entity_ticket)                                      \
    X(week, N_("Week"), '5', pane_week, NULL)                                                      \
    X(rounds, N_("Rounds"), '6', pane_list, &entity_round)

typedef enum PaneId {
#define X(name, title, digit, what, kind) PANE_##name,
    PANES(X)
#undef X
        PANE_COUNT
} PaneId;

#endif
