// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over all records of a kind, and sorting by hand.
#include "dice_standing.h"

#include <string.h>

static bool take(void *context, Id id, const void *record, Err *err)
{
    Standing *all = context;
    (void)err;
    all->ids = arena_more(all->arena, all->ids, all->count, &all->room, sizeof *all->ids);
    all->rows = arena_more(all->arena, all->rows, all->count, &all->row_room, all->kind->size);
    all->ids[all->count] = id;
    memcpy((char *)all->rows + all->count++ * all->kind->size, record, all->kind->size);
    return true;
}

Standing standing(Dice *dice, const Entity *kind)
{
    Standing all = {.arena = dice->world->arena, .kind = kind};
    if (!record_each(dice->world->store, kind, false, take, &all, &dice->world->err))
        fail_msg("%s", dice->world->err.text);
    return all;
}

void expect(Expected *all, int64_t key, Id id)
{
    size_t at = all->count++;
    assert_true(at < MOST);
    for (;
         at > 0 && (all->keys[at - 1] > key || (all->keys[at - 1] == key && all->ids[at - 1] > id));
         at--) {
        all->keys[at] = all->keys[at - 1];
        all->ids[at] = all->ids[at - 1];
    }
    all->keys[at] = key;
    all->ids[at] = id;
}

void are_these(const Dice *dice, const char *what, const Expected *all, const Id *ids, size_t count)
{
    if (count != all->count)
        fail_msg("MAWARI_SEED played %u: %zu %s, not %zu", dice->state, count, what, all->count);
    for (size_t i = 0; i < count; i++)
        if (ids[i] != all->ids[i])
            fail_msg("MAWARI_SEED played %u: of %s %zu is %lld, not %lld", dice->state, what, i,
                     (long long)ids[i], (long long)all->ids[i]);
}

int64_t newest(Day day, Id id)
{
    return -((int64_t)day * 1000000 + id);
}

Expected *nothing(Dice *dice)
{
    return arena_take(dice->world->arena, sizeof(Expected));
}

void must(Dice *dice, bool read)
{
    if (!read)
        fail_msg("%s", dice->world->err.text);
}
