// SPDX-License-Identifier: GPL-3.0-or-later
// What is not the rep's data: settings, layout, saved filters, import mappings, drafts. Not
// journalled.
#ifndef MAWARI_STORE_SETTINGS_H
#define MAWARI_STORE_SETTINGS_H

#include "mawari/store/store.h"

/// NULL when it was never set.
bool setting_get(Store *store, const char *name, Arena *arena, const char **ret, Err *err);
/// Names and values of those whose name has no dot, in turn and in no order.
bool settings_each(Store *store, void (*take)(void *context, const char *name, const char *value),
                   void *context, Err *err);
bool setting_put(Store *store, const char *name, const char *value, Err *err); // NULL forgets it
/// Two that belong together: both are there, or neither.
bool setting_put_two(Store *store, const char *const names[2], const char *const values[2],
                     Err *err);
/// The names that begin with `prefix` ("view.commitment."), in order.
bool setting_names(Store *store, const char *prefix, Arena *arena, char ***ret, size_t *ret_count,
                   Err *err);

/// A half-typed form: survives everything. `place` names what is edited ("client/12",
/// "new/visit"), `state` is the form's own (JSON, one line a field …).
bool draft_put(Store *store, const char *place, const char *state, Moment now, Err *err);
bool draft_get(Store *store, const char *place, Arena *arena, const char **ret, Err *err);
bool draft_drop(Store *store, const char *place, Err *err);
/// The draft goes in the transaction of the next step, so that a kill leaves either the draft or
/// what was saved from it, never both. NULL: none goes. `place` is kept, not copied.
void draft_goes_with_step(Store *store, const char *place);
/// The place that was named last; NULL: none goes.
const char *draft_of_step(const Store *store);
bool draft_list(Store *store, Arena *arena, char ***ret_places, size_t *ret_count, Err *err);

#endif
