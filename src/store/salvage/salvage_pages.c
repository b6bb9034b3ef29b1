// SPDX-License-Identifier: GPL-3.0-or-later
// Walking the pages of a damaged file: who hangs below whom, and of what form the rows are. Every
// octet may be noise.
#include "salvage_pages.h"

#include <stdlib.h>
#include <string.h>

enum {
    INDEX_INSIDE = 2,
    TABLE_INSIDE = 5,
    INDEX_LEAF = 10,
    TABLE_LEAF = 13,
    DEEPEST = 64, // a tree of SQLite's is never higher than twenty
};

typedef struct Page {
    const unsigned char *bytes;
    size_t size;
    bool bad; // something was asked for that is not in it
} Page;

typedef struct Walk {
    const unsigned char *bytes;
    size_t page_size, pages;
    uint32_t *parent; // by page
    size_t *tree_of;  // by root: its place in `trees` and one
    Tree *trees;
    size_t count, room;
    Arena *arena;
} Walk;

static Page page_at(const Walk *walk, size_t number)
{
    return (Page){.bytes = walk->bytes + (number - 1) * walk->page_size, .size = walk->page_size};
}

static uint32_t read_whole(Page *page, size_t at, size_t octets)
{
    uint32_t whole = 0;
    if (at + octets > page->size)
        return page->bad = true, 0;
    for (size_t i = 0; i < octets; i++)
        whole = whole << 8 | page->bytes[at + i];
    return whole;
}

/// https://www.sqlite.org/fileformat2.html#varint
static uint64_t read_varint(Page *page, size_t *at)
{
    uint64_t value = 0;
    for (int i = 0; i < 9; i++) {
        if (*at >= page->size)
            return page->bad = true, 0;
        unsigned char octet = page->bytes[(*at)++];
        if (i == 8)
            return value << 8 | octet;
        value = value << 7 | (octet & 0x7F);
        if (octet < 0x80)
            break;
    }
    return value;
}

static int type_of(const Page *page)
{
    return page->bytes[0];
}

static bool is_inside(const Page *page)
{
    return type_of(page) == INDEX_INSIDE || type_of(page) == TABLE_INSIDE;
}

static bool is_keyed(const Page *page)
{
    return type_of(page) == INDEX_INSIDE || type_of(page) == INDEX_LEAF;
}

static size_t head_size(const Page *page)
{
    return is_inside(page) ? 12 : 8;
}

static size_t cell_count(Page *page)
{
    return read_whole(page, 3, 2);
}

static size_t cell_at(Page *page, size_t i)
{
    return read_whole(page, head_size(page) + 2 * i, 2);
}

static bool is_tree(Page *page)
{
    if (!is_inside(page) && type_of(page) != INDEX_LEAF && type_of(page) != TABLE_LEAF)
        return false;
    size_t count = cell_count(page), end = head_size(page) + 2 * count;
    for (size_t i = 0; i < count && !page->bad; i++)
        if (cell_at(page, i) < end)
            return false;
    return end <= page->size && !page->bad;
}

static void adopt(Walk *walk, size_t parent, uint32_t child)
{
    if (child < 2 || child > walk->pages || child == parent || walk->parent[child] != 0)
        return;
    Page above = page_at(walk, parent), below = page_at(walk, child);
    if (is_tree(&below) && is_keyed(&above) == is_keyed(&below))
        walk->parent[child] = (uint32_t)parent;
}

static void adopt_all(Walk *walk, size_t number)
{
    Page page = page_at(walk, number);
    if (!is_tree(&page) || !is_inside(&page))
        return;
    adopt(walk, number, read_whole(&page, 8, 4));
    for (size_t i = 0, count = cell_count(&page); i < count; i++)
        adopt(walk, number, read_whole(&page, cell_at(&page, i), 4));
}

static size_t root_of(const Walk *walk, size_t number)
{
    size_t root = number;
    for (int i = 0; i < DEEPEST && walk->parent[root] != 0; i++)
        root = walk->parent[root];
    return walk->parent[root] != 0 ? number : root; // noise that points round in a ring
}

/// https://www.sqlite.org/fileformat2.html#record_format: 10 and 11 are never written.
static unsigned held(uint64_t serial)
{
    static const unsigned small[] = {HOLDS_NULL,  HOLDS_WHOLE, HOLDS_WHOLE, HOLDS_WHOLE,
                                     HOLDS_WHOLE, HOLDS_WHOLE, HOLDS_WHOLE, HOLDS_REAL,
                                     HOLDS_WHOLE, HOLDS_WHOLE, 0,           0};
    if (serial < sizeof small / sizeof *small)
        return small[serial];
    return serial % 2 ? HOLDS_TEXT : HOLDS_BLOB;
}

typedef struct Row {
    Id id;
    size_t fields;
    uint8_t holds[TREE_FIELDS];
} Row;

static bool read_row(Page *page, size_t at, Row *ret)
{
    Row row = {0};
    at += is_inside(page) ? 4 : 0;
    uint64_t payload = read_varint(page, &at);
    if (!is_keyed(page))
        row.id = (Id)read_varint(page, &at);
    size_t start = at;
    uint64_t head = read_varint(page, &at);
    if (page->bad || head > payload || head > page->size - start)
        return false;
    while (at < start + head && row.fields < TREE_FIELDS) {
        unsigned holds = held(read_varint(page, &at));
        if (holds == 0 || page->bad)
            return false;
        row.holds[row.fields++] = (uint8_t)holds;
    }
    *ret = row;
    return at == start + head;
}

static Tree *tree_of(Walk *walk, const Page *page, size_t root)
{
    if (walk->tree_of[root] == 0) {
        walk->trees = arena_more(walk->arena, walk->trees, walk->count, &walk->room,
                                 sizeof *walk->trees);
        walk->trees[walk->count++] = (Tree){
            .root = (uint32_t)root, .keyed = is_keyed(page), .least = TREE_FIELDS};
        walk->tree_of[root] = walk->count;
    }
    return &walk->trees[walk->tree_of[root] - 1];
}

static void add_row(Tree *tree, const Row *row)
{
    tree->rows++;
    tree->least = row->fields < tree->least ? row->fields : tree->least;
    tree->most = row->fields > tree->most ? row->fields : tree->most;
    for (size_t i = 0; i < row->fields; i++)
        tree->seen[i] |= row->holds[i];
    if (tree->id_count < TREE_SAMPLE)
        tree->ids[tree->id_count++] = row->id;
}

static void add_page(Walk *walk, size_t number)
{
    Page page = page_at(walk, number);
    if (!is_tree(&page) || type_of(&page) == TABLE_INSIDE) // that one holds numbers alone
        return;
    for (size_t i = 0, count = cell_count(&page); i < count; i++) {
        Row row;
        if (!read_row(&page, cell_at(&page, i), &row))
            return;
        add_row(tree_of(walk, &page, root_of(walk, number)), &row);
    }
}

static int by_rows(const void *a, const void *b)
{
    const Tree *left = a, *right = b;
    if (left->rows != right->rows)
        return left->rows > right->rows ? -1 : 1;
    return left->root < right->root ? -1 : 1;
}

Tree *salvage_trees(const unsigned char *bytes, size_t size, size_t page_size, Arena *arena,
                    size_t *ret_count)
{
    Walk walk = {.bytes = bytes, .page_size = page_size, .pages = size / page_size, .arena = arena};
    walk.parent = arena_take(arena, (walk.pages + 1) * sizeof *walk.parent);
    walk.tree_of = arena_take(arena, (walk.pages + 1) * sizeof *walk.tree_of);
    for (size_t number = 2; number <= walk.pages; number++)
        adopt_all(&walk, number);
    for (size_t number = 2; number <= walk.pages; number++)
        add_page(&walk, number);
    if (walk.count > 0)
        qsort(walk.trees, walk.count, sizeof *walk.trees, by_rows);
    *ret_count = walk.count;
    return walk.trees;
}
