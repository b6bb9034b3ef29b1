// SPDX-License-Identifier: GPL-3.0-or-later
// Where a visit goes: a site or an end customer's place, and the department in it.
#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/model/value.h"
#include "mawari/store/queries.h"
#include "mawari/store/record.h"
#include "query_rows.h"

static void site_of(const EndCustomer *customer, Arena *arena, Site *ret)
{
    record_blank(&entity_site, ret, NONE, arena);
    ret->name = customer->name;
    ret->client = customer->client;
    ret->reading = customer->reading;
    ret->address = customer->address;
    ret->telephone = customer->telephone;
    ret->latitude = customer->latitude;
    ret->longitude = customer->longitude;
    ret->position_level = customer->position_level;
    ret->position_error_m = customer->position_error_m;
}

bool query_visited_place(Store *store, Id id, Arena *arena, Site *ret, Err *err)
{
    RecordHead head;
    EndCustomer customer;
    if (id == 0) {
        record_blank(&entity_site, ret, NONE, arena);
        return true;
    }
    if (!record_head(store, id, arena, &head, err))
        return false;
    if (head.kind != &entity_end_customer)
        return record_get(store, &entity_site, id, arena, ret, err);
    if (!record_get(store, &entity_end_customer, id, arena, &customer, err))
        return false;
    site_of(&customer, arena, ret);
    return true;
}

bool query_department(Store *store, Id site, const char *name, Arena *arena, Department *ret,
                      Err *err)
{
    int64_t id = 0;
    record_blank(&entity_department, ret, NONE, arena);
    if (!site || !name || !*name)
        return true;
    sqlite3_stmt *ask = sql_query(store, Q_department_there);
    sqlite3_bind_int64(ask, 1, site);
    sql_bind_text(ask, 2, name);
    return sql_number(store, ask, 0, &id, _("reading"), err) &&
           (id == 0 || record_get(store, &entity_department, id, arena, ret, err));
}
