// SPDX-License-Identifier: GPL-3.0-or-later
// What a lying import child may send: the preview that is made of it is whole, or it is refused.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "app/import/import_message.h"
#include "mawari/base/wire.h"
#include "mawari/model/kinds.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static void check_columns(const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        must(column->header != NULL);
        must(column->kind || !column->field);
        must(column->tells == TELLS_VALUE || column->kind == preview->kind);
    }
}

static void check_rows(const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->row_count; i++) {
        const ImportRow *row = &preview->rows[i];
        must(row->line > 0 && row->title && (!row->unread || row->why));
        must(row->unread || row->cell_count == preview->column_count);
        for (size_t k = 0; k < row->cell_count; k++)
            must(row->cells[k] != NULL);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    ImportPreview preview = {.kind = &entity_client, .file = "x.csv", .arena = arena};
    ImportReading reading = {.preview = &preview};
    const char *at = (const char *)data;
    size_t used;
    Message message;
    Err err = {0};
    while (wire_take(at, size, arena, &message, &used, &err) && used > 0 &&
           import_take(&reading, message, &err)) {
        at += used;
        size -= used;
    }
    if (reading.known) {
        check_columns(&preview);
        check_rows(&preview);
    }
    must(reading.known || preview.row_count == 0);
    arena_close(arena);
    return 0;
}
