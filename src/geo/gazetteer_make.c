// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a gazetteer's file out of municipalities and towns.
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer_file.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/geo/address.h"
#include "mawari/geo/gazetteer.h"

/// The third nearest neighbour says how dense places are. With these shares of its distance, four
/// of five addresses lie within: measured on 568 hospitals of Hokkaidō with published positions.
static const double share_of_block = 0.55, share_of_town = 1.0;
static const double radian = 3.14159265358979323846 / 180 / 1e6; // of a microdegree
enum { NEIGHBOURS = 3, LEAST_ERROR_M = 30, FARTHEST_M = 20000, EARTH_RADIUS_M = 6371009 };
enum { LOOK_MOST = 2000 }; // each way: no municipality is as dense as that

typedef struct MadePlace {
    const char *key, *name;
    Position position;
    bool block;
    int32_t error_m;
} MadePlace;

typedef struct MadeName {
    const char *key;
    uint32_t municipality;
} MadeName;

typedef struct MadeMunicipality {
    const char *name;
    size_t first, count;
    Position position;
    int32_t error_m;
} MadeMunicipality;

struct GazetteerMaker {
    Arena *arena;
    MadeMunicipality *municipalities;
    MadeName *names;
    MadePlace *places;
    size_t municipality_count, municipality_room, name_count, name_room, place_count, place_room;
};

GazetteerMaker *gazetteer_maker_open(void)
{
    Arena *arena = arena_open();
    GazetteerMaker *maker = arena_new(arena, GazetteerMaker);
    maker->arena = arena;
    return maker;
}

void gazetteer_maker_close(GazetteerMaker *maker)
{
    if (maker)
        arena_close(maker->arena);
}

static void add_name(GazetteerMaker *maker, const char *first, const char *second)
{
    char *name = arena_print(maker->arena, "%s%s", first, second);
    maker->names = arena_more(maker->arena, maker->names, maker->name_count, &maker->name_room,
                              sizeof *maker->names);
    maker->names[maker->name_count++] = (MadeName){
        .key = address_key(name, maker->arena),
        .municipality = (uint32_t)(maker->municipality_count - 1),
    };
}

static bool ends_with(const char *s, const char *end)
{
    size_t size = strlen(s), tail = strlen(end);
    return size > tail && strcmp(s + size - tail, end) == 0;
}

/// Behind 郡 or 市 where a smaller unit follows: 紋別郡|興部町, 札幌市|西区; NULL in 蒲郡市.
static const char *smaller_unit(const char *name)
{
    bool ward = ends_with(name, "区");
    if (!ward && !ends_with(name, "町") && !ends_with(name, "村"))
        return NULL;
    const char *sign = ward ? "市" : "郡", *at = strstr(name, sign);
    return at && at != name ? at + strlen(sign) : NULL;
}

/// With and without the prefecture.
static void add_both_names(GazetteerMaker *maker, const char *prefecture, const char *name)
{
    add_name(maker, prefecture, name);
    add_name(maker, "", name);
}

void gazetteer_add_municipality(GazetteerMaker *maker, const char *prefecture, const char *name)
{
    Arena *arena = maker->arena;
    maker->municipalities = arena_more(arena, maker->municipalities, maker->municipality_count,
                                       &maker->municipality_room, sizeof *maker->municipalities);
    maker->municipalities[maker->municipality_count++] = (MadeMunicipality){
        .name = arena_print(arena, "%s%s", prefecture, name), .first = maker->place_count};

    add_both_names(maker, prefecture, name);
    add_name(maker, prefecture, "");
    const char *part = smaller_unit(name);
    if (!part)
        return;
    char *county_or_city = arena_copy_bytes(arena, name, (size_t)(part - name));
    add_both_names(maker, prefecture, county_or_city);
    if (!ends_with(name, "区"))
        add_both_names(maker, prefecture, part);
}

static bool is_numbered(const char *town)
{
    static const char *const ends[] = {"丁目", "条", "線", "号", "番地", "地割", "丁"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends_with(town, ends[i]))
            return true;
    return false;
}

static bool in_the_world(Position position)
{
    return position_known(position) && abs(position.latitude) <= 90000000 &&
           abs(position.longitude) <= 180000000;
}

bool gazetteer_add_town(GazetteerMaker *maker, const char *town, const char *block,
                        Position position)
{
    if (maker->municipality_count == 0 || !in_the_world(position))
        return false;
    char *name = arena_print(maker->arena, "%s%s", town, block);
    char *key = address_key(name, maker->arena);
    if (!*key)
        return false;
    maker->places = arena_more(maker->arena, maker->places, maker->place_count, &maker->place_room,
                               sizeof *maker->places);
    maker->places[maker->place_count++] = (MadePlace){
        .key = key, .name = name, .position = position, .block = *block || is_numbered(town)};
    maker->municipalities[maker->municipality_count - 1].count++;
    return true;
}

// Errors

/// Metres on a plane, good enough within a municipality.
static double metres(Position from, Position to)
{
    double degree = EARTH_RADIUS_M * radian;
    double up = (to.latitude - from.latitude) * degree;
    double across = ((double)to.longitude - from.longitude) * degree * cos(from.latitude * radian);
    return sqrt(up * up + across * across);
}

/// Keeps the nearest ones, the farthest of them last. The same spot again says nothing.
static void keep_nearest(double nearest[NEIGHBOURS], double distance)
{
    if (distance < 1 || distance >= nearest[NEIGHBOURS - 1])
        return;
    size_t at = NEIGHBOURS - 1;
    for (; at > 0 && nearest[at - 1] > distance; at--)
        nearest[at] = nearest[at - 1];
    nearest[at] = distance;
}

static bool is_same_spot(Position a, Position b)
{
    return a.latitude == b.latitude && a.longitude == b.longitude;
}

static int by_position(const void *a, const void *b)
{
    Position left = ((const MadePlace *)a)->position, right = ((const MadePlace *)b)->position;
    if (left.latitude != right.latitude)
        return left.latitude < right.latitude ? -1 : 1;
    return (left.longitude > right.longitude) - (left.longitude < right.longitude);
}

/// Of the spots sorted by latitude only those that can still be nearer are looked at.
static void look_along(const Position *spots, size_t count, size_t of, int step, double *nearest)
{
    double degree = EARTH_RADIUS_M * radian;
    size_t looked = 0;
    for (size_t i = of + (size_t)step; i < count; i += (size_t)step) { // wraps below zero: ends
        double up = fabs((double)spots[i].latitude - spots[of].latitude);
        if (up * degree >= nearest[NEIGHBOURS - 1] || looked++ == LOOK_MOST)
            return;
        keep_nearest(nearest, metres(spots[of], spots[i]));
    }
}

static double last_of_nearest(const Position *spots, size_t count, size_t of)
{
    double nearest[NEIGHBOURS] = {FARTHEST_M, FARTHEST_M, FARTHEST_M};
    look_along(spots, count, of, 1, nearest);
    look_along(spots, count, of, -1, nearest);
    return nearest[NEIGHBOURS - 1];
}

/// A list of strangers may put a hundred thousand places on one spot: it is measured once.
static void measure_errors(MadePlace *places, size_t count, Arena *arena)
{
    Position *spots = arena_array(arena, Position, count);
    size_t spot_count = 0;
    qsort(places, count, sizeof *places, by_position);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !is_same_spot(places[i - 1].position, places[i].position))
            spots[spot_count++] = places[i].position;
    for (size_t i = 0, spot = 0; spot < spot_count; spot++) {
        double distance = last_of_nearest(spots, spot_count, spot);
        for (; i < count && is_same_spot(places[i].position, spots[spot]); i++) {
            double share = places[i].block ? share_of_block : share_of_town;
            places[i].error_m = (int32_t)fmax(LEAST_ERROR_M, distance * share);
        }
    }
}

/// The middle of all places, and how far they lie from it (root of the mean square).
static void measure_municipality(MadeMunicipality *municipality, const MadePlace *places)
{
    double latitude = 0, longitude = 0, square = 0, count = (double)municipality->count;
    for (size_t i = 0; i < municipality->count; i++) {
        latitude += places[i].position.latitude / count;
        longitude += places[i].position.longitude / count;
    }
    municipality->position = (Position){(int32_t)lround(latitude), (int32_t)lround(longitude)};
    for (size_t i = 0; i < municipality->count; i++) {
        double off = metres(municipality->position, places[i].position);
        square += off * off / count;
    }
    municipality->error_m = (int32_t)fmax(LEAST_ERROR_M, sqrt(square));
}

// The file

static int by_key(const void *a, const void *b)
{
    return strcmp(((const MadePlace *)a)->key, ((const MadePlace *)b)->key);
}

static int by_name(const void *a, const void *b)
{
    const MadeName *left = a, *right = b;
    int order = strcmp(left->key, right->key);
    if (order == 0)
        order = (left->municipality > right->municipality) -
                (left->municipality < right->municipality);
    return order;
}

static void finish(GazetteerMaker *maker)
{
    for (size_t i = 0; i < maker->municipality_count; i++) {
        MadeMunicipality *municipality = &maker->municipalities[i];
        MadePlace *places = maker->places + municipality->first;
        if (municipality->count == 0)
            continue;
        measure_municipality(municipality, places);
        measure_errors(places, municipality->count, maker->arena);
        qsort(places, municipality->count, sizeof *places, by_key);
    }
    qsort(maker->names, maker->name_count, sizeof *maker->names, by_name);
}

static uint32_t put_text(Buffer *heap, const char *text)
{
    uint32_t at = (uint32_t)heap->size;
    buffer_add_bytes(heap, text, strlen(text) + 1);
    return at;
}

static void put_municipalities(const GazetteerMaker *maker, Buffer *out, Buffer *heap)
{
    for (size_t i = 0; i < maker->municipality_count; i++) {
        const MadeMunicipality *made = &maker->municipalities[i];
        FileMunicipality row = {.name = put_text(heap, made->name),
                                .first = (uint32_t)made->first,
                                .count = (uint32_t)made->count,
                                .latitude = made->position.latitude,
                                .longitude = made->position.longitude,
                                .error_m = made->error_m};
        buffer_add_bytes(out, (const char *)&row, sizeof row);
    }
}

static void put_names(const GazetteerMaker *maker, Buffer *out, Buffer *heap)
{
    for (size_t i = 0; i < maker->name_count; i++) {
        FileName row = {.key = put_text(heap, maker->names[i].key),
                        .municipality = maker->names[i].municipality};
        buffer_add_bytes(out, (const char *)&row, sizeof row);
    }
}

static void put_places(const GazetteerMaker *maker, Buffer *out, Buffer *heap)
{
    for (size_t i = 0; i < maker->place_count; i++) {
        const MadePlace *made = &maker->places[i];
        FilePlace row = {.key = put_text(heap, made->key),
                         .name = put_text(heap, made->name),
                         .latitude = made->position.latitude,
                         .longitude = made->position.longitude,
                         .error_m = made->block ? made->error_m : -made->error_m};
        buffer_add_bytes(out, (const char *)&row, sizeof row);
    }
}

bool gazetteer_write(GazetteerMaker *maker, const char *path, Err *err)
{
    if (maker->place_count == 0)
        return err_set(err, ERR_INPUT, _("there are no places in it"));
    finish(maker);
    Buffer out = {.arena = maker->arena}, heap = {.arena = maker->arena};
    FileHeader header = {.magic = gazetteer_magic,
                         .version = GAZETTEER_VERSION,
                         .municipalities = (uint32_t)maker->municipality_count,
                         .names = (uint32_t)maker->name_count,
                         .places = (uint32_t)maker->place_count};
    buffer_add_bytes(&out, (const char *)&header, sizeof header);
    put_municipalities(maker, &out, &heap);
    put_names(maker, &out, &heap);
    put_places(maker, &out, &heap);
    if (out.size + heap.size > GAZETTEER_BYTES)
        return err_set(err, ERR_INPUT,
                       _("a gazetteer of more than %d MiB is none that can be used"),
                       GAZETTEER_BYTES >> 20);
    header.text_bytes = (uint32_t)heap.size;
    memcpy(out.text, &header, sizeof header);
    buffer_add_bytes(&out, heap.text, heap.size);
    return file_write(path, out.text, out.size, 0600, err);
}
