-- SPDX-License-Identifier: GPL-3.0-or-later
-- Derived rows: first what a step touched, then one statement a kind. They run at every save, so none
-- of them asks for a temporary table that it can do without: without them a save took a quarter fewer
-- instructions. A list of more than two words behind IN is one, words told apart by OR are not.

-- name: touch_nothing
DELETE FROM temp.touched;

-- name: touch_one
INSERT INTO temp.touched VALUES (?1);

-- Of what kinds it is; NULL where an undo took the record away.
-- name: touched_kinds
SELECT (SELECT kind FROM record WHERE id = t.id) FROM temp.touched t;

-- name: touch_all
INSERT OR IGNORE INTO temp.touched SELECT id FROM record;

-- name: touch_changed
INSERT OR IGNORE INTO temp.touched SELECT record FROM change WHERE step = ?1;

-- name: touch_referred_then
INSERT OR IGNORE INTO temp.touched
SELECT r.id FROM (
    SELECT step, field, before AS uid FROM change UNION ALL SELECT step, field, after FROM change
) c CROSS JOIN record r ON r.uid = c.uid
WHERE c.step = ?1 AND (c.field = 'client' OR c.field = 'contact' OR c.field = 'of'
    OR c.field = 'ticket' OR c.field = 'commitment' OR c.field = 'waits_for' OR c.field = 'on'
    OR c.field = 'round');

-- Where a visit drives to is kept with it, and with a contract on which days its client can be seen, and
-- whether there still is one.
-- name: touch_kept_with
INSERT OR IGNORE INTO temp.touched
SELECT v.id FROM change c CROSS JOIN visit v ON v.site = c.record
WHERE c.step = ?1 AND (c.field = 'latitude' OR c.field = 'longitude' OR c.field = 'door_minutes')
UNION ALL
SELECT k.id FROM change c CROSS JOIN contract k ON k.client = c.record
WHERE c.step = ?1
    AND (c.field = 'closing_day' OR c.field = 'closed_days' OR c.field = 'archived');

-- name: touch_referred
INSERT OR IGNORE INTO temp.touched
SELECT v.client FROM temp.touched t CROSS JOIN visit v ON v.id = t.id
UNION ALL SELECT s.client FROM temp.touched t CROSS JOIN site s ON s.id = t.id
UNION ALL SELECT c.client FROM temp.touched t CROSS JOIN commitment c ON c.id = t.id
    WHERE c.client IS NOT NULL
UNION ALL SELECT k.client FROM temp.touched t CROSS JOIN ticket k ON k.id = t.id
    WHERE k.client IS NOT NULL
UNION ALL SELECT o.client FROM temp.touched t CROSS JOIN order_memo o ON o.id = t.id
    WHERE o.client IS NOT NULL
UNION ALL SELECT d.round FROM temp.touched t CROSS JOIN round_client d ON d.id = t.id
UNION ALL SELECT d.client FROM temp.touched t CROSS JOIN round_client d ON d.id = t.id
UNION ALL SELECT s.client FROM temp.touched t CROSS JOIN sale s ON s.id = t.id
UNION ALL SELECT s.client FROM temp.touched t CROSS JOIN sighting s ON s.id = t.id
UNION ALL SELECT p.contact FROM temp.touched t CROSS JOIN post p ON p.id = t.id
UNION ALL SELECT v.contact FROM temp.touched t CROSS JOIN visit v ON v.id = t.id
    WHERE v.contact IS NOT NULL
UNION ALL SELECT b."of" FROM temp.touched t CROSS JOIN ball b ON b.id = t.id
UNION ALL SELECT l.ticket FROM temp.touched t CROSS JOIN ticket_line l ON l.id = t.id
UNION ALL SELECT c.commitment FROM temp.touched t CROSS JOIN chain_link c ON c.id = t.id
UNION ALL SELECT c.waits_for FROM temp.touched t CROSS JOIN chain_link c ON c.id = t.id
UNION ALL SELECT q."on" FROM temp.touched t CROSS JOIN recurrence q ON q.id = t.id
UNION ALL SELECT h.client FROM temp.touched t CROSS JOIN share h ON h.id = t.id
UNION ALL SELECT k.client FROM temp.touched t CROSS JOIN contract k ON k.id = t.id
-- A public holiday moves all that counts working days. It comes first in its joins: an EXISTS would be
-- asked for each contract there is, at every save.
UNION ALL SELECT k.id FROM (SELECT 1 FROM temp.touched t CROSS JOIN holiday h ON h.id = t.id LIMIT 1)
    CROSS JOIN ticket k WHERE k.closed IS NULL
UNION ALL SELECT l.commitment
    FROM (SELECT 1 FROM temp.touched t CROSS JOIN holiday h ON h.id = t.id LIMIT 1)
    CROSS JOIN chain_link l
UNION ALL SELECT c.id FROM (SELECT 1 FROM temp.touched t CROSS JOIN holiday h ON h.id = t.id LIMIT 1)
    CROSS JOIN contract c
UNION ALL SELECT q."on"
    FROM (SELECT 1 FROM temp.touched t CROSS JOIN holiday h ON h.id = t.id LIMIT 1)
    CROSS JOIN recurrence q;

-- name: cycles_changed
SELECT EXISTS (
    SELECT 1 FROM change h CROSS JOIN client c ON c.id = h.record
    WHERE h.step = ?1 AND (h.field = 'cycle'
        OR (c.cycle IS NOT NULL AND (h.field IS NULL OR h.field = 'archived')))
);

-- name: cycles
SELECT c.cycle FROM client c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.cycle IS NOT NULL;

-- name: touch_cycles
INSERT OR IGNORE INTO temp.touched SELECT id FROM client WHERE cycle IS NOT NULL;

-- name: chains_touched
SELECT EXISTS (SELECT 1 FROM temp.touched t CROSS JOIN chain_link l ON l.commitment = t.id)
    OR EXISTS (SELECT 1 FROM temp.touched t CROSS JOIN chain_link l ON l.waits_for = t.id);

-- name: touch_chains
WITH RECURSIVE chained(id) AS (
    SELECT c.id FROM temp.touched t CROSS JOIN commitment c ON c.id = t.id
    UNION SELECT l.waits_for FROM chained CROSS JOIN chain_link l ON l.commitment = chained.id
    UNION SELECT l.commitment FROM chained CROSS JOIN chain_link l ON l.waits_for = chained.id
)
INSERT OR IGNORE INTO temp.touched SELECT id FROM chained;

-- The days and the rank alone have indices: they are written where they moved. What is archived is
-- due for nobody.
-- name: derive_clients
INSERT INTO client_state(id, last_visit, next_visit, due, rank_order, name, reading, closed_days)
SELECT id, last_visit,
    (SELECT min(v.day) FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
        WHERE v.client = s.id AND v.day >= coalesce(s.last_done, v.day) AND v.outcome IS NULL
        AND v.appointment IS NOT 'cancelled'),
    last_visit + max(1, (cycle * ?1 + 50) / 100), -- cycle_due() of model/rules.h
    rank_order, name, reading, closed_days
FROM (
    SELECT c.id, c.name, c.reading, c.closed_days, iif(q.archived = 0, c.cycle, NULL) AS cycle,
        instr('SABC', coalesce(c.rank, 'C')) AS rank_order,
        (SELECT v.day FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
            WHERE v.client = c.id AND (v.outcome = 'met' OR v.outcome = 'short_word'
                OR v.outcome = 'by_phone' OR v.outcome = 'video'
                OR (v.outcome = 'delivery_only' AND v.spoke = 1))
            ORDER BY v.day DESC LIMIT 1) AS last_visit,
        (SELECT v.day FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
            WHERE v.client = c.id AND v.outcome IS NOT NULL
            ORDER BY v.day DESC LIMIT 1) AS last_done
    FROM temp.touched t CROSS JOIN client c ON c.id = t.id CROSS JOIN record q ON q.id = c.id
) s WHERE true
ON CONFLICT(id) DO UPDATE SET last_visit = excluded.last_visit,
    next_visit = excluded.next_visit, due = excluded.due, rank_order = excluded.rank_order,
    name = excluded.name, reading = excluded.reading, closed_days = excluded.closed_days
WHERE (last_visit, next_visit, due, rank_order, name, reading, closed_days)
    IS NOT (excluded.last_visit, excluded.next_visit, excluded.due, excluded.rank_order,
        excluded.name, excluded.reading, excluded.closed_days);

-- What of others' shares, of rounds and of contracts may have to be asked for at a client's door.
-- name: derive_client_hints
UPDATE client_state SET
    (quote_from, quote_until) = (
        SELECT min(h.until - 31 - coalesce(h.lead, 0)), max(h.until + 31)
        FROM share h WHERE h.client = client_state.id AND h.holder <> 'us'),
    doors = nullif(EXISTS (SELECT 1 FROM round_client d
        WHERE d.client = client_state.id AND d.state IN ('open', 'held')), 0),
    contracts = nullif(EXISTS (SELECT 1 FROM contract k WHERE k.client = client_state.id), 0)
WHERE id IN (SELECT id FROM temp.touched);

-- name: derive_client_counts
UPDATE client_state SET
    (open_mine, open_theirs, kept_mine, done_mine, kept_theirs, done_theirs) = (
        SELECT count(*) FILTER (WHERE p.kept IS NULL AND p.direction = 'mine'),
            count(*) FILTER (WHERE p.kept IS NULL AND p.direction = 'theirs'),
            count(*) FILTER (WHERE p.direction = 'mine' AND p.kept <= coalesce(p.first_due, p.due)),
            count(*) FILTER (WHERE p.direction = 'mine' AND p.kept IS NOT NULL AND p.due IS NOT NULL),
            count(*) FILTER (WHERE p.direction = 'theirs' AND p.kept <= coalesce(p.first_due, p.due)),
            count(*) FILTER (WHERE p.direction = 'theirs' AND p.kept IS NOT NULL AND p.due IS NOT NULL)
        FROM commitment p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
        WHERE p.client = client_state.id
    ),
    tickets = (SELECT count(*) FROM ticket t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
        WHERE t.client = client_state.id AND t.closed IS NULL),
    sites = (SELECT count(*) FROM site e CROSS JOIN record r ON r.id = e.id AND r.archived = 0
        WHERE e.client = client_state.id),
    address = (SELECT e.address FROM site e CROSS JOIN record r ON r.id = e.id AND r.archived = 0
        WHERE e.client = client_state.id AND e.address IS NOT NULL ORDER BY e.id LIMIT 1),
    -- what is promised of the money itself follows the closing day
    closing = iif(EXISTS (
            SELECT 1 FROM commitment p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
            WHERE p.client = client_state.id AND p.kept IS NULL AND p.money IS NULL)
        OR EXISTS (
            SELECT 1 FROM ticket t CROSS JOIN record r ON r.id = t.id AND r.archived = 0
            WHERE t.client = client_state.id AND t.closed IS NULL)
        OR EXISTS (
            SELECT 1 FROM order_memo o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
            WHERE o.client = client_state.id AND o.handed IS NULL),
        (SELECT closing_day FROM client c WHERE c.id = client_state.id), NULL)
WHERE id IN (SELECT id FROM temp.touched);

-- name: client_recurrences
SELECT q.id, s.id, s.last_visit
FROM temp.touched t CROSS JOIN client_state s ON s.id = t.id
CROSS JOIN record k ON k.id = s.id AND k.archived = 0
CROSS JOIN recurrence q ON q."on" = s.id CROSS JOIN record r ON r.id = q.id AND r.archived = 0;

-- name: client_due
UPDATE client_state SET due = ?2 WHERE id = ?1 AND (due IS NULL OR due > ?2);

-- name: derive_stops_not
DELETE FROM day_stop WHERE visit IN (SELECT id FROM temp.touched);

-- name: derive_stops
INSERT INTO day_stop
SELECT v.day, v.id, v.client, v.site, v.contact, v.start, v.minutes, v.place, v.outcome,
    v.appointment, v.proposed, v.earliest, v.nailed, v.nailed_at, v.arrived, v.departed,
    coalesce(s.latitude, n.latitude), coalesce(s.longitude, n.longitude), s.door_minutes
FROM temp.touched t CROSS JOIN visit v ON v.id = t.id
CROSS JOIN record r ON r.id = v.id AND r.archived = 0
LEFT JOIN site s ON s.id = v.site
LEFT JOIN end_customer n ON n.id = CASE WHEN s.id IS NULL THEN v.site END;

-- name: met_forget
DELETE FROM contact_met WHERE contact IN (SELECT id FROM temp.touched);

-- Met by outcomes 1, 2 and 9; 3 to 6 were tries; the others say nothing. A stamped hour counts before
-- an agreed one; what was not stamped at the moment counts for its weekday alone.
-- name: derive_met
INSERT INTO contact_met(contact, weekday, half, tries, met)
SELECT contact, weekday, half, count(*), sum(met) FROM (
    SELECT v.contact, (v.day % 7 + 10) % 7 AS weekday,
        CASE WHEN at IS NULL THEN 2 ELSE at >= 720 END AS half, met
    FROM (
        SELECT v.contact, v.day, v.outcome IN ('met', 'short_word', 'video') AS met,
            coalesce(iif(v.about IS 1, NULL, wall_minute(v.arrived)), v.start) AS at
        FROM temp.touched t CROSS JOIN contact c ON c.id = t.id
        CROSS JOIN visit v ON v.contact = c.id
        CROSS JOIN record r ON r.id = v.id AND r.archived = 0
        WHERE v.outcome IN
            ('met', 'short_word', 'video', 'card_left', 'absent', 'reception', 'refused')
    ) v
) GROUP BY contact, weekday, half;

-- name: derive_contacts
INSERT OR REPLACE INTO contact_state(id, name, reading, phone, party, title, site, department, met)
SELECT c.id, c.name, c.reading, coalesce(c.mobile, c.telephone), p.party, p.title, p.site, p.department, (
    SELECT nullif(printf('%d/%d · %d/%d', sum(iif(half = 0, met, 0)), sum(iif(half = 0, tries, 0)),
        sum(iif(half = 1, met, 0)), sum(iif(half = 1, tries, 0))), '0/0 · 0/0')
    FROM contact_met WHERE contact = c.id AND half < 2)
FROM temp.touched t CROSS JOIN contact c ON c.id = t.id
LEFT JOIN post p ON p.id = (
    SELECT q.id FROM post q CROSS JOIN record r ON r.id = q.id AND r.archived = 0
    WHERE q.contact = c.id
    ORDER BY q.until IS NOT NULL, q.until DESC, q.since DESC NULLS LAST, q.id DESC LIMIT 1
);

-- What is promised to a person, or for a site, that was touched.
-- name: touch_promised
INSERT OR IGNORE INTO temp.touched
SELECT c.id FROM temp.touched t CROSS JOIN commitment c ON c.contact = t.id AND c.kept IS NULL
UNION ALL
SELECT c.id FROM temp.touched t CROSS JOIN commitment c ON c.site = t.id AND c.kept IS NULL;

-- name: elsewhere_forget
DELETE FROM promise_elsewhere WHERE commitment IN (SELECT id FROM temp.touched);

-- What is promised to a person or for a site of somebody else than its client, and may have to be
-- taken there or to come back.
-- name: derive_elsewhere
INSERT OR IGNORE INTO promise_elsewhere(commitment, client, due)
SELECT c.id, o.id, c.due
FROM temp.touched t CROSS JOIN commitment c ON c.id = t.id
CROSS JOIN contact_state s ON s.id = c.contact CROSS JOIN client o ON o.id = s.party
WHERE c.kept IS NULL AND (c.way IS NULL OR c.way NOT IN ('call', 'mail')) AND o.id IS NOT c.client
UNION ALL
SELECT c.id, o.id, c.due
FROM temp.touched t CROSS JOIN commitment c ON c.id = t.id
CROSS JOIN site s ON s.id = c.site CROSS JOIN client o ON o.id = s.client
WHERE c.kept IS NULL AND (c.way IS NULL OR c.way NOT IN ('call', 'mail')) AND o.id IS NOT c.client;

-- name: derive_commitments
INSERT OR REPLACE INTO commitment_state(id, ball, ball_since, latest, delays)
SELECT c.id,
    coalesce(b.holder, iif(c.direction = 'theirs', c.contact,
        (SELECT id FROM contact WHERE me = 1 ORDER BY id LIMIT 1))),
    coalesce(b.since, c.promised),
    c.due,
    (SELECT count(*) FROM change h CROSS JOIN step s ON s.id = h.step AND s.undone <> 1
        WHERE h.record = c.id AND h.field = 'due' AND h.after > h.before)
FROM temp.touched t CROSS JOIN commitment c ON c.id = t.id
LEFT JOIN ball b ON b.id = (
    SELECT q.id FROM ball q CROSS JOIN record r ON r.id = q.id AND r.archived = 0
    WHERE q."of" = c.id ORDER BY q.since DESC, q.id DESC LIMIT 1
);

-- name: open_promises_forget
DELETE FROM open_promise WHERE id IN (SELECT id FROM temp.touched);

-- name: derive_open_promises
INSERT INTO open_promise
SELECT c.id, c.due, c.due_at, c.direction = 'theirs',
    c.direction = 'mine' AND (c.way IN ('call', 'desk') OR (c.way = 'mail' AND c.minutes IS NOT NULL))
        IS TRUE,
    EXISTS (SELECT 1 FROM chain_link l CROSS JOIN record q ON q.id = l.id AND q.archived = 0
        WHERE l.waits_for = c.id),
    c.way, c.minutes, c.contact, c.wake, c.planned, c.planned_at
FROM temp.touched t CROSS JOIN commitment c ON c.id = t.id
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL;

-- name: derive_tickets
INSERT OR REPLACE INTO ticket_state(id, ball, ball_since, told_on, inside_on, ask_again)
SELECT k.id,
    coalesce(b.holder, (SELECT id FROM contact WHERE me = 1 ORDER BY id LIMIT 1)),
    coalesce(b.since, k.opened),
    (SELECT max(l.day) FROM ticket_line l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
        WHERE l.ticket = k.id AND l.side = 'told'),
    (SELECT max(l.day) FROM ticket_line l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
        WHERE l.ticket = k.id AND l.side = 'inside'),
    (SELECT b.nag FROM contact c WHERE c.id = b.holder AND c.me IS NOT 1)
FROM temp.touched t CROSS JOIN ticket k ON k.id = t.id
LEFT JOIN ball b ON b.id = (
    SELECT q.id FROM ball q CROSS JOIN record r ON r.id = q.id AND r.archived = 0
    WHERE q."of" = k.id ORDER BY q.since DESC, q.id DESC LIMIT 1
);

-- name: derive_rounds
INSERT OR REPLACE INTO round_state(id, doors, "left", held, against, handed, in_stock)
SELECT o.id, count(r.id),
    count(r.id) FILTER (WHERE c.state IN ('open', 'held')),
    count(r.id) FILTER (WHERE c.state = 'held'),
    count(r.id) FILTER (WHERE c.state = 'against'),
    coalesce(sum(c.pieces) FILTER (WHERE r.id IS NOT NULL AND c.state NOT IN ('open', 'held')), 0),
    o.stock - coalesce(sum(c.pieces)
        FILTER (WHERE r.id IS NOT NULL AND c.state NOT IN ('open', 'held')), 0)
FROM temp.touched t CROSS JOIN round o ON o.id = t.id
LEFT JOIN round_client c ON c.round = o.id
LEFT JOIN record r ON r.id = c.id AND r.archived = 0
GROUP BY o.id;

-- name: doors_forget
DELETE FROM client_doors WHERE id IN (SELECT id FROM temp.touched);

-- name: derive_doors
INSERT INTO client_doors
SELECT c.id, c.reading
FROM temp.touched t CROSS JOIN client c ON c.id = t.id
CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE EXISTS (SELECT 1 FROM round_client d CROSS JOIN record q ON q.id = d.id AND q.archived = 0
    WHERE d.client = c.id);

-- name: chain_waits
SELECT l.commitment, l.waits_for, l.working_days
FROM temp.touched t CROSS JOIN chain_link l ON l.commitment = t.id
CROSS JOIN record r ON r.id = l.id AND r.archived = 0
CROSS JOIN commitment c ON c.id = l.commitment AND c.kept IS NULL
CROSS JOIN record w ON w.id = c.id AND w.archived = 0;

-- name: chain_latest
SELECT latest FROM commitment_state WHERE id = ?1;

-- name: chain_pull
UPDATE commitment_state SET latest = ?2 WHERE id = ?1 AND (latest IS NULL OR latest > ?2);

-- name: ticket_silences
SELECT s.id, s.told_on FROM temp.touched t CROSS JOIN ticket_state s ON s.id = t.id;

-- name: ticket_tell_by
UPDATE ticket_state SET tell_by = ?2 WHERE id = ?1;

-- name: contracts_touched
SELECT c.id FROM temp.touched t CROSS JOIN contract c ON c.id = t.id;

-- name: contract_notice
INSERT OR REPLACE INTO contract_state(id, notice) VALUES (?1, ?2);

-- name: terms_forget
DELETE FROM contract_term WHERE id IN (SELECT id FROM temp.touched);

-- What the steps of a contract that runs are counted from, for those who only count; of no contract or
-- client that is archived.
-- name: derive_terms
INSERT INTO contract_term
SELECT k.id, s.notice, k.client, k.step_done, c.closing_day, c.closed_days
FROM temp.touched t CROSS JOIN contract k ON k.id = t.id
CROSS JOIN contract_state s ON s.id = k.id AND s.notice IS NOT NULL
CROSS JOIN record r ON r.id = k.id AND r.archived = 0
CROSS JOIN record q ON q.id = k.client AND q.archived = 0
LEFT JOIN client c ON c.id = k.client;
