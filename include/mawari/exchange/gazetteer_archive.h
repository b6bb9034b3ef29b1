// SPDX-License-Identifier: GPL-3.0-or-later
// A gazetteer as it is published: one JSON file per municipality, in an archive or a folder.
#ifndef MAWARI_EXCHANGE_GAZETTEER_ARCHIVE_H
#define MAWARI_EXCHANGE_GAZETTEER_ARCHIVE_H

#include <stdint.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// One town as it stands in the file, in microdegrees; NONE where it has no position.
typedef struct ArchiveTown {
    const char *town, *block; // "琴似一条三丁目", "" or a smaller part
    int32_t latitude, longitude;
} ArchiveTown;

/// Takes what is read, in the order of the archive. A false ends the reading with the taker's `err`.
typedef struct ArchiveTaker {
    void *self;
    bool (*municipality)(void *self, const char *prefecture, const char *name, Err *err);
    bool (*town)(void *self, const ArchiveTown *town, Err *err);
} ArchiveTaker;

typedef struct GazetteerArchive GazetteerArchive;

/// Opens a `.tar.xz` (or what else libarchive unpacks) or a folder. Files named
/// `…/PREFECTURE/MUNICIPALITY.json` count, each an array of {"town", "koaza", "lat", "lng"}
/// (geolonia/japanese-addresses); others are passed over. ERR_INPUT names what is wrong.
bool gazetteer_archive_open(const char *path, GazetteerArchive **ret, Err *err);
void gazetteer_archive_close(GazetteerArchive *archive); // NULL is fine

/// Reads all of it. At most 512 MiB come out of an archive and 8 MiB of one file; a broken or
/// endless one is ERR_INPUT with the file's name, and what was taken before is void.
bool gazetteer_archive_read(GazetteerArchive *archive, const ArchiveTaker *taker, Err *err);

#endif
