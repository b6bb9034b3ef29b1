// SPDX-License-Identifier: GPL-3.0-or-later
// A gazetteer as it is published: libarchive unpacks it, jansson reads its files.
#include "mawari/exchange/gazetteer_archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <jansson.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "mawari/base/buffer.h"
#include "mawari/base/day.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

enum {
    BLOCK_BYTES = 64 << 10,
    FILE_BYTES = 8 << 20,
    FILES_MOST = 20000,
};
static const int64_t bytes_most = INT64_C(512) << 20;

struct GazetteerArchive {
    Arena *kept;  // this
    Arena *arena; // of one file
    struct archive *archive;
    const char *path;
    bool folder;
    int64_t bytes; // that came out
    size_t files;
};

static bool fail(const GazetteerArchive *archive, Err *err)
{
    const char *why = archive_error_string(archive->archive);
    return err_set(err, ERR_INPUT, _("%s cannot be unpacked: %s"), archive->path, why ? why : "");
}

static bool open_file(struct archive *archive, const char *path)
{
    return archive_read_support_filter_all(archive) >= ARCHIVE_WARN &&
           archive_read_support_format_tar(archive) >= ARCHIVE_WARN &&
           archive_read_support_format_zip(archive) >= ARCHIVE_WARN &&
           archive_read_open_filename(archive, path, BLOCK_BYTES) == ARCHIVE_OK;
}

static bool look_at(const char *path, bool *ret_folder, Err *err)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return err_set(err, ERR_INPUT, "%s: %s", path, file_reason(errno));
    *ret_folder = S_ISDIR(info.st_mode);
    return *ret_folder || S_ISREG(info.st_mode) ||
           err_set(err, ERR_INPUT, _("%s is not an ordinary file"), path);
}

bool gazetteer_archive_open(const char *path, GazetteerArchive **ret, Err *err)
{
    bool folder;
    if (!look_at(path, &folder, err))
        return false;
    Arena *kept = arena_open();
    GazetteerArchive *archive = arena_new(kept, GazetteerArchive);
    *archive = (GazetteerArchive){.kept = kept, .arena = arena_open(), .path = path};
    archive->folder = folder;
    archive->archive = folder ? archive_read_disk_new() : archive_read_new();
    bool opened = folder ? archive_read_disk_open(archive->archive, path) == ARCHIVE_OK
                         : open_file(archive->archive, path);
    if (!opened) {
        (void)fail(archive, err);
        gazetteer_archive_close(archive);
        return false;
    }
    *ret = archive;
    return true;
}

void gazetteer_archive_close(GazetteerArchive *archive)
{
    if (!archive)
        return;
    (void)archive_read_free(archive->archive);
    arena_close(archive->arena);
    arena_close(archive->kept);
}

// One file

/// "…/北海道/札幌市西区.json": false where it is anything else.
static bool read_name(const char *path, Arena *arena, char **ret_prefecture, char **ret_name)
{
    static const char *const ends[] = {"都", "道", "府", "県"};
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(path, '.');
    if (!slash || !dot || dot < slash + 2 || strcmp(dot, ".json") != 0)
        return false;
    const char *begin = slash;
    while (begin > path && begin[-1] != '/')
        begin--;
    *ret_prefecture = arena_copy_bytes(arena, begin, (size_t)(slash - begin));
    *ret_name = arena_copy_bytes(arena, slash + 1, (size_t)(dot - slash - 1));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t size = strlen(ends[i]), whole = strlen(*ret_prefecture);
        if (whole > size && strcmp(*ret_prefecture + whole - size, ends[i]) == 0)
            return !text_fault(*ret_prefecture, false) && !text_fault(*ret_name, false);
    }
    return false;
}

static int32_t microdegrees(const json_t *number, double most)
{
    double value = json_is_number(number) ? json_number_value(number) : NAN;
    return isfinite(value) && fabs(value) <= most ? (int32_t)lround(value * 1e6) : NONE;
}

/// The text of a member; "" where it is missing, NULL where it is none.
static const char *text_of(const json_t *object, const char *member)
{
    const json_t *value = json_object_get(object, member);
    const char *text = !value || json_is_null(value) ? "" : json_string_value(value);
    return text && !text_fault(text, false) ? text : NULL;
}

static bool take_towns(const GazetteerArchive *archive, const char *name, const json_t *towns,
                       const ArchiveTaker *taker, Err *err)
{
    size_t i;
    json_t *town;
    json_array_foreach(towns, i, town)
    {
        ArchiveTown row = {.town = text_of(town, "town"),
                           .block = text_of(town, "koaza"),
                           .latitude = microdegrees(json_object_get(town, "lat"), 90),
                           .longitude = microdegrees(json_object_get(town, "lng"), 180)};
        if (!json_is_object(town) || !row.town || !row.block)
            return err_set(err, ERR_INPUT, _("%s, %s: entry %zu is no town"), archive->path, name,
                           i + 1);
        if (!taker->town(taker->self, &row, err))
            return false;
    }
    return true;
}

static bool take_file(GazetteerArchive *archive, const char *path, const char *bytes, size_t size,
                      const ArchiveTaker *taker, Err *err)
{
    char *prefecture, *name;
    if (!read_name(path, archive->arena, &prefecture, &name))
        return true;
    json_error_t where;
    json_t *towns = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &where);
    bool good;
    if (!towns)
        good = err_set(err, ERR_INPUT, _("%s, %s, line %d: %s"), archive->path, name, where.line,
                       where.text);
    else if (!json_is_array(towns))
        good = err_set(err, ERR_INPUT, _("%s, %s: no list of towns"), archive->path, name);
    else
        good = taker->municipality(taker->self, prefecture, name, err) &&
               take_towns(archive, name, towns, taker, err);
    json_decref(towns);
    return good;
}

static bool read_bytes(GazetteerArchive *archive, const char *path, Buffer *ret, Err *err)
{
    char *piece = arena_take(archive->arena, BLOCK_BYTES);
    for (;;) {
        la_ssize_t got = archive_read_data(archive->archive, piece, BLOCK_BYTES);
        if (got < 0)
            return fail(archive, err);
        if (got == 0)
            return true;
        buffer_add_bytes(ret, piece, (size_t)got);
        archive->bytes += got;
        if (ret->size > FILE_BYTES || archive->bytes > bytes_most)
            return err_set(err, ERR_INPUT, _("%s: %s is larger than any list of towns"),
                           archive->path, path);
    }
}

static bool read_entry(GazetteerArchive *archive, struct archive_entry *entry,
                       const ArchiveTaker *taker, Err *err)
{
    const char *path = archive_entry_pathname(entry);
    if (archive->folder)
        (void)archive_read_disk_descend(archive->archive);
    if (archive_entry_filetype(entry) != AE_IFREG || !path || !text_valid(path, strlen(path)))
        return true;
    if (++archive->files > FILES_MOST)
        return err_set(err, ERR_INPUT, _("%s has more files than any gazetteer"), archive->path);
    arena_empty(archive->arena);
    Buffer bytes = {.arena = archive->arena};
    return read_bytes(archive, path, &bytes, err) &&
           take_file(archive, path, buffer_text(&bytes), bytes.size, taker, err);
}

bool gazetteer_archive_read(GazetteerArchive *archive, const ArchiveTaker *taker, Err *err)
{
    for (;;) {
        struct archive_entry *entry;
        int next = archive_read_next_header(archive->archive, &entry);
        if (next == ARCHIVE_EOF)
            return true;
        if (next < ARCHIVE_WARN)
            return fail(archive, err);
        if (!read_entry(archive, entry, taker, err))
            return false;
    }
}
