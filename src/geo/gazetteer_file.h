// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a gazetteer's file: a header, four tables, one heap of texts. Numbers are of the
// machine that wrote it; the header's first word says so.
#ifndef MAWARI_SRC_GEO_GAZETTEER_FILE_H
#define MAWARI_SRC_GEO_GAZETTEER_FILE_H

#include <stdint.h>

/// Changes with the tables and with the rules of address_key().
enum { GAZETTEER_VERSION = 2 };
enum { GAZETTEER_BYTES = 64 << 20 }; // a larger one is not opened, nor written
static const uint64_t gazetteer_magic = 0x4d61776172694731; // "MawariG1"

typedef struct FileHeader {
    uint64_t magic;
    uint32_t version, municipalities, names, places, text_bytes, reserved;
} FileHeader;

/// A text is its place in the heap.
typedef struct FileMunicipality {
    uint32_t name;         // with the prefecture, as it is shown
    uint32_t first, count; // of its places
    int32_t latitude, longitude;
    int32_t error_m;
} FileMunicipality;

/// What a municipality may be called, as a key; sorted. Some call many: a county, a city of wards.
typedef struct FileName {
    uint32_t key, municipality;
} FileName;

/// Sorted by key within its municipality.
typedef struct FilePlace {
    uint32_t key, name;
    int32_t latitude, longitude;
    int32_t error_m; // negative: a town; else a block
} FilePlace;

#endif
