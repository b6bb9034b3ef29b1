// SPDX-License-Identifier: GPL-3.0-or-later
// What wakes the loop besides keys: the next minute of the wall clock, and a change in a folder.
#include "watch.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "mawari/base/arena.h"
#ifdef MAWARI_LINUX
#include <stdalign.h>
#include <sys/inotify.h>
#include <sys/timerfd.h>

static int watch_folder(const char *folder)
{
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (fd >= 0 && inotify_add_watch(fd, folder, IN_MODIFY | IN_MOVED_TO | IN_DELETE) < 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/// Events without a name are about the folder, or tell that some were lost.
static bool is_about(const struct inotify_event *event, const char *name)
{
    return event->len == 0 || strncmp(event->name, name, strlen(name)) == 0;
}

/// One piece: of a folder in which somebody writes all the time there is no end, and keys wait.
bool watch_saw(int fd, const char *file)
{
    alignas(struct inotify_event) char bytes[4096];
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    bool saw = false;
    ssize_t size = read(fd, bytes, sizeof bytes);
    for (ssize_t at = 0; at < size;) {
        const struct inotify_event *event = (const void *)(bytes + at);
        saw |= is_about(event, name);
        at += (ssize_t)(sizeof *event + event->len);
    }
    return saw;
}

int watch_clock(void)
{
    return timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
}

/// poll's own time-out stands still while the machine sleeps; this one does not.
void watch_until(int fd, int seconds)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    struct itimerspec when = {0};
    if (seconds >= 0)
        when.it_value.tv_sec = now.tv_sec + seconds;
    timerfd_settime(fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}
#else
static int watch_folder(const char *folder)
{
    (void)folder;
    return -1;
}

bool watch_saw(int fd, const char *file)
{
    (void)file;
    watch_drain(fd);
    return true;
}

int watch_clock(void)
{
    return -1;
}

void watch_until(int fd, int seconds)
{
    (void)fd, (void)seconds;
}
#endif

void watch_drain(int fd)
{
    char bytes[4096];
    while (read(fd, bytes, sizeof bytes) > 0)
        ;
}

int watch_folder_of(const char *file)
{
    Arena *arena = arena_open();
    char *folder = arena_copy(arena, file), *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    int fd = watch_folder(slash ? (*folder ? folder : "/") : ".");
    arena_close(arena);
    return fd;
}

int64_t watch_slept(void)
{
    struct timespec with, without;
#ifdef CLOCK_BOOTTIME
    clock_gettime(CLOCK_BOOTTIME, &with);
#else
    clock_gettime(CLOCK_REALTIME, &with);
#endif
#ifdef CLOCK_UPTIME_RAW // a Mac's monotonic clock goes on in sleep
    clock_gettime(CLOCK_UPTIME_RAW, &without);
#else
    clock_gettime(CLOCK_MONOTONIC, &without);
#endif
    return ((int64_t)with.tv_sec - without.tv_sec) * 1000 +
           (with.tv_nsec - without.tv_nsec) / 1000000;
}
