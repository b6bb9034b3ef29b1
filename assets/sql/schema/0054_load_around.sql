-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the load list of a day goes through: open promises of which something may have to be taken
-- along or may come back, by their day, and orders and loans that are still out. A call or a mail
-- brings nothing. They hold all that is asked, and ask for more than that it is open, lest they be taken
-- for another.
DROP INDEX commitment_around;
CREATE INDEX commitment_to_load ON commitment(due, client, site, contact, way, kept)
    WHERE kept IS NULL AND (way IS NULL OR way NOT IN ('call', 'mail'));
CREATE INDEX order_memo_to_load ON order_memo(coalesce(wanted, taken + 1), client, delivered)
    WHERE delivered IS NULL AND client IS NOT NULL;
CREATE INDEX loan_out ON loan(ticket) WHERE returned IS NULL;

-- The clients of the site and of the person of what is promised to somebody else, of the same
-- promises. Derived.
CREATE TABLE promise_elsewhere(
    commitment INTEGER NOT NULL REFERENCES commitment(id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    due INTEGER,
    PRIMARY KEY (commitment, client)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO promise_elsewhere
SELECT c.id, o.id, c.due
FROM commitment c INDEXED BY commitment_to_load CROSS JOIN (
    SELECT 0 AS by_site UNION ALL SELECT 1
) w CROSS JOIN client o ON o.id = iif(w.by_site, (SELECT client FROM site WHERE id = c.site),
    (SELECT party FROM contact_state WHERE id = c.contact))
WHERE c.kept IS NULL AND (c.way IS NULL OR c.way NOT IN ('call', 'mail')) AND o.id IS NOT c.client;
CREATE INDEX promise_elsewhere_due ON promise_elsewhere(due, client);

-- What is not written down yet: of the days before nearly nothing.
CREATE INDEX day_stop_unwritten ON day_stop(day, visit) WHERE outcome IS NULL;
