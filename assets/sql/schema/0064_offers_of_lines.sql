-- SPDX-License-Identifier: GPL-3.0-or-later
-- Products of lines were kept as words until now: #A-7 ○, 商品：A-7. Those that stand become offers of
-- a product, the same records; settled and archived ones stay words, as history.
CREATE TEMP TABLE moved AS
WITH said(id, text) AS (
    SELECT k.id, trim(CASE WHEN k.text LIKE '商品%' THEN substr(k.text, 3)
        ELSE substr(k.text, 2) END, ' 　:：')
    FROM kept_word k CROSS JOIN record r ON r.id = k.id AND r.archived = 0
    WHERE k.about = 'offer' AND k.settled IS NULL AND k.client IS NOT NULL
        AND (k.text LIKE '商品%' OR substr(k.text, 1, 1) IN ('#', '＃'))
), signs(sign, reaction) AS (
    VALUES ('◎', 'wants'), ('oo', 'wants'), ('ｏｏ', 'wants'), ('○', 'likes'), ('o', 'likes'),
        ('ｏ', 'likes'), ('△', 'unsure'), ('~', 'unsure'), ('～', 'unsure'), ('×', 'refuses'),
        ('x', 'refuses'), ('ｘ', 'refuses')
)
SELECT s.id AS id, g.reaction AS reaction,
    trim(CASE WHEN g.sign IS NULL THEN s.text
        ELSE substr(s.text, 1, length(s.text) - length(g.sign)) END, ' 　"「」') AS name
FROM said s LEFT JOIN signs g
    ON s.text LIKE '% ' || g.sign OR s.text LIKE '%　' || g.sign
WHERE s.text <> '';
DELETE FROM moved WHERE name = '';

INSERT INTO record(kind, uid, name, created, changed)
SELECT 'product', new_uid(), min(m.name), min(r.created), min(r.created)
FROM moved m CROSS JOIN record r ON r.id = m.id
WHERE fold(m.name) NOT IN (SELECT fold(p.name) FROM product p
        CROSS JOIN record q ON q.id = p.id AND q.archived = 0)
    AND fold(m.name) NOT IN (SELECT fold(p.code) FROM product p
        CROSS JOIN record q ON q.id = p.id AND q.archived = 0 WHERE p.code IS NOT NULL)
GROUP BY fold(m.name);
CREATE TEMP TABLE made AS
SELECT r.id AS id, r.name AS name FROM record r
WHERE r.kind = 'product' AND NOT EXISTS (SELECT 1 FROM product p WHERE p.id = r.id);
INSERT INTO product(id, name) SELECT id, name FROM made;
INSERT INTO search_text(id, text)
SELECT id, fold(name) FROM made UNION ALL SELECT -id, fold(name) FROM made;
INSERT INTO search(rowid, text)
SELECT id, fold(name) FROM made UNION ALL SELECT -id, fold(name) FROM made;
DROP TABLE made;

CREATE TEMP TABLE meant AS
SELECT m.id AS id, m.reaction AS reaction, p.id AS product, p.name AS name
FROM moved m CROSS JOIN product p ON p.id = (SELECT q.id FROM product q
    CROSS JOIN record r ON r.id = q.id AND r.archived = 0
    WHERE fold(q.name) = fold(m.name) OR fold(coalesce(q.code, '')) = fold(m.name)
    ORDER BY q.id LIMIT 1);
INSERT INTO offer(id, product, reaction, client, contact, day, visit, note)
SELECT k.id, m.product, m.reaction, k.client, k.contact, k.day, k.visit, m.name
FROM meant m CROSS JOIN kept_word k ON k.id = m.id;
-- What a report's line made is found again when the line is opened; it is known by its words.
UPDATE line_part SET reads = 'offer', day = (SELECT k.day FROM kept_word k WHERE k.id = line_part.made)
WHERE reads = 'word' AND made IN (SELECT id FROM meant);
DELETE FROM kept_word WHERE id IN (SELECT id FROM meant);
UPDATE record SET kind = 'offer', name = (SELECT m.name FROM meant m WHERE m.id = record.id)
WHERE id IN (SELECT id FROM meant);
INSERT INTO search(search, rowid, text)
SELECT 'delete', t.id, t.text FROM search_text t WHERE t.id IN (SELECT id FROM meant);
UPDATE search_text SET text = (SELECT fold(m.name) FROM meant m WHERE m.id = search_text.id)
WHERE id IN (SELECT id FROM meant);
INSERT INTO search(rowid, text)
SELECT t.id, t.text FROM search_text t WHERE t.id IN (SELECT id FROM meant);
DROP TABLE meant;
DROP TABLE moved;
