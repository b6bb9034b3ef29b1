-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a day is made of.

-- name: holidays
SELECT DISTINCT h.day FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day BETWEEN ?1 AND ?2 ORDER BY h.day;

-- name: holiday_name
SELECT h.name FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day = ?1 ORDER BY h.id LIMIT 1;

-- name: day_loads
SELECT v.day, count(*), count(v.start), 0, 0, NULL
FROM visit v
WHERE v.day BETWEEN ?1 AND ?2 AND v.appointment IS NOT 'cancelled'
    AND v.id NOT IN (SELECT id FROM record WHERE kind = 'visit' AND archived <> 0)
GROUP BY v.day
UNION ALL SELECT c.due, 0, 0, count(*), 0, NULL
FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND c.due BETWEEN ?1 AND ?2 GROUP BY c.due
UNION ALL SELECT s.due, 0, 0, 0, count(*), NULL
FROM client_state s
WHERE s.due BETWEEN ?1 AND ?2
    AND s.id NOT IN (SELECT id FROM record WHERE kind = 'client' AND archived <> 0)
GROUP BY s.due
UNION ALL SELECT h.day, 0, 0, 0, 0, h.name
FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day BETWEEN ?1 AND ?2;

-- name: typed_leg
SELECT l.id FROM leg l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
WHERE l."from" = ?1 AND l."to" = ?2 AND l.mode = ?3 AND (?4 OR l.one_way IS NOT 1)
ORDER BY l.id DESC LIMIT 1;

-- name: typed_legs
SELECT l."from", l."to", l.minutes, l.one_way IS NOT 1
FROM leg l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
WHERE l.mode = ?1 ORDER BY l.id;

-- name: day_plan
SELECT p.id FROM day_plan p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.day = ?1 ORDER BY p.id LIMIT 1;

-- name: blocks
SELECT b.id FROM block b CROSS JOIN record r ON r.id = b.id AND r.archived = 0
WHERE b.day = ?1 ORDER BY b.start NULLS LAST, b.place NULLS LAST, b.id;

-- name: private_times
SELECT p.id FROM private_time p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.day = ?1 OR (p.day IS NULL AND p.weekdays & ?2) ORDER BY p.start, p.id;

-- name: visits_between
SELECT v.id, r.uid, r.created, r.changed FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.day BETWEEN ?1 AND ?2
ORDER BY v.day, v.place NULLS LAST, v.start NULLS LAST, v.id;

-- name: closed_days
SELECT coalesce((SELECT closed_days FROM site WHERE id = ?2), c.closed_days)
FROM client c WHERE c.id = ?1;

-- name: absence_around
SELECT a.id FROM absence a CROSS JOIN record r ON r.id = a.id AND r.archived = 0
WHERE a.party IN (?1, ?2, ?3) AND a.since <= ?4 AND a.until >= ?4 ORDER BY a.until DESC LIMIT 1;

-- name: hours_of
SELECT h.id FROM hours h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.party = ?1 ORDER BY h.opens, h.id;

-- What is archived is little: known by its index, it is not asked of each.
-- name: visits_order
SELECT v.id, v.day, v.start, v.place, v.outcome IS NOT NULL FROM visit v
WHERE v.day BETWEEN ?1 AND ?2
    AND v.id NOT IN (SELECT id FROM record WHERE kind = 'visit' AND archived <> 0)
ORDER BY v.day, v.place NULLS LAST, v.start NULLS LAST, v.id;

-- name: visits_last
SELECT v.id, r.uid, r.created, r.changed
FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.client = ?1 AND v.day < ?2 AND v.outcome IS NOT NULL
    AND (?4 = 0 OR v.site IS NULL OR v.site = ?4)
ORDER BY v.day DESC, v.start DESC, v.id DESC LIMIT ?3;

-- name: visit_row
SELECT c.name, c.reading, p.name, q.title, p.reading,
    coalesce(p.mobile, p.telephone), s.open_mine,
    (SELECT count(*) FROM commitment o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE o.client = v.client AND o.kept IS NULL AND o.direction = 'mine' AND o.due = ?2),
    (SELECT count(*) FROM commitment o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE o.client = v.client AND o.kept IS NULL AND o.direction = 'mine' AND o.due < ?2),
    s.open_theirs,
    (SELECT count(*) FROM commitment o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE o.client = v.client AND o.kept IS NULL AND o.direction = 'theirs' AND o.due < ?2),
    (SELECT t.number FROM ticket t CROSS JOIN record a ON a.id = t.id AND a.archived = 0
        WHERE t.client = v.client AND t.closed IS NULL
        ORDER BY t.severity NULLS LAST, t.opened, t.id LIMIT 1)
FROM visit v LEFT JOIN client c ON c.id = v.client
LEFT JOIN client_state s ON s.id = v.client
LEFT JOIN contact p ON p.id = v.contact
LEFT JOIN contact_state q ON q.id = v.contact
WHERE v.id = ?1;
