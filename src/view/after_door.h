// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the screen after the door share.
#ifndef VIEW_AFTER_DOOR_H
#define VIEW_AFTER_DOOR_H

#include "line_offers.h"
#include "mawari/app/handling.h"
#include "mawari/app/next_visit.h"

typedef enum DoorStage { DOOR_OPEN_HERE, DOOR_LINE, DOOR_NEXT } DoorStage;

/// What can be ticked: a promise that is open in this building, or an order that is in the car.
typedef struct DoorRow {
    Id id;
    const Commitment *promise; // NULL: an order
    const char *what, *who;    // who: NULL
    Day due;
    Minute due_at;
    bool ticked;
} DoorRow;

struct Door {
    Arena *arena;     // of this visit
    Arena *heard_in;  // emptied with each key that changes the line
    Id *visits;       // to be written one after the other
    size_t count, at; // `at`: the one that is written now
    Visit visit;
    CapturePlace place;
    bool again; // the visit has a report: it is written anew
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
    Handling handling; // of whom the visit is to …
    bool careful;      // … who is to be handled with care
    int32_t temper;    // how it was, 1 to 5; NONE: not said
    bool says_next;    // the line names the next visit
    NextVisit next;
    Day next_day;        // as it was shifted; NONE: none
    const char *reasons; // of that day
    bool warned;         // of what is in doubt
    bool asked;          // whether what was changed since is written over …
    bool over;           // … and it is
    bool unsaved;
    char said[MESSAGE_BYTES];
};

// after_door_read.c: what is understood
void door_understand(Screen *screen); // the line anew; what cannot be read is said
bool door_propose(Screen *screen, Err *err);
bool door_asks_temper(const Door *door); // how it was with somebody who is handled with care
void door_weigh(Screen *screen);         // what speaks for and against the day of the next visit
/// At outcome 8: was somebody spoken to? Who is named was, unless it was answered; NONE: unknown.
int32_t door_spoke(const Door *door);

// after_door_save.c
void door_save(Screen *screen);
/// Reads the visit that is to be written now.
bool door_begin(Screen *screen);

// after_door_here.c
/// Reads what can be ticked: the orders are, where the report is new.
bool door_read_here(Screen *screen, Err *err);
/// Is it ticked as the result stands? Nobody takes an order where nobody was.
bool door_is_ticked(const Door *door, size_t row);

// after_door_draft.c
const char *door_draft_place(const Door *door, Arena *arena);
/// The numbers of what is ticked, with blanks between them.
const char *door_ticked_ids(const Door *door, Arena *arena);
const char *door_state(const Door *door, Arena *arena); // as the draft keeps it
void door_tick(Door *door, Id id);
/// Takes up what was left at this visit.
void door_resume(Screen *screen);

#endif
