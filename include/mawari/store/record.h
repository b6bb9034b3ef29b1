// SPDX-License-Identifier: GPL-3.0-or-later
// The only way a row is written. Journal, search, names and derived rows pass here.
#ifndef MAWARI_STORE_RECORD_H
#define MAWARI_STORE_RECORD_H

#include "mawari/model/value.h"
#include "mawari/store/store.h"

typedef struct Step Step;

/// Begins one named, undoable change (BEGIN IMMEDIATE). ERR_BUSY when another instance writes.
/// `command` is the command's name ("move"); with the record of step_about() it becomes the step's
/// sentence in the language of the screen.
bool step_begin(Store *store, const char *command, Moment now, Step **ret, Err *err);
void step_about(Step *step, Id record);
/// How many others the same was done to.
void step_others(Step *step, size_t count);
/// What a step of many records is called instead, in words of no language.
void step_called(Step *step, const char *name);
/// It will write very much: until its end it may keep 64 MB of the file in memory, and a day's stops
/// are those of before.
void step_is_large(Step *step);
/// It is made up: undo takes back even what is otherwise kept for good (entity_is_lasting).
void step_is_made_up(Step *step);
/// What step_end() says of a step that wrote only what no undo takes back (entity_is_lasting).
enum { STEP_LASTING = -1 };
/// Commits; a step that changed nothing leaves nothing. `*ret` is the step's number, 0 if nothing
/// changed. The step is gone afterwards either way; on failure, which a reading before it may have
/// been (store_missed), all is as it was.
bool step_end(Step *step, int64_t *ret, Err *err);
void step_drop(Step *step); // rolls back; NULL is fine
Store *step_store(Step *step);

/// Reads one record whole; texts in `arena`. ERR_NOT_FOUND when there is none of this kind.
bool record_get(Store *store, const Entity *kind, Id id, Arena *arena, void *ret, Err *err);
/// Writes a record: id 0 makes a new one. Only fields that differ are written and journalled.
/// Refused: a NEEDED field unknown, a KEY that another record holds, a reference to nothing or to
/// the wrong kind, a contradiction (record_consistent), a FROZEN field changed. `*ret` may be NULL.
bool record_put(Step *step, const Entity *kind, Id id, const void *record, Id *ret, Err *err);
/// A new record under the uid that it has elsewhere: 36 letters that no record here has.
bool record_put_as(Step *step, const Entity *kind, const char *uid, const void *record, Id *ret,
                   Err *err);
/// One field, for edits and imports: the record is read inside the step.
bool record_set(Step *step, const Entity *kind, Id id, const Field *field, Value value, Err *err);
/// A deletion is an archive; parts (OWNER) go with it.
bool record_archive(Step *step, Id id, Err *err);
bool record_restore(Step *step, Id id, Err *err);

/// What is true of every record.
typedef struct RecordHead {
    Id id;
    const Entity *kind;
    const char *uid;  // upper-case UUID (RFC 7986), made once, never reused
    const char *name; // of the NAMES field, cut to one line
    bool archived;
    Moment created, changed;
} RecordHead;
bool record_head(Store *store, Id id, Arena *arena, RecordHead *ret, Err *err);
bool record_by_uid(Store *store, const char *uid_or_beginning, Id *ret, Err *err);

/// Finds a record of one of `kinds` by what a person writes: its number, the beginning of its uid
/// (4 letters on), its KEY, its name, its reading (exactly, then folded, then as a beginning).
/// ERR_NOT_FOUND, or ERR_INPUT naming the candidates when several fit equally.
bool record_find(Store *store, const Entity *const *kinds, size_t count, const char *written,
                 Id *ret, Err *err);
/// The same, then by any part of its name or reading: where no unknown name is about to become a new
/// record.
bool record_find_part(Store *store, const Entity *const *kinds, size_t count, const char *written,
                      Id *ret, Err *err);
/// The same for one that is archived: its number, the beginning of its uid, its name (exactly, then
/// folded), the one archived last first among the candidates.
bool record_find_archived(Store *store, const Entity *const *kinds, size_t count,
                          const char *written, Id *ret, Err *err);

/// All records of `kind` that are not archived, handed out one by one in id order (exports).
typedef bool (*RecordVisitor)(void *context, Id id, const void *record, Err *err);
bool record_each(Store *store, const Entity *kind, bool archived_too, RecordVisitor visit,
                 void *context, Err *err);
/// reference_of() a record that is read for it; 0 without reading where its kind has no such field.
bool record_reference(Store *store, const Entity *kind, Id id, const char *name, Id *ret, Err *err);
/// The records whose OWNER field (or any reference `field`) is `of`: parts, in id order.
bool record_ids_by(Store *store, const Entity *kind, const Field *field, Id of, Arena *arena,
                   Id **ret, size_t *ret_count, Err *err);
/// The same without those that are discreet: what sheets and `show` may say.
bool record_ids_shown_by(Store *store, const Entity *kind, const Field *field, Id of, Arena *arena,
                         Id **ret, size_t *ret_count, Err *err);

#endif
