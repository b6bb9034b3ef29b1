// SPDX-License-Identifier: GPL-3.0-or-later
// Messages over pipes. The other side may be broken or hostile.
#include "mawari/base/wire.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"

enum { WORD = 4 };
#define NULL_TEXT UINT32_MAX

static uint32_t read_u32(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static void write_u32(char *bytes, size_t number)
{
    for (size_t i = 0; i < WORD; i++)
        bytes[i] = (char)(number >> (8 * i) & 0xFF);
}

static void add_u32(Buffer *out, size_t number)
{
    char bytes[WORD];
    write_u32(bytes, number);
    buffer_add_bytes(out, bytes, WORD);
}

static bool broken(Err *err)
{
    return err_set(err, ERR_CHILD, _("a helper program sent what is no message"));
}

static bool write_bytes(int fd, const char *bytes, size_t size, Err *err)
{
    while (size > 0) {
        ssize_t done = write(fd, bytes, size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return err_set(err, ERR_CHILD, _("a helper program is gone: %s"), file_reason(errno));
        bytes += done;
        size -= (size_t)done;
    }
    return true;
}

static bool add_message(Buffer *out, Message message, Err *err)
{
    size_t head = out->size;
    add_u32(out, 0);
    add_u32(out, message.count);
    for (size_t i = 0; i < message.count; i++) {
        const char *text = message.texts[i];
        add_u32(out, text ? strlen(text) : NULL_TEXT);
        buffer_add(out, text ? text : "");
    }
    size_t rest = out->size - head - WORD;
    write_u32(out->text + head, rest);
    return (rest <= WIRE_BYTES && message.count <= WIRE_TEXTS) ||
           err_set(err, ERR_CHILD, _("the message is too large"));
}

bool wire_write_all(int fd, const Message *messages, size_t count, Err *err)
{
    enum { PIECE = 64 << 10 }; // what a pipe holds
    Arena *arena = arena_open();
    Buffer out = {.arena = arena};
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        good = add_message(&out, messages[i], err);
        if (good && (out.size >= PIECE || i + 1 == count)) {
            good = write_bytes(fd, out.text, out.size, err);
            out.size = 0;
        }
    }
    arena_close(arena);
    return good;
}

bool wire_write(int fd, Message message, Err *err)
{
    return wire_write_all(fd, &message, 1, err);
}

/// What is left of a message.
typedef struct Rest {
    const char *at;
    size_t size;
} Rest;

static bool take_u32(Rest *rest, uint32_t *ret)
{
    if (rest->size < WORD)
        return false;
    *ret = read_u32(rest->at);
    rest->at += WORD;
    rest->size -= WORD;
    return true;
}

/// A text with a '\0' inside would be read as another text than was sent.
static bool take_text(Rest *rest, Arena *arena, const char **ret)
{
    uint32_t length;
    if (!take_u32(rest, &length))
        return false;
    *ret = NULL;
    if (length == NULL_TEXT)
        return true;
    if (length > rest->size || memchr(rest->at, '\0', length))
        return false;
    *ret = arena_copy_bytes(arena, rest->at, length);
    rest->at += length;
    rest->size -= length;
    return true;
}

/// Reads a whole message, without its size.
static bool read_body(Rest rest, Arena *arena, Message *ret)
{
    uint32_t count;
    if (!take_u32(&rest, &count) || count < 1 || count > WIRE_TEXTS)
        return false;
    const char **texts = arena_array(arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        if (!take_text(&rest, arena, &texts[i]))
            return false;
    if (!texts[0] || rest.size > 0)
        return false;
    *ret = (Message){texts, count};
    return true;
}

bool wire_take(const char *bytes, size_t size, Arena *arena, Message *ret, size_t *ret_used,
               Err *err)
{
    Rest rest = {bytes, size};
    uint32_t body;
    *ret_used = 0;
    if (!take_u32(&rest, &body))
        return true;
    if (body > WIRE_BYTES)
        return broken(err);
    if (rest.size < body)
        return true;
    if (!read_body((Rest){rest.at, body}, arena, ret))
        return broken(err);
    *ret_used = WORD + (size_t)body;
    return true;
}

/// Reads `size` bytes; `*ret_got` is less at the end of the stream.
static bool read_bytes(int fd, char *bytes, size_t size, size_t *ret_got, Err *err)
{
    size_t got = 0;
    while (got < size) {
        ssize_t more = read(fd, bytes + got, size - got);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return err_set(err, ERR_CHILD, _("a helper program is gone: %s"), file_reason(errno));
        if (more == 0)
            break;
        got += (size_t)more;
    }
    *ret_got = got;
    return true;
}

bool wire_read(int fd, Arena *arena, Message *ret, bool *ret_end, Err *err)
{
    char head[WORD];
    size_t got;
    if (!read_bytes(fd, head, WORD, &got, err))
        return false;
    *ret_end = got == 0;
    if (got == 0)
        return true;
    size_t size = got == WORD ? read_u32(head) : 0;
    if (got < WORD || size > WIRE_BYTES)
        return broken(err);
    char *body = arena_take(arena, size);
    if (!read_bytes(fd, body, size, &got, err))
        return false;
    return (got == size && read_body((Rest){body, size}, arena, ret)) || broken(err);
}
