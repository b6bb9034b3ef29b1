// SPDX-License-Identifier: GPL-3.0-or-later
// The first acts of every child program: limits, its language, a shut door, and the version said.
#ifndef MAWARI_CHILD_LIMITS_H
#define MAWARI_CHILD_LIMITS_H

#include "mawari/base/err.h"

/// Bounds what a hostile file can cost: processor seconds, memory in MiB (left out of sanitized
/// builds, which need terabytes of address space), no core, no new process, no file written.
/// Call it first; then open what is needed (converters, zones, fonts); then child_shut_in().
void child_limit(unsigned cpu_seconds, unsigned memory_mib);

/// The same for a library that works by threads: the system counts them with all processes of the
/// user, so no number of them is right. Landlock alone then keeps other programs from being started.
void child_limit_with_threads(unsigned cpu_seconds, unsigned memory_mib);

/// The reader's language, from the catalogues beside the program: call it before the door is shut.
void child_speak(const char *program);

/// From here on nothing more can be opened and no right gained: NO_NEW_PRIVS and Landlock. Where
/// the system has none, the limits alone stand.
void child_shut_in(void);

/// The same, but what lies beneath `folder` may still be read; NULL: nothing.
void child_shut_in_with(const char *folder);

/// The first message on standard input is {"version", the parent's}; it is answered on standard
/// output with {"version", ours}. ERR_CHILD when they differ: the installation is half renewed.
bool child_greet(Err *err);

/// Says why on standard error, in one line, for the parent's ERR_CHILD. Returns the exit code 1.
int child_fail(const Err *err);

#endif
