-- SPDX-License-Identifier: GPL-3.0-or-later
-- Promises that come back, how many were kept in time, orders that must be in by an hour, and what
-- was put into the car.
ALTER TABLE commitment ADD COLUMN heavy INTEGER;
CREATE INDEX commitment_wake ON commitment(wake) WHERE kept IS NULL AND wake IS NOT NULL;
CREATE INDEX commitment_done ON commitment(direction, kept)
    WHERE kept IS NOT NULL AND due IS NOT NULL;

ALTER TABLE supplier ADD COLUMN cut_off INTEGER;
CREATE INDEX supplier_cut_off ON supplier(cut_off) WHERE cut_off IS NOT NULL;
ALTER TABLE order_memo ADD COLUMN supplier INTEGER REFERENCES record(id);
ALTER TABLE order_memo ADD COLUMN heavy INTEGER;
CREATE INDEX order_memo_supplier ON order_memo(supplier) WHERE supplier IS NOT NULL;

ALTER TABLE loan ADD COLUMN back INTEGER;
ALTER TABLE loan ADD COLUMN heavy INTEGER;

CREATE TABLE loading(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    "of" INTEGER NOT NULL REFERENCES record(id),
    note TEXT
) STRICT;
CREATE INDEX loading_day ON loading(day);
CREATE INDEX loading_of ON loading("of");

-- Of the promises with a day that are done: how many there were, how many in time.
ALTER TABLE client_state ADD COLUMN kept_mine INTEGER;
ALTER TABLE client_state ADD COLUMN done_mine INTEGER;
ALTER TABLE client_state ADD COLUMN kept_theirs INTEGER;
ALTER TABLE client_state ADD COLUMN done_theirs INTEGER;
-- The closing day of a client with whom something is open.
ALTER TABLE client_state ADD COLUMN closing INTEGER;
CREATE INDEX client_state_closing ON client_state(closing) WHERE closing IS NOT NULL;

UPDATE client_state SET
    closing = iif(open_mine + open_theirs + tickets > 0,
        (SELECT closing_day FROM client c WHERE c.id = client_state.id), NULL),
    (kept_mine, done_mine, kept_theirs, done_theirs) = (
        SELECT count(*) FILTER (WHERE p.direction = 'mine' AND p.kept <= coalesce(p.first_due, p.due)),
            count(*) FILTER (WHERE p.direction = 'mine'),
            count(*) FILTER (WHERE p.direction = 'theirs' AND p.kept <= coalesce(p.first_due, p.due)),
            count(*) FILTER (WHERE p.direction = 'theirs')
        FROM commitment p CROSS JOIN record r ON r.id = p.id AND r.archived = 0
        WHERE p.client = client_state.id AND p.kept IS NOT NULL AND p.due IS NOT NULL
    );
