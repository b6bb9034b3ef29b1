-- SPDX-License-Identifier: GPL-3.0-or-later
-- Deals; meetings with their rosters; entertaining with its guests; gifts; topics and who heard them.
CREATE TABLE deal(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    stage TEXT NOT NULL,
    amount INTEGER,
    line TEXT,
    rival INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    opened INTEGER NOT NULL,
    quoted INTEGER,
    answer INTEGER,
    closed INTEGER,
    decider TEXT,
    deciding TEXT,
    next INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX deal_client ON deal(client);
CREATE INDEX deal_rival ON deal(rival) WHERE rival IS NOT NULL;
CREATE INDEX deal_contact ON deal(contact) WHERE contact IS NOT NULL;
CREATE INDEX deal_opened ON deal(opened);

CREATE TABLE meeting(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    title TEXT NOT NULL,
    sort TEXT NOT NULL,
    day INTEGER NOT NULL,
    start INTEGER,
    minutes INTEGER NOT NULL,
    place TEXT,
    client INTEGER REFERENCES record(id),
    remark TEXT
) STRICT;
CREATE INDEX meeting_day ON meeting(day);
CREATE INDEX meeting_client ON meeting(client) WHERE client IS NOT NULL;

CREATE TABLE attendee(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    meeting INTEGER NOT NULL REFERENCES record(id),
    who INTEGER NOT NULL REFERENCES record(id),
    seat TEXT,
    greeted TEXT,
    word TEXT
) STRICT;
CREATE INDEX attendee_meeting ON attendee(meeting);
CREATE INDEX attendee_who ON attendee(who);

CREATE TABLE topic(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    text TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX topic_since ON topic(since);

CREATE TABLE topic_told(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    topic INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER NOT NULL REFERENCES record(id),
    day INTEGER NOT NULL,
    note TEXT
) STRICT;
CREATE INDEX topic_told_topic ON topic_told(topic);
CREATE INDEX topic_told_contact ON topic_told(contact, topic);
CREATE INDEX topic_told_day ON topic_told(day);

CREATE TABLE entertainment(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    shop TEXT NOT NULL,
    day INTEGER NOT NULL,
    client INTEGER REFERENCES record(id),
    heads INTEGER,
    amount INTEGER,
    address TEXT,
    start INTEGER,
    minutes INTEGER NOT NULL,
    outcome TEXT,
    remark TEXT
) STRICT;
CREATE INDEX entertainment_day ON entertainment(day);
CREATE INDEX entertainment_client ON entertainment(client, day) WHERE client IS NOT NULL;

CREATE TABLE guest(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    entertainment INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    name TEXT,
    company TEXT,
    relation TEXT
) STRICT;
CREATE INDEX guest_entertainment ON guest(entertainment);
CREATE INDEX guest_contact ON guest(contact) WHERE contact IS NOT NULL;

CREATE TABLE gift(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    what TEXT NOT NULL,
    sort TEXT NOT NULL,
    day INTEGER NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    yen INTEGER,
    note TEXT
) STRICT;
CREATE INDEX gift_day ON gift(day);
CREATE INDEX gift_client ON gift(client);
CREATE INDEX gift_contact ON gift(contact) WHERE contact IS NOT NULL;

CREATE TABLE no_gift(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    party INTEGER NOT NULL REFERENCES record(id),
    why TEXT NOT NULL
) STRICT;
CREATE INDEX no_gift_party ON no_gift(party);
