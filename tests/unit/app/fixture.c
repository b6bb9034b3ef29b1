// SPDX-License-Identifier: GPL-3.0-or-later
// An App on a real store, and commands as a person types them.
#include "fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "home.h"
#include "mawari/app/app.h"
#include "mawari/base/lang.h"
#include "mawari/store/list.h"
#include "mawari/store/record.h"

int open_app(void **state)
{
    Err err = {0};
    App *app = NULL;
    char folder[FOLDER_SIZE], path[FOLDER_SIZE + 16];
    setenv("TZ", "Asia/Tokyo", 1);
    folder_make("app", folder);
    if (!lang_start("", "en"))
        return -1;
    snprintf(path, sizeof path, "%s/mawari.db", folder);
    AppOptions options = {.store = path, .now = "2026-11-24T09:30+09:00", .use = STORE_WORKING};
    if (!app_open(&options, &app, &err))
        print_error("%s\n", err.text);
    *state = app;
    return app ? 0 : -1;
}

int close_app(void **state)
{
    App *app = *state;
    char folder[128];
    snprintf(folder, sizeof folder, "%s", app->path);
    app_close(app);
    *strrchr(folder, '/') = '\0';
    folder_remove(folder);
    return 0;
}

static bool run(App *app, const char *command, const char *line, Effect *ret, Err *err)
{
    Args args;
    const Command *row = command_named(command);
    assert_non_null(row);
    return args_from_line(app, row, NULL, NULL, 0, line, app->kept, &args, err) &&
           command_run(app, row, &args, ret, err);
}

Effect does(App *app, const char *command, const char *line)
{
    Err err = {0};
    Effect effect = {0};
    if (!run(app, command, line, &effect, &err))
        fail_msg("%s %s: %s", command, line, err.text);
    return effect;
}

void refuses(App *app, ErrKind kind, const char *command, const char *line)
{
    Err err = {0};
    Effect effect = {0};
    if (run(app, command, line, &effect, &err))
        fail_msg("%s %s was done", command, line);
    if (err.kind != kind)
        fail_msg("%s %s: %d, not %d: %s", command, line, (int)err.kind, (int)kind, err.text);
    assert_true(*err.text);
}

Id add(App *app, const char *line)
{
    return does(app, "new", line).id;
}

const char *field(App *app, const Entity *kind, Id id, const char *name)
{
    Err err = {0};
    Table row;
    const Field *column = entity_field(kind, name);
    ListQuery query = {
        .kind = kind, .columns = &column, .column_count = 1, .today = app->today, .archived = true};
    ValueContext context = app_context(app);
    assert_non_null(column);
    if (!list_read(app->store, &query, LIST_AT, id, 1, app->kept, &row, &err))
        fail_msg("%s", err.text);
    assert_int_equal(row.rows, 1);
    if (column->type == T_REF || column->type == T_ANY)
        return row.cells[0].value.kind == V_NONE ? "" : row.cells[0].value.text;
    return value_plain(column, row.cells[0].value, &context, app->kept);
}
