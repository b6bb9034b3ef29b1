// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN: "sha256 ROUNDS SALT HASH", each round over the hash before, the salt and the PIN.
#include "pin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/lots.h"
#include "mawari/base/sha256.h"
#include "mawari/base/text.h"

enum { ROUNDS = 50000, SALT_BYTES = 16, HASH = 65 };

/// Typed with the input method on or off it is the same PIN.
static void hash(const char *typed, const char *salt, long rounds, char ret[HASH])
{
    Arena *arena = arena_open();
    const char *pin = text_trim(text_narrow(typed, arena), arena);
    char *rest = arena_print(arena, "%064d%s%s", 0, salt, pin); // the hash before goes in front
    size_t size = strlen(rest);
    for (long i = 0; i < rounds; i++) {
        sha256_bytes(rest, size, ret);
        memcpy(rest, ret, HASH - 1);
    }
    arena_close(arena);
}

char *pin_sealed(const char *typed, Arena *arena)
{
    unsigned char bytes[SALT_BYTES];
    char salt[2 * SALT_BYTES + 1], made[HASH];
    if (!lots_draw(bytes, sizeof bytes))
        return NULL;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(salt + 2 * i, 3, "%02x", bytes[i]);
    hash(typed, salt, ROUNDS, made);
    return arena_print(arena, "sha256 %d %s %s", ROUNDS, salt, made);
}

bool pin_opens(const char *sealed, const char *typed)
{
    char salt[2 * SALT_BYTES + 1], kept[HASH], made[HASH];
    long rounds;
    if (sscanf(sealed, "sha256 %ld %32s %64s", &rounds, salt, kept) != 3 || rounds < 1)
        return false;
    hash(typed, salt, rounds > 10 * ROUNDS ? ROUNDS : rounds, made);
    return strcmp(made, kept) == 0;
}
