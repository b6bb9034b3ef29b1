// SPDX-License-Identifier: GPL-3.0-or-later
// The trees of a store whose list of tables is lost, found page by page.
#ifndef MAWARI_STORE_SALVAGE_PAGES_H
#define MAWARI_STORE_SALVAGE_PAGES_H

#include <stdint.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"
#include "mawari/model/entity.h"

enum { TREE_FIELDS = 64, TREE_SAMPLE = 16 };

/// What a field of a row was seen to hold, one bit each.
enum { HOLDS_NULL = 1, HOLDS_WHOLE = 2, HOLDS_REAL = 4, HOLDS_BLOB = 8, HOLDS_TEXT = 16 };

/// What hangs together below a page to which no other one points.
typedef struct Tree {
    uint32_t root; // the page's number, from 1
    bool keyed;    // rows stand by their values (an index, WITHOUT ROWID), not by a number
    size_t rows;
    size_t least, most;        // fields of a row: a column that was added later is not in old rows
    uint8_t seen[TREE_FIELDS]; // HOLDS_ of each field
    Id ids[TREE_SAMPLE];       // of the first rows
    size_t id_count;
} Tree;

/// Every tree with a row in it, the largest first. The first page is passed over; a page that is
/// not as SQLite writes it is as well, and what hung below it is then a tree of its own.
/// https://www.sqlite.org/fileformat2.html#b_tree_pages
Tree *salvage_trees(const unsigned char *bytes, size_t size, size_t page_size, Arena *arena,
                    size_t *ret_count);

// salvage_copy.c
/// Copies the store at `path`, with what its log adds, to `copy`, under a head with an empty list.
/// `*ret`: the copy's bytes; all pages but the first are as they stood.
bool salvage_copy(const char *path, const char *copy, Arena *arena, char **ret, size_t *ret_size,
                  Err *err);
/// Ours are of 4096; the head says so as long as it can be read.
size_t salvage_page_size(const unsigned char *bytes, size_t size);

#endif
