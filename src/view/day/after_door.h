// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the screen after the door share.
#ifndef VIEW_AFTER_DOOR_H
#define VIEW_AFTER_DOOR_H

#include "ground/line_offers.h"
#include "mawari/app/capture.h"
#include "mawari/app/next_visit.h"

typedef enum DoorStage {
    DOOR_OPEN_HERE,
    DOOR_LINE,
    DOOR_NEXT,
    DOOR_SET_OFF, // behind the temperature, which is answered at DOOR_NEXT
    DOOR_CALMED,
} DoorStage;

/// What can be ticked: a promise that is open in this building, or an order that is in the car.
typedef struct DoorRow {
    Id id;
    const Commitment *promise; // NULL: an order
    const char *what, *who;    // who: NULL
    Day due;
    Minute due_at;
    bool ticked;
} DoorRow;

/// How somebody was who is to be handled with care.
typedef struct DoorTemper {
    Id who;
    int32_t degree; // 1 to 5; NONE: not said
    Line set_off, calmed;
} DoorTemper;
enum { DOOR_CAREFUL_SHOWN = 4 }; // of those who are asked about so many at a time

/// Where the mouse can point, as it was drawn.
typedef struct DoorSpot {
    int row, from, end; // cells
    bool outcome;       // `value` is a result's digit, else a row of what is open here
    int32_t value;
} DoorSpot;
enum { DOOR_SPOTS = 16 };

struct Door {
    Arena *arena;     // of this visit
    Arena *heard_in;  // emptied with each key that changes the line
    Id *visits;       // to be written one after the other
    size_t count, at; // `at`: the one that is written now
    Visit visit;
    CapturePlace place;
    bool unplanned; // the visit was planned for this report, and goes with it
    bool again;     // the visit has a report: it is written anew
    const char *name, *client_name;
    DoorRow *here; // open in this building, in the car, and what this report has ticked before
    size_t here_count, chosen;
    DoorStage stage;
    Line line;
    const char *began; // the draft as it would be of nothing typed
    Heard heard;
    Suggestions suggestions;
    int32_t outcome;   // NONE: no digit yet
    int32_t spoke, by; // answers at 8 (somebody was spoken to) and 0 (who put it off); NONE: none
    CarefulPeople careful; // whom the visit is to, and who is named
    DoorTemper *tempers;   // of them, and what was said of who is not named any more
    size_t temper_count, temper_room;
    size_t temper_at; // of `careful`: the one that a digit answers for
    bool says_next;   // the line names the next visit
    NextVisit next;
    Day next_day;        // as it was shifted; NONE: none
    const char *reasons; // of that day
    bool warned;         // of what is in doubt
    bool asked;          // whether what was changed since is written over …
    bool over;           // … and it is
    bool unsaved;
    char said[MESSAGE_BYTES];
    DoorSpot spots[DOOR_SPOTS];
    size_t spot_count;
};

/// How many bytes the digit of either width takes that `text` begins with; 0: there is none.
size_t door_digit_at(const char *text);

// after_door_read.c: what is understood
void door_understand(Screen *screen); // the line anew; what cannot be read is said
bool door_propose(Screen *screen, Err *err);
void door_weigh(Screen *screen); // what speaks for and against the day of the next visit
/// At outcome 8: was somebody spoken to? Who is named was, unless it was answered; NONE: unknown.
int32_t door_spoke(const Door *door);

// after_door_temper.c: how it was with somebody who is handled with care
bool door_asks_temper(const Door *door);
/// What was said of it before.
bool door_read_temper(Screen *screen, Err *err);
/// The line names others: what was said of somebody stays with him.
bool door_take_careful(Screen *screen, Err *err);
/// Takes a digit below the line and asks on; false: it is none of the temperature's.
bool door_temper_digit(Door *door, char digit);
void door_temper_key(Door *door, const Key *key); // in what set it off, what calmed it
/// The options of `outcome`, at most three of each who is asked about.
size_t door_temper_options(const Door *door, FieldArg *ret);
/// What a draft adds of it, each row behind a '\n'; and taken up from behind the first of them.
const char *door_temper_state(const Door *door, Arena *arena);
void door_temper_resume(Door *door, const char *state, Arena *arena);
int door_temper_rows(const Door *door);
void door_temper_draw(App *app, const Door *door, Region at, Arena *frame);

// after_door_save.c
void door_save(Screen *screen);
/// Reads the visit that is to be written now.
bool door_begin(Screen *screen);

// after_door_here.c
/// Reads what can be ticked: the orders are, where the report is new.
bool door_read_here(Screen *screen, Err *err);
/// Is it ticked as the result stands? Nobody takes an order where nobody was.
bool door_is_ticked(const Door *door, size_t row);

// door_unplanned.c
/// Asks whether one was there today, where no visit waits; false: the record is about nobody.
bool door_ask_unplanned(Screen *screen, const Entity *kind, Id id);
void door_drop_unplanned(Screen *screen, Id visit); // nothing was written

// after_door_draft.c
const char *door_draft_place(const Door *door, Arena *arena);
/// The numbers of what is ticked, with blanks between them.
const char *door_ticked_ids(const Door *door, Arena *arena);
const char *door_state(const Door *door, Arena *arena); // as the draft keeps it
/// Takes up what was left at this visit.
void door_resume(Screen *screen);

#endif
