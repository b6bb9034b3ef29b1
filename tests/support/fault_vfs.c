// SPDX-License-Identifier: GPL-3.0-or-later
// A disk and a memory that fail on order.
#include "fault_vfs.h"

#include <fcntl.h>
#include <limits.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { SECTOR = 512, PATH = 256, WRITES = 1 << 14 };

typedef enum Call { CALL_WRITE, CALL_SYNC, CALL_OTHER } Call;

/// A write that no sync has followed, with what stood there before.
typedef struct Write {
    char path[PATH];
    sqlite3_int64 offset, old_size; // of the file
    int size;
    unsigned char *before;
} Write;

/// The state of the one disk there is.
static struct {
    Fault fault;
    int calls;
    bool struck, dead;
    Write writes[WRITES];
    size_t write_count;
    sqlite3_mem_methods memory; // the real one
    sqlite3_vfs *real, own;
    sqlite3_io_methods methods;
} disk;

typedef struct File {
    sqlite3_file base;
    char path[PATH];
    sqlite3_file real[]; // as long as the real file system wants it
} File;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((File *)file)->real;
}

static bool is_cut(void)
{
    return disk.fault.kind >= FAULT_CUT_NOTHING;
}

static bool is_hit(Call call)
{
    switch (disk.fault.kind) {
    case FAULT_ERROR:
        return true;
    case FAULT_FULL:
    case FAULT_TORN:
        return call == CALL_WRITE;
    case FAULT_CUT_NOTHING:
    case FAULT_CUT_ALL:
    case FAULT_CUT_SOME:
        return call != CALL_OTHER;
    case FAULT_NONE:
    case FAULT_MEMORY:
        break;
    }
    return false;
}

static bool reaches(void)
{
    disk.calls++;
    bool strikes = disk.calls == disk.fault.at ||
                   (disk.fault.lasting && disk.calls > disk.fault.at);
    disk.struck = disk.struck || strikes;
    return strikes;
}

/// Does this call fail?
static bool strikes(Call call)
{
    if (disk.dead)
        return true;
    if (!is_hit(call) || !reaches())
        return false;
    disk.dead = is_cut();
    return true;
}

// What a power cut would take back

static void forget(size_t at)
{
    free(disk.writes[at].before);
    disk.writes[at].before = NULL;
}

static void forget_synced(const char *path)
{
    size_t kept = 0;
    for (size_t i = 0; i < disk.write_count; i++)
        if (strcmp(disk.writes[i].path, path) == 0)
            forget(i);
        else
            disk.writes[kept++] = disk.writes[i];
    disk.write_count = kept;
}

static void remember(File *file, int size, int64_t offset)
{
    if (disk.write_count == WRITES)
        fail_msg("more writes without a sync than fault_vfs.c counts");
    Write *write = &disk.writes[disk.write_count++];
    *write = (Write){.offset = offset, .size = size, .before = calloc(1, (size_t)size)};
    if (!write->before)
        abort();
    strcpy(write->path, file->path);
    file->real->pMethods->xFileSize(file->real, &write->old_size);
    file->real->pMethods->xRead(file->real, write->before, size, offset); // behind the end: zeros
}

static bool survives(void)
{
    disk.fault.seed = disk.fault.seed * 6364136223846793005u + 1442695040888963407u;
    return disk.fault.kind == FAULT_CUT_ALL ||
           (disk.fault.kind == FAULT_CUT_SOME && disk.fault.seed >> 63);
}

static void take_back(const Write *write)
{
    int file = open(write->path, O_RDWR | O_CLOEXEC);
    if (file < 0)
        return; // it was deleted since
    for (int at = 0; at < write->size; at += SECTOR) {
        int size = write->size - at < SECTOR ? write->size - at : SECTOR;
        if (!survives() &&
            pwrite(file, write->before + at, (size_t)size, write->offset + at) != size)
            abort();
    }
    if (disk.fault.kind == FAULT_CUT_NOTHING && ftruncate(file, write->old_size) != 0)
        abort();
    close(file);
}

void fault_after_cut(void)
{
    while (disk.write_count > 0) {
        take_back(&disk.writes[--disk.write_count]);
        forget(disk.write_count);
    }
    disk.fault = (Fault){0};
    disk.dead = false;
}

// The files

static int file_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int file_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    if (strikes(CALL_OTHER))
        return SQLITE_IOERR_READ;
    return real_of(file)->pMethods->xRead(real_of(file), bytes, size, offset);
}

static int file_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    sqlite3_file *real = real_of(file);
    bool was_dead = disk.dead, fails = strikes(CALL_WRITE);
    if (is_cut() && !was_dead)
        remember((File *)file, size, offset);
    if (fails && disk.fault.kind == FAULT_TORN)
        (void)real->pMethods->xWrite(real, bytes, size / 2, offset);
    if (fails)
        return disk.fault.kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return real->pMethods->xWrite(real, bytes, size, offset);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (strikes(CALL_OTHER))
        return SQLITE_IOERR_TRUNCATE;
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

/// The real one is not asked: a machine that goes on loses nothing.
static int file_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    if (strikes(CALL_SYNC))
        return SQLITE_IOERR_FSYNC;
    forget_synced(((File *)file)->path);
    return SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *ret)
{
    if (strikes(CALL_OTHER))
        return SQLITE_IOERR_FSTAT;
    return real_of(file)->pMethods->xFileSize(real_of(file), ret);
}

static int file_lock(sqlite3_file *file, int level)
{
    if (strikes(CALL_OTHER))
        return SQLITE_IOERR_LOCK;
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int file_reserved(sqlite3_file *file, int *ret)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), ret);
}

static int file_control(sqlite3_file *file, int what, void *with)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), what, with);
}

static int file_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int file_traits(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int shared_map(sqlite3_file *file, int at, int size, int extend, void volatile **ret)
{
    if (strikes(CALL_OTHER))
        return SQLITE_IOERR_SHMMAP;
    return real_of(file)->pMethods->xShmMap(real_of(file), at, size, extend, ret);
}

static int shared_lock(sqlite3_file *file, int from, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), from, count, flags);
}

static void shared_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int shared_unmap(sqlite3_file *file, int forget_it)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), forget_it);
}

// The file system

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *ret)
{
    (void)vfs;
    File *own = (File *)file;
    own->base.pMethods = NULL;
    if (strikes(CALL_OTHER))
        return SQLITE_CANTOPEN;
    snprintf(own->path, sizeof own->path, "%s", path ? path : ""); // a temporary one has none
    int rc = disk.real->xOpen(disk.real, path, own->real, flags, ret);
    if (own->real->pMethods)
        own->base.pMethods = &disk.methods;
    return rc;
}

static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
    (void)vfs;
    if (strikes(CALL_OTHER))
        return SQLITE_IOERR_DELETE;
    return disk.real->xDelete(disk.real, path, sync);
}

// The memory

static bool memory_fails(void)
{
    return disk.fault.kind == FAULT_MEMORY && reaches();
}

static void *take(int size)
{
    return memory_fails() ? NULL : disk.memory.xMalloc(size);
}

static void *take_more(void *old, int size)
{
    return memory_fails() ? NULL : disk.memory.xRealloc(old, size);
}

static void install_memory(void)
{
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &disk.memory) != SQLITE_OK)
        fail_msg("SQLite is already running");
    sqlite3_mem_methods own = disk.memory;
    own.xMalloc = take;
    own.xRealloc = take_more;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &own);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0); // every allocation is one that can fail
}

void fault_install(void)
{
    install_memory();
    sqlite3_initialize();
    disk.real = sqlite3_vfs_find(NULL);
    disk.methods = (sqlite3_io_methods){
        2,           file_close, file_read,   file_write,     file_truncate, file_sync,
        file_size,   file_lock,  file_unlock, file_reserved,  file_control,  file_sector,
        file_traits, shared_map, shared_lock, shared_barrier, shared_unmap,  NULL,
        NULL};
    disk.own = *disk.real;
    disk.own.zName = "fault";
    disk.own.szOsFile = (int)sizeof(File) + disk.real->szOsFile;
    disk.own.xOpen = vfs_open;
    disk.own.xDelete = vfs_delete;
    sqlite3_vfs_register(&disk.own, 1);
}

void fault_arm(Fault fault)
{
    disk.fault = fault;
    disk.calls = 0;
    disk.struck = disk.dead = false;
}

int fault_calls(void)
{
    return disk.calls;
}

bool fault_disarm(void)
{
    if (!is_cut())
        disk.fault = (Fault){0};
    else
        disk.fault.at = disk.dead ? 0 : INT_MAX;
    return disk.struck;
}
