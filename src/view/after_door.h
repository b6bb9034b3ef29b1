// SPDX-License-Identifier: GPL-3.0-or-later
// What the two files of the screen after the door share.
#ifndef VIEW_AFTER_DOOR_H
#define VIEW_AFTER_DOOR_H

#include "mawari/app/capture.h"
#include "mawari/app/next_visit.h"
#include "shell.h"

typedef enum DoorStage { DOOR_OPEN_HERE, DOOR_LINE, DOOR_NEXT } DoorStage;

struct Door {
    Arena *arena;     // of this visit
    Arena *heard_in;  // emptied with each key that changes the line
    Id *visits;       // to be written one after the other
    size_t count, at; // `at`: the one that is written now
    Visit visit;
    const char *name, *client_name;
    Promises here; // open in this building
    bool *ticked;
    size_t chosen;
    DoorStage stage;
    Line line;
    Heard heard;
    int32_t outcome; // NONE: no digit yet
    int32_t spoke, by; // at 8 whether somebody was spoken to, at 0 who put it off; NONE: not said
    bool says_next;  // the line names the next visit
    NextVisit next;
    Day next_day;        // as it was shifted; NONE: none
    const char *reasons; // of that day
    bool warned, unsaved;
    char said[MESSAGE_BYTES];
};

const char *door_draft_place(const Door *door, Arena *arena);
/// The numbers of the promises that are ticked, with blanks between them.
const char *door_ticked_ids(const Door *door, Arena *arena);
/// Takes up what was left at this visit.
void door_resume(Screen *screen);

#endif
