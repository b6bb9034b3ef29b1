// SPDX-License-Identifier: GPL-3.0-or-later
// One line a failure into a file of bounded size.
#include "mawari/base/log.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LARGEST = 1 << 20 };

// The one log of the process: a failure deep below has nobody to ask for it. Guarded by `lock`.
static struct {
    pthread_mutex_t lock;
    char *path;
    int fd; // of use only while there is a path
} the_log = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void close_file(void)
{
    if (!the_log.path)
        return;
    close(the_log.fd);
    free(the_log.path);
    the_log.path = NULL;
}

static int open_file(const char *path)
{
    return open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
}

void log_open(const char *path)
{
    pthread_mutex_lock(&the_log.lock);
    close_file();
    the_log.fd = open_file(path);
    if (the_log.fd >= 0 && !(the_log.path = strdup(path)))
        close(the_log.fd);
    pthread_mutex_unlock(&the_log.lock);
}

void log_close(void)
{
    pthread_mutex_lock(&the_log.lock);
    close_file();
    pthread_mutex_unlock(&the_log.lock);
}

int log_descriptor(void)
{
    return the_log.path ? the_log.fd : -1; // without the lock: a crash may hold it
}

/// A full log becomes "<path>.1", in place of the one before.
static void turn_over(void)
{
    struct stat info;
    if (fstat(the_log.fd, &info) != 0 || info.st_size < LARGEST)
        return;
    char older[4096];
    int length = snprintf(older, sizeof older, "%s.1", the_log.path);
    if (length >= (int)sizeof older || rename(the_log.path, older) != 0)
        return;
    int fd = open_file(the_log.path);
    if (fd < 0)
        return;
    close(the_log.fd);
    the_log.fd = fd;
}

/// Line ends and controls become blanks: one failure is one line.
static void flatten(char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7F)
            *text = ' ';
}

void log_error(const char *format, ...)
{
    char line[1024];
    time_t seconds = time(NULL);
    struct tm utc;
    gmtime_r(&seconds, &utc);
    size_t start = strftime(line, sizeof line, "%Y-%m-%dT%H:%M:%SZ ", &utc);

    va_list args;
    va_start(args, format);
    vsnprintf(line + start, sizeof line - start - 1, format, args);
    va_end(args);
    flatten(line);
    size_t size = strlen(line);
    line[size++] = '\n';

    pthread_mutex_lock(&the_log.lock);
    if (the_log.path) {
        turn_over();
        (void)!write(the_log.fd, line, size);
    }
    pthread_mutex_unlock(&the_log.lock);
}
