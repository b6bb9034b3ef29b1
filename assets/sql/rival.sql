-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rivals, and who has which product line of a client.

-- Those who were seen at this client, or have a line there, first.
-- name: rivals
SELECT v.id, v.name, v.reading,
    EXISTS (SELECT 1 FROM sighting s JOIN record q ON q.id = s.id AND q.archived = 0
        WHERE s.client = ?1 AND s.rival = v.id)
    OR EXISTS (SELECT 1 FROM share h JOIN record q ON q.id = h.id AND q.archived = 0
        WHERE h.client = ?1 AND h.rival = v.id) AS here
FROM rival v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
ORDER BY here DESC, v.id LIMIT ?2;

-- name: shares_of
SELECT s.id FROM share s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.client = ?1 ORDER BY s.until, s.id LIMIT ?2;

-- Deals that are not decided, and lost ones whose next door has a day.
-- name: deals_of
SELECT d.id FROM deal d CROSS JOIN record r ON r.id = d.id AND r.archived = 0
WHERE d.client = ?1 AND (d.closed IS NULL OR d.next IS NOT NULL) ORDER BY d.id DESC LIMIT ?2;

-- name: share_of_line
SELECT s.id FROM share s CROSS JOIN record r ON r.id = s.id AND r.archived = 0
WHERE s.client = ?1 AND fold(s.line) = fold(?2) ORDER BY s.id DESC LIMIT 1;
