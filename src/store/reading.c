// SPDX-License-Identifier: GPL-3.0-or-later
// Reading at length: of one moment, and with as much of the file in memory as it is worth.
#include <stdio.h>

#include "connection.h"
#include "mawari/base/lang.h"
#include "sql.h"

bool store_read_begin(Store *store)
{
    return store->db != NULL && sqlite3_get_autocommit(store->db) &&
           sql_run(store, sql_query(store, Q_begin_reading), _("reading"), NULL);
}

void store_read_end(Store *store, bool begun)
{
    if (begun && store->db != NULL && !sqlite3_get_autocommit(store->db))
        (void)sql_run(store, sql_query(store, Q_commit), _("reading"), NULL);
}

void connection_keep(Store *store, int kilobytes)
{
    char sql[48];
    if (store->db == NULL)
        return;
    snprintf(sql, sizeof sql, "PRAGMA cache_size = -%d", kilobytes);
    (void)sql_exec(store, sql, "", NULL);
    if (kilobytes < store->keeps)
        sqlite3_db_release_memory(store->db);
    store->keeps = kilobytes;
}

void store_read_usual(Store *store)
{
    connection_keep(store, CONNECTION_KEEPS);
}

void store_read_much(Store *store, bool much)
{
    if (much)
        connection_keep(store, 24 << 10);
    else
        store_read_usual(store);
}
