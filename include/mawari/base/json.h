// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON writer (RFC 8259): values are written one after the other, commas are put by themselves.
#ifndef MAWARI_BASE_JSON_H
#define MAWARI_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "mawari/base/buffer.h"

typedef struct Json {
    Buffer out;
    bool first; // nothing stands before the next value on this level
} Json;

void json_start(Json *json, Arena *arena);
void json_open(Json *json, const char *key, char bracket); // '{' or '['; key NULL in an array
void json_close(Json *json, char bracket);                 // '}' or ']'
/// NULL gives null, bad UTF-8 U+FFFD. What must not reach a terminal is escaped.
void json_text(Json *json, const char *key, const char *value);
void json_whole(Json *json, const char *key, int64_t value);
void json_degrees(Json *json, const char *key, int32_t microdegrees); // 43.068661; NONE: null
void json_bool(Json *json, const char *key, bool value);
void json_null(Json *json, const char *key);
void json_raw(Json *json, const char *key, const char *written); // a value that is JSON already

#endif
