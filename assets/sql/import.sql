-- SPDX-License-Identifier: GPL-3.0-or-later
-- What imported files said last.

-- name: import_base_put
INSERT INTO import_base(record, field, value) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET value = excluded.value;

-- name: import_bases
SELECT record, field, value FROM import_base ORDER BY record, field;
