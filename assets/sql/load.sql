-- SPDX-License-Identifier: GPL-3.0-or-later
-- What goes into the car for a visit, and what comes back from it.

-- What may have to be loaded for client ?1 at site ?2 (0: none in particular) on day ?3, or comes
-- back from there: open promises, orders that were not delivered and that nobody could hand over
-- since the day they were wanted (what was in the car then and was not ticked was not handed over),
-- loans, what rounds bring, and what recalls take back. A call or a mail brings nothing. The model decides.
-- name: load_there
SELECT c.id FROM (
    SELECT id FROM commitment WHERE client = ?1 AND kept IS NULL
    UNION ALL
    SELECT c.id FROM site s CROSS JOIN commitment c ON c.site = s.id AND c.kept IS NULL
    WHERE s.client = ?1 AND c.client IS NOT ?1
    UNION ALL
    SELECT c.id FROM contact_state s CROSS JOIN commitment c ON c.contact = s.id AND c.kept IS NULL
    WHERE s.party = ?1 AND c.client IS NOT ?1
        AND (SELECT client FROM site WHERE id = c.site) IS NOT ?1
) f CROSS JOIN commitment c ON c.id = f.id CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE (c.due IS NULL OR c.due <= ?3) AND (c.way IS NULL OR c.way NOT IN ('call', 'mail'))
    AND (?2 = 0 OR coalesce(c.site, (SELECT site FROM contact_state WHERE id = c.contact), ?2) = ?2)
UNION ALL
SELECT o.id FROM order_memo o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
WHERE o.client = ?1 AND (?2 = 0 OR o.site IS NULL OR o.site = ?2)
    AND o.delivered IS NULL AND coalesce(o.wanted, o.taken + 1) BETWEEN ?3 - 13 AND ?3
    AND NOT EXISTS (SELECT 1 FROM visit v CROSS JOIN record a ON a.id = v.id AND a.archived = 0
        WHERE v.client = ?1 AND v.day >= coalesce(o.wanted, o.taken + 1) AND v.day < ?3
            AND v.outcome IN ('met', 'short_word', 'reception', 'delivery_only')
            AND NOT EXISTS (SELECT 1 FROM loading l CROSS JOIN record k ON k.id = l.id AND k.archived = 0
                WHERE l."of" = o.id AND l.day = v.day))
UNION ALL
SELECT l.id FROM loan l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
LEFT JOIN ticket t ON t.id = l.ticket
WHERE l.client = ?1 AND (?2 = 0 OR l.site IS NULL OR l.site = ?2)
    AND l.returned IS NULL AND (l.lent = ?3 OR l.back <= ?3 OR t.closed IS NOT NULL)
UNION ALL
SELECT d.id FROM round_client d INDEXED BY round_client_left
CROSS JOIN round n ON n.id = d.round AND n.closed IS NULL AND n.since <= ?3
    AND (n.matter = 'material' AND n.a_door IS NOT 0 OR n.matter = 'recall')
CROSS JOIN record q ON q.id = n.id AND q.archived = 0
CROSS JOIN record r ON r.id = d.id AND r.archived = 0
WHERE d.client = ?1 AND d.state IN ('open', 'held');

-- What lies at client ?1 (at site ?2, with what names none; 0: anywhere) and was not returned: all of
-- it, or what comes back by day ?3.
-- name: loans_there
SELECT l.id, l.what, n.name, l.contact, l.back FROM loan l
CROSS JOIN record r ON r.id = l.id AND r.archived = 0
LEFT JOIN ticket t ON t.id = l.ticket LEFT JOIN record n ON n.id = l.contact
WHERE l.client = ?1 AND (?2 = 0 OR l.site IS NULL OR l.site = ?2) AND l.returned IS NULL
    AND (?3 IS NULL OR l.back <= ?3 OR (l.back IS NULL AND t.closed IS NOT NULL))
ORDER BY l.id;

-- The clients with whom something may have to be loaded for day ?1 or comes back then; some stand here
-- more than once. Whatever load_there is to find, it must let through (a test compares).
-- name: clients_to_load
SELECT client FROM commitment INDEXED BY commitment_to_load
WHERE kept IS NULL AND (way IS NULL OR way NOT IN ('call', 'mail')) AND due IS NULL
UNION ALL
SELECT client FROM commitment INDEXED BY commitment_to_load
WHERE kept IS NULL AND (way IS NULL OR way NOT IN ('call', 'mail')) AND due <= ?1
UNION ALL
SELECT client FROM promise_elsewhere WHERE due IS NULL
UNION ALL
SELECT client FROM promise_elsewhere WHERE due <= ?1
UNION ALL
SELECT client FROM order_memo INDEXED BY order_memo_to_load
WHERE delivered IS NULL AND client IS NOT NULL AND coalesce(wanted, taken + 1) BETWEEN ?1 - 13 AND ?1
UNION ALL
SELECT l.client FROM loan l INDEXED BY loan_out LEFT JOIN ticket t ON t.id = l.ticket
WHERE l.returned IS NULL AND l.client IS NOT NULL AND (l.lent = ?1 OR l.back <= ?1 OR t.closed IS NOT NULL)
UNION ALL
SELECT d.client
FROM (SELECT 1 FROM round WHERE closed IS NULL AND matter IN ('material', 'recall') AND since <= ?1 LIMIT 1)
CROSS JOIN day_stop d ON d.day = ?1
WHERE EXISTS (SELECT 1 FROM client_state INDEXED BY client_state_doors
        WHERE id = d.client AND doors IS NOT NULL)
    AND EXISTS (SELECT 1 FROM round_client c CROSS JOIN round n ON n.id = c.round
        AND n.closed IS NULL AND n.matter IN ('material', 'recall')
        WHERE c.client = d.client AND c.state IN ('open', 'held'));

-- What was put into the car for a day.
-- name: load_of_day
SELECT l.id, l."of" FROM loading l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
CROSS JOIN record o ON o.id = l."of" AND o.archived = 0
WHERE l.day = ?1 ORDER BY l.id;

-- name: loaded_on
SELECT l.id FROM loading l CROSS JOIN record r ON r.id = l.id AND r.archived = 0
WHERE l."of" = ?1 AND l.day = ?2 LIMIT 1;
