// SPDX-License-Identifier: GPL-3.0-or-later
// A reason to come: what rounds bring to this client.
#include "mawari/app/reasons.h"
#include "mawari/app/rounds.h"
#include "mawari/model/kinds.h"

bool reasons_round(const ReasonsAsk *ask, Reasons *out, Err *err)
{
    DoorsHere doors;
    if (!query_doors_here(ask->app->store, ask->client, ask->day, ask->arena, &doors, err))
        return false;
    for (size_t i = 0; i < doors.count; i++)
        reasons_add(out, (Reason){.kind = &entity_round_client,
                                  .id = doors.rows[i].id,
                                  .text = doors.rows[i].title,
                                  .more = doors.rows[i].say,
                                  .by = doors.rows[i].deadline});
    return true;
}
