// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times from a server while the rep looks at the day: asked for in the background, shown with
// their source; Esc stops a server that does not answer, and nothing waits for it. The server is a
// real one on the loopback; the input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"
#include "mawari/app/sample.h"
#include "mawari/base/lang.h"

extern char **environ;

typedef struct Road {
    Home home;
    pid_t server;
    char at[64]; // http://127.0.0.1:PORT
} Road;

/// The server says its port when it listens.
static void read_port(Road *road, int from)
{
    char port[16] = "";
    ssize_t size = read(from, port, sizeof port - 1);
    assert_true(size > 1);
    port[strcspn(port, "\n")] = '\0';
    (void)snprintf(road->at, sizeof road->at, "http://127.0.0.1:%s", port);
}

static void start_server(Road *road)
{
    char script[512];
    int said[2];
    posix_spawn_file_actions_t actions;
    (void)snprintf(script, sizeof script, "%s/../support/osrm_server.py",
                   getenv("MAWARI_TEST_DATA"));
    assert_int_equal(pipe(said), 0);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, said[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, said[0]);
    char *const argv[] = {"python3", script, road->home.folder, NULL};
    assert_int_equal(posix_spawnp(&road->server, "python3", &actions, NULL, argv, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    close(said[1]);
    read_port(road, said[0]);
    close(said[0]);
}

/// The sample's day, and a server with this habit (osrm_server.py) in the settings.
static void road_open(Road *road, const char *habit)
{
    char server[96];
    App *app;
    Err err = {0};
    home_make(&road->home);
    start_server(road);
    (void)snprintf(server, sizeof server, "%s/%s", road->at, habit);
    AppOptions options = {
        .store = road->home.store, .now = "2026-11-24T08:20+09:00", .use = STORE_WORKING};
    assert_true(lang_start("", "ja"));
    if (!app_open(&options, &app, &err) || !sample_fill(app, &err) ||
        !app_set_setting(app, "osrm_server", server, &err))
        fail_msg("%s", err.text);
    app_close(app);
}

static Tty *road_look(Road *road)
{
    char *const argv[] = {tty_mawari(),
                          "--lang",
                          "ja",
                          "--store",
                          road->home.store,
                          "--now",
                          "2026-11-24T08:20+09:00",
                          NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    return tty;
}

static void road_close(Road *road)
{
    (void)kill(road->server, SIGKILL);
    (void)waitpid(road->server, NULL, 0);
    home_remove(&road->home);
}

static void a_day_that_is_looked_at_gets_its_times_by_itself(void **state)
{
    (void)state;
    Road road;
    road_open(&road, "slow");
    Tty *tty = road_look(&road);
    tty_wait(tty, "移動時間を問合せ中");
    tty_wait_gone(tty, "移動時間を問合せ中");
    tty_wait(tty, "(OSRM)");
    tty_leave(tty, "");
    road_close(&road);
}

static void escape_stops_a_silent_server_and_nothing_waits_for_it(void **state)
{
    (void)state;
    Road road;
    road_open(&road, "silent");
    Tty *tty = road_look(&road);
    tty_wait(tty, "移動時間を問合せ中 … 0 %");
    tty_type(tty, "ｊ"); // the day can be walked through meanwhile
    tty_wait(tty, "(目安)");
    tty_send(tty, "\033", 1);
    tty_wait(tty, "OSRMから移動時間0件");
    tty_leave(tty, "");
    road_close(&road);
}

static void a_server_that_fails_is_said_once_and_the_estimate_stays(void **state)
{
    (void)state;
    Road road;
    road_open(&road, "broken");
    Tty *tty = road_look(&road);
    tty_wait(tty, "! OSRM: サーバーがエラー 500 を返しました");
    tty_wait(tty, "(目安)");
    tty_type(tty, "\033");
    tty_wait_gone(tty, "エラー 500");
    tty_type(tty, "」");
    tty_type(tty, "「"); // another day and back: not asked again by itself
    tty_settle(tty);
    assert_false(tty_sees(tty, "エラー 500", 300));
    tty_leave(tty, "");
    road_close(&road);
}

static void the_palette_asks_and_says_what_came(void **state)
{
    (void)state;
    Road road;
    road_open(&road, "roads");
    Tty *tty = road_look(&road);
    tty_wait(tty, "(OSRM)");
    tty_type(tty, "：");
    tty_settle(tty);
    tty_type(tty, "移動時間を尋ねる");
    tty_wait(tty, "移動時間を尋ねる");
    tty_type(tty, "\r");
    tty_wait(tty, "OSRMから移動時間");
    tty_leave(tty, "");
    road_close(&road);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_that_is_looked_at_gets_its_times_by_itself),
        cmocka_unit_test(escape_stops_a_silent_server_and_nothing_waits_for_it),
        cmocka_unit_test(a_server_that_fails_is_said_once_and_the_estimate_stays),
        cmocka_unit_test(the_palette_asks_and_says_what_came),
    };
    return cmocka_run_group_tests_name("travel times", tests, NULL, NULL);
}
