-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rivals, who has which product line of a client, and where a rival was seen.
CREATE TABLE rival(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    strength TEXT,
    weakness TEXT,
    remark TEXT
) STRICT;
CREATE INDEX rival_reading ON rival(reading);

CREATE TABLE share(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    line TEXT NOT NULL,
    holder TEXT NOT NULL,
    rival INTEGER REFERENCES record(id),
    since INTEGER,
    until INTEGER,
    until_month INTEGER,
    lead INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX share_client ON share(client);
CREATE INDEX share_rival ON share(rival) WHERE rival IS NOT NULL;
CREATE INDEX share_until ON share(until);

CREATE TABLE sighting(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    rival INTEGER NOT NULL REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    what TEXT NOT NULL,
    day INTEGER NOT NULL,
    contact INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id)
) STRICT;
CREATE INDEX sighting_client ON sighting(client, day);
CREATE INDEX sighting_rival ON sighting(rival, day);
CREATE INDEX sighting_day ON sighting(day);
CREATE INDEX sighting_contact ON sighting(contact) WHERE contact IS NOT NULL;
CREATE INDEX sighting_visit ON sighting(visit) WHERE visit IS NOT NULL;
