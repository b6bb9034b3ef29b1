// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP to the one server that the rep named, and to no other: no redirect is followed.
#ifndef MAWARI_DAV_HTTP_H
#define MAWARI_DAV_HTTP_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

typedef struct Http Http;

typedef struct HttpAnswer {
    long status; // 200, 400, …
    const char *text;
    size_t size; // a '\0' is added behind
} HttpAnswer;

enum { HTTP_ANSWER_MOST = 4 << 20 }; // bytes; the most that is taken

/// `server` is "http://HOST", "https://HOST", with a port or a path perhaps, and is kept. Its name is
/// looked up and the system's certificates are read now, so that afterwards nothing more need be
/// opened. An answer that is not whole after `seconds` is none. ERR_INPUT: it is no such address, or
/// nobody knows the host.
bool http_open(const char *server, int seconds, Http **ret, Err *err);
void http_close(Http *http); // NULL is fine

/// Asks for what is at `path` ("/table/…") below the server, on the connection of the question before
/// where that still stands. The answer, in `arena`, may have any status but 3xx.
bool http_get(Http *http, const char *path, Arena *arena, HttpAnswer *ret, Err *err);

#endif
