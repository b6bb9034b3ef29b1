// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there: the rep, the rep's office, a client's people.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "sql.h"

bool query_me(Store *store, Id *ret_contact, Err *err)
{
    return sql_number(store, sql_query(store, Q_find_me), 0, ret_contact, _("reading"), err);
}

bool query_home_office(Store *store, Id *ret_office, Err *err)
{
    return sql_number(store, sql_query(store, Q_find_home_office), 0, ret_office, _("reading"),
                      err);
}
