-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rounds and their doors.

-- name: round_doors
SELECT d.id, d.client, d.visit, k.name, s.address, p.name, d.note, d.state, d.day, d.pieces,
    (SELECT v.day FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.id = d.visit AND v.outcome IS NULL)
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
SELECT d.id, o.id, o.product, o.title, o.say, o.matter, d.state, o.a_door, s.in_stock, o.deadline
FROM round_client d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
CROSS JOIN round o ON o.id = d.round AND o.closed IS NULL AND o.since <= ?2
CROSS JOIN record q ON q.id = o.id AND q.archived = 0
LEFT JOIN round_state s ON s.id = o.id
WHERE d.client = ?1 AND d.state IN ('open', 'held')
ORDER BY o.deadline NULLS LAST, o.id;

-- name: doors_here_count
SELECT count(*)
FROM round_client d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
CROSS JOIN round o ON o.id = d.round AND o.closed IS NULL AND o.since <= ?2
CROSS JOIN record q ON q.id = o.id AND q.archived = 0
WHERE d.client = ?1 AND d.state IN ('open', 'held');
