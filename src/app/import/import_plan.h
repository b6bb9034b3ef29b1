// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would do: every row of a file speaks of targets, which are records of the store
// or records to be made. Made for the preview, and made anew inside the step that stores.
#ifndef APP_IMPORT_PLAN_H
#define APP_IMPORT_PLAN_H

#include "core/map.h"
#include "mawari/app/find.h"
#include "mawari/app/import.h"
#include "mawari/model/kinds.h"
#include "mawari/model/likeness.h"
#include "mawari/store/import_base.h"

/// One field as the file says it.
typedef struct Said {
    const Field *field;
    Value value;          // of a reference to what is in the store: its id
    struct Target *to;    // of a reference to what the file brings, or a list's own
    const ImportRow *row; // the first row that says it
} Said;

typedef struct Target {
    const Entity *kind;
    Id id;         // 0: not in the store yet
    size_t number; // one for each target, for keys
    void *record;  // as the store has it; blank for a new one
    Said *said;
    size_t said_count, said_room;
    struct Target *client;  // of a site
    struct Target *instead; // what a new one turned out to be
    const char *uid;        // that a new one must have; NULL: any
    bool untouched;         // nobody has changed it since the file was exported
    bool written;
    bool listed; // the file speaks of it, settled or not
} Target;

/// A row and what it speaks of; NULL: nothing of that kind.
typedef struct PlanRow {
    ImportRow *row;
    Value *values; // one a column, while the row is matched
    Target *client, *site, *contact, *post, *visit;
    Target *record;    // of IMPORT_RECORDS
    const char *extra; // the unknown columns as lines, for notes; NULL: none
} PlanRow;

typedef struct Plan {
    App *app;
    ImportPreview *preview;
    Arena *arena;   // of what lives as long as the plan
    Arena *scratch; // of one row: emptied before the next; NULL between making and writing
    ValueContext context;
    ImportBases bases;
    Map keys;
    size_t targets;
    PlanRow *rows;
} Plan;

/// Matches all rows with the store and sets their fates. `arena` is the plan's.
bool plan_make(App *app, ImportPreview *preview, Arena *arena, Plan *ret, Err *err);
/// Writes what the plan decided.
bool plan_write(Plan *plan, Step *step, Err *err);
/// A target as it will be written, in the scratch; NULL: it stays as it is.
void *plan_record(const Plan *plan, const Target *target);
/// Says of each new or changed row whose position is doubtful (import_places.c).
void plan_doubt_places(const Plan *plan);
/// Tells apart what a list of clients speaks of from what it spoke of before (import_gone.c).
void plan_find_gone(Plan *plan);
/// What is remembered of a record that a list speaks of, beside its fields: which list that is.
extern const char import_list_said[];
bool plan_stood_in_list(const Plan *plan, const Target *target);

// Between the files of the plan:

/// Reads the records that rows may mean into `plan->keys` (import_index.c).
bool plan_index(Plan *plan, Err *err);
Target *plan_target(Plan *plan, const Entity *kind, Id id, const void *record);
Target *plan_known(const Plan *plan, Id id); // that was read from the store; NULL
void plan_index_client(Plan *plan, Target *client);
void plan_index_site(Plan *plan, Target *site);
void plan_index_contact(Plan *plan, Target *contact, const Target *client);
bool plan_index_records(Plan *plan, Err *err); // import_records.c

/// Keys, in the scratch; each names a sort and what is looked for.
const char *key_code(Plan *plan, const Entity *kind, const char *code);
const char *key_company(Plan *plan, const char *name);
const char *key_under(Plan *plan, const char *sort, const Target *owner, const char *name);
const char *key_number(Plan *plan, const char *sort, int64_t number);

/// The row's value of a field, none when no column holds it.
Value row_value(const Plan *plan, const PlanRow *row, const Entity *kind, const char *field);
const char *row_text(const Plan *plan, const PlanRow *row, const Entity *kind, const char *field);

/// Finds or makes the row's targets (import_match.c, import_visits.c, import_records.c). False: the row is refused
/// or doubtful, and says why.
bool match_client(Plan *plan, PlanRow *row);
bool match_known_party(Plan *plan, PlanRow *row); // contacts, visits: nothing is made
bool match_site(Plan *plan, PlanRow *row);
bool match_person(Plan *plan, PlanRow *row);
bool match_visit(Plan *plan, PlanRow *row);
bool match_record(Plan *plan, PlanRow *row); // import_records.c
bool row_refuse(Plan *plan, PlanRow *row, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool row_doubt(Plan *plan, PlanRow *row, Id twin, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/// May the row's targets be written?
bool row_is_settled(const ImportRow *row);

/// The file says a field; once said, later rows must agree. False: they do not, the row is
/// doubtful.
bool say(Plan *plan, PlanRow *row, Target *target, const Field *field, Value value);
bool say_reference(Plan *plan, PlanRow *row, Target *target, const Field *field, Target *to);
/// All columns of the target's kind, but for the field called `but`.
bool say_columns(Plan *plan, PlanRow *row, Target *target, const char *but);

/// What becomes of one thing that was said (import_judge.c).
typedef enum Verdict { VERDICT_LEAVE, VERDICT_PUT, VERDICT_CONFLICT } Verdict;
Verdict judge(const Plan *plan, const Target *target, const Said *said);
/// What a row is about: its visit, contact, site or client.
Target *plan_core(const Plan *plan, const PlanRow *row);
/// Are its unknown columns to be kept as a note, and not kept yet?
bool plan_brings_notes(const Plan *plan, const PlanRow *row);
/// Sets the fate of a row whose targets are matched.
void judge_row(Plan *plan, PlanRow *row);

#endif
