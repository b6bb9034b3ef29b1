// SPDX-License-Identifier: GPL-3.0-or-later
// The planner on the text of problems: what can be read at all gets an answer that can be true, and
// reads back as it was written.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/plan/route_solve.h"
#include "support/planner_lie.h"
#include "support/problem_text.h"

enum {
    NODES_BRIEF = 3000,
    NODES_THOROUGH = 30000,
    STOPS_THOROUGH = 12, // more than that are looked at once
    STOPS_MOST = 40,     // and more than that seldom say more, and take long
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static char *written(const ProblemText *of, size_t *ret_size)
{
    char *text = NULL;
    FILE *file = open_memstream(&text, ret_size);
    must(file != NULL);
    problem_text_write(of, file);
    must(fclose(file) == 0);
    return text;
}

/// What was written is read again as the same.
static void write_and_read(const ProblemText *of, Arena *arena)
{
    size_t size, again_size;
    char *text = written(of, &size);
    ProblemText again;
    must(problem_text_read(text, size, arena, &again, NULL));
    char *again_text = written(&again, &again_size);
    must(size == again_size && memcmp(text, again_text, size) == 0);
    free(text);
    free(again_text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    ProblemText of;
    if (problem_text_read((const char *)data, size, arena, &of, NULL) &&
        of.problem.count <= STOPS_MOST) {
        write_and_read(&of, arena);
        bool few = of.problem.count <= STOPS_THOROUGH;
        const char *lie = planner_lie(&of, NODES_BRIEF, few ? NODES_THOROUGH : 0);
        if (lie)
            fprintf(stderr, "%s\n", lie);
        must(!lie);
    }
    arena_close(arena);
    return 0;
}
