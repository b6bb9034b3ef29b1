-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an imported file said last, field by field: so that what the rep has typed since is told
-- from what the file has changed. Not the rep's data: it is not journalled.
CREATE TABLE import_base(
    record INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value ANY,
    PRIMARY KEY(record, field)
) STRICT, WITHOUT ROWID;
