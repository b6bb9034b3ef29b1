// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to fail: a kind for the program, one sentence for the rep.
#ifndef MAWARI_BASE_ERR_H
#define MAWARI_BASE_ERR_H

#include <stdbool.h>

typedef enum ErrKind {
    ERR_NONE,
    ERR_USAGE,     // the command line is wrong: exit 2
    ERR_INPUT,     // what was typed or read is wrong: file, line and field are named
    ERR_NOT_FOUND, // there is no such record
    ERR_STORE,     // the store refused
    ERR_BUSY,      // another mawari holds the store: try again, nothing is lost
    ERR_CHANGED,   // a row is not as the step left it
    ERR_FILE,      // a file other than the store
    ERR_CHILD,     // a child program failed or lied
    ERR_CANCELLED,
} ErrKind;

typedef struct Err {
    ErrKind kind;
    char text[512]; // UTF-8, translated, without a full stop or newline; cut at a character
} Err;

/// Fills `err` (which may be NULL) and returns false, so that a failing function ends with
/// `return err_set(err, ERR_INPUT, …)`.
bool err_set(Err *err, ErrKind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

/// Puts "doing: " before the text that is there and returns false.
bool err_while(Err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
