// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 of a file, read in pieces, and of bytes (FIPS 180-4, sections 4.1.2, 5.1.1, 6.2).
#include "mawari/base/sha256.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"

enum { BLOCK = 64 };

typedef struct Sha {
    uint32_t state[8];
    uint64_t bytes;
    uint8_t block[BLOCK];
} Sha;

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turn(uint32_t word, unsigned by)
{
    return word >> by | word << (32 - by);
}

static void schedule(const uint8_t *block, uint32_t words[64])
{
    for (size_t i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                   (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (size_t i = 16; i < 64; i++) {
        uint32_t a = words[i - 15], b = words[i - 2];
        words[i] = words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ a >> 3) + words[i - 7] +
                   (turn(b, 17) ^ turn(b, 19) ^ b >> 10);
    }
}

/// FIPS names the working variables a to h and hands each on to the next after every round. Here
/// they stand still in a ring and their names go round.
static uint32_t *named(uint32_t ring[8], char name, size_t round)
{
    return &ring[((size_t)(name - 'a') - round) % 8];
}

static void take_block(Sha *sha)
{
    uint32_t words[64], ring[8];
    schedule(sha->block, words);
    memcpy(ring, sha->state, sizeof ring);
    for (size_t i = 0; i < 64; i++) {
        uint32_t a = *named(ring, 'a', i), b = *named(ring, 'b', i), c = *named(ring, 'c', i);
        uint32_t e = *named(ring, 'e', i), f = *named(ring, 'f', i), g = *named(ring, 'g', i);
        uint32_t *d = named(ring, 'd', i), *h = named(ring, 'h', i);
        uint32_t first = *h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) +
                         round_constants[i] + words[i];
        uint32_t second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        *d += first;
        *h = first + second;
    }
    for (size_t i = 0; i < 8; i++)
        sha->state[i] += ring[i];
}

static void take(Sha *sha, const uint8_t *bytes, size_t size)
{
    size_t held = sha->bytes % BLOCK;
    sha->bytes += size;
    while (held + size >= BLOCK) {
        size_t fits = BLOCK - held;
        memcpy(sha->block + held, bytes, fits);
        take_block(sha);
        bytes += fits, size -= fits, held = 0;
    }
    memcpy(sha->block + held, bytes, size);
}

static void finish(Sha *sha, char ret[65])
{
    uint64_t bits = sha->bytes * 8;
    uint8_t length[8];
    take(sha, (const uint8_t[]){0x80}, 1);
    while (sha->bytes % BLOCK != BLOCK - sizeof length)
        take(sha, (const uint8_t[]){0}, 1);
    for (size_t i = 0; i < sizeof length; i++)
        length[i] = (uint8_t)(bits >> (56 - 8 * i));
    take(sha, length, sizeof length);
    for (size_t i = 0; i < 8; i++)
        snprintf(ret + 8 * i, 9, "%08x", sha->state[i]);
}

static const Sha begin = {.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                                    0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};

void sha256_bytes(const void *bytes, size_t size, char ret[65])
{
    Sha sha = begin;
    take(&sha, bytes, size);
    finish(&sha, ret);
}

bool sha256_file(const char *path, char ret[65], Err *err)
{
    Sha sha = begin;
    uint8_t piece[1 << 16];
    FILE *file = fopen(path, "rbe");
    if (!file)
        return err_set(err, ERR_FILE, "%s: %s", path, file_reason(errno));
    for (size_t size; (size = fread(piece, 1, sizeof piece, file)) > 0;)
        take(&sha, piece, size);
    bool good = !ferror(file);
    int reason = errno;
    fclose(file);
    if (!good)
        return err_set(err, ERR_FILE, "%s: %s", path, file_reason(reason));
    finish(&sha, ret);
    return true;
}
