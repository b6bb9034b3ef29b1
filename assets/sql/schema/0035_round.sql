-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rounds and their doors; what is said about products, and what was offered to whom.
CREATE TABLE product_talk(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    product INTEGER NOT NULL REFERENCES record(id),
    role TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX product_talk_product ON product_talk(product);

CREATE TABLE objection(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    product INTEGER NOT NULL REFERENCES record(id),
    role TEXT,
    text TEXT NOT NULL,
    answer TEXT
) STRICT;
CREATE INDEX objection_product ON objection(product);

CREATE TABLE offer(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    product INTEGER NOT NULL REFERENCES record(id),
    reaction TEXT,
    client INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    day INTEGER NOT NULL,
    talk INTEGER REFERENCES record(id),
    objection INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id),
    note TEXT
) STRICT;
CREATE INDEX offer_client ON offer(client, product);
CREATE INDEX offer_product ON offer(product);
CREATE INDEX offer_day ON offer(day);
CREATE INDEX offer_contact ON offer(contact) WHERE contact IS NOT NULL;
CREATE INDEX offer_talk ON offer(talk, reaction) WHERE talk IS NOT NULL;
CREATE INDEX offer_objection ON offer(objection) WHERE objection IS NOT NULL;
CREATE INDEX offer_visit ON offer(visit) WHERE visit IS NOT NULL;

CREATE TABLE round(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    title TEXT NOT NULL,
    matter TEXT NOT NULL,
    product INTEGER REFERENCES record(id),
    since INTEGER NOT NULL,
    deadline INTEGER,
    stock INTEGER,
    a_door INTEGER,
    door_minutes INTEGER,
    say TEXT,
    old_price INTEGER,
    new_price INTEGER,
    effective INTEGER,
    last_order INTEGER,
    closed INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX round_deadline ON round(deadline);
CREATE INDEX round_open ON round(deadline) WHERE closed IS NULL;
CREATE INDEX round_product ON round(product) WHERE product IS NOT NULL;

CREATE TABLE round_client(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    round INTEGER NOT NULL REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    state TEXT NOT NULL,
    day INTEGER,
    contact INTEGER REFERENCES record(id),
    pieces INTEGER,
    visit INTEGER REFERENCES record(id),
    note TEXT
) STRICT;
CREATE INDEX round_client_round ON round_client(round, client);
CREATE INDEX round_client_client ON round_client(client, round);
CREATE INDEX round_client_left ON round_client(client) WHERE state IN ('open', 'held');
CREATE INDEX round_client_contact ON round_client(contact) WHERE contact IS NOT NULL;
CREATE INDEX round_client_visit ON round_client(visit) WHERE visit IS NOT NULL;

-- Of the doors that are not archived.
CREATE TABLE round_state(
    id INTEGER PRIMARY KEY REFERENCES round(id) ON DELETE CASCADE,
    doors INTEGER,
    "left" INTEGER,
    held INTEGER,
    against INTEGER,
    handed INTEGER,
    in_stock INTEGER
) STRICT;
