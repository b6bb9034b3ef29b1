// SPDX-License-Identifier: GPL-3.0-or-later
// What the import child says of a file, taken as from somebody who may lie.
#ifndef APP_IMPORT_MESSAGE_H
#define APP_IMPORT_MESSAGE_H

#include "mawari/app/import.h"
#include "mawari/base/wire.h"

/// What the child has told so far.
typedef struct ImportReading {
    ImportPreview *preview;
    size_t room;
    bool known; // the columns are told: rows may come
    bool done;
} ImportReading;

/// Takes one message of the child: ERR_CHILD when it makes no sense, ERR_INPUT when it says why the
/// file cannot be read.
bool import_take(ImportReading *reading, Message message, Err *err);

/// ERR_CHILD: the child makes no sense. Returns false.
bool import_lies(Err *err);

#endif
