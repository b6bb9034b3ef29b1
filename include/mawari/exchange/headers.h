// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a list are, told by their headers and the kinds' own tables.
#ifndef MAWARI_EXCHANGE_HEADERS_H
#define MAWARI_EXCHANGE_HEADERS_H

#include <stdbool.h>

#include "mawari/model/entity.h"

/// A list of one sort: which kinds its columns may speak of.
typedef struct Recipe Recipe;

/// "clients" (client, site, contact, post), "contacts", "visits"; the plural of any other kind: a
/// list of records of that kind. NULL: there is none.
const Recipe *recipe_named(const char *name);

/// What a column holds. No kind: nobody knows it.
typedef struct Known {
    const Entity *kind;
    const Field *field;  // NULL where `special` speaks of the record itself
    const char *special; // columns of our own export that are no field: "uid", "version" of the
                         // record, "client_uid" of what a field refers to; NULL: the field
} Known;

/// Fills `ret[0..count)`. Headers are compared folded and without blanks, `_`, `-`, `.` and the
/// like: first with the `headers` of the fields, then with their names, then with their titles in
/// both languages. No field is given twice. A header as `export csv` writes it for the recipe's
/// kind (beginning with "uid", every other one a column of it) is read as just that. In `clients` a
/// lone bare name (名称, name) and a bare code are the client's.
void headers_recognise(const Recipe *recipe, const char *const *headers, size_t count, Known *ret);

#endif
