-- SPDX-License-Identifier: GPL-3.0-or-later
-- Meetings and entertaining: what takes time of a day, who comes, whom one entertained.

-- name: events_between
SELECT m.id, m.day, m.title, m.start, m.minutes, m.place, 0
FROM meeting m CROSS JOIN record r ON r.id = m.id AND r.archived = 0
WHERE m.day BETWEEN ?1 AND ?2
UNION ALL
SELECT e.id, e.day, e.shop, e.start, e.minutes, e.address, 1
FROM entertainment e CROSS JOIN record r ON r.id = e.id AND r.archived = 0
WHERE e.day BETWEEN ?1 AND ?2
ORDER BY 2, 4, 1;

-- The roster of a meeting in the order of the seats, people before rivals.
-- name: roster
SELECT a.id, w.id, w.kind, w.name, a.seat, a.greeted, a.word
FROM attendee a CROSS JOIN record r ON r.id = a.id AND r.archived = 0
CROSS JOIN record w ON w.id = a.who
WHERE a.meeting = ?1
ORDER BY w.kind <> 'contact', a.seat IS NULL, length(a.seat), a.seat, a.id;

-- Meetings from day ?1 to day ?2 with people of whom nobody said yet whether they were greeted, and how
-- many these are.
-- name: rosters_open
SELECT m.id, m.title, m.day, m.start, m.minutes, count(*)
FROM meeting m CROSS JOIN record r ON r.id = m.id AND r.archived = 0
CROSS JOIN attendee a ON a.meeting = m.id AND a.greeted IS NULL
CROSS JOIN record q ON q.id = a.id AND q.archived = 0
CROSS JOIN record w ON w.id = a.who AND w.kind = 'contact'
WHERE m.day BETWEEN ?1 AND ?2
GROUP BY m.id ORDER BY m.day, m.id;

-- The promise to a person that is due first.
-- name: promise_to
SELECT c.what FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.contact = ?1 AND c.direction = 'mine' AND c.kept IS NULL ORDER BY c.due NULLS LAST, c.id LIMIT 1;

-- What was last said with a person, at a visit or at a meeting.
-- name: last_words_with
SELECT day, text FROM (
    SELECT v.day AS day, v.text AS text FROM visit v
    CROSS JOIN record r ON r.id = v.id AND r.archived = 0
    WHERE v.contact = ?1 AND v.outcome IS NOT NULL AND v.text IS NOT NULL AND v.day <= ?2
    UNION ALL
    SELECT m.day, a.word FROM attendee a CROSS JOIN record r ON r.id = a.id AND r.archived = 0
    CROSS JOIN meeting m ON m.id = a.meeting
    WHERE a.who = ?1 AND a.word IS NOT NULL AND m.day <= ?2
) ORDER BY day DESC LIMIT 1;

-- name: guests_of
SELECT g.id, coalesce(w.name, g.name), coalesce(g.company, p.name), coalesce(g.relation, s.title)
FROM guest g CROSS JOIN record r ON r.id = g.id AND r.archived = 0
LEFT JOIN record w ON w.id = g.contact
LEFT JOIN contact_state s ON s.id = g.contact
LEFT JOIN record p ON p.id = s.party
WHERE g.entertainment = ?1 ORDER BY g.id;

-- The last evening with client ?1 up to day ?2, and how many there were since day ?3.
-- name: entertained_there
SELECT e.id, (SELECT count(*) FROM entertainment m INDEXED BY entertainment_client
    CROSS JOIN record q ON q.id = m.id AND q.archived = 0
    WHERE m.client = ?1 AND m.day BETWEEN ?3 AND ?2)
FROM entertainment e INDEXED BY entertainment_client
CROSS JOIN record r ON r.id = e.id AND r.archived = 0
WHERE e.client = ?1 AND e.day <= ?2 ORDER BY e.day DESC, e.id DESC LIMIT 1;

-- Key persons with the day on which they were entertained last; those who never were first.
-- name: entertained
SELECT k.id, r.name, p.name, (
    SELECT max(e.day) FROM guest g CROSS JOIN record a ON a.id = g.id AND a.archived = 0
    CROSS JOIN entertainment e ON e.id = g.entertainment
    WHERE g.contact = k.id AND e.day <= ?1) AS last, (
    SELECT count(*) FROM guest g CROSS JOIN record a ON a.id = g.id AND a.archived = 0
    CROSS JOIN entertainment e ON e.id = g.entertainment
    WHERE g.contact = k.id AND e.day <= ?1)
FROM contact k CROSS JOIN record r ON r.id = k.id AND r.archived = 0
CROSS JOIN contact_state s ON s.id = k.id
CROSS JOIN record p ON p.id = s.party AND p.kind = 'client' AND p.archived = 0
WHERE (k.key_person = 1 OR k.id IN (SELECT g.contact FROM guest g
        CROSS JOIN record a ON a.id = g.id AND a.archived = 0 WHERE g.contact IS NOT NULL))
    AND k.me IS NOT 1
ORDER BY last NULLS FIRST, k.id LIMIT ?2;

-- Why a person, or the whole client, may not accept gifts.
-- name: no_gift
SELECT n.why, r.name FROM no_gift n CROSS JOIN record a ON a.id = n.id AND a.archived = 0
CROSS JOIN record r ON r.id = n.party
WHERE n.party IN (?1, ?2) ORDER BY n.id LIMIT 1;

-- Who may not accept gifts at client ?1, the client itself before its people.
-- name: no_gifts_at
SELECT n.id, n.party, iif(n.party = ?1, NULL, r.name), n.why
FROM no_gift n CROSS JOIN record a ON a.id = n.id AND a.archived = 0
CROSS JOIN record r ON r.id = n.party AND r.archived = 0
WHERE n.party IN (SELECT ?1 UNION ALL SELECT id FROM contact_state WHERE party = ?1)
ORDER BY n.party <> ?1, n.id;

-- The same of those who come to meeting or evening ?1, and of their companies.
-- name: no_gifts_among
SELECT n.id, n.party, r.name, n.why
FROM no_gift n CROSS JOIN record a ON a.id = n.id AND a.archived = 0
CROSS JOIN record r ON r.id = n.party AND r.archived = 0
WHERE n.party IN (
    WITH comes(who) AS (
        SELECT g.contact FROM guest g CROSS JOIN record q ON q.id = g.id AND q.archived = 0
        WHERE g.entertainment = ?1
        UNION ALL
        SELECT t.who FROM attendee t CROSS JOIN record q ON q.id = t.id AND q.archived = 0
        WHERE t.meeting = ?1
    )
    SELECT client FROM entertainment WHERE id = ?1
    UNION ALL SELECT who FROM comes
    UNION ALL SELECT s.party FROM comes CROSS JOIN contact_state s ON s.id = comes.who)
ORDER BY r.kind = 'contact', n.id;
