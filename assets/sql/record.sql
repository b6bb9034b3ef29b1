-- SPDX-License-Identifier: GPL-3.0-or-later
-- Records as such, whatever their kind.

-- name: begin
BEGIN IMMEDIATE;

-- name: commit
COMMIT;

-- name: data_version
PRAGMA data_version;

-- name: record_add
INSERT INTO record(kind, uid, name, created, changed) VALUES (?1, coalesce(?4, new_uid()), ?2, ?3, ?3);

-- name: record_keep
UPDATE record SET name = ?2, changed = ?3 WHERE id = ?1;

-- name: record_name
SELECT name FROM record WHERE id = ?1;

-- name: record_kind
SELECT kind, archived FROM record WHERE id = ?1;

-- name: record_uid
SELECT uid FROM record WHERE id = ?1;

-- name: record_head
SELECT kind, uid, name, archived, created, changed FROM record WHERE id = ?1;

-- name: record_erase
DELETE FROM record WHERE id = ?1;

-- name: record_recreate
INSERT INTO record(id, kind, uid, created, changed)
SELECT ?1, ?2 ->> '$.kind', ?2 ->> '$.uid', ?2 ->> '$.created', ?2 ->> '$.created';

-- name: record_of_uid
SELECT id FROM record WHERE uid = ?1;

-- name: record_archive
UPDATE record SET archived = ?2, changed = ?3 WHERE id = ?1;

-- name: record_by_uid
SELECT id FROM record WHERE uid >= ?1 AND uid < ?2 LIMIT 2;

-- name: ticket_next
SELECT max(number) + 1 FROM ticket;
