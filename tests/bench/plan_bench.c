// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the planner on instances with known answers and judges what it says. One thread.
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench/plan_bench/instance.h"
#include "mawari/plan/route_solve.h"
#include "support/problem_text.h"

static const char usage[] =
    "usage: plan_bench --kind tsptw|makespan|days|overfull|toptw|route [--best FILE]\n"
    "                  [--deadline MS] [--nodes N] [--tours] [--rush PERCENT] [--processor]\n"
    "                  [--write FOLDER] FILES...\n"
    "Prints a row of CSV for each file and a summary on standard error. The cost of `overfull` is\n"
    "travel and 1,000 for each point of what is left out; of `toptw` it is the profit. With "
    "--rush\n"
    "legs are longer by so much in the first sixth and the last quarter of the day; with\n"
    "--processor all times are the processor's own, for a machine that others use. `route` reads\n"
    "problems as text (tests/support/problem_text.h); --write solves nothing and puts each "
    "problem\n"
    "as such a text into FOLDER. Exit 1: a cost beats the best known, a plan is not feasible, or\n"
    "`optimal` is not the best known.\n";

static const char *const kind_names[KINDS] = {"tsptw",    "makespan", "days",
                                              "overfull", "toptw",    "route"};
static const char *const objectives[KINDS] = {"travel", "makespan", "travel",
                                              "price",  "profit",   "price"};

typedef struct Options {
    int kind; // KINDS: not said
    const char *best;
    const char *folder; // of --write; NULL
    long deadline_ms;
    int64_t nodes;
    long rush; // percent
    bool tours;
    bool processor;
    char **files;
    int file_count;
} Options;

typedef struct Watch {
    struct timespec begun;
    double in_hand_ms;
    long deadline_ms;
    clockid_t clock;
} Watch;

typedef struct Row {
    int64_t value, best; // best −1: unknown
    bool proved, right;
    double in_hand_ms, proof_ms, gap_pct;
} Row;

static double passed_ms(const Watch *watch)
{
    struct timespec now;
    clock_gettime(watch->clock, &now);
    return (double)(now.tv_sec - watch->begun.tv_sec) * 1e3 +
           (double)(now.tv_nsec - watch->begun.tv_nsec) / 1e6;
}

static bool is_over(void *taker)
{
    const Watch *watch = taker;
    return passed_ms(watch) >= (double)watch->deadline_ms;
}

static void note_better(RouteCost cost, void *taker)
{
    (void)cost;
    Watch *watch = taker;
    watch->in_hand_ms = passed_ms(watch);
}

static bool complain(const Instance *instance, const char *what)
{
    fprintf(stderr, "plan_bench: %s: %s\n", instance->name, what);
    return false;
}

/// Files with decimals give their best rounded to the third.
static int64_t compare(const Instance *instance, int64_t value, int64_t best)
{
    int64_t apart = instance->kind == KIND_TOPTW ? best - value : value - best;
    int64_t blur = instance->unit > 1 ? instance->unit / 2000 : 0;
    return apart >= -blur && apart <= blur ? 0 : apart;
}

/// False, and said, where the answer cannot be right.
static bool judge(const Instance *instance, const RouteResult *result, const Row *row)
{
    size_t step;
    if (result->plan.count == 0)
        return result->status == ROUTE_IMPOSSIBLE && instance->kind == KIND_ROUTE
                   ? true
                   : complain(instance, "no plan");
    RouteFault fault = route_check(&instance->problem, &result->plan, &step);
    bool short_of_musts = fault == ROUTE_FAULT_MUST && result->short_of_musts;
    if (fault != ROUTE_KEPT && !(short_of_musts && instance->kind == KIND_ROUTE)) {
        fprintf(stderr, "plan_bench: %s: fault %d at step %zu\n", instance->name, (int)fault, step);
        return false;
    }
    if (row->best < 0)
        return true;
    if (compare(instance, row->value, row->best) < 0)
        return complain(instance, "better than the best known");
    if (row->proved && compare(instance, row->value, row->best) != 0)
        return complain(instance, "called optimal and is not");
    return true;
}

static void print_value(const Instance *instance, int64_t value)
{
    if (instance->unit == 1)
        printf("%" PRId64, value);
    else
        printf("%.4f", (double)value / (double)instance->unit);
}

static const char *status_of(const RouteResult *result)
{
    static const char *const names[] = {[ROUTE_OPTIMAL] = "optimal",
                                        [ROUTE_BEST_KNOWN] = "best_known",
                                        [ROUTE_IMPOSSIBLE] = "impossible"};
    return names[result->status];
}

static void print_row(const Options *options, const Instance *instance, const RouteResult *result,
                      const Row *row)
{
    printf("%s,%zu,%s,", instance->name, instance->problem.count, objectives[instance->kind]);
    if (result->plan.count)
        print_value(instance, row->value);
    printf(",");
    if (row->best >= 0) {
        print_value(instance, row->best);
        printf(",%.3f", row->gap_pct);
    } else {
        printf(",%.3f", (double)route_gap(result) / 1000);
    }
    printf(",%s,%.3f,", status_of(result), row->in_hand_ms);
    if (row->proved)
        printf("%.3f", row->proof_ms);
    printf(",%" PRId64, result->nodes);
    for (size_t i = 0; options->tours && i + 1 < result->plan.count; i++)
        printf("%s%zu", i ? " " : ",", result->plan.steps[i].stop + 1);
    printf("\n");
    (void)fflush(stdout);
}

static RouteBand band(const RouteProblem *problem, RouteTime from, long percent, Arena *arena)
{
    size_t cells = (problem->count + 2) * (problem->count + 2);
    RouteTime *legs = arena_array(arena, RouteTime, cells);
    for (size_t i = 0; i < cells; i++) {
        RouteTime leg = problem->modes[0].legs[i];
        legs[i] = leg > 0 ? (RouteTime)(leg + leg * percent / 100) : leg;
    }
    return (RouteBand){from, legs};
}

/// The same day with traffic.
static void add_rush(RouteProblem *problem, long percent, Arena *arena)
{
    RouteMode *mode = arena_new(arena, RouteMode);
    RouteBand *bands = arena_array(arena, RouteBand, 2);
    RouteTime day = problem->end - problem->start;
    bands[0] = band(problem, problem->start + day / 6, 0, arena);
    bands[1] = band(problem, problem->end - day / 4, percent, arena);
    *mode = problem->modes[0];
    mode->legs = bands[1].legs;
    mode->bands = bands;
    mode->band_count = 2;
    problem->modes = mode;
}

/// The problem as text, by the name of the instance.
static bool write_problem(const Instance *instance, const char *folder, Arena *arena)
{
    FILE *file = fopen(arena_print(arena, "%s/%s", folder, instance->name), "w");
    if (!file)
        return complain(instance, "cannot be written");
    problem_text_write(&(ProblemText){.problem = instance->problem}, file);
    return fclose(file) == 0 || complain(instance, "cannot be written");
}

static bool run(const Options *options, const char *path, Row *ret)
{
    Arena *arena = arena_open();
    Instance instance;
    bool fine = instance_read(path, (Kind)options->kind, arena, &instance);
    if (fine && options->folder) {
        fine = write_problem(&instance, options->folder, arena);
    } else if (fine) {
        Watch watch = {.deadline_ms = options->deadline_ms,
                       .clock = options->processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC};
        if (options->rush > 0)
            add_rush(&instance.problem, options->rush, arena);
        RouteLimits limits = {.nodes = options->nodes,
                              .stop = is_over,
                              .better = note_better,
                              .taker = &watch,
                              .start = instance.before,
                              .start_count = instance.before_count};
        clock_gettime(watch.clock, &watch.begun);
        RouteResult result = route_solve(&instance.problem, &limits, arena);
        *ret = (Row){.proof_ms = passed_ms(&watch),
                     .in_hand_ms = watch.in_hand_ms,
                     .proved = result.status == ROUTE_OPTIMAL,
                     .best = instance_best(&instance, options->best, path)};
        ret->value = result.plan.count ? instance_value(&instance, &result.plan) : 0;
        int64_t apart = ret->best > 0 ? compare(&instance, ret->value, ret->best) : 0;
        ret->gap_pct = ret->best > 0 ? 100.0 * (double)apart / (double)ret->best : 0;
        ret->right = fine = judge(&instance, &result, ret);
        print_row(options, &instance, &result, ret);
    }
    arena_close(arena);
    return fine;
}

static int by_size(const void *one, const void *other)
{
    const double *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

/// The 95th part in a hundred of `count` times.
static double p95(double *times, size_t count)
{
    if (count == 0)
        return 0;
    qsort(times, count, sizeof *times, by_size);
    return times[(count * 95 + 99) / 100 - 1];
}

static void summarise(const Row *rows, size_t count, Arena *arena)
{
    double *in_hand = arena_array(arena, double, count + 1),
           *proof = arena_array(arena, double, count + 1);
    size_t proved = 0, equal = 0, known = 0;
    double gap = 0, worst = 0;
    for (size_t i = 0; i < count; i++) {
        in_hand[i] = rows[i].in_hand_ms;
        if (rows[i].proved)
            proof[proved++] = rows[i].proof_ms;
        known += rows[i].best >= 0;
        equal += rows[i].best >= 0 && rows[i].gap_pct == 0;
        gap += rows[i].gap_pct;
        worst = rows[i].gap_pct > worst ? rows[i].gap_pct : worst;
    }
    double in_hand95 = p95(in_hand, count), proof95 = p95(proof, proved);
    fprintf(
        stderr,
        "%zu files, %zu proved, %zu of %zu equal to the best known, gap mean %.3f%% worst %.3f%%, "
        "in hand p95 %.2f ms worst %.2f ms, proof p95 %.2f ms worst %.2f ms\n",
        count, proved, equal, known, known ? gap / (double)known : 0, worst, in_hand95,
        count ? in_hand[count - 1] : 0, proof95, proved ? proof[proved - 1] : 0);
}

static bool read_kind(Options *options, const char *name)
{
    for (options->kind = 0; options->kind < KINDS; options->kind++)
        if (!strcmp(name, kind_names[options->kind]))
            return true;
    return false;
}

/// A whole number that an option needs.
static bool read_whole(const char *text, int64_t *ret)
{
    char *end;
    long long whole = strtoll(text, &end, 10);
    *ret = whole;
    return end != text && !*end && whole >= 0;
}

static bool read_option(Options *options, const char *name, const char *value)
{
    int64_t whole = 0;
    if (!value)
        return false;
    if (!strcmp(name, "--kind"))
        return read_kind(options, value);
    if (!strcmp(name, "--best")) {
        options->best = value;
        return true;
    }
    if (!strcmp(name, "--write")) {
        options->folder = value;
        return true;
    }
    if (!read_whole(value, &whole))
        return false;
    if (!strcmp(name, "--deadline"))
        options->deadline_ms = (long)whole;
    else if (!strcmp(name, "--rush"))
        options->rush = (long)whole;
    else if (!strcmp(name, "--nodes"))
        options->nodes = whole;
    else
        return false;
    return true;
}

static bool read_options(int argc, char **argv, Options *options)
{
    int at = 1;
    for (; at < argc && argv[at][0] == '-'; at++) {
        if (!strcmp(argv[at], "--tours"))
            options->tours = true;
        else if (!strcmp(argv[at], "--processor"))
            options->processor = true;
        else if (!read_option(options, argv[at], at + 1 < argc ? argv[at + 1] : NULL))
            return false;
        else
            at++;
    }
    options->files = argv + at;
    options->file_count = argc - at;
    return options->kind < KINDS && options->file_count > 0;
}

int main(int argc, char **argv)
{
    Options options = {.kind = KINDS, .deadline_ms = 1000};
    if (!read_options(argc, argv, &options)) {
        fputs(usage, stderr);
        return 2;
    }
    Arena *arena = arena_open();
    Row *rows = arena_array(arena, Row, (size_t)options.file_count);
    bool right = true;
    printf("instance,customers,objective,cost,best,gap_pct,status,in_hand_ms,proof_ms,nodes%s\n",
           options.tours ? ",tour" : "");
    for (int i = 0; i < options.file_count; i++)
        if (!run(&options, options.files[i], &rows[i]))
            right = false;
    summarise(rows, (size_t)options.file_count, arena);
    arena_close(arena);
    return right ? 0 : 1;
}
