// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL of assets/sql, embedded at build time by assets/cmake/embed.cmake.
#ifndef MAWARI_STORE_EMBEDDED_H
#define MAWARI_STORE_EMBEDDED_H

#include <stddef.h>

/// One file: its name without folder and ending, its bytes, and their number without the '\0' that
/// follows them.
struct MawariSql {
    const char *name;
    const unsigned char *text;
    size_t size;
};

/// assets/sql/schema/NNNN_what.sql by their numbers: the step from version N to N + 1 at place N.
extern const struct MawariSql mawari_schema[];
extern const size_t mawari_schema_count;

/// assets/sql/whole/whole.sql: what all steps come to, for a new file. Its one row is at place 0.
extern const struct MawariSql mawari_whole[];

/// assets/sql/<area>.sql by their names: each holds queries marked "-- name: …".
extern const struct MawariSql mawari_queries[];
extern const size_t mawari_queries_count;

/// A query's text between its marker and the next.
struct MawariQuery {
    const unsigned char *text;
    size_t size;
};

/// By QueryId, found at build time: a start prepares some fifty of them.
extern const struct MawariQuery mawari_query_texts[];

#endif
