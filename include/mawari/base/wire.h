// SPDX-License-Identifier: GPL-3.0-or-later
// Messages between mawari and its children: a list of texts, length-prefixed, read as hostile.
#ifndef MAWARI_BASE_WIRE_H
#define MAWARI_BASE_WIRE_H

#include <stddef.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// One message: a tag ("row", "event", "done", "refused") and texts; NULL texts are allowed.
/// On the wire: u32 size of the rest, u32 count, then for each text u32 length (0xFFFFFFFF = NULL)
/// and its bytes, little endian; texts[0] is the tag.
typedef struct Message {
    const char *const *texts;
    size_t count;
} Message;

enum { WIRE_TEXTS = 1024, WIRE_BYTES = 16 << 20 }; // the most that is accepted

/// Writes the whole message to `fd`; false when the other side is gone.
bool wire_write(int fd, Message message, Err *err);
/// The same for some, in large pieces; of what is too large itself nothing is written.
bool wire_write_all(int fd, const Message *messages, size_t count, Err *err);
/// Blocks until a whole message is there. `*ret_end` is true at the end of the stream.
/// Everything beyond the limits is ERR_CHILD.
bool wire_read(int fd, Arena *arena, Message *ret, bool *ret_end, Err *err);
/// For a parent that polls: takes one whole message out of `bytes`. `*ret_used` is 0 while more
/// bytes are needed.
bool wire_take(const char *bytes, size_t size, Arena *arena, Message *ret, size_t *ret_used,
               Err *err);

#endif
