// SPDX-License-Identifier: GPL-3.0-or-later
// What the child tells of a file, message by message.
#include "import_message.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"

enum { COLUMNS_MOST = 512, ROWS_MOST = 200000 };

bool import_lies(Err *err)
{
    return err_set(err, ERR_CHILD, _("mawari-import sent what makes no sense"));
}

static bool has_texts(Message message, size_t from)
{
    for (size_t i = from; i < message.count; i++)
        if (!message.texts[i])
            return false;
    return true;
}

static bool take_format(ImportReading *reading, Message message, Err *err)
{
    if (message.count != 2 || !message.texts[1])
        return import_lies(err);
    reading->preview->charset = message.texts[1];
    return true;
}

static bool take_header(ImportReading *reading, Message message, Err *err)
{
    ImportPreview *preview = reading->preview;
    if (preview->columns || message.count < 2 || message.count - 1 > COLUMNS_MOST ||
        !has_texts(message, 1))
        return import_lies(err);
    preview->column_count = message.count - 1;
    preview->columns = arena_array(preview->arena, ImportColumn, preview->column_count);
    for (size_t i = 0; i < preview->column_count; i++)
        preview->columns[i].header = message.texts[i + 1];
    return true;
}

static const Field *field_called(const Entity *kind, const char *name)
{
    for (size_t i = 0; i < kind->count; i++)
        if (strcmp(kind->fields[i].name, name) == 0)
            return &kind->fields[i];
    return NULL;
}

/// "client_uid": the uid of what the field `client` refers to.
static const Field *reference_called(const Entity *kind, const char *word, Arena *arena)
{
    static const char end[] = "_uid";
    size_t size = strlen(word);
    if (size < sizeof end || strcmp(word + size - strlen(end), end) != 0)
        return NULL;
    const Field *field = field_called(kind, arena_copy_bytes(arena, word, size - strlen(end)));
    return field && field_is_reference(field) ? field : NULL;
}

/// "site.name", "site.uid", "site.version", "site.client_uid".
static bool take_one_known(ImportPreview *preview, const char *text, ImportColumn *column)
{
    if (!text)
        return true;
    size_t size = strcspn(text, ".");
    const char *word = text + size + (text[size] == '.');
    column->kind = entity_named(arena_copy_bytes(preview->arena, text, size));
    if (!column->kind)
        return false;
    column->field = field_called(column->kind, word);
    if (column->field)
        return true;
    column->tells = strcmp(word, "version") == 0 ? TELLS_VERSION : TELLS_UID;
    column->field = reference_called(column->kind, word, preview->arena);
    bool of_record = strcmp(word, "uid") == 0 || column->tells == TELLS_VERSION;
    return column->kind == preview->kind && (column->field || of_record);
}

static bool take_known(ImportReading *reading, Message message, Err *err)
{
    ImportPreview *preview = reading->preview;
    if (reading->known || !preview->columns || message.count != preview->column_count + 1)
        return import_lies(err);
    for (size_t i = 0; i < preview->column_count; i++)
        if (!take_one_known(preview, message.texts[i + 1], &preview->columns[i]))
            return import_lies(err);
    if (preview->columns[0].tells == TELLS_UID && !preview->columns[0].field)
        preview->recipe = IMPORT_RECORDS; // an export of ours
    reading->known = true;
    return true;
}

static bool add_row(ImportReading *reading, Message message, size_t head, Err *err)
{
    ImportPreview *preview = reading->preview;
    if (!reading->known || message.count < head || !has_texts(message, 1) ||
        preview->row_count == ROWS_MOST)
        return import_lies(err);
    long line = strtol(message.texts[1], NULL, 10);
    if (line < 1)
        return import_lies(err);
    preview->rows = arena_more(preview->arena, preview->rows, preview->row_count, &reading->room,
                               sizeof *preview->rows);
    preview->rows[preview->row_count++] = (ImportRow){.line = (size_t)line,
                                                      .title = "",
                                                      .cells = message.texts + head,
                                                      .cell_count = message.count - head};
    return true;
}

static bool take_row(ImportReading *reading, Message message, Err *err)
{
    if (message.count != reading->preview->column_count + 2)
        return import_lies(err);
    return add_row(reading, message, 2, err);
}

static bool take_refused(ImportReading *reading, Message message, Err *err)
{
    if (!add_row(reading, message, 3, err))
        return false;
    ImportRow *row = &reading->preview->rows[reading->preview->row_count - 1];
    row->fate = FATE_REFUSED;
    row->why = message.texts[2];
    row->unread = true;
    return true;
}

static bool take_failed(ImportReading *reading, Message message, Err *err)
{
    (void)reading;
    return message.count == 2 && message.texts[1] ? err_set(err, ERR_INPUT, "%s", message.texts[1])
                                                  : import_lies(err);
}

static bool take_done(ImportReading *reading, Message message, Err *err)
{
    (void)message, (void)err;
    reading->done = true;
    return true;
}

bool import_take(ImportReading *reading, Message message, Err *err)
{
    static const struct {
        const char *tag;
        bool (*take)(ImportReading *reading, Message message, Err *err);
    } tags[] = {
        {"row", take_row},       {"refused", take_refused}, {"format", take_format},
        {"header", take_header}, {"known", take_known},     {"done", take_done},
        {"failed", take_failed},
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (!reading->done && strcmp(tags[i].tag, message.texts[0]) == 0)
            return tags[i].take(reading, message, err);
    return import_lies(err);
}
