-- SPDX-License-Identifier: GPL-3.0-or-later
-- Their retreat: the records that the rules ask for, what follows from them, and who slips.

-- Of whoever decides the clients are looked at again for whom one came.
-- name: touch_key_people
INSERT OR IGNORE INTO temp.touched
SELECT v.client FROM change c CROSS JOIN visit v ON v.contact = c.record
WHERE c.step = ?1 AND c.field = 'key_person';

-- Whoever is archived is not looked at: what a count passes over without asking for records. Nor is who
-- has none of the records that the rules ask for, as all of a list that comes in.
-- name: touched_clients
SELECT c.id FROM temp.touched t CROSS JOIN client c ON c.id = t.id
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE EXISTS (SELECT 1 FROM visit WHERE client = c.id)
    OR EXISTS (SELECT 1 FROM commitment WHERE client = c.id)
    OR EXISTS (SELECT 1 FROM ticket WHERE client = c.id)
    OR EXISTS (SELECT 1 FROM sighting WHERE client = c.id)
    OR EXISTS (SELECT 1 FROM sale WHERE client = c.id)
ORDER BY t.id;

-- Of one client, the newest first: as many are read as the rules look at.
-- name: retreat_visits
SELECT v.day, v.outcome,
    iif(v.about IS 1 OR v.end_about IS 1 OR v.departed <= v.arrived, NULL, (v.departed - v.arrived) / 60),
    v.contact, (SELECT key_person FROM contact WHERE id = v.contact)
FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.client = ?1 AND v.outcome IS NOT NULL
ORDER BY v.day DESC, v.start DESC, v.id DESC;

-- name: retreat_answers
SELECT c.promised, c.kept FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.client = ?1 AND c.direction = 'theirs' AND c.kept >= c.promised
ORDER BY c.kept DESC, c.id DESC;

-- name: retreat_quotes
SELECT c.promised FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.client = ?1 AND c.direction = 'mine' AND c.promised IS NOT NULL
    AND (c.what LIKE '%見積%' OR c.what LIKE '%quote%' OR c.what LIKE '%quotation%')
ORDER BY c.promised DESC;

-- name: retreat_complaints
SELECT k.opened, k.closed IS NULL FROM ticket k CROSS JOIN record r ON r.id = k.id AND r.archived = 0
WHERE k.client = ?1 ORDER BY k.opened DESC;

-- name: retreat_rival
SELECT s.day, s.rival FROM sighting s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.client = ?1 ORDER BY s.day DESC, s.id DESC;

-- The last fifteen months by product line, the newest first; at most ?2 rows.
-- name: retreat_sales
SELECT CAST(strftime('%s', s.month * 86400, 'unixepoch', 'start of month') AS INTEGER) / 86400 AS first,
    sum(s.yen), s.line
FROM sale s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.client = ?1 AND s.month >= (
    SELECT CAST(strftime('%s', max(n.month) * 86400, 'unixepoch', 'start of month', '-14 months')
        AS INTEGER) / 86400
    FROM sale n CROSS JOIN record m ON m.id = n.id AND m.archived = 0 WHERE n.client = ?1)
GROUP BY first, s.line ORDER BY first DESC, s.line DESC LIMIT ?2;

-- What migrations left to the program.
-- name: derive_left_any
SELECT EXISTS (SELECT 1 FROM derive_left);

-- name: touch_left
INSERT OR IGNORE INTO temp.touched SELECT client FROM derive_left;

-- name: derive_left_forget
DELETE FROM derive_left;

-- name: signals_forget
DELETE FROM client_signal WHERE client IN (SELECT id FROM temp.touched);

-- name: slips_forget
DELETE FROM client_slip WHERE client IN (SELECT id FROM temp.touched);

-- name: signal_add
INSERT INTO client_signal(client, rule, day, a, b, c, who, whom, line)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- name: slip_add
INSERT INTO client_slip(client, since, until) VALUES (?1, ?2, ?3);

-- name: signals_of
SELECT client, rule, day, a, b, c, who, whom, line FROM client_signal
WHERE client = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day DESC, rule;

-- name: signals_between
SELECT s.client, s.rule, s.day, s.a, s.b, s.c, s.who, s.whom, s.line FROM client_signal s
CROSS JOIN record r ON r.id = s.client AND r.archived = 0
WHERE s.day BETWEEN ?1 AND ?2 ORDER BY s.day DESC, s.client, s.rule;

-- The same of rule ?3, the newest; at most ?4.
-- name: signals_of_rule
SELECT s.client, s.rule, s.day, s.a, s.b, s.c, s.who, s.whom, s.line FROM client_signal s INDEXED BY client_signal_rule
CROSS JOIN record r ON r.id = s.client AND r.archived = 0
WHERE s.rule = ?3 AND s.day BETWEEN ?1 AND ?2 ORDER BY s.day DESC, s.client LIMIT ?4;

-- The first ?4 of those who slip on ?1, behind client ?3 of the time that ends on ?2: whose second
-- signal is newest first. Nobody who is archived is among them (derive_signals).
-- name: slipping
SELECT s.client, r.name, s.since, s.until FROM client_slip s
CROSS JOIN record r ON r.id = s.client
WHERE s.until >= ?1 AND s.since <= ?1 AND (s.until, s.client) < (?2, ?3)
ORDER BY s.until DESC, s.client DESC LIMIT ?4;

-- The same before that client, the nearest first.
-- name: slipping_before
SELECT s.client, r.name, s.since, s.until FROM client_slip s
CROSS JOIN record r ON r.id = s.client
WHERE s.until >= ?1 AND s.since <= ?1 AND (s.until, s.client) > (?2, ?3)
ORDER BY s.until, s.client LIMIT ?4;

-- name: slipping_count
SELECT count(*) FROM client_slip WHERE until >= ?1 AND since <= ?1;

-- name: sales_any
SELECT EXISTS (SELECT 1 FROM sale s CROSS JOIN record r ON r.id = s.id AND r.archived = 0);
