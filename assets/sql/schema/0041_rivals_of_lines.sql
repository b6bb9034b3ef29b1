-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rivals of lines were kept as words until now: vs B社, 他社：B社. Those that stand become sightings of
-- a rival, the same records; settled and archived ones stay words, as history.
CREATE TEMP TABLE moved AS
SELECT k.id AS id, trim(substr(trim(k.text, ' 　'), 3), ' 　:："「」') AS name
FROM kept_word k CROSS JOIN record r ON r.id = k.id AND r.archived = 0
WHERE k.about = 'rival' AND k.settled IS NULL AND k.client IS NOT NULL
    AND trim(substr(trim(k.text, ' 　'), 3), ' 　:："「」') <> '';

INSERT INTO record(kind, uid, name, created, changed)
SELECT 'rival', new_uid(), min(m.name), min(r.created), min(r.created)
FROM moved m CROSS JOIN record r ON r.id = m.id
WHERE fold(m.name) NOT IN (SELECT fold(v.name) FROM rival v
    CROSS JOIN record q ON q.id = v.id AND q.archived = 0)
GROUP BY fold(m.name);
CREATE TEMP TABLE made AS
SELECT r.id AS id, r.name AS name FROM record r
WHERE r.kind = 'rival' AND NOT EXISTS (SELECT 1 FROM rival v WHERE v.id = r.id);
INSERT INTO rival(id, name) SELECT id, name FROM made;
INSERT INTO search_text(id, text)
SELECT id, fold(name) FROM made UNION ALL SELECT -id, fold(name) FROM made;
INSERT INTO search(rowid, text)
SELECT id, fold(name) FROM made UNION ALL SELECT -id, fold(name) FROM made;
DROP TABLE made;

INSERT INTO sighting(id, rival, client, what, day, contact, visit)
SELECT k.id, (SELECT v.id FROM rival v CROSS JOIN record q ON q.id = v.id AND q.archived = 0
    WHERE fold(v.name) = fold(m.name) ORDER BY v.id LIMIT 1),
    k.client, m.name, k.day, k.contact, k.visit
FROM moved m CROSS JOIN kept_word k ON k.id = m.id;
DELETE FROM kept_word WHERE id IN (SELECT id FROM moved);
UPDATE record SET kind = 'sighting', name = (SELECT m.name FROM moved m WHERE m.id = record.id)
WHERE id IN (SELECT id FROM moved);
INSERT INTO search(search, rowid, text)
SELECT 'delete', t.id, t.text FROM search_text t WHERE t.id IN (SELECT id FROM moved);
UPDATE search_text SET text = (SELECT fold(m.name) FROM moved m WHERE m.id = search_text.id)
WHERE id IN (SELECT id FROM moved);
INSERT INTO search(rowid, text)
SELECT t.id, t.text FROM search_text t WHERE t.id IN (SELECT id FROM moved);

-- What a report's line made is found again when the line is opened.
UPDATE record SET name = (SELECT m.name FROM line_part p CROSS JOIN moved m ON m.id = p.made
    WHERE p.id = record.id)
WHERE id IN (SELECT p.id FROM line_part p CROSS JOIN moved m ON m.id = p.made WHERE p.reads = 'word');
UPDATE line_part SET reads = 'rival', text = (SELECT m.name FROM moved m WHERE m.id = line_part.made)
WHERE reads = 'word' AND made IN (SELECT id FROM moved);
DROP TABLE moved;
