// SPDX-License-Identifier: GPL-3.0-or-later
// mawari-gazetteer FILE|FOLDER: reads a gazetteer of strangers and hands it over as messages:
//   municipality PREFECTURE NAME
//   town NAME BLOCK LATITUDE LONGITUDE   in microdegrees; of those that have a position
//   done                                 the end of a whole one
//   failed WHY                           the end of one that cannot be read
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "limits.h"
#include "mawari/base/day.h"
#include "mawari/base/wire.h"
#include "mawari/exchange/gazetteer_archive.h"

enum { CPU_SECONDS = 60, MEMORY_MIB = 512, NUMBER = 16 };

static bool send(const char *const *texts, size_t count, Err *err)
{
    return wire_write(STDOUT_FILENO, (Message){texts, count}, err);
}

static bool send_municipality(void *self, const char *prefecture, const char *name, Err *err)
{
    (void)self;
    return send((const char *const[]){"municipality", prefecture, name}, 3, err);
}

static bool send_town(void *self, const ArchiveTown *town, Err *err)
{
    char latitude[NUMBER], longitude[NUMBER];
    (void)self;
    if (town->latitude == NONE || town->longitude == NONE)
        return true;
    (void)snprintf(latitude, sizeof latitude, "%" PRId32, town->latitude);
    (void)snprintf(longitude, sizeof longitude, "%" PRId32, town->longitude);
    return send((const char *const[]){"town", town->town, town->block, latitude, longitude}, 5,
                err);
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

int main(int argc, char **argv)
{
    static const ArchiveTaker taker = {NULL, send_municipality, send_town};
    child_limit(CPU_SECONDS, MEMORY_MIB);
    child_speak(argv[0]);
    if (argc != 2) {
        (void)fputs("mawari-gazetteer FILE|FOLDER\n", stderr);
        return 2;
    }
    Err err = {0}, parent = {0};
    GazetteerArchive *archive = NULL;
    bool good = gazetteer_archive_open(argv[1], &archive, &err);
    child_shut_in_with(is_folder(argv[1]) ? argv[1] : NULL);
    if (!child_greet(&parent)) {
        gazetteer_archive_close(archive);
        return child_fail(&parent);
    }
    good = good && gazetteer_archive_read(archive, &taker, &err);
    gazetteer_archive_close(archive);
    const char *const done[] = {"done"};
    const char *const failed[] = {"failed", err.text};
    return (good ? send(done, 1, NULL) : send(failed, 2, NULL)) ? 0 : 1;
}
