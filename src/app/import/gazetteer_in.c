// SPDX-License-Identifier: GPL-3.0-or-later
// A gazetteer taken in: the child's messages into the file, then positions into the records.
#include "gazetteer_in.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/app/child.h"
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

enum { WALL_SECONDS = 60, PLACES_MOST = 1000000 };

static bool lies(Err *err)
{
    return err_set(err, ERR_CHILD, _("mawari-gazetteer sent what makes no sense"));
}

static bool goes_on(const GazetteerWatch *watch, Err *err)
{
    return !watch || watch->go_on(watch->context) || err_set(err, ERR_CANCELLED, _("cancelled"));
}

typedef struct Taking {
    GazetteerMaker *maker;
    const GazetteerWatch *watch;
    size_t places;
    bool done;
} Taking;

/// A whole number that fits, NONE: it is none.
static int32_t whole(const char *text)
{
    char *end;
    long value = strtol(text, &end, 10);
    return *end == '\0' && *text && labs(value) <= 180000000 ? (int32_t)value : NONE;
}

static bool take(Taking *taking, Message message, Err *err)
{
    const char *const *texts = message.texts;
    for (size_t i = 0; i < message.count; i++)
        if (!texts[i])
            return lies(err);
    if (message.count == 0 || taking->done)
        return lies(err);
    if (strcmp(texts[0], "failed") == 0 && message.count == 2)
        return err_set(err, ERR_INPUT, "%s", texts[1]);
    if (strcmp(texts[0], "done") == 0)
        return taking->done = true;
    if (strcmp(texts[0], "municipality") == 0 && message.count == 3) {
        gazetteer_add_municipality(taking->maker, texts[1], texts[2]);
        return true;
    }
    if (strcmp(texts[0], "town") != 0 || message.count != 5 || ++taking->places > PLACES_MOST)
        return lies(err);
    (void)gazetteer_add_town(taking->maker, texts[1], texts[2],
                             (Position){whole(texts[3]), whole(texts[4])});
    return true;
}

static bool hear_out(Child *child, Taking *taking, Err *err)
{
    Arena *arena = arena_open();
    bool good = true, end = false;
    while (good && !end) {
        Message message;
        arena_empty(arena);
        good = child_receive(child, WALL_SECONDS, arena, &message, &end, err) &&
               goes_on(taking->watch, err) && (end || take(taking, message, err));
    }
    arena_close(arena);
    return good;
}

static bool read_all(const char *file, Taking *taking, Err *err)
{
    Child *child;
    char *const arguments[] = {(char *)file, NULL};
    if (!child_start("mawari-gazetteer", arguments, &child, err))
        return false;
    child_sent_all(child);
    if (taking->watch)
        child_watch(child, taking->watch->go_on, taking->watch->context);
    if (!hear_out(child, taking, err)) {
        child_kill(child);
        return false;
    }
    return child_end(child, err) && (taking->done || lies(err));
}

bool gazetteer_take_in(const char *file, const char *path, const GazetteerWatch *watch, Err *err)
{
    Taking taking = {.maker = gazetteer_maker_open(), .watch = watch};
    bool good = read_all(file, &taking, err);
    if (good && taking.places == 0)
        good = err_set(err, ERR_INPUT, _("%s holds no towns: no gazetteer"), file);
    good = good && gazetteer_write(taking.maker, path, err);
    gazetteer_maker_close(taking.maker);
    return good;
}

// Positions

/// Records of one kind that are still to be placed.
typedef struct Waiting {
    Arena *arena;
    const Entity *kind;
    const Field *address, *latitude;
    Id *ids;
    size_t count, room;
} Waiting;

static bool note_waiting(void *context, Id id, const void *record, Err *err)
{
    Waiting *waiting = context;
    (void)err;
    if (value_of(waiting->latitude, record).kind != V_NONE ||
        value_of(waiting->address, record).kind == V_NONE)
        return true;
    waiting->ids = arena_more(waiting->arena, waiting->ids, waiting->count, &waiting->room,
                              sizeof *waiting->ids);
    waiting->ids[waiting->count++] = id;
    return true;
}

static bool fill_one(Step *step, const Gazetteer *gazetteer, const Entity *kind, Id id,
                     Arena *arena, Placed *placed, Err *err)
{
    void *record = arena_take(arena, kind->size), *before = arena_take(arena, kind->size);
    Place place;
    if (!record_get(step_store(step), kind, id, arena, record, err))
        return false;
    memcpy(before, record, kind->size);
    switch (place_record(gazetteer, kind, before, record, arena, &place)) {
    case PLACING_UNKNOWN:
        placed->unknown++;
        return true;
    case PLACING_AMBIGUOUS:
        placed->ambiguous++;
        return true;
    case PLACING_FOUND:
        placed->levels[place.level]++;
        step_about(step, id);
        return record_put(step, kind, id, record, NULL, err);
    case PLACING_NONE:
        break;
    }
    return true;
}

static bool fill_kind(Step *step, const Gazetteer *gazetteer, const Entity *kind,
                      const GazetteerWatch *watch, Placed *placed, Err *err)
{
    Arena *arena = arena_open();
    Waiting waiting = {.arena = arena_open(),
                       .kind = kind,
                       .address = entity_field(kind, "address"),
                       .latitude = entity_field(kind, "latitude")};
    bool good = record_each(step_store(step), kind, false, note_waiting, &waiting, err);
    for (size_t i = 0; good && i < waiting.count; i++) {
        arena_empty(arena);
        good = goes_on(watch, err) &&
               fill_one(step, gazetteer, kind, waiting.ids[i], arena, placed, err);
    }
    arena_close(waiting.arena);
    arena_close(arena);
    return good;
}

bool gazetteer_fill(Store *store, const Gazetteer *gazetteer, Moment now,
                    const GazetteerWatch *watch, Placed *ret, Err *err)
{
    Step *step;
    Placed placed = {.places = gazetteer_places(gazetteer)};
    if (!step_begin(store, "import gazetteer", now, &step, err))
        return false;
    step_is_large(step);
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (place_is_of(kinds[i]) && !fill_kind(step, gazetteer, kinds[i], watch, &placed, err)) {
            step_drop(step);
            return false;
        }
    *ret = placed;
    return step_end(step, NULL, err);
}
