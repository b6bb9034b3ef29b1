// SPDX-License-Identifier: GPL-3.0-or-later
// The lid was closed, or nobody touched the laptop, while a floor was shown: on the screen that one
// comes back to it is gone, and no byte that is sent from then on tells it.
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/home.h"
#include "support/tty.h"

enum { IDLE_MINUTES = 5, LOOK = 20 }; // seconds a floor is shown

/// As tests/support/asleep reads it.
typedef struct Ahead {
    volatile int64_t slept, passed; // milliseconds
} Ahead;

typedef struct Laptop {
    Home home;
    Ahead *ahead;
    Tty *tty;
    size_t sent; // bytes that came before the lid was closed
} Laptop;

static Ahead *shared(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT, 0600);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, sizeof(Ahead)), 0);
    Ahead *ahead = mmap(NULL, sizeof *ahead, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    assert_true(ahead != MAP_FAILED);
    return ahead;
}

static char now[] = "2026-11-24T11:20+09:00";

/// One client with one price. `idle`: minutes; 0: it never locks.
static void fill(const char *store, int idle)
{
    char minutes[16];
    snprintf(minutes, sizeof minutes, "%d", idle);
    tty_does(store, now, (const char *[]){"new", "client", "name=霧の店", NULL});
    tty_does(store, now, (const char *[]){"new", "product", "name=A-7", NULL});
    tty_does(store, now,
             (const char *[]){"new", "price", "client=霧の店", "product=A-7", "now=25200",
                              "floor=23100", "mine=23800", NULL});
    tty_does(store, now, (const char *[]){"setting", "idle_minutes", minutes, NULL});
}

/// The floor card of the client, its floor shown.
static void sit_down(Laptop *laptop, int idle)
{
    char clocks[320], path[256], preload[1024];
    home_make(&laptop->home);
    fill(laptop->home.store, idle);
    snprintf(path, sizeof path, "%s/clocks", laptop->home.folder);
    snprintf(clocks, sizeof clocks, "MAWARI_CLOCKS=%s", path);
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s", getenv("MAWARI_ASLEEP"));
    laptop->ahead = shared(path);
    const char *const environment[] = {
        clocks, preload, "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0", NULL};
    laptop->tty = tty_start_with(
        (TtyStart){.rows = 24,
                   .columns = 80,
                   .argv = (char *[]){tty_mawari(), "--lang", "en", "--now", now, "--store",
                                      laptop->home.store, NULL},
                   .environment = environment});
    Tty *tty = laptop->tty;
    tty_wait(tty, "[1 Today]");
    tty_type(tty, "/霧の店" TTY_ENTER);
    tty_type(tty, "p");
    tty_wait(tty, "Floor card of");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "¥23,100");
    tty_settle(tty);
    (void)tty_raw(tty, &laptop->sent);
}

static void get_up(Laptop *laptop)
{
    tty_press(laptop->tty, TTY_ESCAPE);
    tty_press(laptop->tty, TTY_ESCAPE);
    tty_leave(laptop->tty, TTY_ESCAPE);
    munmap(laptop->ahead, sizeof *laptop->ahead);
    home_remove(&laptop->home);
}

/// The laptop wakes, or its clock goes on: the loop looks in without a key.
static void look_in(Laptop *laptop)
{
    tty_kill(laptop->tty, SIGCONT);
}

static void no_floor_since(Laptop *laptop, const char *when)
{
    static const char *const floors[] = {"23,100", "23100", "23,800", "23800"};
    size_t size;
    tty_settle(laptop->tty);
    const char *text = tty_text(laptop->tty);
    for (size_t i = 0; i < sizeof floors / sizeof *floors; i++)
        if (strstr(text, floors[i]))
            fail_msg("%s: %s stands on the screen\n%s", when, floors[i], text);
    const char *bytes = tty_raw(laptop->tty, &size);
    for (size_t i = 0; i < sizeof floors / sizeof *floors; i++)
        if (bytes_hold(bytes + laptop->sent, size - laptop->sent, floors[i]))
            fail_msg("%s: %s was sent", when, floors[i]);
}

static void it_is_locked_and_masked_behind(Laptop *laptop)
{
    tty_wait(laptop->tty, "free");
    tty_wait_gone(laptop->tty, "Floor card of");
    tty_wait_gone(laptop->tty, "霧の店");
    no_floor_since(laptop, "locked");
    tty_type(laptop->tty, TTY_ENTER);
    tty_wait(laptop->tty, "Floor card of");
    no_floor_since(laptop, "come back");
}

static void a_closed_lid_locks_and_the_floor_is_gone(void **state)
{
    (void)state;
    Laptop laptop;
    sit_down(&laptop, IDLE_MINUTES);
    laptop.ahead->slept = 10 * 1000; // not even the twenty seconds
    look_in(&laptop);
    it_is_locked_and_masked_behind(&laptop);
    get_up(&laptop);
}

static void idle_minutes_lock_and_the_floor_is_gone(void **state)
{
    (void)state;
    Laptop laptop;
    sit_down(&laptop, IDLE_MINUTES);
    laptop.ahead->passed = IDLE_MINUTES * 60 * 1000;
    look_in(&laptop);
    it_is_locked_and_masked_behind(&laptop);
    get_up(&laptop);
}

/// Nobody asked for a lock: where one was is where one comes back to, and the floor is masked.
static void without_a_lock_a_closed_lid_still_masks_the_floor(void **state)
{
    (void)state;
    Laptop laptop;
    sit_down(&laptop, 0);
    laptop.ahead->slept = 10 * 1000;
    look_in(&laptop);
    tty_wait(laptop.tty, "•••");
    tty_wait_gone(laptop.tty, "¥23,100");
    tty_wait(laptop.tty, "Floor card of");
    no_floor_since(&laptop, "woken");
    get_up(&laptop);
}

/// Where no shell can wake us it does not stop at all; what comes behind a stop comes here too.
static void whoever_comes_back_from_a_stop_sees_no_floor(void **state)
{
    (void)state;
    static const int idle[] = {IDLE_MINUTES, 0};
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++) {
        Laptop laptop;
        sit_down(&laptop, idle[i]);
        tty_type(laptop.tty, "\032"); // Ctrl-Z
        if (idle[i])
            it_is_locked_and_masked_behind(&laptop);
        tty_wait(laptop.tty, "•••");
        no_floor_since(&laptop, "back");
        get_up(&laptop);
    }
}

static void after_twenty_seconds_the_floor_is_gone(void **state)
{
    (void)state;
    Laptop laptop;
    sit_down(&laptop, 0);
    laptop.ahead->passed = LOOK * 1000;
    look_in(&laptop);
    tty_wait_gone(laptop.tty, "¥23,100");
    no_floor_since(&laptop, "after the look");
    get_up(&laptop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_closed_lid_locks_and_the_floor_is_gone),
        cmocka_unit_test(idle_minutes_lock_and_the_floor_is_gone),
        cmocka_unit_test(without_a_lock_a_closed_lid_still_masks_the_floor),
        cmocka_unit_test(whoever_comes_back_from_a_stop_sees_no_floor),
        cmocka_unit_test(after_twenty_seconds_the_floor_is_gone),
    };
    if (!getenv("MAWARI_ASLEEP")) // where a program cannot be given other clocks
        return 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
