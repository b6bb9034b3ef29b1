// SPDX-License-Identifier: GPL-3.0-or-later
// Records by what a person writes, and fields by what was typed into them.
#ifndef MAWARI_APP_FIND_H
#define MAWARI_APP_FIND_H

#include "mawari/app/app.h"
#include "mawari/model/filter.h"

/// Finds one record of `kinds` (NULL: any kind): its number, the beginning of its uid, its name or
/// reading or a part of them, "me" for the rep, "T12" for a trouble. ERR_NOT_FOUND, or ERR_INPUT
/// naming candidates.
bool app_find(App *app, const KindSet *kinds, const char *written, Id *ret, Err *err);
/// The same without parts of names, where an unknown name becomes a new record or stays a word: 豆腐
/// is not the only product that has it in its name.
bool app_find_known(App *app, const KindSet *kinds, const char *written, Id *ret, Err *err);
/// The same among what was archived: by number or uid, by name.
bool app_find_archived(App *app, const KindSet *kinds, const char *written, Id *ret, Err *err);

/// Reads what was typed into a field of `kind`, references by name. Days look the way the field
/// does: due days forward, log fields back. The error begins with the field's name.
bool app_read_field(App *app, const Entity *kind, const Field *field, const char *typed,
                    Arena *arena, Value *ret, Err *err);
DayLook app_field_look(const Entity *kind, const Field *field);

/// filter_parse() of what a person typed: what is masked is neither asked for by value nor sorted by,
/// for that would tell it, unless it is revealed.
bool app_filter(const App *app, const Entity *kind, const char *typed, Arena *arena, Filter *ret,
                Err *err);

/// A record's name, "" when there is none.
const char *app_name(App *app, Id id, Arena *arena);
/// "青葉商店 本店": a site with its client before it where its own name does not say whose it is.
const char *place_name(const char *client, const char *site, Arena *arena);

#endif
