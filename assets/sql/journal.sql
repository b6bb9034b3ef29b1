-- SPDX-License-Identifier: GPL-3.0-or-later
-- Steps and what they changed.

-- name: replica_add
INSERT INTO replica(id, counter) VALUES (new_uid(), 0);

-- name: replica_count
UPDATE replica SET counter = counter + 1;

-- name: step_add
INSERT INTO step(replica, counter, command, at)
SELECT id, counter, ?1, ?2 FROM replica;

-- name: step_settle
-- A visit is called after its client and a door after its round and client, as one speaks of them;
-- everything else by its name.
UPDATE step SET
    about = ?2,
    about_name = coalesce(
        (SELECT r.name FROM visit v JOIN record r ON r.id = coalesce(v.client, v.site)
         WHERE v.id = ?2),
        (SELECT r.name || ', ' || c.name FROM round_client d
         JOIN record r ON r.id = d.round JOIN record c ON c.id = d.client WHERE d.id = ?2),
        (SELECT name FROM record WHERE id = ?2), ?3),
    changes = (SELECT count(DISTINCT record) FROM change WHERE step = ?1),
    others = ?4
WHERE id = ?1;

-- name: change_add
INSERT INTO change(step, place, record, field, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6);

-- name: redo_any
SELECT EXISTS (SELECT 1 FROM step WHERE undone = 1);

-- name: redo_drop_changes
DELETE FROM change WHERE step IN (SELECT id FROM step WHERE undone = 1);

-- name: redo_drop_steps
DELETE FROM step WHERE undone = 1;

-- Of `undone`: 0 done, 1 undone, 2 done for good.
-- name: step_next_undo
SELECT id, command, about_name, about, at, changes, replica = (SELECT id FROM replica),
    others
FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1;

-- name: step_next_redo
SELECT id, command, about_name, about, at, changes, replica = (SELECT id FROM replica),
    others
FROM step WHERE undone = 1 ORDER BY id LIMIT 1;

-- name: step_list
SELECT id, command, about_name, about, at, changes, replica = (SELECT id FROM replica),
    others
FROM step WHERE undone <> 1 ORDER BY id DESC LIMIT ?1;

-- name: step_mark
UPDATE step SET undone = ?2 WHERE id = ?1;

-- name: change_before
SELECT place, record, field, before, after FROM change
WHERE step = ?1 AND place < ?2 ORDER BY place DESC LIMIT 1;

-- name: change_after
SELECT place, record, field, before, after FROM change
WHERE step = ?1 AND place > ?2 ORDER BY place LIMIT 1;

-- name: change_keep
UPDATE change SET after = ?3 WHERE step = ?1 AND place = ?2;
