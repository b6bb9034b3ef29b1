-- SPDX-License-Identifier: GPL-3.0-or-later
-- A long vowel behind a letter or a digit of ASCII is a hyphen now (Aー7 is A-7): so it is searched.
CREATE TEMP TABLE hyphened AS
SELECT id, text, fold(text) AS now FROM search_text WHERE text GLOB '*[a-z0-9]ー*';
INSERT INTO search(search, rowid, text) SELECT 'delete', id, text FROM hyphened;
UPDATE search_text SET text = (SELECT h.now FROM hyphened h WHERE h.id = search_text.id)
WHERE id IN (SELECT id FROM hyphened);
INSERT INTO search(rowid, text) SELECT id, now FROM hyphened;
DROP TABLE hyphened;
