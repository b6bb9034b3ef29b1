-- SPDX-License-Identifier: GPL-3.0-or-later
-- Contracts and their renewal.

-- The running contracts whose notice is to be given by a day, the soonest first.
-- name: contracts_between
SELECT s.id, s.notice, k.client, r.name, c.closing_day, c.closed_days
FROM contract_state s INDEXED BY contract_state_notice CROSS JOIN contract k ON k.id = s.id
CROSS JOIN record a ON a.id = s.id AND a.archived = 0
CROSS JOIN record r ON r.id = k.client AND r.archived = 0
CROSS JOIN client c ON c.id = k.client
WHERE s.notice BETWEEN ?1 AND ?2 ORDER BY s.notice, s.id LIMIT ?3;

-- What their steps are counted from, without their words; of all of them where ?3 is below nothing. The
-- index holds it all.
-- name: contract_terms
SELECT notice, step_done, closing_day, closed_days FROM contract_term INDEXED BY contract_term_notice
WHERE notice BETWEEN ?1 AND ?2 ORDER BY notice, id LIMIT ?3;

-- name: has_contracts
SELECT EXISTS (SELECT 1 FROM contract WHERE client = ?1);

-- name: contracts_of_client
SELECT s.id, s.notice, k.client, r.name, c.closing_day, c.closed_days
FROM contract k INDEXED BY contract_client CROSS JOIN record a ON a.id = k.id AND a.archived = 0
CROSS JOIN contract_state s ON s.id = k.id CROSS JOIN record r ON r.id = k.client
CROSS JOIN client c ON c.id = k.client
WHERE k.client = ?1 AND s.notice IS NOT NULL ORDER BY s.notice, s.id LIMIT ?2;

-- Is a key person of client ?1 known, who is there on day ?2?
-- name: has_key_person
SELECT EXISTS (SELECT 1 FROM post p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
    CROSS JOIN contact c ON c.id = p.contact AND c.key_person = 1
    CROSS JOIN record a ON a.id = c.id AND a.archived = 0
    WHERE p.party = ?1 AND (p.since IS NULL OR p.since <= ?2)
        AND (p.until IS NULL OR p.until >= ?2) AND (c.left IS NULL OR c.left > ?2));

-- name: troubles_counted
SELECT tickets FROM client_state WHERE id = ?1;

-- When a key person was last spoken to: at a visit, or greeted at a meeting.
-- name: key_person_seen
SELECT max(day) FROM (
    SELECT v.day FROM visit v INDEXED BY visit_client
    CROSS JOIN contact k ON k.id = v.contact AND k.key_person = 1
    CROSS JOIN record r ON r.id = v.id AND r.archived = 0
    WHERE v.client = ?1 AND v.day <= ?2 AND (v.outcome IN ('met', 'short_word', 'by_phone', 'video')
        OR (v.outcome = 'delivery_only' AND v.spoke = 1))
    UNION ALL
    SELECT m.day FROM post p INDEXED BY post_party
    CROSS JOIN contact k ON k.id = p.contact AND k.key_person = 1
    CROSS JOIN attendee a INDEXED BY attendee_who ON a.who = k.id AND a.greeted = 'yes'
    CROSS JOIN record r ON r.id = a.id AND r.archived = 0
    CROSS JOIN record q ON q.id = p.id AND q.archived = 0
    CROSS JOIN meeting m ON m.id = a.meeting
    WHERE p.party = ?1 AND m.day <= ?2 AND m.day <= coalesce(p.until, m.day)
);

-- name: mine_late_there
SELECT count(*) FROM commitment p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.client = ?1 AND p.direction = 'mine' AND p.kept IS NULL AND p.due < ?2;

-- name: rival_seen
SELECT EXISTS (SELECT 1 FROM sighting w CROSS JOIN record r ON r.id = w.id AND r.archived = 0
    WHERE w.client = ?1 AND w.day >= ?2)
OR EXISTS (SELECT 1 FROM share s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
    WHERE s.client = ?1 AND s.rival IS NOT NULL);

-- With whom one spoke since a day: how often in all, how many persons, and one of them.
-- name: talked_with
SELECT count(*), count(DISTINCT v.contact), max(v.contact)
FROM visit v INDEXED BY visit_client CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.client = ?1 AND v.day BETWEEN ?2 AND ?3 AND v.contact IS NOT NULL
    AND (v.outcome IN ('met', 'short_word', 'by_phone', 'video')
        OR (v.outcome = 'delivery_only' AND v.spoke = 1));

-- The last talks with a person.
-- name: talks_with
SELECT v.id FROM visit v INDEXED BY visit_contact CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.contact = ?1 AND v.day <= ?2 AND v.outcome IS NOT NULL ORDER BY v.day DESC, v.id DESC LIMIT ?3;

-- The visits of a stretch of days by what came of them.
-- name: outcomes_there
SELECT v.outcome, count(*) FROM visit v INDEXED BY visit_client
CROSS JOIN record r ON r.id = v.id AND r.archived = 0
WHERE v.client = ?1 AND v.day BETWEEN ?2 AND ?3 AND v.outcome IS NOT NULL GROUP BY v.outcome;

-- With whom, the most often first.
-- name: people_there
SELECT n.name, count(*) AS often FROM visit v INDEXED BY visit_client
CROSS JOIN record r ON r.id = v.id AND r.archived = 0 CROSS JOIN record n ON n.id = v.contact
WHERE v.client = ?1 AND v.day BETWEEN ?2 AND ?3 AND (v.outcome IN ('met', 'short_word', 'by_phone',
    'video') OR (v.outcome = 'delivery_only' AND v.spoke = 1))
GROUP BY v.contact ORDER BY often DESC, v.contact;

-- Promises kept in these days, and how many of them had a day and were in time.
-- name: kept_there
SELECT p.direction, count(*), count(coalesce(p.first_due, p.due)),
    count(*) FILTER (WHERE p.kept <= coalesce(p.first_due, p.due))
FROM commitment p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.client = ?1 AND p.kept BETWEEN ?2 AND ?3 GROUP BY p.direction;

-- Troubles closed in these days, or open still; the oldest first.
-- name: troubles_there
SELECT t.id FROM ticket t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.client = ?1 AND t.opened <= ?3 AND (t.closed IS NULL OR t.closed BETWEEN ?2 AND ?3)
ORDER BY t.opened, t.id;
