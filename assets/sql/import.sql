-- SPDX-License-Identifier: GPL-3.0-or-later
-- What imported files said last.

-- name: import_base_put
INSERT INTO import_base(record, said) VALUES (?1, ?2)
ON CONFLICT DO UPDATE SET said = excluded.said;

-- name: import_base_of
SELECT said FROM import_base WHERE record = ?1;

-- name: import_bases
SELECT record, said FROM import_base ORDER BY record;

-- An import that is taken back (?2 = 1) or done again takes along what its file said.
-- name: import_base_walk
SELECT change.record, field, iif(?2, before, after) FROM change
CROSS JOIN import_base ON import_base.record = change.record
WHERE step = ?1 AND field IS NOT NULL
  AND EXISTS (SELECT 1 FROM step WHERE id = ?1 AND command = 'import');
