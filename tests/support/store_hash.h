// SPDX-License-Identifier: GPL-3.0-or-later
// What a store holds as one number, to tell whether two stores say the same.
#ifndef MAWARI_TESTS_STORE_HASH_H
#define MAWARI_TESTS_STORE_HASH_H

#include "mawari/store/store.h"

/// `hash` with this text behind it; NULL counts as "".
uint64_t hash_onto(const char *text, uint64_t hash);
/// All that the rep would miss: records, steps, settings. Uids are chance and left out.
uint64_t hash_store(Store *store, Arena *arena);

#endif
