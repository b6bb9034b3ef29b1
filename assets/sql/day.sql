-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a day is made of.

-- name: holidays
SELECT DISTINCT h.day FROM holiday h CROSS JOIN record r ON r.id = h.id AND r.archived = 0
WHERE h.day BETWEEN ?1 AND ?2 ORDER BY h.day;
