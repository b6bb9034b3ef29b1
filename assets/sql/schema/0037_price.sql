-- SPDX-License-Identifier: GPL-3.0-or-later
-- Floor cards, price demands, give and take; how difficult people were, and what they said.
CREATE TABLE price(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    product INTEGER NOT NULL REFERENCES record(id),
    list_price INTEGER,
    now INTEGER,
    mine INTEGER,
    boss INTEGER,
    floor INTEGER,
    volume INTEGER,
    unit TEXT,
    tax TEXT NOT NULL,
    since INTEGER,
    note TEXT
) STRICT;
CREATE INDEX price_client ON price(client, product);
CREATE INDEX price_product ON price(product, client);

CREATE TABLE demand(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    asked TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    product INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    day INTEGER NOT NULL,
    yen INTEGER,
    due INTEGER,
    state TEXT NOT NULL,
    answer INTEGER,
    said TEXT,
    answered INTEGER,
    promise INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX demand_day ON demand(day);
CREATE INDEX demand_client ON demand(client, day);
CREATE INDEX demand_open ON demand(client) WHERE state IN ('open', 'taken_back');
CREATE INDEX demand_product ON demand(product) WHERE product IS NOT NULL;
CREATE INDEX demand_contact ON demand(contact) WHERE contact IS NOT NULL;
CREATE INDEX demand_promise ON demand(promise) WHERE promise IS NOT NULL;
CREATE INDEX demand_visit ON demand(visit) WHERE visit IS NOT NULL;

CREATE TABLE concession(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    what TEXT NOT NULL,
    side TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    day INTEGER NOT NULL,
    yen INTEGER,
    back TEXT,
    back_on INTEGER,
    product INTEGER REFERENCES record(id),
    demand INTEGER REFERENCES record(id),
    round INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX concession_day ON concession(day);
CREATE INDEX concession_client ON concession(client, day);
CREATE INDEX concession_contact ON concession(contact) WHERE contact IS NOT NULL;
CREATE INDEX concession_product ON concession(product) WHERE product IS NOT NULL;
CREATE INDEX concession_demand ON concession(demand) WHERE demand IS NOT NULL;
CREATE INDEX concession_round ON concession(round) WHERE round IS NOT NULL;

CREATE TABLE temper(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    contact INTEGER NOT NULL REFERENCES record(id),
    day INTEGER NOT NULL,
    degree INTEGER NOT NULL,
    set_off TEXT,
    calmed TEXT,
    visit INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX temper_contact ON temper(contact, day);
CREATE INDEX temper_day ON temper(day);
CREATE INDEX temper_visit ON temper(visit) WHERE visit IS NOT NULL;

-- Entered once; nothing of it is ever changed.
CREATE TABLE incident(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    words TEXT NOT NULL,
    contact INTEGER NOT NULL REFERENCES record(id),
    day INTEGER NOT NULL,
    at INTEGER,
    answer TEXT,
    witness TEXT,
    strikes INTEGER REFERENCES record(id),
    client INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX incident_contact ON incident(contact, day);
CREATE INDEX incident_day ON incident(day);
CREATE INDEX incident_strikes ON incident(strikes) WHERE strikes IS NOT NULL;
CREATE INDEX incident_client ON incident(client) WHERE client IS NOT NULL;
CREATE INDEX incident_visit ON incident(visit) WHERE visit IS NOT NULL;

ALTER TABLE contact ADD COLUMN handle TEXT;
ALTER TABLE contact ADD COLUMN longest INTEGER;
ALTER TABLE contact ADD COLUMN exit_line TEXT;
CREATE INDEX contact_handle ON contact(id) WHERE handle IS NOT NULL;

-- Prices that a line named and nobody settled are demands now; they keep their number and uid.
CREATE TEMP TABLE price_words AS
    SELECT word.id FROM kept_word AS word JOIN record USING (id)
    WHERE word.about = 'price' AND word.settled IS NULL AND word.client IS NOT NULL
        AND record.archived = 0;
INSERT INTO demand(id, asked, client, contact, day, state, visit)
    SELECT id, text, client, contact, day, 'open', visit FROM kept_word
    WHERE id IN (SELECT id FROM price_words);
DELETE FROM kept_word WHERE id IN (SELECT id FROM price_words);
UPDATE record SET kind = 'demand' WHERE id IN (SELECT id FROM price_words);
UPDATE line_part SET reads = 'demand' WHERE made IN (SELECT id FROM price_words);
DROP TABLE price_words;
