// SPDX-License-Identifier: GPL-3.0-or-later
// The first acts of every child program: limits, its language, a shut door, and the version said.
#include "limits.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef MAWARI_LINUX
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#if defined(MAWARI_LINUX) && __has_include(<linux/landlock.h>) && !defined(MAWARI_SANITIZED)
#include <linux/landlock.h>
#define HAS_LANDLOCK 1 // not where the leak checker must read /proc
#endif

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/wire.h"

/// Never raises a limit that is lower already. A refusal is no reason to stop.
static void limit(int which, rlim_t most, rlim_t grace)
{
    struct rlimit now;
    if (getrlimit(which, &now) != 0 || (now.rlim_max != RLIM_INFINITY && now.rlim_max <= most))
        return;
    (void)setrlimit(which, &(struct rlimit){.rlim_cur = most, .rlim_max = most + grace});
}

static void limit_tasks(void)
{
#if !defined(MAWARI_SANITIZED) && defined(RLIMIT_NPROC)
    limit(RLIMIT_NPROC, 0, 0); // the leak checker needs a process
#endif
}

void child_limit(unsigned cpu_seconds, unsigned memory_mib)
{
    child_limit_with_threads(cpu_seconds, memory_mib);
    limit_tasks();
}

void child_limit_with_threads(unsigned cpu_seconds, unsigned memory_mib)
{
    // Where standard output is a file, a write that is refused says why.
    (void)signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_CPU, cpu_seconds, 1); // between both limits it dies of SIGXCPU, which says why
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_NOFILE, 64, 0);
#ifdef MAWARI_SANITIZED
    (void)memory_mib;
#else
    limit(RLIMIT_AS, (rlim_t)memory_mib << 20, 0);
    limit(RLIMIT_FSIZE, 0, 0); // pipes have no size
#endif
}

#ifdef HAS_LANDLOCK
/// The rights of the first version, which every kernel with Landlock knows: all of the file system.
enum { EVERY_RIGHT = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 };

/// Lets the rules allow what lies beneath `folder` to be read.
static void allow_reading(int ruleset, const char *folder)
{
    struct landlock_path_beneath_attr beneath = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY),
    };
    if (beneath.parent_fd < 0)
        return;
    (void)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    (void)close(beneath.parent_fd);
}

static void landlock(const char *folder)
{
    struct landlock_ruleset_attr rules = {.handled_access_fs = EVERY_RIGHT};
    long ruleset = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (ruleset < 0)
        return;
    if (folder)
        allow_reading((int)ruleset, folder);
    (void)syscall(SYS_landlock_restrict_self, (int)ruleset, 0);
    (void)close((int)ruleset);
}
#endif

void child_shut_in_with(const char *folder)
{
#ifdef PR_SET_NO_NEW_PRIVS
    (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
#ifdef HAS_LANDLOCK
    landlock(folder);
#else
    (void)folder;
#endif
}

void child_shut_in(void)
{
    child_shut_in_with(NULL);
}

void child_speak(const char *program)
{
    Arena *arena = arena_open();
    file_set_program(program);
    (void)lang_start(file_beside("share/locale", arena), NULL); // without one it speaks English
    arena_close(arena);
}

bool child_greet(Err *err)
{
    Arena *arena = arena_open();
    Message theirs = {0};
    bool end = false;
    bool ok = wire_read(STDIN_FILENO, arena, &theirs, &end, err);
    bool same = ok && !end && theirs.count == 2 && theirs.texts[0] && theirs.texts[1] &&
                strcmp(theirs.texts[0], "version") == 0 &&
                strcmp(theirs.texts[1], MAWARI_VERSION) == 0;
    arena_close(arena);
    if (!ok)
        return false;

    Message ours = {.texts = (const char *const[]){"version", MAWARI_VERSION}, .count = 2};
    if (!wire_write(STDOUT_FILENO, ours, err))
        return false;
    if (!same)
        return err_set(err, ERR_CHILD, _("this program is of version %s, mawari is of another"),
                       MAWARI_VERSION);
    return true;
}

int child_fail(const Err *err)
{
    (void)fprintf(stderr, "%s\n", err->text);
    return 1;
}
