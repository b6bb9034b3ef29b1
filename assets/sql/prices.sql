-- SPDX-License-Identifier: GPL-3.0-or-later
-- Floor cards, price demands, the ledger, and difficult people.

-- name: price_card
SELECT p.id FROM price p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.client = ?1 AND p.product = ?2 ORDER BY p.id DESC LIMIT 1;

-- name: price_cards
SELECT p.id FROM price p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
WHERE p.client = ?1 ORDER BY p.product, p.id LIMIT ?2;

-- name: demands_open
SELECT d.id FROM demand d INDEXED BY demand_open CROSS JOIN record r ON r.id = d.id AND r.archived = 0
WHERE d.client = ?1 AND d.state IN ('open', 'taken_back') ORDER BY d.day DESC, d.id DESC LIMIT ?2;

-- name: ledger
SELECT count(*) FILTER (WHERE c.side = 'gave'),
    count(*) FILTER (WHERE c.side = 'got' OR c.back_on IS NOT NULL),
    max(c.day) FILTER (WHERE c.side = 'gave')
FROM concession c CROSS JOIN record r ON r.id = c.id AND r.archived = 0 WHERE c.client = ?1;

-- name: ledger_last
SELECT c.id FROM concession c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.client = ?1 ORDER BY c.day DESC, c.id DESC LIMIT 1;

-- What stands there for the client's (?2) answer in a round (?1).
-- name: ledger_of_round
SELECT c.id FROM concession c INDEXED BY concession_client
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.client = ?2 AND c.round = ?1 ORDER BY c.id DESC LIMIT 1;

-- Who shares a person with the client (?1) on a day (?3), and what the product (?2) costs there.
-- name: price_hearers
SELECT DISTINCT other.party, r.name, person.name,
    (SELECT max(p.id) FROM price p CROSS JOIN record a ON a.id = p.id AND a.archived = 0
        WHERE p.client = other.party AND p.product = ?2)
FROM post mine CROSS JOIN record m ON m.id = mine.id AND m.archived = 0
    CROSS JOIN post other ON other.contact = mine.contact AND other.party <> mine.party
    CROSS JOIN record o ON o.id = other.id AND o.archived = 0
    CROSS JOIN record r ON r.id = other.party AND r.kind = 'client' AND r.archived = 0
    CROSS JOIN record person ON person.id = mine.contact AND person.archived = 0
WHERE mine.party = ?1 AND (mine.until IS NULL OR mine.until >= ?3)
    AND (other.until IS NULL OR other.until >= ?3)
ORDER BY 1 LIMIT ?4;

-- The client's other sites hear of it as well.
-- name: price_sites
SELECT s.id FROM site s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.client = ?1 ORDER BY s.id LIMIT ?2;

-- The last temperatures of a person, newest first.
-- name: tempers_of
SELECT t.id FROM temper t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.contact = ?1 ORDER BY t.day DESC, t.id DESC LIMIT ?2;

-- Of each person who was asked about.
-- name: tempers_at
SELECT t.id FROM temper t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
WHERE t.visit = ?1 ORDER BY t.id LIMIT ?2;

-- Which earlier entry of that person each later one strikes out.
-- name: incident_struck
SELECT max(i.id) FROM incident i WHERE i.strikes = ?1;

-- Few: those who are to be handled with care.
-- name: careful
SELECT c.id FROM contact c INDEXED BY contact_handle CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.handle IS NOT NULL ORDER BY c.id;

-- Where that person is the only one who is known on that day.
-- name: alone_at
SELECT s.party FROM contact_state s
CROSS JOIN contact c ON c.id = s.id AND (c.left IS NULL OR c.left > ?2)
WHERE s.id = ?1
    AND EXISTS (
        SELECT 1 FROM post m CROSS JOIN record w ON w.id = m.id AND w.archived = 0
        WHERE m.contact = c.id AND m.party = s.party AND (m.since IS NULL OR m.since <= ?2)
            AND (m.until IS NULL OR m.until >= ?2))
    AND NOT EXISTS (
        SELECT 1 FROM post p CROSS JOIN record q ON q.id = p.id AND q.archived = 0
        CROSS JOIN contact o ON o.id = p.contact AND (o.left IS NULL OR o.left > ?2)
        CROSS JOIN record a ON a.id = o.id AND a.archived = 0
        WHERE p.party = s.party AND p.contact <> c.id AND (p.since IS NULL OR p.since <= ?2)
            AND (p.until IS NULL OR p.until >= ?2));
