-- SPDX-License-Identifier: GPL-3.0-or-later
-- Closing and payment days: which clients have one in a stretch of days of a month.

-- Whether any client has such a day at all: where none has, nothing else is worth asking.
-- name: money_days_known
SELECT EXISTS (SELECT 1 FROM client WHERE closing_day IS NOT NULL)
    OR EXISTS (SELECT 1 FROM client WHERE payment_day IS NOT NULL);

-- Of whom no invoice was promised for the closing day of that month (?4 to ?5); one that was thrown
-- away is not proposed again.
-- name: invoices_due
SELECT c.id, c.closing_day, r.name, 0
FROM client c INDEXED BY client_closing_day CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.closing_day BETWEEN ?1 AND ?2
    AND NOT EXISTS (SELECT 1 FROM commitment p WHERE p.client = c.id AND p.money = 'invoice'
        AND p.money_day BETWEEN ?4 AND ?5)
ORDER BY c.closing_day, c.id LIMIT ?3;

-- name: collections_due
SELECT c.id, c.payment_day, r.name, 0
FROM client c INDEXED BY client_payment_day CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.payment_day BETWEEN ?1 AND ?2
    AND NOT EXISTS (SELECT 1 FROM commitment p WHERE p.client = c.id AND p.money = 'collect'
        AND p.money_day BETWEEN ?4 AND ?5)
ORDER BY c.payment_day, c.id LIMIT ?3;

-- Who closes while something is open there, and how much: but for what is promised of money itself.
-- name: closings_open
SELECT s.id, s.closing, r.name, s.open_mine + s.open_theirs + s.tickets
    + (SELECT count(*) FROM order_memo o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE o.client = s.id AND o.handed IS NULL)
    - (SELECT count(*) FROM commitment p CROSS JOIN record a ON a.id = p.id AND a.archived = 0
        WHERE p.client = s.id AND p.money IS NOT NULL AND p.kept IS NULL)
FROM client_state s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.closing BETWEEN ?1 AND ?2 ORDER BY s.closing, s.id LIMIT ?3;

-- How many they are, day by day.
-- name: closings_counted
SELECT s.closing, count(*) FROM client_state s
WHERE s.closing BETWEEN ?1 AND ?2
    AND s.id NOT IN (SELECT id FROM record WHERE kind = 'client' AND archived <> 0)
GROUP BY s.closing;

-- The same of one client, whenever it closes.
-- name: open_there
SELECT s.open_mine + s.open_theirs + s.tickets
    + (SELECT count(*) FROM order_memo o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE o.client = s.id AND o.handed IS NULL)
    - (SELECT count(*) FROM commitment p CROSS JOIN record a ON a.id = p.id AND a.archived = 0
        WHERE p.client = s.id AND p.money IS NOT NULL AND p.kept IS NULL)
FROM client_state s WHERE s.id = ?1;

-- name: money_promised
SELECT count(*) FROM commitment
WHERE client = ?1 AND money = ?2 AND money_day BETWEEN ?3 AND ?4;
