-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an imported file said last, a row a record instead of a row a field: a list of 100,000
-- clients wrote a million. `said` is written and read by src/store/import_base.c.
CREATE TABLE import_base_whole(
    record INTEGER PRIMARY KEY REFERENCES record(id) ON DELETE CASCADE,
    said TEXT NOT NULL
) STRICT;

INSERT INTO import_base_whole(record, said)
SELECT record, group_concat(field || CASE typeof(value)
    WHEN 'null' THEN ' n'
    WHEN 'text' THEN ' t' || length(CAST(value AS BLOB)) || ':' || value
    ELSE ' i' || value END || ';', '')
FROM import_base GROUP BY record;

DROP TABLE import_base;
ALTER TABLE import_base_whole RENAME TO import_base;
