-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rounds and their doors.

-- name: round_doors
SELECT d.id, d.client, d.visit, k.name, s.address, p.name, d.note, d.state, d.day, d.pieces,
    (SELECT v.day FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.id = d.visit AND v.outcome IS NULL),
    (SELECT f.reaction FROM offer f CROSS JOIN record a ON a.id = f.id AND a.archived = 0
        WHERE f.client = d.client AND f.product = (SELECT product FROM round WHERE id = ?1)
        ORDER BY f.day DESC, f.id DESC LIMIT 1)
FROM round_client d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
CROSS JOIN record k ON k.id = d.client
LEFT JOIN client c ON c.id = d.client
LEFT JOIN client_state s ON s.id = d.client
LEFT JOIN record p ON p.id = d.contact
WHERE d.round = ?1
ORDER BY d.state NOT IN ('open', 'held'), s.address NULLS LAST, c.reading, d.id
LIMIT ?2;

-- name: round_counts
SELECT doors, "left", held, against, handed, in_stock FROM round_state WHERE id = ?1;

-- name: round_door
SELECT d.id FROM round_client d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
WHERE d.round = ?1 AND d.client = ?2 LIMIT 1;

-- name: doors_here
SELECT d.id, o.id, o.product, o.title, o.say, o.matter, d.state, o.a_door, s.in_stock, o.deadline,
    o.old_price, o.new_price, o.effective, o.last_order, o.tax
FROM round_client d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
CROSS JOIN round o ON o.id = d.round AND o.closed IS NULL AND o.since <= ?2
CROSS JOIN record q ON q.id = o.id AND q.archived = 0
LEFT JOIN round_state s ON s.id = o.id
WHERE d.client = ?1 AND d.state IN ('open', 'held')
ORDER BY o.deadline NULLS LAST, o.id;

-- name: doors_here_count
SELECT count(*)
FROM round_client d INDEXED BY round_client_left
CROSS JOIN round o ON o.id = d.round AND o.closed IS NULL AND o.since <= ?2
CROSS JOIN record q ON q.id = o.id AND q.archived = 0
WHERE d.client = ?1 AND d.state IN ('open', 'held')
    AND NOT EXISTS (SELECT 1 FROM record a INDEXED BY record_archived
        WHERE a.kind = 'round_client' AND a.archived <> 0 AND a.id = d.id);

-- A product with something to say about it that was not offered to client ?1 yet: first what is on
-- its way there in an open round, then the newest.
-- name: product_to_offer
SELECT p.id FROM product p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE EXISTS (SELECT 1 FROM product_talk t CROSS JOIN record a ON a.id = t.id AND a.archived = 0
        WHERE t.product = p.id)
    AND NOT EXISTS (SELECT 1 FROM offer o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE o.client = ?1 AND o.product = p.id)
ORDER BY EXISTS (
    SELECT 1 FROM round_client d CROSS JOIN record a ON a.id = d.id AND a.archived = 0
    CROSS JOIN round n ON n.id = d.round AND n.product = p.id AND n.closed IS NULL
    WHERE d.client = ?1 AND d.state IN ('open', 'held')
) DESC, p.id DESC
LIMIT 1;

-- name: product_talks
SELECT t.id, t.role, t.text, count(a.id),
    count(a.id) FILTER (WHERE o.reaction IN ('wants', 'likes'))
FROM product_talk t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
LEFT JOIN offer o ON o.talk = t.id AND o.reaction IS NOT NULL
LEFT JOIN record a ON a.id = o.id AND a.archived = 0
WHERE t.product = ?1
GROUP BY t.id ORDER BY t.id;

-- name: product_objections
SELECT b.id, b.role, b.text, b.answer
FROM objection b CROSS JOIN record r ON r.id = b.id AND r.archived = 0
WHERE b.product = ?1 ORDER BY b.id;

-- The last ones that were made.
-- name: product_names
SELECT p.id, p.name, p.code, p.reading, p.line
FROM product p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
ORDER BY p.id DESC LIMIT ?1;

-- Is there anything to product ?1 but its name?
-- name: product_is_used
SELECT EXISTS (SELECT 1 FROM product WHERE id = ?1
        AND coalesce(reading, code, line, remark) IS NOT NULL)
    OR EXISTS (SELECT 1 FROM product WHERE id = ?1 AND coalesce(maker, list_price) IS NOT NULL)
    OR EXISTS (SELECT 1 FROM offer o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
        WHERE o.product = ?1)
    OR EXISTS (SELECT 1 FROM product_talk t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
        WHERE t.product = ?1)
    OR EXISTS (SELECT 1 FROM objection b CROSS JOIN record r ON r.id = b.id AND r.archived = 0
        WHERE b.product = ?1)
    OR EXISTS (SELECT 1 FROM round o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
        WHERE o.product = ?1);

-- The open doors of round ?1 whose clients have no visit from day ?2 to day ?3, with the site to which
-- one goes; near ones together.
-- name: doors_to_plan
SELECT d.client, s.last_visit, (
    SELECT e.id FROM site e CROSS JOIN record a ON a.id = e.id AND a.archived = 0
    WHERE e.client = d.client ORDER BY e.latitude IS NULL, e.id LIMIT 1
)
FROM round_client d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
CROSS JOIN record q ON q.id = d.client AND q.archived = 0
LEFT JOIN client_state s ON s.id = d.client
WHERE d.round = ?1 AND d.state IN ('open', 'held') AND NOT EXISTS (
    SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
    WHERE v.client = d.client AND v.day BETWEEN ?2 AND ?3 AND v.outcome IS NULL
        AND v.appointment IS NOT 'cancelled')
ORDER BY s.address NULLS LAST, d.id LIMIT ?4;

-- Those that are not closed.
-- name: rounds_open
SELECT o.id, o.title, o.product, s."left", o.matter FROM round o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
LEFT JOIN round_state s ON s.id = o.id
WHERE o.closed IS NULL ORDER BY o.deadline NULLS LAST, o.id LIMIT ?1;

-- Clients that are in one of them: of each the doors are gone through in the index, for it may be in
-- few of many; what is archived is seldom, and has an index of its own.
-- name: clients_in_rounds
SELECT x.id FROM client_doors x
WHERE EXISTS (SELECT 1 FROM round_client d
    WHERE d.client = x.id AND +d.round IN (
        SELECT o.id FROM round o CROSS JOIN record q ON q.id = o.id AND q.archived = 0
        WHERE o.closed IS NULL)
    AND d.id NOT IN (SELECT a.id FROM record a INDEXED BY record_archived
        WHERE a.kind = 'round_client' AND a.archived <> 0))
ORDER BY x.reading NULLS LAST, x.id LIMIT ?1;

-- Of the doors whose numbers are the JSON array ?1 the last reaction to the product of the round, and
-- what that round is, with its place in the array.
-- name: doors_said
SELECT j.key, f.reaction, max(f.day << 32 | f.id), o.matter
FROM json_each(?1) j CROSS JOIN round_client d ON d.id = j.value
CROSS JOIN round o ON o.id = d.round
LEFT JOIN offer f ON f.client = d.client AND f.product = o.product
    AND NOT EXISTS (SELECT 1 FROM record b INDEXED BY record_archived
        WHERE b.kind = 'offer' AND b.archived <> 0 AND b.id = f.id)
GROUP BY j.key;

-- Where client ?1 stands in round ?2, with its last reaction to product ?3, which the round offers:
-- beside max() stands the row that has it, and nothing is sorted.
-- name: stands_in
SELECT d.state, f.reaction, max(f.day << 32 | f.id)
FROM round_client d
LEFT JOIN offer f ON f.client = d.client AND f.product = ?3
    AND NOT EXISTS (SELECT 1 FROM record b INDEXED BY record_archived
        WHERE b.kind = 'offer' AND b.archived <> 0 AND b.id = f.id)
WHERE d.client = ?1 AND d.round = ?2
    AND NOT EXISTS (SELECT 1 FROM record a INDEXED BY record_archived
        WHERE a.kind = 'round_client' AND a.archived <> 0 AND a.id = d.id);
