// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a list are, told by their headers and the kinds' own tables.
#ifndef MAWARI_EXCHANGE_HEADERS_H
#define MAWARI_EXCHANGE_HEADERS_H

#include <stdbool.h>

#include "mawari/model/entity.h"

/// A list of one sort: which kinds its columns may speak of.
typedef struct Recipe Recipe;

/// "clients" (client, site, contact, post), "contacts", "visits"; NULL: there is none.
const Recipe *recipe_named(const char *name);

/// What a column holds. No kind: nobody knows it. A kind without field: the uid of its record.
typedef struct Known {
    const Entity *kind;
    const Field *field;
} Known;

/// Fills `ret[0..count)`. Headers are compared folded and without blanks, `_`, `-`, `.` and the
/// like: first with the `headers` of the fields, then with their names, then with their titles in
/// both languages. No field is given twice. A header as `export csv` writes it (beginning with
/// "uid") is read as the fields of its one kind. In `clients` a lone bare name (名称, name) and a
/// bare code are the client's.
void headers_recognise(const Recipe *recipe, const char *const *headers, size_t count, Known *ret);

#endif
