-- SPDX-License-Identifier: GPL-3.0-or-later
-- A loan stands without a trouble too: a sample, a catalogue. It says itself where it lies; of those
-- there are the trouble's client, building and person are taken over.
CREATE TABLE loan_next(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    what TEXT NOT NULL,
    client INTEGER REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    product INTEGER REFERENCES record(id),
    ticket INTEGER REFERENCES record(id),
    lent INTEGER NOT NULL,
    back INTEGER,
    returned INTEGER,
    heavy INTEGER
) STRICT;
INSERT INTO loan_next(id, what, client, site, contact, ticket, lent, back, returned, heavy)
SELECT l.id, l.what, t.client, t.site, t.contact, l.ticket, l.lent, l.back, l.returned, l.heavy
FROM loan l LEFT JOIN ticket t ON t.id = l.ticket;
DROP TABLE loan;
ALTER TABLE loan_next RENAME TO loan;
CREATE INDEX loan_client ON loan(client);
CREATE INDEX loan_ticket ON loan(ticket);
CREATE INDEX loan_product ON loan(product) WHERE product IS NOT NULL;
-- What the load list of a day goes through.
CREATE INDEX loan_out ON loan(client, lent, back, ticket)
    WHERE returned IS NULL AND client IS NOT NULL;
