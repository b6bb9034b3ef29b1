-- SPDX-License-Identifier: GPL-3.0-or-later
-- Order memos: what the office does not have yet, by when it must, and what was ordered last.

-- How many must be in by which hour; 0 for those of days before.
-- name: orders_by_cut_off
SELECT iif(o.taken < ?1, 0, coalesce(s.cut_off, ?2)), count(*)
FROM order_memo o INDEXED BY order_memo_open LEFT JOIN supplier s ON s.id = o.supplier
WHERE o.handed IS NULL
    AND NOT EXISTS (SELECT 1 FROM record a INDEXED BY record_archived
        WHERE a.kind = 'order_memo' AND a.archived <> 0 AND a.id = o.id)
GROUP BY 1 ORDER BY 1;

-- name: orders_open
SELECT o.id, o.what, (SELECT name FROM record WHERE id = o.client),
    (SELECT name FROM record WHERE id = o.supplier), o.taken, o.wanted, coalesce(s.cut_off, ?1), o.client
FROM order_memo o INDEXED BY order_memo_open CROSS JOIN record r ON r.id = o.id AND r.archived = 0
LEFT JOIN supplier s ON s.id = o.supplier
WHERE o.handed IS NULL ORDER BY o.taken, 7, o.id LIMIT ?2;

-- name: orders_open_at
SELECT count(*) FROM order_memo o INDEXED BY order_memo_client
WHERE o.client = ?1 AND o.handed IS NULL
    AND NOT EXISTS (SELECT 1 FROM record a INDEXED BY record_archived
        WHERE a.kind = 'order_memo' AND a.archived <> 0 AND a.id = o.id);

-- Not delivered yet, to whom and when.
-- name: orders_to_deliver
SELECT o.id, o.client, o.what, coalesce(o.wanted, o.taken + 1)
FROM order_memo o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
WHERE o.delivered IS NULL AND o.client IS NOT NULL
ORDER BY 4, o.id;

-- Of client ?1 at site ?2 (0: anywhere): what was not delivered and is not forgotten by day ?3.
-- name: orders_there
SELECT o.id, o.what, n.name, o.wanted, o.handed IS NOT NULL FROM order_memo o
CROSS JOIN record r ON r.id = o.id AND r.archived = 0 LEFT JOIN record n ON n.id = o.contact
WHERE o.client = ?1 AND (?2 = 0 OR o.site IS NULL OR o.site = ?2) AND o.delivered IS NULL
    AND (o.handed IS NULL OR coalesce(o.wanted, o.taken + 1) >= ?3 - 13)
ORDER BY coalesce(o.wanted, o.taken + 1), o.id;

-- name: last_order
SELECT o.what FROM order_memo o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
WHERE o.client = ?1 ORDER BY o.taken DESC, o.id DESC LIMIT 1;

-- name: suppliers_of
SELECT s.id, s.supplies FROM supplier s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.supplies IS NOT NULL ORDER BY s.id LIMIT 500;
