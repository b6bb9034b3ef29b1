// SPDX-License-Identifier: GPL-3.0-or-later
// A small fuzzer for any compiler: feeds a reader its corpus, then mutations of it.
//
//   NAME_fuzz [--seconds S] [--runs N] [--seed N] [FOLDER]
//
// The same seed gives the same inputs. A worker process reads; its parent keeps the input that
// killed it, or that took longer than HANG_SECONDS, as the file crash-NAME-SEED.
#include <dirent.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MOST = 1 << 16, CORPUS_MOST = 1024, HANG_SECONDS = 10 };

typedef struct Input {
    size_t size;
    uint8_t bytes[INPUT_MOST];
} Input;

typedef struct Corpus {
    size_t count;
    Input *inputs[CORPUS_MOST];
} Corpus;

/// What the worker reads now: in memory that its parent still sees when it is dead.
typedef struct Desk {
    long runs;
    Input input;
} Desk;

typedef struct Options {
    long seconds, runs;
    uint64_t seed;
    const char *folder;
} Options;

/// What trips readers: quotes, separators, line ends, marks, signs, escapes, broken UTF-8.
// clang-format off
static const char *const tokens[] = {
    "\"", ",", ";", "\t", "\r\n", "\n", "\r", "\"\"", "=", ":", "-", "/", "..", "%s", "{", "[", "\\",
    "0", "-1", "2147483648", "99999", "1e9", "明治", "平成元年", "第2火曜", "\xff\xfe", "\xef\xbb\xbf",
    "\x1b[2J", "\x1b]", "\xe2\x80\xae", "\xe3\x81", "\xc0\x80", "\xed\xa0\x80", "\x82\xa0",
    "\xf4\x90\x80\x80",
};
// clang-format on

static uint64_t next_random(uint64_t *state) // xorshift64*, by Vigna's constants
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

/// From 0 to `bound` - 1; 0 when `bound` is 0.
static size_t below(uint64_t *state, size_t bound)
{
    return bound ? (size_t)(next_random(state) >> 33) % bound : 0;
}

/// Puts `size` bytes in at `at`, as far as there is room. `bytes` may lie in `input` itself.
static void insert(Input *input, size_t at, const void *bytes, size_t size)
{
    uint8_t held[INPUT_MOST];
    size_t room = INPUT_MOST - input->size;
    if (size > room)
        size = room;
    memcpy(held, bytes, size);
    memmove(input->bytes + at + size, input->bytes + at, input->size - at);
    memcpy(input->bytes + at, held, size);
    input->size += size;
}

static void take_out(Input *input, size_t at, size_t size)
{
    memmove(input->bytes + at, input->bytes + at + size, input->size - at - size);
    input->size -= size;
}

static void mutate(Input *input, const Corpus *corpus, uint64_t *random)
{
    size_t at = below(random, input->size + 1);
    size_t rest = input->size - at;
    size_t size = below(random, (rest < 64 ? rest : 64) + 1);
    const char *token = tokens[below(random, sizeof tokens / sizeof *tokens)];
    const Input *other = corpus->inputs[below(random, corpus->count)];
    size_t from = below(random, other->size);

    switch (below(random, 7)) {
    case 0: // a bit
        if (rest)
            input->bytes[at] ^= (uint8_t)(1U << below(random, 8));
        break;
    case 1: // a byte
        if (rest)
            input->bytes[at] = (uint8_t)next_random(random);
        break;
    case 2:
        take_out(input, at, size);
        break;
    case 3: // the same once more, now and then very often
        for (size_t times = below(random, 50) ? 1 : 200; times > 0; times--)
            insert(input, at, input->bytes + at, size);
        break;
    case 4: // a piece of another input
        insert(input, at, other->bytes + from, below(random, other->size - from + 1));
        break;
    default: // a token, twice as likely as the others
        insert(input, at, token, strlen(token));
    }
}

static void add(Corpus *corpus, const Input *input)
{
    if (corpus->count == CORPUS_MOST)
        return;
    Input *copy = malloc(sizeof *copy);
    if (!copy)
        exit(2);
    copy->size = input->size;
    memcpy(copy->bytes, input->bytes, input->size);
    corpus->inputs[corpus->count++] = copy;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/// The files of `folder` in the order of their names, and an empty input to begin with.
static void read_corpus(const char *folder, Corpus *ret)
{
    static const Input empty;
    add(ret, &empty);

    struct dirent **names = NULL;
    int count = folder ? scandir(folder, &names, NULL, by_name) : 0;
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        FILE *file = names[i]->d_name[0] == '.' ? NULL : fopen(path, "rb");
        if (file) {
            Input input;
            input.size = fread(input.bytes, 1, sizeof input.bytes, file);
            add(ret, &input);
            fclose(file);
        }
        free(names[i]);
    }
    free(names);
}

static void run_one(Desk *desk)
{
    desk->runs++;
    alarm(HANG_SECONDS);
    // A copy of its own size, so that a sanitizer sees one byte too many.
    uint8_t *bytes = malloc(desk->input.size ? desk->input.size : 1);
    if (!bytes)
        exit(2);
    memcpy(bytes, desk->input.bytes, desk->input.size);
    (void)LLVMFuzzerTestOneInput(bytes, desk->input.size);
    free(bytes);
}

static void load(Desk *desk, const Input *input)
{
    desk->input.size = input->size;
    memcpy(desk->input.bytes, input->bytes, input->size);
}

static void work(Desk *desk, const Corpus *corpus, const Options *options)
{
    for (size_t i = 0; i < corpus->count; i++) {
        load(desk, corpus->inputs[i]);
        run_one(desk);
    }
    time_t end = time(NULL) + options->seconds;
    uint64_t random = options->seed * UINT64_C(0x9e3779b97f4a7c15) + 1;
    for (long run = 0; run < options->runs && time(NULL) < end; run++) {
        load(desk, corpus->inputs[below(&random, corpus->count)]);
        for (size_t steps = 1 + below(&random, 8); steps > 0; steps--)
            mutate(&desk->input, corpus, &random);
        run_one(desk);
    }
}

static int report(const Desk *desk, int status, const char *name, const Options *options)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        printf("%s: %ld inputs, nothing found\n", name, desk->runs);
        return 0;
    }
    char path[256];
    snprintf(path, sizeof path, "crash-%s-%llu", name, (unsigned long long)options->seed);
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(desk->input.bytes, 1, desk->input.size, file);
        fclose(file);
    }
    bool hangs = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
    fprintf(stderr, "%s: input %ld %s; it is kept in %s\n", name, desk->runs,
            hangs ? "took too long" : "broke it", path);
    return 1;
}

static Options read_options(int argc, char **argv)
{
    const char *seconds = getenv("MAWARI_FUZZ_SECONDS");
    Options options = {.seconds = 10, .runs = 20000, .seed = 1};
    if (seconds) {
        options.seconds = atol(seconds);
        options.runs = INT64_MAX;
    }
    for (int i = 1; i < argc; i++) {
        const char *value = i + 1 < argc ? argv[i + 1] : "0";
        if (!strcmp(argv[i], "--seconds"))
            options.seconds = atol(value), options.runs = INT64_MAX, i++;
        else if (!strcmp(argv[i], "--runs"))
            options.runs = atol(value), i++;
        else if (!strcmp(argv[i], "--seed"))
            options.seed = strtoull(value, NULL, 10), i++;
        else
            options.folder = argv[i];
    }
    return options;
}

int main(int argc, char **argv)
{
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash ? slash + 1 : argv[0];
    Options options = read_options(argc, argv);
    Corpus *corpus = calloc(1, sizeof *corpus);
    Desk *desk = mmap(NULL, sizeof *desk, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
                      0);
    if (!corpus || desk == MAP_FAILED)
        return 2;
    read_corpus(options.folder, corpus);

    pid_t worker = fork();
    if (worker == 0) {
        work(desk, corpus, &options);
        _exit(0);
    }
    int status = 1;
    if (worker < 0 || waitpid(worker, &status, 0) < 0)
        return 2;
    for (size_t i = 0; i < corpus->count; i++)
        free(corpus->inputs[i]);
    free(corpus);
    return report(desk, status, name, &options);
}
