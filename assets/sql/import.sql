-- SPDX-License-Identifier: GPL-3.0-or-later
-- What imported files said last.

-- name: import_base_put
INSERT INTO import_base(record, field, value) VALUES (?1, ?2, ?3)
ON CONFLICT DO UPDATE SET value = excluded.value;

-- name: import_bases
SELECT record, field, value FROM import_base ORDER BY record, field;

-- An import that is taken back (?2 = 1) or done again takes along what its file said.
-- name: import_base_walk
UPDATE import_base SET value = iif(?2, change.before, change.after) FROM change
WHERE change.step = ?1 AND change.field IS NOT NULL
  AND import_base.record = change.record AND import_base.field = change.field
  AND EXISTS (SELECT 1 FROM step WHERE id = ?1 AND command = 'import');
