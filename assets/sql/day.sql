-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a day is made of.

-- name: holidays
SELECT DISTINCT h.day FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day BETWEEN ?1 AND ?2 ORDER BY h.day;

-- name: holiday_name
SELECT h.name FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day = ?1 ORDER BY h.id LIMIT 1;

-- name: day_loads
SELECT c.due, count(*), 0, NULL
FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND c.due BETWEEN ?1 AND ?2 GROUP BY c.due
UNION ALL SELECT s.due, 0, count(*), NULL
FROM client_state s
WHERE s.due BETWEEN ?1 AND ?2
    AND s.id NOT IN (SELECT id FROM record WHERE kind = 'client' AND archived <> 0)
GROUP BY s.due
UNION ALL SELECT h.day, 0, 0, h.name
FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day BETWEEN ?1 AND ?2;

-- Those that begin where the day has a visit, or at one of its ends; the newest first.
-- name: day_legs
SELECT l."from", l."to", l.minutes, l.one_way IS NOT 1, l.line, l.departure, l.arrival, l.fare
FROM (SELECT site AS place FROM day_stop WHERE day = ?1 UNION ALL SELECT ?2 UNION ALL SELECT ?3) p
CROSS JOIN leg l ON l."from" = p.place AND l.mode = ?4
CROSS JOIN record r ON r.id = l.id AND r.archived = 0
ORDER BY l.id DESC;

-- name: typed_legs
SELECT l."from", l."to", l.minutes, l.one_way IS NOT 1, l.line, l.departure, l.arrival, l.fare
FROM leg l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
WHERE l.mode = ?1 ORDER BY l.id DESC;

-- What most days are without, all in one question: where it finds nothing, nobody asks for it. The
-- numbers are places in DayHolds; what is found may be archived.
-- name: day_holds
SELECT 0 FROM private_time
UNION ALL SELECT 1 FROM block WHERE day = ?1
UNION ALL SELECT 2 FROM meeting WHERE day = ?1
UNION ALL SELECT 2 FROM entertainment WHERE day = ?1
UNION ALL SELECT 3 FROM day_stop v CROSS JOIN companion c ON c.visit = v.visit WHERE v.day = ?1
UNION ALL SELECT 4 FROM holiday WHERE day = ?1;

-- name: day_plan
SELECT p.id FROM day_plan p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.day = ?1 ORDER BY p.id LIMIT 1;

-- name: blocks
SELECT b.id FROM block b CROSS JOIN record r ON r.id = b.id AND r.archived = 0
WHERE b.day = ?1 ORDER BY b.start NULLS LAST, b.place NULLS LAST, b.id;

-- name: private_times
SELECT p.id FROM private_time p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.day = ?1 OR (p.day IS NULL AND p.weekdays & ?2) ORDER BY p.start, p.id;

-- name: visit_count
SELECT count(*) FROM day_stop WHERE day BETWEEN ?1 AND ?2;

-- What the hours of a day ask for. The order of a day is made by who reads it.
-- name: stops_between
SELECT visit, day, client, site, contact, start, minutes, place, outcome, appointment, proposed,
    earliest, nailed, nailed_at, arrived, departed, latitude, longitude, door_minutes
FROM day_stop WHERE day BETWEEN ?1 AND ?2 ORDER BY day;

-- Of those whose person works in a department with minutes of its own to its door.
-- name: department_doors
SELECT d.visit, m.door_minutes
FROM day_stop d CROSS JOIN contact_state q ON q.id = d.contact
CROSS JOIN department m ON m.site = d.site AND m.name = q.department AND m.door_minutes IS NOT NULL
CROSS JOIN record r ON r.id = m.id AND r.archived = 0
WHERE d.day BETWEEN ?1 AND ?2 AND EXISTS (SELECT 1 FROM department WHERE door_minutes IS NOT NULL);

-- name: day_stop_of
SELECT visit, day, client, site, contact, start, minutes, place, outcome, appointment, proposed,
    earliest, nailed, nailed_at, arrived, departed, latitude, longitude, door_minutes
FROM day_stop WHERE day = ?1 AND visit = ?2;

-- Each visit whole: its columns stand as its fields do; with what the way to its site asks for.
-- name: visits_of_client
SELECT r.uid, r.created, r.changed, v.*, coalesce(s.name, n.name), coalesce(s.latitude, n.latitude),
    coalesce(s.longitude, n.longitude), s.door_minutes
FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
LEFT JOIN site s ON s.id = v.site
LEFT JOIN end_customer n ON n.id = CASE WHEN s.id IS NULL THEN v.site END
WHERE v.client = ?1 AND v.day BETWEEN ?2 AND ?3 ORDER BY v.day;

-- What there is to know of a visit's day; what is rare is read where it says so.
-- name: openness
SELECT EXISTS (SELECT 1 FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
        WHERE h.day = ?4),
    (SELECT closed_days FROM client_state WHERE id = ?1),
    EXISTS (SELECT 1 FROM absence WHERE party = ?1) OR EXISTS (SELECT 1 FROM absence WHERE party = ?2)
        OR EXISTS (SELECT 1 FROM absence WHERE party = ?3),
    EXISTS (SELECT 1 FROM hours WHERE party = ?3), EXISTS (SELECT 1 FROM hours WHERE party = ?2);

-- name: absence_around
SELECT a.id FROM absence a CROSS JOIN record r ON r.id = a.id AND r.archived = 0
WHERE a.party IN (?1, ?2, ?3) AND a.since <= ?4 AND a.until >= ?4 ORDER BY a.until DESC LIMIT 1;

-- name: hours_of
SELECT h.id FROM hours h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.party = ?1 ORDER BY h.opens, h.id;

-- name: visits_order
SELECT visit, day, start, place, coalesce(outcome, arrived) IS NOT NULL, appointment IS 'cancelled'
FROM day_stop WHERE day BETWEEN ?1 AND ?2 ORDER BY day;

-- name: visits_last
SELECT r.uid, r.created, r.changed, v.*, coalesce(s.name, n.name), coalesce(s.latitude, n.latitude),
    coalesce(s.longitude, n.longitude), s.door_minutes
FROM (
    SELECT v.id FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
    WHERE v.client = ?1 AND v.day < ?2 AND v.outcome IS NOT NULL
        AND (?4 = 0 OR v.site IS NULL OR v.site = ?4)
    ORDER BY v.day DESC, v.start DESC, v.id DESC LIMIT ?3
) f CROSS JOIN visit v ON v.id = f.id CROSS JOIN record r ON r.id = v.id
LEFT JOIN site s ON s.id = v.site
LEFT JOIN end_customer n ON n.id = CASE WHEN s.id IS NULL THEN v.site END
ORDER BY v.day DESC, v.start DESC, v.id DESC;

-- Of the last one no more than a line says.
-- name: visit_last
SELECT v.day, v.outcome, (SELECT name FROM contact WHERE id = v.contact)
FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.client = ?1 AND v.day < ?2 AND v.outcome IS NOT NULL
ORDER BY v.day DESC, v.start DESC, v.id DESC LIMIT 1;

-- Who has a share that could be asked for, and the next notice of a contract there (one that is over
-- for a month is said no more), is asked for by those alone whose day it may be.
-- name: visit_row
SELECT v.*, s.name, s.reading, q.name, q.title, q.reading, q.phone,
    s.open_mine, s.open_theirs, s.tickets, s.closing, s.doors,
    v.day BETWEEN s.quote_from AND s.quote_until
        AND EXISTS (SELECT 1 FROM share h WHERE h.client = v.client AND h.holder <> 'us'
            AND v.day BETWEEN h.until - 31 - coalesce(h.lead, 0) AND h.until + 31),
    iif(s.contracts, (SELECT min(k.notice) FROM contract_term k
        WHERE k.client = v.client AND k.notice >= v.day - 30), NULL),
    q.department, e.*
FROM visit v LEFT JOIN site e ON e.id = v.site LEFT JOIN client_state s ON s.id = v.client
LEFT JOIN contact_state q ON q.id = v.contact
WHERE v.id = ?1;

-- What is promised at client ?1 by its day: on day ?2 and before it, and what of it is an invoice or
-- a collection by the visit's day, ?3.
-- name: promised_there
SELECT total(o.direction = 'mine' AND o.due = ?2), total(o.direction = 'mine' AND o.due < ?2),
    total(o.direction = 'theirs' AND o.due < ?2), total(o.money = 'invoice' AND o.due <= ?3),
    total(o.money = 'collect' AND o.due <= ?3)
FROM commitment o CROSS JOIN record a ON a.id = o.id AND a.archived = 0
WHERE o.client = ?1 AND o.kept IS NULL;

-- name: gravest_trouble
SELECT t.number FROM ticket t CROSS JOIN record a ON a.id = t.id AND a.archived = 0
WHERE t.client = ?1 AND t.closed IS NULL
ORDER BY t.severity NULLS LAST, t.opened, t.id LIMIT 1;

-- Minutes between leaving one place and arriving at the next, stamped at the moment and with nobody
-- visited between: of the last arrivals at ?1, newest first. ?3: how one travels on a usual day.
-- name: trips
SELECT a.site, (b.arrived - a.departed + 59) / 60, b.arrived FROM (
    SELECT id, day, arrived FROM visit
    WHERE site = ?1 AND arrived IS NOT NULL AND about IS NOT 1 ORDER BY arrived DESC LIMIT 60) b
CROSS JOIN visit a ON a.day = b.day AND a.site IS NOT NULL AND a.site <> ?1
    AND a.departed <= b.arrived AND a.about IS NOT 1 AND a.end_about IS NOT 1
LEFT JOIN day_plan p ON p.day = b.day
WHERE coalesce(p.mode, ?3) = ?2
    AND NOT EXISTS (SELECT 1 FROM visit c
        WHERE c.day = b.day AND c.id NOT IN (a.id, b.id)
            AND c.arrived >= a.departed AND c.arrived < b.arrived)
    AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id IN (a.id, b.id) AND r.archived <> 0)
ORDER BY b.arrived DESC;
