// SPDX-License-Identifier: GPL-3.0-or-later
// Where records lie: typed by the rep, or looked up by their address.
#include "mawari/app/places.h"

#include <string.h>
#include <unistd.h>

#include "mawari/geo/map_link.h"
#include "mawari/model/client.h"

char *places_path(const char *store, Arena *arena)
{
    return arena_print(arena, "%s.gazetteer", store);
}

/// A gazetteer that cannot be read is as none; why is said once.
static Gazetteer *gazetteer_of(App *app, Arena *arena)
{
    if (app->gazetteer_sought)
        return app->gazetteer;
    app->gazetteer_sought = true;
    char *path = places_path(app->path, arena);
    Err err = {0};
    if (access(path, F_OK) == 0 && !gazetteer_open(path, &app->gazetteer, &err))
        app_set_news(app, arena_print(arena, "! %s", err.text));
    return app->gazetteer;
}

bool app_has_gazetteer(App *app)
{
    return gazetteer_of(app, app->scratch) != NULL;
}

/// Where `address` lies. False: there is no gazetteer, or it knows not even the municipality.
static bool find_address(App *app, const char *address, Arena *arena, Place *ret)
{
    if (!address || !*address)
        return false;
    Gazetteer *places = gazetteer_of(app, arena);
    return places && gazetteer_find(places, address, arena, ret);
}

/// The model's word for how exact a look-up was.
static const Word *level_word(PlaceLevel level)
{
    static const PositionLevel levels[] = {[PLACE_BLOCK] = POSITION_BLOCK,
                                           [PLACE_TOWN] = POSITION_TOWN,
                                           [PLACE_MUNICIPALITY] = POSITION_MUNICIPALITY};
    return words_by_value(&words_position_level, (int32_t)levels[level]);
}

/// "block, ±130 m"
static char *exactness(const Word *level, int32_t error_m, Arena *arena)
{
    const char *title = lang_text(level->title);
    if (error_m == NONE)
        return arena_copy(arena, title);
    if (error_m < 1000)
        return arena_print(arena, _("%s, ±%d m"), title, (int)(error_m + 9) / 10 * 10);
    return arena_print(arena, _("%s, ±%.1f km"), title, error_m / 1000.0);
}

/// "琴似一条三丁目, block, ±80 m", with a question where it is ambiguous: what a form says of an
/// address.
static char *place_sentence(const Place *place, Arena *arena)
{
    if (place->ambiguous)
        return arena_print(arena, _("%s or elsewhere: say more"), place->name);
    const char *exact = exactness(level_word(place->level), place->error_m, arena);
    if (place->level == PLACE_MUNICIPALITY)
        return arena_print(arena, _("%s (%s): doubtful"), place->name, exact);
    return arena_print(arena, "%s (%s)", place->name, exact);
}

/// The fields of a kind that lies somewhere.
typedef struct Located {
    const Field *address, *latitude, *longitude, *level, *error;
} Located;

static bool locate(const Entity *kind, Located *ret)
{
    *ret = (Located){.address = entity_own_field(kind, "address"),
                     .latitude = entity_own_field(kind, "latitude"),
                     .longitude = entity_own_field(kind, "longitude"),
                     .level = entity_own_field(kind, "position_level"),
                     .error = entity_own_field(kind, "position_error_m")};
    return ret->address && ret->latitude && ret->longitude && ret->level && ret->error;
}

static bool differs(const Field *field, const void *before, const void *record)
{
    Value was = before ? value_of(field, before) : value_none();
    return !value_same(was, value_of(field, record));
}

static void put_position(const Located *fields, void *record, const Place *place, Arena *arena)
{
    bool found = place != NULL;
    value_put(fields->latitude, record,
              found ? value_whole(place->position.latitude) : value_none(), arena);
    value_put(fields->longitude, record,
              found ? value_whole(place->position.longitude) : value_none(), arena);
    value_put(fields->level, record, value_text(found ? level_word(place->level)->code : NULL),
              arena);
    value_put(fields->error, record, found ? value_whole(place->error_m) : value_none(), arena);
}

/// A position that a person changed is typed, and its error is no longer known.
static void put_typed(const Located *fields, void *record, Arena *arena)
{
    bool known = value_of(fields->latitude, record).kind == V_WHOLE &&
                 value_of(fields->longitude, record).kind == V_WHOLE;
    value_put(fields->level, record, value_text(known ? "typed" : NULL), arena);
    value_put(fields->error, record, value_none(), arena);
}

bool place_is_of(const Entity *kind)
{
    Located fields;
    return locate(kind, &fields);
}

static bool is_typed(const Located *fields, const void *record)
{
    Value level = value_of(fields->level, record);
    return level.kind == V_TEXT && strcmp(level.text, "typed") == 0;
}

static bool was_looked_up(const Located *fields, const void *record)
{
    return value_of(fields->level, record).kind == V_TEXT && !is_typed(fields, record);
}

bool place_is_looked_up(const Entity *kind, const Field *field, const void *record)
{
    Located fields;
    return locate(kind, &fields) && was_looked_up(&fields, record) &&
           (field == fields.latitude || field == fields.longitude || field == fields.level ||
            field == fields.error);
}

/// Marks what was typed; true where a place is to be looked for.
static bool is_asked(const Located *fields, const void *before, void *record, Arena *arena)
{
    bool moved = differs(fields->latitude, before, record) ||
                 differs(fields->longitude, before, record);
    if (moved && !differs(fields->level, before, record)) // an export of ours brings its level
        put_typed(fields, record, arena);
    if (is_typed(fields, record))
        return false;
    return value_of(fields->latitude, record).kind == V_NONE ||
           (!moved && differs(fields->address, before, record));
}

Placing place_record(const Gazetteer *gazetteer, const Entity *kind, const void *before,
                     void *record, Arena *arena, Place *ret)
{
    Located fields;
    Place place = {0};
    if (!locate(kind, &fields) || !is_asked(&fields, before, record, arena))
        return PLACING_NONE;
    const char *address = value_of(fields.address, record).text;
    bool known = gazetteer && address && gazetteer_find(gazetteer, address, arena, &place);
    bool found = known && !place.ambiguous;
    if (found || was_looked_up(&fields, record)) // what was found for another address goes
        put_position(&fields, record, found ? &place : NULL, arena);
    if (found && ret)
        *ret = place;
    return found ? PLACING_FOUND : known ? PLACING_AMBIGUOUS : PLACING_UNKNOWN;
}

Placing app_place_record(App *app, const Entity *kind, const void *before, void *record,
                         Arena *arena)
{
    if (!place_is_of(kind))
        return PLACING_NONE;
    return place_record(gazetteer_of(app, arena), kind, before, record, arena, NULL);
}

static bool is_link(const Entity *kind, const Field *field, const char *typed, Position *ret)
{
    Located fields;
    return locate(kind, &fields) && field == fields.latitude && map_link_read(typed, ret);
}

bool place_put_typed(const Entity *kind, const Field *field, const char *typed, void *record,
                     Arena *arena)
{
    Position position;
    if (!is_link(kind, field, typed, &position))
        return false;
    value_put(field, record, value_whole(position.latitude), arena);
    value_put(entity_own_field(kind, "longitude"), record, value_whole(position.longitude), arena);
    return true;
}

char *app_place_hint(App *app, const Entity *kind, const Field *field, const char *typed,
                     Arena *arena)
{
    Position position;
    Place place;
    if (is_link(kind, field, typed, &position))
        return arena_print(arena, "%.6f, %.6f", position.latitude / 1e6, position.longitude / 1e6);
    bool asked = place_is_of(kind) && strcmp(field->name, "address") == 0;
    return asked && find_address(app, typed, arena, &place) ? place_sentence(&place, arena) : NULL;
}

/// How the position is known; where only the municipality is, that it is doubtful.
static char *known_note(const Located *fields, const void *record, Arena *arena)
{
    Value level = value_of(fields->level, record), error = value_of(fields->error, record);
    const Word *word = level.kind == V_TEXT ? words_read(&words_position_level, level.text, arena)
                                            : NULL;
    if (!word)
        return NULL;
    const char *exact = exactness(word, error.kind == V_WHOLE ? (int32_t)error.whole : NONE, arena);
    return word->value == POSITION_MUNICIPALITY ? arena_print(arena, _("? %s: doubtful"), exact)
                                                : arena_print(arena, "(%s)", exact);
}

/// Why an address gave no position; without a gazetteer nobody looked.
static char *unknown_note(App *app, const char *address, Arena *arena)
{
    Place place;
    if (!gazetteer_of(app, arena))
        return NULL;
    if (!find_address(app, address, arena, &place))
        return arena_copy(arena, _("? not found"));
    return place.ambiguous ? arena_print(arena, "? %s", place_sentence(&place, arena)) : NULL;
}

char *app_place_note(App *app, const Entity *kind, const Field *field, const void *record,
                     Arena *arena)
{
    Located fields;
    if (!locate(kind, &fields))
        return NULL;
    bool known = value_of(fields.latitude, record).kind == V_WHOLE;
    const char *address = value_of(fields.address, record).text;
    if (known && field == fields.longitude)
        return known_note(&fields, record, arena);
    return !known && field == fields.address && address ? unknown_note(app, address, arena) : NULL;
}

void app_renew_gazetteer(App *app)
{
    gazetteer_close(app->gazetteer);
    app->gazetteer = NULL;
    app->gazetteer_sought = false;
}
