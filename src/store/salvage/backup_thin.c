// SPDX-License-Identifier: GPL-3.0-or-later
// Which backups are kept: the newest of each of the last days, weeks and months.
#include "backup_thin.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAILY = 7, WEEKLY = 5, MONTHLY = 12, BACKUPS = 4096, A_DAY = 86400 };

static int newest_first(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

static bool is_backup(const char *name)
{
    return strlen(name) == strlen("mawari-20261124-093000.db") &&
           strncmp(name, "mawari-2", 8) == 0 && strcmp(name + strlen(name) - 3, ".db") == 0;
}

static size_t backups_in(const char *folder, Arena *arena, char **names)
{
    size_t count = 0;
    DIR *all = opendir(folder);
    for (struct dirent *entry; all && (entry = readdir(all)) && count < BACKUPS;)
        if (is_backup(entry->d_name))
            names[count++] = arena_copy(arena, entry->d_name);
    if (all)
        closedir(all);
    qsort(names, count, sizeof *names, newest_first);
    return count;
}

static Day day_of(const char *name)
{
    int year, month, date;
    Day day = 0;
    if (sscanf(name, "mawari-%4d%2d%2d", &year, &month, &date) == 3)
        (void)day_from(year, month, date, &day);
    return day;
}

static int month_of(Day day)
{
    int year, month, date;
    day_to(day, &year, &month, &date);
    return year * 12 + month;
}

typedef struct Span {
    int last, left; // the span seen last, how many more are kept
} Span;

static bool takes(Span *span, int is)
{
    if (is == span->last || span->left == 0)
        return false;
    span->last = is;
    span->left--;
    return true;
}

/// What a backup that was killed left behind.
static void sweep(const char *folder, Moment now, Arena *arena)
{
    struct stat file;
    DIR *all = opendir(folder);
    for (struct dirent *entry; all && (entry = readdir(all));) {
        if (!strstr(entry->d_name, ".db.") || !strstr(entry->d_name, ".tmp"))
            continue;
        const char *path = arena_print(arena, "%s/%s", folder, entry->d_name);
        if (lstat(path, &file) == 0 && file.st_mtime < (time_t)now - A_DAY)
            (void)unlink(path);
    }
    if (all)
        closedir(all);
}

void backups_thin_out(const char *folder, Moment now, Arena *arena)
{
    sweep(folder, now, arena);
    char **names = arena_array(arena, char *, BACKUPS);
    size_t count = backups_in(folder, arena, names);
    Span days = {-1, DAILY}, weeks = {-1, WEEKLY}, months = {-1, MONTHLY};
    for (size_t i = 0; i < count; i++) {
        Day day = day_of(names[i]);
        bool kept = takes(&days, day);
        kept |= takes(&weeks, (day + 3) / 7);
        kept |= takes(&months, month_of(day));
        if (kept || i == 0)
            continue;
        (void)unlink(arena_print(arena, "%s/%s", folder, names[i]));
        (void)unlink(arena_print(arena, "%s/%s.sha256", folder, names[i]));
    }
}
