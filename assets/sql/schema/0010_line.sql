-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the capture line brings: orders for the office, and words kept until they have a kind.
CREATE TABLE order_memo(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    what TEXT NOT NULL,
    client INTEGER REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    wanted INTEGER,
    wanted_at INTEGER,
    taken INTEGER NOT NULL,
    handed INTEGER,
    visit INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX order_memo_open ON order_memo(wanted) WHERE handed IS NULL;
CREATE INDEX order_memo_taken ON order_memo(taken);
CREATE INDEX order_memo_client ON order_memo(client) WHERE client IS NOT NULL;
CREATE INDEX order_memo_site ON order_memo(site) WHERE site IS NOT NULL;
CREATE INDEX order_memo_contact ON order_memo(contact) WHERE contact IS NOT NULL;
CREATE INDEX order_memo_visit ON order_memo(visit) WHERE visit IS NOT NULL;

CREATE TABLE kept_word(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    about TEXT NOT NULL,
    text TEXT NOT NULL,
    day INTEGER NOT NULL,
    client INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX kept_word_day ON kept_word(day);
CREATE INDEX kept_word_client ON kept_word(client) WHERE client IS NOT NULL;
CREATE INDEX kept_word_contact ON kept_word(contact) WHERE contact IS NOT NULL;
CREATE INDEX kept_word_visit ON kept_word(visit) WHERE visit IS NOT NULL;
