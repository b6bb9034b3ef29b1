-- SPDX-License-Identifier: GPL-3.0-or-later
-- What fits into a gap: near by cells of a fiftieth of a degree, the rest by its own index.

-- name: near_due
SELECT s.id, s.client, t.due, s.name, k.name, s.latitude, s.longitude, s.door_minutes,
    s.position_level, s.position_error_m
FROM site s CROSS JOIN client_state t ON t.id = s.client AND t.due <= ?4
CROSS JOIN record r ON r.id = s.id AND r.archived = 0
CROSS JOIN record k ON k.id = s.client AND k.archived = 0
WHERE s.latitude IS NOT NULL AND s.latitude / 20000 = ?1
    AND s.longitude / 20000 BETWEEN ?2 AND ?3
    AND NOT EXISTS (SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.client = s.client AND v.day = ?5)
LIMIT 200;

-- Not the lot of a client: none has a site within some fifty metres.
-- name: near_rest
SELECT p.id, 0, NULL, p.name, NULL, p.latitude, p.longitude, NULL,
    p.position_level, p.position_error_m
FROM resting_place p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.latitude IS NOT NULL AND p.latitude / 20000 = ?1
    AND p.longitude / 20000 BETWEEN ?2 AND ?3
    AND NOT EXISTS (SELECT 1 FROM site s CROSS JOIN record a ON a.id = s.id AND a.archived = 0
        WHERE s.latitude IS NOT NULL AND s.latitude / 20000 = p.latitude / 20000
            AND s.longitude / 20000 = p.longitude / 20000
            AND abs(s.latitude - p.latitude) < 450 AND abs(s.longitude - p.longitude) < 600)
LIMIT 200;

-- name: promises_by_way
SELECT c.id FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND c.direction = 'mine' AND c.way = ?1
    AND (c.wake IS NULL OR c.wake <= ?2)
    AND (c.planned IS NOT ?2 OR c.planned_at IS NULL)
ORDER BY c.due NULLS LAST, c.id LIMIT ?3;

-- name: promises_owed
SELECT id FROM open_promise
WHERE theirs = 1 AND due <= ?1 AND contact IS NOT NULL ORDER BY due, id LIMIT ?2;

-- What a line says of each visit of a day: what it is for, and where.
-- name: visit_line
SELECT v.purpose, n.name FROM visit v CROSS JOIN record n ON n.id = coalesce(v.site, v.client)
WHERE v.id = ?1;

-- The oldest first; no more than ?3.
-- name: stops_unwritten
SELECT d.visit, d.day, d.client, d.site, d.start, d.minutes, d.appointment, d.proposed, d.arrived
FROM day_stop d INDEXED BY day_stop_unwritten
WHERE d.day BETWEEN ?1 AND ?2 AND d.outcome IS NULL
ORDER BY d.day, d.visit LIMIT ?3;

-- name: visits_unreported
SELECT r.uid, r.created, r.changed, v.*, coalesce(s.name, n.name), coalesce(s.latitude, n.latitude),
    coalesce(s.longitude, n.longitude), s.door_minutes
FROM day_stop d INDEXED BY day_stop_unwritten CROSS JOIN visit v ON v.id = d.visit
CROSS JOIN record r ON r.id = v.id
LEFT JOIN site s ON s.id = v.site
LEFT JOIN end_customer n ON n.id = CASE WHEN s.id IS NULL THEN v.site END
WHERE d.day BETWEEN ?1 AND ?2 AND d.outcome IS NULL AND d.appointment IS NOT 'cancelled'
ORDER BY d.day DESC, d.visit LIMIT ?3;
