// SPDX-License-Identifier: GPL-3.0-or-later
// Where a Japanese address lies: look-up in a gazetteer's file. Nothing in the file is trusted: a
// number that points outside of it is an empty text or no row.
#include "mawari/geo/gazetteer.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gazetteer_file.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/geo/address.h"

enum { LEAST_ERROR_M = 30, LETTER_BYTES = 3 };
enum {
    NAME_BYTES = 300
}; // no municipality and no town has a longer key: what is behind is not read

struct Gazetteer {
    void *map;
    size_t size;
    const FileHeader *header;
    const FileMunicipality *municipalities;
    const FileName *names;
    const FilePlace *places;
    const char *heap;
};

// The file

static uint64_t bytes_meant(const FileHeader *header)
{
    return sizeof *header + (uint64_t)header->municipalities * sizeof(FileMunicipality) +
           (uint64_t)header->names * sizeof(FileName) +
           (uint64_t)header->places * sizeof(FilePlace) + header->text_bytes;
}

static bool is_ours(const Gazetteer *gazetteer)
{
    const FileHeader *header = gazetteer->map;
    return gazetteer->size >= sizeof *header && header->magic == gazetteer_magic &&
           header->version == GAZETTEER_VERSION && bytes_meant(header) == gazetteer->size &&
           header->text_bytes > 0 && ((const char *)gazetteer->map)[gazetteer->size - 1] == '\0';
}

static void find_tables(Gazetteer *gazetteer)
{
    const FileHeader *header = gazetteer->header = gazetteer->map;
    gazetteer->municipalities = (const void *)(header + 1);
    gazetteer->names = (const void *)(gazetteer->municipalities + header->municipalities);
    gazetteer->places = (const void *)(gazetteer->names + header->names);
    gazetteer->heap = (const void *)(gazetteer->places + header->places);
}

static bool map_file(int file, Gazetteer *gazetteer)
{
    struct stat info;
    if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size <= 0 ||
        info.st_size > GAZETTEER_BYTES)
        return false;
    gazetteer->size = (size_t)info.st_size;
    gazetteer->map = mmap(NULL, gazetteer->size, PROT_READ, MAP_PRIVATE, file, 0);
    return gazetteer->map != MAP_FAILED;
}

bool gazetteer_open(const char *path, Gazetteer **ret, Err *err)
{
    Gazetteer found = {0};
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return err_set(err, ERR_INPUT, _("%s cannot be read: %s"), path, file_reason(errno));
    bool mapped = map_file(file, &found);
    (void)close(file);
    if (mapped && !is_ours(&found)) {
        (void)munmap(found.map, found.size);
        mapped = false;
    }
    Gazetteer *kept = mapped ? malloc(sizeof *kept) : NULL;
    if (!kept)
        return err_set(err, ERR_INPUT,
                       _("The gazetteer is not of this mawari: mawari import gazetteer FILE "
                         "brings it in again (%s)"),
                       path);
    find_tables(&found);
    *kept = found;
    *ret = kept;
    return true;
}

void gazetteer_close(Gazetteer *gazetteer)
{
    if (!gazetteer)
        return;
    (void)munmap(gazetteer->map, gazetteer->size);
    free(gazetteer);
}

size_t gazetteer_places(const Gazetteer *gazetteer)
{
    return gazetteer->header->places;
}

static const char *text_at(const Gazetteer *gazetteer, uint32_t at)
{
    return at < gazetteer->header->text_bytes ? gazetteer->heap + at : "";
}

// Towns of one municipality

/// A part of a key, and where its places begin and end in the table.
typedef struct Places {
    size_t first, end;
} Places;

static Places places_of(const Gazetteer *gazetteer, const FileMunicipality *municipality)
{
    size_t all = gazetteer->header->places, first = municipality->first;
    if (first > all || municipality->count > all - first)
        return (Places){0, 0};
    return (Places){first, first + municipality->count};
}

/// The first place whose key is not before `size` bytes of `key`; `behind`: that does not begin so.
static size_t lower(const Gazetteer *gazetteer, Places in, const char *key, size_t size,
                    bool behind)
{
    while (in.first < in.end) {
        size_t middle = in.first + (in.end - in.first) / 2;
        int order = strncmp(text_at(gazetteer, gazetteer->places[middle].key), key, size);
        if (order < 0 || (behind && order == 0))
            in.first = middle + 1;
        else
            in.end = middle;
    }
    return in.first;
}

/// Places whose keys begin with `size` bytes of `key`.
static Places beginning(const Gazetteer *gazetteer, Places in, const char *key, size_t size)
{
    return (Places){lower(gazetteer, in, key, size, false), lower(gazetteer, in, key, size, true)};
}

/// The place with this very key; NULL: none.
static const FilePlace *exactly(const Gazetteer *gazetteer, Places in, const char *key)
{
    size_t first = lower(gazetteer, in, key, strlen(key), false); // the shortest comes first
    if (first == in.end || strcmp(text_at(gazetteer, gazetteer->places[first].key), key) != 0)
        return NULL;
    return &gazetteer->places[first];
}

/// What was found for a town, and how many bytes of the key it explains.
typedef struct Found {
    Place place;
    const char *town; // "" where it is only the municipality
    size_t used;
} Found;

static bool is_digit_at(const char *key, size_t at)
{
    return isdigit((unsigned char)key[at]) != 0;
}

/// A key may not end within a character or a number.
static bool may_end(const char *key, size_t size)
{
    bool within_character = ((unsigned char)key[size] & 0xC0) == 0x80;
    bool within_number = size > 0 && is_digit_at(key, size - 1) && is_digit_at(key, size);
    return !within_character && !within_number;
}

static const FilePlace *town_of_length(const Gazetteer *gazetteer, Places in, const char *key,
                                       size_t size, Arena *arena)
{
    const char *part = arena_copy_bytes(arena, key, size);
    const FilePlace *found = exactly(gazetteer, in, part);
    bool bare = is_digit_at(key, size - 1) && (key[size] == '-' || key[size] == '\0');
    if (!found && bare) // 琴似1条3-1-45
        found = exactly(gazetteer, in, arena_print(arena, "%s丁", part));
    return found ? found : exactly(gazetteer, in, arena_print(arena, "%s町", part));
}

/// A file that lies may say the one number that has no positive one.
static int32_t error_of(const FilePlace *place)
{
    return place->error_m == INT32_MIN ? INT32_MAX : abs(place->error_m);
}

static void take_place(const Gazetteer *gazetteer, const FilePlace *place, size_t used, Found *ret)
{
    *ret = (Found){.place = {.position = {place->latitude, place->longitude},
                             .level = place->error_m < 0 ? PLACE_TOWN : PLACE_BLOCK,
                             .error_m = error_of(place)},
                   .town = text_at(gazetteer, place->name),
                   .used = used};
}

/// What the names of all these places begin with.
static char *common_name(const Gazetteer *gazetteer, Places in, Arena *arena)
{
    const char *name = text_at(gazetteer, gazetteer->places[in.first].name);
    size_t size = strlen(name);
    for (size_t i = in.first; i < in.end; i++) {
        const char *other = text_at(gazetteer, gazetteer->places[i].name);
        size_t same = 0;
        while (same < size && name[same] == other[same])
            same++;
        size = same;
    }
    while (size > 0 && !may_end(name, size))
        size--;
    return arena_copy_bytes(arena, name, size);
}

static Position middle_of(const Gazetteer *gazetteer, Places in, int32_t *ret_error_m)
{
    double latitude = 0, longitude = 0, count = (double)(in.end - in.first), error = LEAST_ERROR_M;
    for (size_t i = in.first; i < in.end; i++) {
        latitude += gazetteer->places[i].latitude / count;
        longitude += gazetteer->places[i].longitude / count;
    }
    Position middle = {(int32_t)lround(latitude), (int32_t)lround(longitude)};
    for (size_t i = in.first; i < in.end; i++) {
        Position one = {gazetteer->places[i].latitude, gazetteer->places[i].longitude};
        error = fmax(error, great_circle(middle, one));
    }
    *ret_error_m = (int32_t)error;
    return middle;
}

/// Without its number a town is the middle of all its blocks.
static bool take_middle(const Gazetteer *gazetteer, Places in, const char *key, size_t size,
                        Arena *arena, Found *ret)
{
    in = beginning(gazetteer, in, key, size);
    if (in.first == in.end)
        return false;
    *ret = (Found){
        .place = {.level = PLACE_TOWN}, .town = common_name(gazetteer, in, arena), .used = size};
    ret->place.position = middle_of(gazetteer, in, &ret->place.error_m);
    return true;
}

static bool find_town(const Gazetteer *gazetteer, Places in, const char *key, Arena *arena,
                      Found *ret)
{
    size_t length = strnlen(key, NAME_BYTES);
    for (size_t size = length; size > 0; size--) {
        const FilePlace *place = may_end(key, size)
                                     ? town_of_length(gazetteer, in, key, size, arena)
                                     : NULL;
        if (place) {
            take_place(gazetteer, place, size, ret);
            return true;
        }
    }
    for (size_t size = length; size >= (size_t)2 * LETTER_BYTES; size--) {
        bool whole = key[size] == '\0' || is_digit_at(key, size); // 大通西5丁目 without its number
        if (whole && may_end(key, size) && !is_digit_at(key, size - 1) &&
            take_middle(gazetteer, in, key, size, arena, ret))
            return true;
    }
    return false;
}

/// Behind the streets of Kyoto: 寺町通御池上る|上本能寺前町. The key itself where there are none.
static const char *behind_streets(const char *key)
{
    static const char *const turns[] = {"上る", "下る", "東入る", "西入る", "東入", "西入"};
    const char *last = key;
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
        for (const char *at = strstr(key, turns[i]); at; at = strstr(at, turns[i])) {
            at += strlen(turns[i]);
            last = at > last ? at : last;
        }
    return last;
}

// Municipalities

typedef struct Names {
    size_t first, end;
} Names;

static size_t lower_name(const Gazetteer *gazetteer, const char *key, size_t size, bool behind)
{
    size_t first = 0, end = gazetteer->header->names;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        const char *name = text_at(gazetteer, gazetteer->names[middle].key);
        int order = strncmp(name, key, size);
        if (order == 0 && strlen(name) > size)
            order = 1;
        if (order < 0 || (behind && order == 0))
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/// The municipalities that the longest part in front of `key` can mean.
static Names longest_name(const Gazetteer *gazetteer, const char *key, size_t *ret_size)
{
    for (size_t size = strnlen(key, NAME_BYTES); size > 0; size--) {
        if (!may_end(key, size))
            continue;
        Names names = {lower_name(gazetteer, key, size, false),
                       lower_name(gazetteer, key, size, true)};
        *ret_size = size;
        if (names.first < names.end)
            return names;
    }
    return (Names){0, 0};
}

static const FileMunicipality *municipality_of(const Gazetteer *gazetteer, size_t name)
{
    uint32_t number = gazetteer->names[name].municipality;
    bool there = number < gazetteer->header->municipalities;
    return there ? &gazetteer->municipalities[number] : NULL;
}

static Found only_municipality(const FileMunicipality *municipality)
{
    return (Found){.place = {.position = {municipality->latitude, municipality->longitude},
                             .level = PLACE_MUNICIPALITY,
                             .error_m = municipality->error_m},
                   .town = ""};
}

static bool is_in_kyoto(const Gazetteer *gazetteer, const FileMunicipality *municipality)
{
    return strstr(text_at(gazetteer, municipality->name), "京都市") != NULL;
}

/// In Kyoto the town stands behind the streets or nowhere: 下立売通 is not the town 下之町.
static Found look_in(const Gazetteer *gazetteer, const FileMunicipality *municipality,
                     const char *key, Arena *arena)
{
    Found found;
    Places places = places_of(gazetteer, municipality);
    const char *town = is_in_kyoto(gazetteer, municipality) ? behind_streets(key) : key;
    return find_town(gazetteer, places, town, arena, &found) ? found
                                                             : only_municipality(municipality);
}

bool gazetteer_find(const Gazetteer *gazetteer, const char *address, Arena *arena, Place *ret)
{
    char *key = address_key(address, arena);
    size_t size = 0;
    Names names = longest_name(gazetteer, key, &size);
    const FileMunicipality *best = NULL;
    Found found = {0};
    for (size_t i = names.first; i < names.end; i++) {
        const FileMunicipality *municipality = municipality_of(gazetteer, i);
        if (!municipality || municipality->count == 0)
            continue;
        Found here = look_in(gazetteer, municipality, key + size, arena);
        if (best && here.used < found.used)
            continue;
        here.place.ambiguous = best && here.used == found.used;
        best = municipality;
        found = here;
    }
    if (!best)
        return false;
    found.place.name = arena_print(arena, "%s%s", text_at(gazetteer, best->name), found.town);
    *ret = found.place;
    return true;
}
