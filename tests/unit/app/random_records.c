// SPDX-License-Identifier: GPL-3.0-or-later
// Records of any kind with whatever its fields may hold.
#include "random_records.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/value.h"
#include "mawari/store/record.h"

enum { TRIES = 300 };

static uint32_t next(Random *random)
{
    random->state = random->state * 1664525 + 1013904223;
    return random->state >> 8;
}

typedef struct Candidates {
    Random *random;
    const Field *field;
    uint32_t seen;
    Id found;
} Candidates;

static bool offer(void *context, Id id, const void *record, Err *err)
{
    (void)record, (void)err;
    Candidates *of = context;
    if (id > of->random->seeded && next(of->random) % ++of->seen == 0)
        of->found = id;
    return true;
}

static Value some_record(Random *random, const Field *field)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    Candidates of = {.random = random, .field = field};
    for (size_t i = 0; i < count; i++)
        if (field_refers_to(field, kinds[i]))
            assert_true(record_each(random->app->store, kinds[i], false, offer, &of, NULL));
    return of.found ? value_whole(of.found) : value_none();
}

/// As they are typed; a field takes what it can read.
static const char *const typed[] = {"青葉 \"本店\"",
                                    "=1+1",
                                    "-5, then ; more",
                                    "＠渡邉󠄁",
                                    "+81 11 231 4567",
                                    "'quoted' and\ttabbed\nin two lines",
                                    "@x\xE2\x80\xAEy",
                                    "eom-1wd",
                                    "ｱｵﾊﾞ ｼﾖｳﾃﾝ",
                                    "1e5",
                                    "0012",
                                    "　全角　空白"};
enum { TYPED = sizeof typed / sizeof *typed };

static Value random_text(Random *random, const Field *field)
{
    ValueContext context = app_context(random->app);
    for (int i = 0; i < TRIES; i++) {
        const char *text = typed[next(random) % TYPED];
        Value value;
        if (field->flags & KEY)
            text = arena_print(random->app->kept, "K%u", next(random));
        if (value_read(field, text, &context, random->app->kept, &value, NULL))
            return value;
    }
    return value_none();
}

static Value random_value(Random *random, const Field *field)
{
    uint32_t chance = next(random);
    const Words *words = field->of;
    bool counted = field->type == T_WHOLE && (field->flags & FROZEN); // else the store counts too
    if (chance % 5 == 0 && !(field->flags & NEEDED) && !counted)
        return value_none();
    switch (field->type) {
    case T_TEXT:
    case T_LONG:
    case T_READING:
    case T_RULE:
    case T_PHONE:
        return random_text(random, field);
    case T_WORD:
        return value_text(words->rows[chance % words->count].code);
    case T_REF:
    case T_ANY:
        return some_record(random, field);
    case T_YES:
        return value_whole(chance % 2);
    case T_DAY:
        return value_whole(random->app->today - 400 + (Day)(chance % 800));
    case T_MOMENT:
        return value_whole(random->app->now - chance % 9000000);
    case T_DEGREE:
        return value_whole((int64_t)(chance % 60000000) - 30000000);
    case T_YEN:
        if (field->of && ((const Range *)field->of)->least < 0)
            return value_whole((int64_t)(chance % 1440) - 720);
        return value_whole(chance % 1440);
    case T_MINUTE:
    case T_MINUTES:
        return value_whole(chance % 1440);
    case T_WHOLE:
        if (counted)
            return value_whole(++random->counted);
        break;
    case T_WEEKDAYS:
        break;
    }
    return value_whole(chance % 28 + 1);
}

/// Random fields until the record may be saved; 0: two of another kind are wanted, and there is one.
Id random_record(Random *random, const Entity *kind)
{
    App *app = random->app;
    void *record = arena_take(app->kept, kind->size);
    for (int tries = 0; tries < TRIES; tries++) {
        record_blank(kind, record, app->today, app->kept);
        for (size_t i = 0; i < kind->count; i++)
            if (strcmp(kind->fields[i].name, "me") != 0)
                value_put(&kind->fields[i], record, random_value(random, &kind->fields[i]),
                          app->kept);
        Step *step = NULL;
        Id id = 0;
        assert_true(step_begin(app->store, "new", app->now, &step, NULL));
        if (record_put(step, kind, 0, record, &id, NULL)) {
            assert_true(step_end(step, NULL, NULL));
            return id;
        }
        step_drop(step);
    }
    return 0;
}
