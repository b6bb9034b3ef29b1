// SPDX-License-Identifier: GPL-3.0-or-later
// Running our child programs: spawn, hand over, read back as hostile, kill when it takes too long.
#ifndef MAWARI_APP_CHILD_H
#define MAWARI_APP_CHILD_H

#include "mawari/base/wire.h"

typedef struct Child Child;

/// Starts `libexec/mawari/NAME` with `arguments` (NULL-terminated, without the name) by
/// posix_spawn and a short environment: of ours what tells language, zone and certificates. Its
/// standard input and output are pipes of Messages, its standard error is caught. Versions are
/// exchanged first. Any thread may start one; it is then that thread's.
bool child_start(const char *name, char *const arguments[], Child **ret, Err *err);
/// Waits while its pipe is full. A child that is gone is ERR_CHILD, no signal.
bool child_send(Child *child, Message message, Err *err);
bool child_send_all(Child *child, const Message *messages, size_t count, Err *err);
/// No more input follows: from now on its time counts.
void child_sent_all(Child *child);
/// The next message; waits at most until the child's wall-clock limit (seconds), and not for one that
/// says nothing for long. `*ret_end`: nothing more comes, and `*ret` is not filled.
bool child_receive(Child *child, int limit_seconds, Arena *arena, Message *ret, bool *ret_end,
                   Err *err);
/// Asks while it is waited for, a few times a second, whether to go on: false ends child_receive()
/// with ERR_CANCELLED.
void child_watch(Child *child, bool (*go_on)(void *context), void *context);
size_t child_heard(const Child *child); // bytes that came from it
/// Waits for it and frees; ERR_CHILD with the last line of its standard error when it failed or was
/// killed.
bool child_end(Child *child, Err *err);
void child_kill(Child *child); // also frees; NULL is fine

/// A pipe that no child inherits, whichever thread starts one meanwhile.
bool child_pipe(int ret[2]);

#endif
