// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the screen in a pseudo-terminal: first frame, keys, panes, search, memory, idle, size.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "support/tty.h"
#include "times.h"

static const char usage[] =
    "usage: MAWARI=…/bin/mawari bench_screen STORE [ROUNDS [PART]…]\n"
    "Opens STORE on 24 Nov 2026, 9:30, at 80x24 and prints what a terminal sees of it: ms from a\n"
    "key to the last byte of its answer, and below it the processor's time for it, which "
    "neighbours\n"
    "disturb less. ROUNDS (10) times 200 keys; all, or the parts named of\n"
    "starts, panes, doors, lists, searches, rest, friday.\n";

enum { ROWS = 24, COLUMNS = 80, STARTS = 15, KEYS = 200, WAIT = 200, QUIET = 15, START = 20000 };

typedef struct Bench {
    char *store;
    size_t rounds;
    Tty *tty;
    Times times, work;
} Bench;

/// Processor time of the program so far, ms.
static double worked(const Bench *bench)
{
    char path[64];
    double ns = 0;
    snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)tty_process(bench->tty));
    FILE *file = fopen(path, "r");
    if (file && fscanf(file, "%lf", &ns) != 1)
        ns = 0;
    if (file)
        fclose(file);
    return ns / 1e6;
}

static void print(Bench *bench, const char *what)
{
    times_print(what, &bench->times);
    if (bench->work.count)
        times_print("    processor", &bench->work);
}

static double start(Bench *bench)
{
    char *const argv[] = {tty_mawari(), "--store", bench->store, "--now", "2026-11-24T09:30+09:00",
                          NULL};
    size_t bytes;
    double begun = tty_now(), shown = 0;
    bench->tty = tty_start(ROWS, COLUMNS, argv);
    do
        shown = tty_answer(bench->tty, begun, START, 1, &bytes);
    while (bytes > 0 && !strstr(tty_row(bench->tty, ROWS - 1), "?")); // the key bar comes last
    return shown;
}

static void stop(Bench *bench)
{
    tty_kill(bench->tty, 15);
    tty_stop(bench->tty);
}

/// Bytes of the answer.
static size_t press(Bench *bench, const char *key, size_t size, Times *times)
{
    size_t bytes;
    tty_answer(bench->tty, 0, 0, QUIET, &bytes); // what is still on its way
    double pressed = tty_now(), before = worked(bench);
    tty_send(bench->tty, key, size);
    double ms = tty_answer(bench->tty, pressed, WAIT, QUIET, &bytes);
    if (times && bytes > 0) {
        times_add(times, ms);
        times_add(&bench->work, worked(bench) - before);
    }
    return bytes;
}

static void go_to(Bench *bench, const char *keys)
{
    for (; *keys; keys++)
        press(bench, keys, 1, NULL);
}

/// The keys one by one, over and over; at the end of a list they go on from its first row. A list
/// that answers nothing, not even there, has no rows to go through.
static void keys(Bench *bench, const char *what, const char *before, const char *const *keys,
                 size_t count, size_t in_all)
{
    size_t bytes = 0, answers = 0, silent = 0;
    go_to(bench, before);
    for (size_t i = 0; i < in_all && silent < 3; i++) {
        size_t size = press(bench, keys[i % count], strlen(keys[i % count]), &bench->times);
        bytes += size;
        answers += size > 0;
        silent = size > 0 ? 0 : silent + 1;
        if (size == 0 && count == 1)
            press(bench, TTY_HOME, strlen(TTY_HOME), NULL);
    }
    char line[80];
    snprintf(line, sizeof line, "%s, %zu bytes a key", what, answers ? bytes / answers : 0);
    print(bench, line);
}

/// Types each character of `text` and takes it back; what is measured is the line of `length`.
static void search(Bench *bench, size_t length, const char *const *texts, size_t count)
{
    char what[40];
    for (size_t round = 0; round < bench->rounds; round++)
        for (size_t i = 0; i < count; i++) {
            press(bench, "/", 1, NULL);
            size_t left = strlen(texts[i]), typed = 0;
            for (const char *at = texts[i]; left > 0 && typed < length; typed++) {
                uint32_t code;
                size_t size = text_next(at, left, &code);
                press(bench, at, size, typed + 1 == length ? &bench->times : NULL);
                at += size;
                left -= size;
            }
            press(bench, TTY_ESCAPE, 1, NULL);
        }
    snprintf(what, sizeof what, "search line, %zu characters", length);
    print(bench, what);
}

/// Opens the pane by `open`, whose last key is measured, and leaves it again, over and over.
static void opened(Bench *bench, const char *what, const char *open, const char *leave)
{
    size_t last = strlen(open) - 1;
    go_to(bench, "1");
    for (size_t i = 0; i < KEYS * bench->rounds / 4; i++) {
        for (size_t key = 0; key < last; key++)
            press(bench, &open[key], 1, NULL);
        press(bench, &open[last], 1, &bench->times);
        go_to(bench, leave);
    }
    print(bench, what);
}

static void starts(Bench *bench)
{
    for (size_t i = 0; i < STARTS * bench->rounds / 2; i++) {
        times_add(&bench->times, start(bench));
        times_add(&bench->work, worked(bench));
        stop(bench);
    }
    print(bench, "first complete screen");
}

static long status(Bench *bench, const char *field)
{
    char path[64], line[256];
    long value = 0;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)tty_process(bench->tty));
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, field, strlen(field)) == 0)
            value += strtol(line + strlen(field) + 1, NULL, 10);
    if (file)
        fclose(file);
    return value;
}

static void peak(Bench *bench, const char *what)
{
    printf("%-44s %.1f MB\n", what, (double)status(bench, "VmHWM") / 1024);
}

static void panes(Bench *bench)
{
    static const char *const down[] = {TTY_DOWN}, *const page[] = {TTY_PAGE_DOWN};
    static const char *const tabs[] = {"2", "3", "4", "5", "1"}, *const next[] = {"]"};
    static const char *const before[] = {"["};
    size_t all = KEYS * bench->rounds;
    keys(bench, "Today, cursor", "1", down, 1, KEYS);
    peak(bench, "peak memory after 200 keys");
    keys(bench, "Today, cursor", "1", down, 1, all);
    keys(bench, "Clients, cursor", "2", down, 1, all);
    keys(bench, "Clients, a page", "2", page, 1, all / 4);
    keys(bench, "Commitments, cursor", "3", down, 1, all);
    keys(bench, "Tickets, cursor", "4", down, 1, all);
    keys(bench, "Week, cursor", "5", down, 1, all);
    keys(bench, "another pane", "1", tabs, 5, all / 2);
    keys(bench, "the day after", "1", next, 1, 90);
    keys(bench, "the day before", "11", before, 1, all / 4);
    keys(bench, "the week before", "5", before, 1, all / 4);
}

/// What is asked between two doors.
static void between_doors(Bench *bench)
{
    static const char *const next[] = {"]"};
    opened(bench, "the load list", ".x", "q");
    keys(bench, "the load list, the day after", "1.x", next, 1, 60);
    go_to(bench, "q");
    opened(bench, "can I stop?", "=", "q");
    opened(bench, "the brief", "i", "q");
    opened(bench, "after the door", "o", TTY_ESCAPE);
    opened(bench, "the gap", "g", "q");
}

/// What the palette opens: until it stands there, and the keys in it.
static void palette(Bench *bench, const char *name)
{
    static const char *const moves[] = {TTY_DOWN}, *const pages[] = {TTY_PAGE_DOWN};
    static const char *const others[] = {"]"};
    char what[60];
    for (size_t i = 0; i < 10 * bench->rounds; i++) {
        go_to(bench, "1:");
        go_to(bench, name);
        press(bench, "\r", 1, &bench->times);
        press(bench, TTY_ESCAPE, 1, NULL);
    }
    snprintf(what, sizeof what, "%s, opened", name);
    print(bench, what);
    go_to(bench, "1:");
    go_to(bench, name);
    press(bench, "\r", 1, NULL);
    snprintf(what, sizeof what, "%s, cursor", name);
    keys(bench, what, "", moves, 1, KEYS * bench->rounds / 4);
    snprintf(what, sizeof what, "%s, a page", name);
    keys(bench, what, "", pages, 1, KEYS * bench->rounds / 4);
    snprintf(what, sizeof what, "%s, the next part", name);
    keys(bench, what, "", others, 1, KEYS * bench->rounds / 8);
    press(bench, TTY_ESCAPE, 1, NULL);
}

static void lists(Bench *bench)
{
    static const char *const tabs[] = {"6", "2"}, *const down[] = {TTY_DOWN};
    keys(bench, "Rounds and back", "2", tabs, 2, KEYS * bench->rounds / 4);
    keys(bench, "Rounds, cursor", "6", down, 1, KEYS * bench->rounds / 4);
    palette(bench, "clients × rounds");
}

static void searches(Bench *bench)
{
    static const char *const texts[] = {
        "白石商店電機", "あおばしょう", "さっぽろびょ", "sapporoby",    "011-23",
        "見積の件在庫", "在庫確認部品", "病院中央函館", "函館病院薬局", "アサヒカワシ"};
    static const size_t lengths[] = {1, 2, 3, 6};
    go_to(bench, "1");
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        search(bench, lengths[i], texts, sizeof texts / sizeof *texts);
}

static void rest(Bench *bench)
{
    enum { SETTLED = 3000, IDLE = 10000 };
    size_t bytes;
    static const char switches[] = "voluntary_ctxt_switches",
                      forced[] = "nonvoluntary_ctxt_switches";
    peak(bench, "peak memory after all of it");
    tty_answer(bench->tty, tty_now(), SETTLED, SETTLED, &bytes); // the layout is still being kept
    long before = status(bench, switches) + status(bench, forced);
    double begun = tty_now();
    tty_answer(bench->tty, begun, IDLE, IDLE, &bytes);
    printf("%-44s %ld switches, %zu bytes\n", "10 s without a key",
           status(bench, switches) + status(bench, forced) - before, bytes);
    for (size_t i = 0; i < 20 * bench->rounds; i++) {
        begun = tty_now();
        tty_resize(bench->tty, i % 2 ? ROWS : 40, i % 2 ? COLUMNS : 120);
        times_add(&bench->times, tty_answer(bench->tty, begun, WAIT, 2 * QUIET, &bytes));
    }
    times_print("to 120x40 and back", &bench->times);
}

/// Its last part plans a week anew, which takes the memory that so many visits a day take.
static void friday(Bench *bench)
{
    palette(bench, "friday");
    peak(bench, "peak memory, a week planned");
}

static bool wants(char **parts, const char *name)
{
    bool named = !*parts;
    for (; *parts; parts++)
        named = named || strcmp(*parts, name) == 0;
    return named;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*run)(Bench *bench);
    } parts[] = {{"panes", panes},       {"doors", between_doors}, {"lists", lists},
                 {"searches", searches}, {"rest", rest},           {"friday", friday}};
    static Bench bench;
    bench.store = argc > 1 ? argv[1] : NULL;
    bench.rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : 10;
    if (argc < 2 || argv[1][0] == '-' || bench.rounds == 0) {
        fputs(usage, stderr);
        return 2;
    }
    char **named = argv + (argc > 2 ? 3 : argc);
    if (wants(named, "starts"))
        starts(&bench);
    start(&bench);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (wants(named, parts[i].name))
            parts[i].run(&bench);
    stop(&bench);
    return 0;
}
