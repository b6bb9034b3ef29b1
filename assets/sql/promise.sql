-- SPDX-License-Identifier: GPL-3.0-or-later
-- Promises, troubles, and how many there are.

-- What was due by the day, and what waited until it (or until the ball came back).
-- name: promises_due
SELECT c.id FROM (
    SELECT id, due, due_at FROM commitment WHERE kept IS NULL AND due <= ?1
    UNION ALL SELECT id, wake, NULL FROM commitment
    WHERE kept IS NULL AND wake IS NOT NULL AND wake <= ?1 AND (due IS NULL OR due > ?1)
) c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
ORDER BY c.due, c.due_at NULLS LAST, c.id;

-- What is due on this very day, at most ?2.
-- name: promises_on
SELECT c.id FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND c.due = ?1 ORDER BY c.due_at NULLS LAST, c.id LIMIT ?2;

-- What takes time of its own: of what is due, and of what waited until now, the last ones, as many
-- as a day could hold; and what was given to this very day. No row stands in two of the parts.
-- name: tasks_due
SELECT id, way, minutes, due, due_at, contact, planned, planned_at FROM open_promise
WHERE task = 1 AND due BETWEEN ?1 AND ?2 AND coalesce(wake, ?2) <= ?2 AND planned IS NOT ?2
ORDER BY due DESC, id DESC LIMIT ?3;

-- name: tasks_waking
SELECT id, way, minutes, wake, NULL, contact, planned, planned_at FROM open_promise
WHERE task = 1 AND wake BETWEEN ?1 AND ?2 AND coalesce(due, ?2 + 1) > ?2 AND planned IS NOT ?2
ORDER BY wake DESC, id DESC LIMIT ?3;

-- name: tasks_planned
SELECT id, way, minutes, due, due_at, contact, planned, planned_at FROM open_promise
WHERE planned = ?1;

-- Mine that are due before day ?1, or on it by the hour ?2, and do not wait beyond day ?3.
-- name: promises_before
SELECT c.id, c.due, c.due_at, c.minutes, coalesce(c.contact, c.client)
FROM commitment c INDEXED BY commitment_open CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND c.due <= ?1 AND (c.due < ?1 OR c.due_at <= ?2) AND c.direction = 'mine'
    AND (c.wake IS NULL OR c.wake <= ?3)
ORDER BY c.due, c.id LIMIT ?4;

-- name: promises_open
SELECT c.id FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL ORDER BY c.due NULLS LAST, c.due_at NULLS LAST, c.id;

-- Of one site (?2) also what is said of no site in particular.
-- name: promises_there
SELECT c.id FROM (
    SELECT id FROM commitment WHERE client = ?1
    UNION SELECT c.id FROM site s CROSS JOIN commitment c ON c.site = s.id WHERE s.client = ?1
    UNION SELECT c.id FROM contact_state s CROSS JOIN commitment c ON c.contact = s.id
        WHERE s.party = ?1
) f CROSS JOIN commitment c ON c.id = f.id CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND (?2 = 0 OR coalesce(c.site,
        (SELECT site FROM contact_state WHERE id = c.contact), ?2) = ?2)
ORDER BY c.direction, c.due NULLS LAST, c.due_at NULLS LAST, c.id;

-- name: open_promises
SELECT c.id, coalesce(c.client, (SELECT client FROM site WHERE id = c.site),
        (SELECT party FROM contact_state WHERE id = c.contact)),
    c.site, c.contact, c.what, c.direction = 'theirs', c.due, c.way
FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL ORDER BY c.due NULLS LAST, c.due_at NULLS LAST, c.id;

-- name: open_promises_at
-- Those of one client, as open_promises knows it.
SELECT c.id, ?1, c.site, c.contact, c.what, c.direction = 'theirs', c.due, c.way
FROM (
    SELECT id FROM commitment WHERE client = ?1
    UNION ALL SELECT c.id FROM site s CROSS JOIN commitment c ON c.site = s.id
    WHERE s.client = ?1 AND c.client IS NULL
    UNION ALL SELECT c.id FROM contact_state p CROSS JOIN commitment c ON c.contact = p.id
    WHERE p.party = ?1 AND c.client IS NULL
        AND (c.site IS NULL OR (SELECT client FROM site WHERE id = c.site) IS NULL)
) here
CROSS JOIN commitment c ON c.id = here.id
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL ORDER BY c.due NULLS LAST, c.due_at NULLS LAST, c.id;

-- name: is_linked
SELECT EXISTS (SELECT 1 FROM chain_link WHERE commitment = ?1)
    OR EXISTS (SELECT 1 FROM chain_link WHERE waits_for = ?1);

-- Of a promise that is not linked, as nearly all are not: what chain_of would find with more trouble.
-- name: chain_of_one
SELECT id FROM record WHERE id = ?1 AND kind = 'commitment' AND archived = 0;

-- name: chain_of
WITH RECURSIVE link AS (
    SELECT l.commitment, l.waits_for FROM chain_link l
    CROSS JOIN record r ON r.id = l.id AND r.archived = 0
), chain(id) AS (
    SELECT ?1
    UNION SELECT l.commitment FROM chain CROSS JOIN link l ON l.waits_for = chain.id
    UNION SELECT l.waits_for FROM chain CROSS JOIN link l ON l.commitment = chain.id
)
SELECT c.id FROM chain CROSS JOIN commitment c ON c.id = chain.id
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
LEFT JOIN commitment_state s ON s.id = c.id
ORDER BY coalesce(s.latest, c.due) DESC NULLS FIRST, c.due DESC, c.id DESC LIMIT 100;

-- name: chain_edges_of
SELECT l.waits_for, l.working_days FROM chain_link l
CROSS JOIN record r ON r.id = l.id AND r.archived = 0
WHERE l.commitment = ?1 ORDER BY l.id;

-- name: promise_row
SELECT r.uid,
    (SELECT name FROM record WHERE id = c.client),
    (SELECT name FROM record WHERE id = c.contact),
    (SELECT name FROM record WHERE id = s.ball),
    s.ball, s.ball_since, s.latest, s.delays, r.created, r.changed
FROM commitment c CROSS JOIN record r ON r.id = c.id
LEFT JOIN commitment_state s ON s.id = c.id
WHERE c.id = ?1;

-- name: troubles_open
SELECT t.id FROM ticket t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.closed IS NULL AND (?1 = 0 OR t.client = ?1)
ORDER BY t.severity NULLS LAST, t.opened, t.id;

-- name: troubles_now
SELECT t.id, t.number, t.what, t.client, s.tell_by,
    iif(t.reported IS NULL, t.report_due, NULL), s.ask_again, s.ball
FROM ticket t CROSS JOIN ticket_state s ON s.id = t.id
    AND (s.tell_by <= ?1 OR s.ball = ?2 OR s.ask_again <= ?1
        OR (t.report_due <= ?1 AND t.reported IS NULL))
WHERE t.closed IS NULL
    AND t.id NOT IN (SELECT id FROM record WHERE kind = 'ticket' AND archived <> 0)
ORDER BY t.severity NULLS LAST, t.opened, t.id;

-- The journal says when the rep set a stage; a stage that a trouble began with has no such day.
-- name: ticket_stages
SELECT s.id, r.name, coalesce(s.place < now.place, 0), s.id = t.stage,
    (SELECT max(p.at) FROM change c CROSS JOIN step p ON p.id = c.step AND p.undone <> 1
        WHERE c.record = t.id AND c.field = 'stage' AND c.after = r.uid)
FROM ticket t CROSS JOIN stage s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
LEFT JOIN stage now ON now.id = t.stage
WHERE t.id = ?1
ORDER BY s.place, s.id;

-- name: last_ticket
SELECT max(id) FROM ticket;

-- name: tickets_after
SELECT id FROM ticket WHERE id > ?1 ORDER BY id;

-- name: trouble_row
SELECT r.uid,
    (SELECT name FROM record WHERE id = t.client), p.name, coalesce(p.mobile, p.telephone),
    (SELECT name FROM record WHERE id = t.stage),
    (SELECT name FROM record WHERE id = s.ball),
    s.ball, s.ball_since, s.told_on, s.inside_on, s.tell_by,
    (SELECT l.text FROM ticket_line l CROSS JOIN record a ON a.id = l.id AND a.archived = 0
        WHERE l.ticket = t.id AND l.side = 'told' ORDER BY l.day DESC, l.at DESC, l.id DESC LIMIT 1),
    (SELECT l.text FROM ticket_line l CROSS JOIN record a ON a.id = l.id AND a.archived = 0
        WHERE l.ticket = t.id AND l.side = 'inside' ORDER BY l.day DESC, l.at DESC, l.id DESC LIMIT 1),
    r.created, r.changed, s.ask_again
FROM ticket t CROSS JOIN record r ON r.id = t.id
LEFT JOIN ticket_state s ON s.id = t.id
LEFT JOIN contact p ON p.id = t.contact
WHERE t.id = ?1;

-- Counted in the indices of what is open; what of it is archived is little and taken off.
-- name: open_counts
SELECT count(*) FILTER (WHERE due = ?1)
        + (SELECT count(*) FROM open_promise WHERE wake <= ?1 AND (due IS NULL OR due > ?1)),
    count(*) FILTER (WHERE due < ?1), count(*) FILTER (WHERE due < ?1 AND theirs = 1),
    (SELECT count(*) FROM open_promise o
        CROSS JOIN commitment_state s ON s.id = o.id AND s.latest <= ?1 WHERE o.waited = 1),
    EXISTS (SELECT 1 FROM client c CROSS JOIN record r ON r.id = c.id AND r.archived = 0),
    EXISTS (SELECT 1 FROM open_promise)
FROM open_promise WHERE due <= ?1;

-- name: trouble_counts
SELECT count(*), count(*) FILTER (WHERE s.tell_by <= ?1)
FROM ticket t LEFT JOIN ticket_state s ON s.id = t.id
WHERE t.closed IS NULL
    AND t.id NOT IN (SELECT id FROM record WHERE kind = 'ticket' AND archived <> 0);

-- name: people
SELECT c.id, p.title, p.department, (SELECT name FROM record WHERE id = p.site), p.site
FROM post p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
CROSS JOIN contact c ON c.id = p.contact
CROSS JOIN record a ON a.id = c.id AND a.archived = 0
WHERE p.party = ?1 AND (p.since IS NULL OR p.since <= ?2) AND (p.until IS NULL OR p.until >= ?2)
    AND (c.left IS NULL OR c.left > ?2)
ORDER BY c.key_person IS NOT 1, c.reading NULLS LAST, c.id;

-- name: person_now
SELECT title, department, (SELECT name FROM record WHERE id = site), party, site
FROM contact_state WHERE id = ?1;

-- name: department_there
SELECT d.id FROM department d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
WHERE d.site = ?1 AND d.name = ?2 ORDER BY d.id LIMIT 1;

-- name: person_met
SELECT weekday, half, tries, met FROM contact_met WHERE contact = ?1;

-- Of whoever works there, all together.
-- name: client_met
SELECT m.weekday, m.half, sum(m.tries), sum(m.met)
FROM contact_state s CROSS JOIN contact_met m ON m.contact = s.id
WHERE s.party = ?1 GROUP BY m.weekday, m.half;

-- Who has the ball of a promise.
-- name: ball_of
SELECT ball FROM commitment_state WHERE id = ?1
UNION ALL SELECT ball FROM ticket_state WHERE id = ?1;

-- Whose turn it may be next: who held this ball, whom it is promised, people of the client, and
-- who of our own or of a supplier held other balls of late.
-- name: likely_holders
SELECT p.id, min(p.rank) FROM (
    SELECT holder AS id, 1 AS rank FROM ball WHERE "of" = ?1
    UNION ALL SELECT (SELECT contact FROM commitment WHERE id = ?1), 2
    UNION ALL SELECT (SELECT contact FROM ticket WHERE id = ?1), 2
    UNION ALL SELECT h.holder, 3 FROM (SELECT holder FROM ball ORDER BY id DESC LIMIT 50) h
        CROSS JOIN contact_state s ON s.id = h.holder
        CROSS JOIN record o ON o.id = s.party AND o.kind IN ('office', 'supplier')
    UNION ALL SELECT * FROM (
        SELECT s.id, 4 FROM contact_state s WHERE s.party = coalesce(
            (SELECT client FROM commitment WHERE id = ?1), (SELECT client FROM ticket WHERE id = ?1))
        LIMIT 20)
) p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
GROUP BY p.id ORDER BY 2, p.id LIMIT ?2;

-- Promises whose block clears when this one is done: all that they waited for in their chain is
-- done, or they slept and are linked to it.
-- name: released_by
SELECT c.id FROM (
    SELECT l.commitment AS id FROM chain_link l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
    WHERE l.waits_for = ?1 AND NOT EXISTS (
        SELECT 1 FROM chain_link o CROSS JOIN record q ON q.id = o.id AND q.archived = 0
        CROSS JOIN commitment w ON w.id = o.waits_for AND w.kept IS NULL AND w.id <> ?1
        CROSS JOIN record v ON v.id = w.id AND v.archived = 0
        WHERE o.commitment = l.commitment)
    UNION SELECT s.id FROM link l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
        CROSS JOIN commitment s ON s.id = l."on" AND s.wake > ?2 WHERE l."to" = ?1
    UNION SELECT s.id FROM link l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
        CROSS JOIN commitment s ON s.id = l."to" AND s.wake > ?2 WHERE l."on" = ?1
) f CROSS JOIN commitment c ON c.id = f.id AND c.kept IS NULL
CROSS JOIN record r ON r.id = c.id AND r.archived = 0;

-- Of the last ones with a day that are done: how many, how many of them in time.
-- name: kept_of_all
SELECT count(*), count(*) FILTER (WHERE kept <= coalesce(first_due, due)) FROM (
    SELECT c.kept, c.first_due, c.due
    FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
    WHERE c.direction = ?1 AND c.kept IS NOT NULL AND c.due IS NOT NULL
    ORDER BY c.kept DESC LIMIT ?2
);

-- name: kept_of_client
SELECT done_mine, kept_mine, done_theirs, kept_theirs FROM client_state WHERE id = ?1;
