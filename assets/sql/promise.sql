-- SPDX-License-Identifier: GPL-3.0-or-later
-- Promises, troubles, and how many there are.

-- name: promises_due
SELECT c.id FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL AND c.due <= ?1 ORDER BY c.due, c.due_at NULLS LAST, c.id;

-- What takes time of its own: the last ones, as many as a day could hold.
-- name: promises_to_do
SELECT id FROM (
    SELECT c.id, c.due, c.due_at
    FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
    WHERE c.kept IS NULL AND c.due BETWEEN ?1 AND ?2 AND c.direction = 'mine'
        AND (c.way IN ('call', 'desk') OR (c.way = 'mail' AND c.minutes IS NOT NULL))
        AND (c.wake IS NULL OR c.wake <= ?2)
    ORDER BY c.due DESC, c.due_at NULLS LAST, c.id LIMIT ?3
) ORDER BY due, due_at NULLS LAST, id;

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
    c.site, c.contact, c.what, c.direction = 'theirs', c.due
FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL ORDER BY c.due NULLS LAST, c.id;

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
SELECT t.id, t.number, t.what, t.client, (SELECT name FROM record WHERE id = t.client), s.tell_by,
    iif(t.reported IS NULL, t.report_due, NULL), s.ask_again,
    (SELECT name FROM record WHERE id = s.ball)
FROM ticket t CROSS JOIN ticket_state s ON s.id = t.id
    AND (s.tell_by <= ?1 OR s.ball = ?2 OR s.ask_again <= ?1
        OR (t.report_due <= ?1 AND t.reported IS NULL))
CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.closed IS NULL
ORDER BY t.severity NULLS LAST, t.opened, t.id;

-- name: last_ticket
SELECT max(id) FROM ticket;

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

-- Counted in the index of what is open; what of it is archived is little and taken off.
-- name: open_counts
WITH gone AS MATERIALIZED (
    SELECT c.due, c.direction FROM record r CROSS JOIN commitment c ON c.id = r.id
    WHERE r.kind = 'commitment' AND r.archived <> 0 AND c.kept IS NULL
), trouble AS (
    SELECT s.tell_by FROM ticket t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
    LEFT JOIN ticket_state s ON s.id = t.id
    WHERE t.closed IS NULL
)
SELECT
    (SELECT count(*) FROM commitment WHERE kept IS NULL AND due = ?1)
        - (SELECT count(*) FROM gone WHERE due = ?1),
    (SELECT count(*) FROM commitment WHERE kept IS NULL AND due < ?1)
        - (SELECT count(*) FROM gone WHERE due < ?1),
    (SELECT count(*) FROM commitment WHERE kept IS NULL AND due < ?1 AND direction = 'theirs')
        - (SELECT count(*) FROM gone WHERE due < ?1 AND direction = 'theirs'),
    (SELECT count(DISTINCT l.waits_for) FROM chain_link l
        CROSS JOIN record a ON a.id = l.id AND a.archived = 0
        CROSS JOIN commitment_state s ON s.id = l.waits_for AND s.latest <= ?1
        CROSS JOIN commitment c ON c.id = l.waits_for AND c.kept IS NULL
        CROSS JOIN record r ON r.id = c.id AND r.archived = 0),
    (SELECT count(*) FROM commitment WHERE kept IS NULL) - (SELECT count(*) FROM gone),
    (SELECT count(*) FROM trouble),
    (SELECT count(*) FROM trouble WHERE tell_by <= ?1),
    (SELECT count(*) FROM (
        SELECT 1 FROM client c CROSS JOIN record r ON r.id = c.id AND r.archived = 0 LIMIT 1
    ));

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

-- name: person_met
SELECT count(*) FILTER (WHERE met AND at < 720), count(*) FILTER (WHERE at < 720),
    count(*) FILTER (WHERE met AND at >= 720), count(*) FILTER (WHERE at >= 720)
FROM (
    SELECT v.outcome IN ('met', 'short_word', 'video') AS met,
        coalesce(iif(v.about IS 1, NULL, CAST(strftime('%H', v.arrived, 'unixepoch', 'localtime')
            AS INTEGER) * 60), v.start) AS at
    FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
    WHERE v.contact = ?1 AND v.outcome IS NOT NULL
);

-- name: kept_words
SELECT k.text, k.client FROM kept_word k CROSS JOIN record r ON r.id = k.id AND r.archived = 0
WHERE k.about = ?1 ORDER BY k.day DESC, k.id DESC LIMIT ?2;
