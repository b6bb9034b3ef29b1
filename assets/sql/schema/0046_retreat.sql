-- SPDX-License-Identifier: GPL-3.0-or-later
-- Their retreat, derived from a client's records (model/retreat.h): what is true now, and when two
-- of it together make the client slip.
CREATE TABLE client_signal(
    client INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    day INTEGER NOT NULL,
    a INTEGER,
    b INTEGER,
    c INTEGER,
    who INTEGER,
    whom INTEGER,
    PRIMARY KEY (client, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_slip(
    client INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (client, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_slip_until ON client_slip(until, client, since);

CREATE TABLE sale(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    month INTEGER NOT NULL,
    yen INTEGER NOT NULL,
    line TEXT,
    note TEXT
) STRICT;
CREATE INDEX sale_client ON sale(client, month);
CREATE INDEX sale_month ON sale(month);
