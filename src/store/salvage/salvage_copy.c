// SPDX-License-Identifier: GPL-3.0-or-later
// The copy of a damaged store in which it is mended: all its pages, what the log adds to them, and
// a head with an empty list of tables.
#include <string.h>
#include <unistd.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "salvage_pages.h"
#include "sql.h"

enum { HEAD = 100, PAGE_SIZE = 4096 };

static void put_whole(unsigned char *at, uint32_t whole)
{
    for (int i = 0; i < 4; i++)
        at[i] = (unsigned char)(whole >> (24 - 8 * i));
}

/// As https://www.sqlite.org/fileformat2.html#the_database_header has it, with an empty list.
static void write_head(unsigned char *page, size_t page_size, size_t pages, bool with_log)
{
    memset(page, 0, page_size);
    memcpy(page, "SQLite format 3", 16);
    page[16] = (unsigned char)(page_size >> 8), page[17] = (unsigned char)(page_size >> 16);
    page[18] = page[19] = with_log ? 2 : 1;
    page[21] = 64, page[22] = page[23] = 32; // the only fractions there are
    put_whole(page + 24, 1);
    put_whole(page + 28, (uint32_t)pages);
    put_whole(page + 40, 1);
    put_whole(page + 44, 4); // of the list's format
    put_whole(page + 56, 1); // UTF-8
    put_whole(page + 92, 1); // the same as at 24
    put_whole(page + 96, (uint32_t)sqlite3_libversion_number());
    page[HEAD] = 13; // a leaf without a row
    page[HEAD + 5] = (unsigned char)(page_size >> 8), page[HEAD + 6] = (unsigned char)page_size;
}

size_t salvage_page_size(const unsigned char *bytes, size_t size)
{
    size_t says = size >= HEAD && memcmp(bytes, "SQLite format 3", 16) == 0
                      ? (size_t)bytes[16] << 8 | (size_t)bytes[17] << 16
                      : PAGE_SIZE;
    return says >= 512 && says <= 65536 && (says & (says - 1)) == 0 ? says : PAGE_SIZE;
}

static bool write_copy(const char *copy, char *bytes, size_t size, bool with_log, Err *err)
{
    size_t page_size = salvage_page_size((unsigned char *)bytes, size);
    if (size < page_size)
        return err_set(err, ERR_STORE, _("there is not one whole page in it"));
    write_head((unsigned char *)bytes, page_size, size / page_size, with_log);
    return file_write(copy, bytes, size - size % page_size, 0600, err);
}

/// What was committed last may stand in the log alone: SQLite itself moves it into the copy.
static bool merge_log(const char *path, const char *copy, Arena *arena, Err *err)
{
    char *bytes;
    size_t size;
    sqlite3 *db = NULL;
    const char *log = arena_print(arena, "%s-wal", path);
    if (access(log, F_OK) != 0)
        return true;
    if (!file_read(log, STORE_BYTES_MOST, arena, &bytes, &size, err) ||
        !file_write(arena_print(arena, "%s-wal", copy), bytes, size, 0600, err))
        return false;
    if (sqlite3_open_v2(copy, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK) {
        (void)sqlite3_exec(db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL); // opens the log
        (void)sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    }
    sqlite3_close(db);
    (void)unlink(arena_print(arena, "%s-wal", copy));
    (void)unlink(arena_print(arena, "%s-shm", copy));
    return true;
}

bool salvage_copy(const char *path, const char *copy, Arena *arena, char **ret, size_t *ret_size,
                  Err *err)
{
    return file_read(path, STORE_BYTES_MOST, arena, ret, ret_size, err) &&
           write_copy(copy, *ret, *ret_size, true, err) && merge_log(path, copy, arena, err) &&
           file_read(copy, STORE_BYTES_MOST, arena, ret, ret_size, err) &&
           write_copy(copy, *ret, *ret_size, false, err);
}
