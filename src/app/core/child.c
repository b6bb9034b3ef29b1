// SPDX-License-Identifier: GPL-3.0-or-later
// Children: spawned with pipes and a short environment, read back as hostile, never waited for
// longer than their limit.
#include "mawari/app/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "short_environment.h"

enum { START_SECONDS = 10, SILENT_SECONDS = 15, PIECE = 64 << 10, SAID = 400 };
enum { SLICE_MS = 100 }; // between two questions whether to go on

struct Child {
    Arena *arena;
    const char *name;
    pid_t pid;        // 0: it was waited for
    int in, out, err; // our ends; -1: closed
    time_t started;   // of the monotonic clock
    time_t spoke;     // when it was heard last
    size_t heard;     // bytes of its standard output
    bool (*go_on)(void *context);
    void *go_on_context;
    char *bytes;       // what came and was not yet taken
    size_t size, room; // of `bytes`
    size_t taken;      // at its beginning
    char said[SAID];   // the last line of its standard error
    size_t said_size;
};

static time_t seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

static void close_end(int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
    *fd = -1;
}

static char **with_name(char *program, char *const arguments[], Arena *arena)
{
    size_t count = 0;
    while (arguments[count])
        count++;
    char **ret = arena_array(arena, char *, count + 2);
    ret[0] = program;
    memcpy(ret + 1, arguments, count * sizeof *ret);
    return ret;
}

static bool make_pipe(int ret[2])
{
    if (pipe(ret) != 0)
        return false;
    (void)fcntl(ret[0], F_SETFD, FD_CLOEXEC);
    (void)fcntl(ret[1], F_SETFD, FD_CLOEXEC);
    return true;
}

/// Jobs start children too. Between pipe() and FD_CLOEXEC a child that another thread starts would
/// inherit our ends, and the one that they belong to would never see the end of its input.
static pthread_mutex_t the_launch = PTHREAD_MUTEX_INITIALIZER;

bool child_pipe(int ret[2])
{
    pthread_mutex_lock(&the_launch);
    bool made = make_pipe(ret);
    pthread_mutex_unlock(&the_launch);
    return made;
}

/// A child begins with no signal blocked and with none ignored.
static int spawn(Child *child, char *program, char *const arguments[], const int ends[3])
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    for (int i = 0; i < 3; i++)
        posix_spawn_file_actions_adddup2(&actions, ends[i], i);
    int rc = posix_spawn(&child->pid, program, &actions, &attributes,
                         with_name(program, arguments, child->arena),
                         short_environment(child->arena));
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return rc;
}

static bool launch(Child *child, char *const arguments[], Err *err)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1}, said[2] = {-1, -1};
    char *below = arena_print(child->arena, "libexec/mawari/%s", child->name);
    char *program = file_beside(below, child->arena);
    pthread_mutex_lock(&the_launch);
    bool made = make_pipe(in) && make_pipe(out) && make_pipe(said);
    int rc = made ? spawn(child, program, arguments, (int[]){in[0], out[1], said[1]}) : errno;
    close_end(&in[0]);
    close_end(&out[1]);
    close_end(&said[1]);
    pthread_mutex_unlock(&the_launch);
    child->in = in[1];
    child->out = out[0];
    child->err = said[0];
    if (rc == 0)
        return true;
    child->pid = 0;
    return err_set(err, ERR_CHILD, _("%s cannot be started: %s"), program, file_reason(rc));
}

/// The last line of standard error is the reason; what is longer is cut.
static void listen_to(Child *child)
{
    char piece[512];
    ssize_t got = read(child->err, piece, sizeof piece);
    if (got <= 0 && !(got < 0 && errno == EINTR)) {
        close_end(&child->err);
        return;
    }
    for (ssize_t i = 0; i < got; i++) {
        if (child->said_size > 0 && child->said[child->said_size - 1] == '\n')
            child->said_size = 0;
        if (child->said_size < SAID - 1)
            child->said[child->said_size++] = piece[i];
    }
}

static bool is_cancelled(const Child *child)
{
    return child->go_on && !child->go_on(child->go_on_context);
}

/// Waits for news of the child until `deadline`. False: none came, or it is waited for no more.
static bool wait_for(Child *child, time_t deadline, bool *ret_out)
{
    struct pollfd fds[] = {{child->out, POLLIN, 0}, {child->err, POLLIN, 0}};
    for (;;) {
        time_t left = deadline - seconds_now();
        if (left < 0 || is_cancelled(child))
            return false;
        int ready = poll(fds, 2, child->go_on ? SLICE_MS : (int)left * 1000);
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready <= 0 && left > 0)
            continue;
        if (ready <= 0)
            return false;
        if (fds[1].revents)
            listen_to(child);
        *ret_out = fds[0].revents != 0;
        return true;
    }
}

static void make_room(Child *child)
{
    memmove(child->bytes, child->bytes + child->taken, child->size - child->taken);
    child->size -= child->taken;
    child->taken = 0;
    if (child->room - child->size >= PIECE)
        return;
    child->room *= 2;
    char *larger = arena_take(child->arena, child->room);
    memcpy(larger, child->bytes, child->size);
    child->bytes = larger;
}

static void read_piece(Child *child)
{
    if (child->room - child->size < PIECE)
        make_room(child);
    ssize_t got = read(child->out, child->bytes + child->size, PIECE);
    if (got > 0) {
        child->size += (size_t)got;
        child->heard += (size_t)got;
        child->spoke = seconds_now();
    } else if (got == 0 || errno != EINTR)
        close_end(&child->out);
}

/// Why nothing more came.
static bool gave_up(const Child *child, int limit_seconds, Err *err)
{
    if (is_cancelled(child))
        return err_set(err, ERR_CANCELLED, _("cancelled"));
    time_t now = seconds_now();
    if (now - child->started < limit_seconds)
        return err_set(err, ERR_CHILD, _("%s said nothing for %d seconds and was stopped"),
                       child->name, SILENT_SECONDS);
    return err_set(err, ERR_CHILD, _("%s took longer than %d seconds"), child->name, limit_seconds);
}

/// Until it must have said something, or all.
static time_t deadline_of(const Child *child, int limit_seconds)
{
    time_t whole = child->started + limit_seconds, next = child->spoke + SILENT_SECONDS;
    return whole < next ? whole : next;
}

bool child_receive(Child *child, int limit_seconds, Arena *arena, Message *ret, bool *ret_end,
                   Err *err)
{
    for (;;) {
        size_t used = 0, left = child->size - child->taken;
        if (!wire_take(child->bytes + child->taken, left, arena, ret, &used, err))
            return false;
        child->taken += used;
        *ret_end = used == 0 && child->out < 0;
        if (used > 0 || (*ret_end && left == 0))
            return true;
        if (*ret_end)
            return err_set(err, ERR_CHILD, _("%s stopped in the middle of a message"), child->name);
        bool has_more = false;
        if (!wait_for(child, deadline_of(child, limit_seconds), &has_more))
            return gave_up(child, limit_seconds, err);
        if (has_more)
            read_piece(child);
    }
}

void child_watch(Child *child, bool (*go_on)(void *context), void *context)
{
    child->go_on = go_on;
    child->go_on_context = context;
}

size_t child_heard(const Child *child)
{
    return child->heard;
}

/// A child that is gone must not end us: SIGPIPE is held back, and taken if it came.
bool child_send_all(Child *child, const Message *messages, size_t count, Err *err)
{
    sigset_t broken, before, pending;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    sigpending(&pending);
    bool was_pending = sigismember(&pending, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    bool sent = wire_write_all(child->in, messages, count, err);
    sigpending(&pending);
    int taken;
    if (!sent && !was_pending && sigismember(&pending, SIGPIPE) == 1)
        sigwait(&broken, &taken);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return sent;
}

bool child_send(Child *child, Message message, Err *err)
{
    return child_send_all(child, &message, 1, err);
}

void child_sent_all(Child *child)
{
    close_end(&child->in);
    child->started = child->spoke = seconds_now(); // what was told slowly is not its fault
}

static int reap(Child *child)
{
    int status = 0;
    while (child->pid > 0 && waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        ;
    child->pid = 0;
    return status;
}

/// What it said last, fit to be shown.
static const char *last_words(Child *child)
{
    child->said[child->said_size] = '\0';
    return text_clean(text_trim(child->said, child->arena), false, child->arena);
}

static bool judge(Child *child, int status, Err *err)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return err_set(err, ERR_CHILD, _("%s was too slow and was stopped"), child->name);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return err_set(err, ERR_CHILD, _("%s was killed, perhaps for want of memory"), child->name);
    const char *words = last_words(child);
    if (*words)
        return err_set(err, ERR_CHILD, "%s: %s", child->name, words);
    return err_set(err, ERR_CHILD, _("%s stopped without a reason"), child->name);
}

static void forget(Child *child)
{
    close_end(&child->in);
    close_end(&child->out);
    close_end(&child->err);
    arena_close(child->arena);
}

/// Hears it out and waits for it, as long as it may be silent in between: a busy machine must not
/// make a whole answer a failure because its process ends slowly.
static bool finish(Child *child, Err *err)
{
    time_t deadline = seconds_now() + SILENT_SECONDS;
    bool ignored, alive = true;
    close_end(&child->in);
    close_end(&child->out);
    while (alive && child->err >= 0)
        alive = wait_for(child, deadline, &ignored);
    if (child->err >= 0 && child->pid > 0)
        (void)kill(child->pid, SIGKILL);
    return judge(child, reap(child), err);
}

bool child_end(Child *child, Err *err)
{
    bool good = finish(child, err);
    forget(child);
    return good;
}

void child_kill(Child *child)
{
    if (!child)
        return;
    if (child->pid > 0)
        (void)kill(child->pid, SIGKILL);
    (void)reap(child);
    forget(child);
}

static bool exchange_versions(Child *child, Err *err)
{
    const char *const ours[] = {"version", MAWARI_VERSION};
    Message theirs;
    bool end = false;
    (void)child_send(child, (Message){ours, 2}, NULL); // if it is gone, its end says why
    if (!child_receive(child, START_SECONDS, child->arena, &theirs, &end, err))
        return false;
    if (end && !finish(child, err))
        return false;
    if (!end && theirs.count == 2 && strcmp(theirs.texts[0], "version") == 0 && theirs.texts[1] &&
        strcmp(theirs.texts[1], MAWARI_VERSION) == 0)
        return true;
    return err_set(err, ERR_CHILD, _("%s is not of version %s; install mawari again"), child->name,
                   MAWARI_VERSION);
}

bool child_start(const char *name, char *const arguments[], Child **ret, Err *err)
{
    Arena *arena = arena_open();
    Child *child = arena_new(arena, Child);
    *child = (Child){.arena = arena, .in = -1, .out = -1, .err = -1};
    child->started = child->spoke = seconds_now();
    child->name = arena_copy(arena, name);
    child->room = 2 * (size_t)PIECE;
    child->bytes = arena_take(arena, child->room);
    if (!launch(child, arguments, err) || !exchange_versions(child, err)) {
        child_kill(child);
        return false;
    }
    *ret = child;
    return true;
}
