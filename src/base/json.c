// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON value by value.
#include "mawari/base/json.h"

#include <inttypes.h>
#include <string.h>

#include "hidden.h"
#include "mawari/base/day.h"
#include "mawari/base/text.h"

static void escape(Buffer *out, uint32_t code)
{
    static const char shorts[] = "b\bf\fn\nr\rt\t\"\"\\\\";
    for (const char *s = shorts; *s; s += 2)
        if (code == (unsigned char)s[1]) {
            buffer_print(out, "\\%c", s[0]);
            return;
        }
    if (code >= 0x10000) { // a surrogate pair, RFC 8259 7
        buffer_print(out, "\\u%04" PRIx32, 0xD7C0 + (code >> 10));
        code = 0xDC00 + (code & 0x3FF);
    }
    buffer_print(out, "\\u%04" PRIx32, code);
}

/// JSON may well be read in a terminal: what must not reach one is escaped.
static bool needs_escape(uint32_t code)
{
    return code == '"' || code == '\\' || is_control(code) || is_hidden(code);
}

static void quote(Buffer *out, const char *value)
{
    size_t left = strlen(value);
    buffer_add(out, "\"");
    while (left > 0) {
        uint32_t code;
        char bytes[4];
        size_t used = text_next(value, left, &code);
        if (needs_escape(code))
            escape(out, code);
        else
            buffer_add_bytes(out, bytes, text_put(code, bytes));
        value += used;
        left -= used;
    }
    buffer_add(out, "\"");
}

/// The comma and the key before a value.
static void begin(Json *json, const char *key)
{
    if (!json->first)
        buffer_add(&json->out, ",");
    json->first = false;
    if (key) {
        quote(&json->out, key);
        buffer_add(&json->out, ":");
    }
}

void json_start(Json *json, Arena *arena)
{
    *json = (Json){.out = {.arena = arena}, .first = true};
}

void json_open(Json *json, const char *key, char bracket)
{
    begin(json, key);
    buffer_add_bytes(&json->out, &bracket, 1);
    json->first = true;
}

void json_close(Json *json, char bracket)
{
    buffer_add_bytes(&json->out, &bracket, 1);
    json->first = false;
}

void json_raw(Json *json, const char *key, const char *written)
{
    begin(json, key);
    buffer_add(&json->out, written);
}

void json_text(Json *json, const char *key, const char *value)
{
    begin(json, key);
    if (value)
        quote(&json->out, value);
    else
        buffer_add(&json->out, "null");
}

void json_whole(Json *json, const char *key, int64_t value)
{
    begin(json, key);
    buffer_print(&json->out, "%" PRId64, value);
}

void json_degrees(Json *json, const char *key, int32_t microdegrees)
{
    if (microdegrees == NONE) {
        json_null(json, key);
        return;
    }
    int32_t size = microdegrees < 0 ? -microdegrees : microdegrees;
    begin(json, key);
    buffer_print(&json->out, "%s%d.%06d", microdegrees < 0 ? "-" : "", size / 1000000,
                 size % 1000000);
}

void json_bool(Json *json, const char *key, bool value)
{
    json_raw(json, key, value ? "true" : "false");
}

void json_null(Json *json, const char *key)
{
    json_raw(json, key, "null");
}
