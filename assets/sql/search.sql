-- SPDX-License-Identifier: GPL-3.0-or-later
-- What search finds records by. The index is external: it hears the old text to forget it.

-- name: search_text
SELECT text FROM search_text WHERE id = ?1;

-- name: search_text_add
INSERT INTO search_text(id, text) VALUES (?1, ?2);

-- name: search_text_forget
DELETE FROM search_text WHERE id = ?1;

-- name: search_add
INSERT INTO search(rowid, text) VALUES (?1, ?2);

-- name: search_forget
INSERT INTO search(search, rowid, text) VALUES ('delete', ?1, ?2);

-- name: search_merge
INSERT INTO search(search, rank) VALUES ('merge', 64);

-- name: reading_add
INSERT OR IGNORE INTO reading(record, text) VALUES (?1, ?2);

-- name: reading_forget
DELETE FROM reading WHERE record = ?1;

-- name: telephone_add
INSERT OR IGNORE INTO telephone(record, digits) VALUES (?1, ?2);

-- name: telephone_forget
DELETE FROM telephone WHERE record = ?1;

-- name: search_readings
SELECT r.id, r.kind, r.name FROM reading x CROSS JOIN record r ON r.id = x.record AND r.archived = 0
WHERE x.text >= ?1 AND x.text < ?2 ORDER BY x.text, x.record LIMIT 200;

-- name: search_telephones
SELECT r.id, r.kind, r.name FROM telephone x
CROSS JOIN record r ON r.id = x.record AND r.archived = 0
WHERE x.digits >= ?1 AND x.digits < ?2 ORDER BY r.id DESC LIMIT 200;

-- name: search_tickets
SELECT r.id, r.kind, r.name FROM ticket t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.number = ?1;

-- name: search_names
SELECT r.id, r.kind, r.name, x.text FROM search f
CROSS JOIN search_text x ON x.id = f.rowid
CROSS JOIN record r ON r.id = -f.rowid AND r.archived = 0
WHERE f.search MATCH ?1 AND f.rowid < 0 ORDER BY f.rowid LIMIT ?2;

-- name: search_texts
SELECT r.id, r.kind, r.name, x.text FROM search f
CROSS JOIN search_text x ON x.id = f.rowid
CROSS JOIN record r ON r.id = f.rowid AND r.archived = 0
WHERE f.search MATCH ?1 AND f.rowid > 0 ORDER BY f.rowid DESC LIMIT ?2;

-- name: search_where
SELECT name FROM record
WHERE id = coalesce(nullif(?1, 0), (SELECT party FROM contact_state WHERE id = ?2));

-- name: find_number
SELECT id, kind, name FROM record WHERE id = ?1;

-- name: find_ticket
SELECT r.id, r.kind, r.name FROM ticket t CROSS JOIN record r ON r.id = t.id WHERE t.number = ?1;

-- name: find_name
SELECT id, kind, name FROM record WHERE name = ?1 AND archived = 0 ORDER BY id LIMIT 100;

-- name: find_archived_name
SELECT id, kind, name FROM record WHERE name = ?1 AND archived <> 0 ORDER BY id DESC LIMIT 100;

-- name: find_archived
SELECT id, kind, name FROM record WHERE kind = ?1 AND archived <> 0 ORDER BY id DESC;

-- name: find_me
SELECT id FROM contact WHERE me = 1 ORDER BY id LIMIT 1;

-- name: find_home_office
SELECT o.id FROM office o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
ORDER BY o.home IS NOT 1, o.id LIMIT 1;
