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
