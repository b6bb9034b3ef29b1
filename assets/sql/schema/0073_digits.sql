-- SPDX-License-Identifier: GPL-3.0-or-later
-- A telephone is found by any of its digits, as a caller's number is read off: the digits are a line of
-- their own, and the index knows each three of a row.
UPDATE search_text SET text = trim(
    replace(char(10) || text || char(10), char(10) || fold(number) || char(10),
            char(10) || fold(number) || char(10) || digits(number) || char(10)), char(10))
FROM (
    SELECT id AS record, telephone AS number FROM client UNION ALL
    SELECT id, telephone FROM supplier UNION ALL
    SELECT id, telephone FROM office UNION ALL
    SELECT id, telephone FROM site UNION ALL
    SELECT id, telephone FROM department UNION ALL
    SELECT id, telephone FROM contact UNION ALL
    SELECT id, telephone FROM end_customer)
WHERE id = record AND digits(number) NOT IN ('', fold(number));
UPDATE search_text SET text = trim(
    replace(char(10) || text || char(10), char(10) || fold(mobile) || char(10),
            char(10) || fold(mobile) || char(10) || digits(mobile) || char(10)), char(10))
FROM contact c
WHERE search_text.id = c.id AND digits(mobile) NOT IN ('', fold(mobile));
INSERT INTO search(search) VALUES ('rebuild');
INSERT INTO search(search) VALUES ('optimize'); -- or each question would be put to a hundred segments
