-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is due to be seen and on nobody's plan.

-- Of those due by ?2 the ?3 that are longest due, by the index of their days; of them, without a
-- visit ahead, what is due by ?4 first and the dearest ranks first, ?5 at most. Where one goes: the
-- site of the last visit that was no end customer's place, else the first that has a position.
-- name: due_to_see
SELECT f.id, f.due, f.last_visit, (
    SELECT v.site FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
    CROSS JOIN record b ON b.id = v.site AND b.archived = 0 AND b.kind = 'site'
    WHERE v.client = f.id AND v.outcome IS NOT NULL ORDER BY v.day DESC LIMIT 1
), (
    SELECT s.id FROM site s CROSS JOIN record a ON a.id = s.id AND a.archived = 0
    WHERE s.client = f.id ORDER BY s.latitude IS NULL, s.id LIMIT 1
)
FROM (
    SELECT d.id, d.due, d.last_visit, instr('SABC', coalesce(c.rank, 'C')) AS rank
    FROM (SELECT id, due, last_visit FROM client_state WHERE due <= ?2 ORDER BY due LIMIT ?3) d
    CROSS JOIN client c ON c.id = d.id
    WHERE NOT EXISTS (SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.client = d.id AND v.day >= ?1 AND v.outcome IS NULL
            AND v.appointment IS NOT 'cancelled')
    ORDER BY d.due > ?4, rank, d.due, d.id LIMIT ?5
) f
ORDER BY f.due > ?4, f.rank, f.due, f.id;

-- Of rank ?2 (its place in SABC) those due by ?1 without a visit ahead, what is longest due first,
-- behind client ?4 due on ?3; ?5 at most.
-- name: unseen
SELECT d.id, r.name, c.rank, d.due, d.last_visit, d.rank_order
FROM client_state d INDEXED BY client_state_unseen
CROSS JOIN client c ON c.id = d.id CROSS JOIN record r ON r.id = d.id
WHERE d.rank_order = ?2 AND d.due <= ?1 AND (d.due, d.id) > (?3, ?4)
    AND (d.next_visit IS NULL OR (d.next_visit < ?1 AND NOT EXISTS (
        SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.client = d.id AND v.day >= ?1 AND v.outcome IS NULL
            AND v.appointment IS NOT 'cancelled')))
ORDER BY d.due, d.id LIMIT ?5;

-- The other way round: before client ?4 due on ?3.
-- name: unseen_before
SELECT d.id, r.name, c.rank, d.due, d.last_visit, d.rank_order
FROM client_state d INDEXED BY client_state_unseen
CROSS JOIN client c ON c.id = d.id CROSS JOIN record r ON r.id = d.id
WHERE d.rank_order = ?2 AND d.due <= ?1 AND (d.due, d.id) < (?3, ?4)
    AND (d.next_visit IS NULL OR (d.next_visit < ?1 AND NOT EXISTS (
        SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.client = d.id AND v.day >= ?1 AND v.outcome IS NULL
            AND v.appointment IS NOT 'cancelled')))
ORDER BY d.due DESC, d.id DESC LIMIT ?5;

-- How many they are, all of them: the index alone says it of nearly all.
-- name: unseen_count
SELECT count(*) FROM client_state d INDEXED BY client_state_unseen
WHERE d.rank_order BETWEEN 1 AND 4 AND d.due <= ?1
    AND (d.next_visit IS NULL OR (d.next_visit < ?1 AND NOT EXISTS (
        SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.client = d.id AND v.day >= ?1 AND v.outcome IS NULL
            AND v.appointment IS NOT 'cancelled')));

-- name: due_count
SELECT count(*) FROM client_state WHERE due <= ?1;

-- name: client_visited
SELECT EXISTS (
    SELECT 1 FROM visit v INDEXED BY visit_client
    CROSS JOIN record r ON r.id = v.id AND r.archived = 0
    WHERE v.client = ?1 AND v.outcome <> 'put_off'
);

-- name: due_of_client
SELECT due FROM client_state WHERE id = ?1 AND due IS NOT NULL;
