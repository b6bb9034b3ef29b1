// SPDX-License-Identifier: GPL-3.0-or-later
// What the fault tests play: a line of every store command, and what it is to leave behind.
#ifndef MAWARI_TESTS_FAULT_COMMANDS_H
#define MAWARI_TESTS_FAULT_COMMANDS_H

#include <stddef.h>
#include <stdint.h>

#include "fault_vfs.h"
#include "mawari/app/command.h"

enum { PLAYED_WORDS = 8 };

typedef enum PlayedWork {
    PLAYED_WRITES,    // the store is another one afterwards, whatever the sentence could still name
    PLAYED_ELSEWHERE, // a file beside the store is
    PLAYED_READS,     // nothing is
    PLAYED_REFUSED,   // nor here: what it needs is not there, and it says so
} PlayedWork;

/// One line as the shell would hand it over. No words: the store is opened, with a log left behind
/// by a kill. "@/name" is a file in the test's folder, "=kind" (with a WHERE behind it or not) the
/// record of this kind that was made last.
typedef struct Played {
    const char *words[PLAYED_WORDS];
    PlayedWork work;
    int slower; // one place in so many is tried, 0: as 1
} Played;

extern const Played played[];
extern const size_t played_count;

typedef struct PlayedFault {
    const char *name;
    Fault fault; // without a place
} PlayedFault;

/// With each of these, at each of the places.
extern const PlayedFault played_faults[];
extern const size_t played_fault_count;

/// The command's name; "open" for the row without words.
const char *played_name(const Played *row);

typedef struct PlayedLine {
    const Command *command;
    char *rest[PLAYED_WORDS]; // in the arena
    size_t count;
} PlayedLine;

/// The words (a row's, or others of the same signs) on the store of `app`.
PlayedLine played_line(const char *const *words, const char *folder, App *app, Arena *arena);
/// As the shell would. `*ret_answer` stands for all that was answered.
bool played_run(PlayedLine *line, App *app, Arena *arena, uint64_t *ret_answer, Err *err);

#endif
