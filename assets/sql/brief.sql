-- SPDX-License-Identifier: GPL-3.0-or-later
-- What only the brief asks for.

-- name: visit_next
SELECT r.uid, r.created, r.changed, v.*, coalesce(s.name, n.name), coalesce(s.latitude, n.latitude),
    coalesce(s.longitude, n.longitude), s.door_minutes
FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
LEFT JOIN site s ON s.id = v.site
LEFT JOIN end_customer n ON n.id = CASE WHEN s.id IS NULL THEN v.site END
WHERE v.client = ?1 AND v.day >= ?2 AND v.outcome IS NULL AND v.appointment IS NOT 'cancelled'
    AND (?3 = 0 OR v.site IS NULL OR v.site = ?3)
ORDER BY v.day, v.start NULLS LAST, v.place, v.id LIMIT 1;

-- name: visit_one
SELECT r.uid, r.created, r.changed, v.*, coalesce(s.name, n.name), coalesce(s.latitude, n.latitude),
    coalesce(s.longitude, n.longitude), s.door_minutes
FROM visit v CROSS JOIN record r ON r.id = v.id
LEFT JOIN site s ON s.id = v.site
LEFT JOIN end_customer n ON n.id = CASE WHEN s.id IS NULL THEN v.site END
WHERE v.id = ?1;

-- Of one site (?2) also what is said of no site in particular.
-- name: landmines
SELECT n.id, n."on", f.person, n.text FROM (
    SELECT ?1 AS id, NULL AS person
    UNION SELECT id, NULL FROM site WHERE client = ?1 AND (?2 = 0 OR id = ?2)
    UNION SELECT s.id, c.name FROM contact_state s CROSS JOIN contact c ON c.id = s.id
        WHERE s.party = ?1 AND (?2 = 0 OR s.site IS NULL OR s.site = ?2)
) f CROSS JOIN note n ON n."on" = f.id AND n.avoid = 1
CROSS JOIN record r ON r.id = n.id AND r.archived = 0
ORDER BY n.day DESC, n.id DESC;

-- name: riders
SELECT c.id, c.visit, c.contact, p.name, s.title, coalesce(p.mobile, p.telephone), c.pick_up,
    c.pick_up_at, c.place
FROM companion c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
LEFT JOIN contact p ON p.id = c.contact LEFT JOIN contact_state s ON s.id = c.contact
WHERE c.visit = ?1 ORDER BY c.pick_up_at NULLS LAST, c.id;

-- Who is to be picked up on a day, on the way to visits that are still to be made.
-- name: pick_ups
SELECT c.id, c.visit, c.contact, p.name, s.title, coalesce(p.mobile, p.telephone), c.pick_up,
    c.pick_up_at, c.place
FROM day_stop v CROSS JOIN companion c ON c.visit = v.visit
    AND (c.pick_up IS NOT NULL OR c.pick_up_at IS NOT NULL OR c.place IS NOT NULL)
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
LEFT JOIN contact p ON p.id = c.contact LEFT JOIN contact_state s ON s.id = c.contact
WHERE v.day = ?1 AND v.outcome IS NULL AND v.appointment IS NOT 'cancelled'
ORDER BY c.pick_up_at NULLS LAST, c.id;

-- What this person has not heard yet, newest first.
-- name: topics_for
SELECT t.id, t.text FROM topic t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.since <= ?2 AND (t.until IS NULL OR t.until >= ?2)
    AND NOT EXISTS (SELECT 1 FROM topic_told h CROSS JOIN record q ON q.id = h.id AND q.archived = 0
        WHERE h.contact = ?1 AND h.topic = t.id)
ORDER BY t.since DESC, t.id DESC LIMIT ?3;
