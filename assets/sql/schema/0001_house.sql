-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema: one row above every record, a table a kind, the journal, search, derived rows.

-- A kind's row has the id of its record. `archived` is the moment of the archiving, 0: it is not.
CREATE TABLE record(
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    uid TEXT NOT NULL UNIQUE,
    name TEXT,
    archived INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX record_name ON record(name);
CREATE INDEX record_archived ON record(kind) WHERE archived <> 0;

CREATE TABLE client(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    code TEXT,
    rank TEXT,
    cycle INTEGER,
    cycle_window INTEGER,
    telephone TEXT,
    closing_day INTEGER,
    payment_day INTEGER,
    closed_days INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX client_code ON client(code) WHERE code IS NOT NULL;
CREATE INDEX client_reading ON client(reading);

CREATE TABLE supplier(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    telephone TEXT,
    supplies TEXT,
    remark TEXT
) STRICT;

CREATE TABLE office(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    telephone TEXT,
    postal_code TEXT,
    address TEXT,
    latitude INTEGER,
    longitude INTEGER,
    home INTEGER
) STRICT;

CREATE TABLE site(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    reading TEXT,
    code TEXT,
    postal_code TEXT,
    address TEXT,
    telephone TEXT,
    latitude INTEGER,
    longitude INTEGER,
    position_level TEXT,
    position_error_m INTEGER,
    parking TEXT,
    entrance TEXT,
    reception TEXT,
    stairs TEXT,
    door_minutes INTEGER,
    closed_days INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX site_client ON site(client);
CREATE INDEX site_reading ON site(reading);
CREATE INDEX site_code ON site(code) WHERE code IS NOT NULL;

CREATE TABLE department(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    site INTEGER NOT NULL REFERENCES record(id),
    floor TEXT,
    telephone TEXT
) STRICT;
CREATE INDEX department_site ON department(site);

CREATE TABLE contact(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    mobile TEXT,
    telephone TEXT,
    mail TEXT,
    key_person INTEGER,
    me INTEGER,
    avoid TEXT,
    left INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX contact_reading ON contact(reading);
CREATE INDEX contact_me ON contact(id) WHERE me = 1;

CREATE TABLE post(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    contact INTEGER NOT NULL REFERENCES record(id),
    party INTEGER NOT NULL REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    department TEXT,
    title TEXT,
    since INTEGER,
    until INTEGER
) STRICT;
CREATE INDEX post_contact ON post(contact);
CREATE INDEX post_party ON post(party);
CREATE INDEX post_site ON post(site) WHERE site IS NOT NULL;

CREATE TABLE end_customer(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    reading TEXT,
    telephone TEXT,
    address TEXT
) STRICT;
CREATE INDEX end_customer_client ON end_customer(client);

CREATE TABLE hours(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    party INTEGER NOT NULL REFERENCES record(id),
    label TEXT,
    weekdays INTEGER,
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    closed INTEGER
) STRICT;
CREATE INDEX hours_party ON hours(party);

CREATE TABLE absence(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    party INTEGER NOT NULL REFERENCES record(id),
    why TEXT,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
CREATE INDEX absence_party ON absence(party);

CREATE TABLE visit(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    day INTEGER NOT NULL,
    start INTEGER,
    minutes INTEGER,
    appointment TEXT,
    purpose TEXT,
    contact INTEGER REFERENCES record(id),
    outcome TEXT,
    spoke INTEGER,
    text TEXT,
    arrived INTEGER,
    departed INTEGER,
    about INTEGER,
    place INTEGER,
    proposed INTEGER,
    sequence INTEGER
) STRICT;
CREATE INDEX visit_client ON visit(client, day);
CREATE INDEX visit_day ON visit(day, start);
CREATE INDEX visit_site ON visit(site) WHERE site IS NOT NULL;
CREATE INDEX visit_contact ON visit(contact) WHERE contact IS NOT NULL;

CREATE TABLE companion(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    visit INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    pick_up TEXT,
    pick_up_at INTEGER
) STRICT;
CREATE INDEX companion_visit ON companion(visit);
CREATE INDEX companion_contact ON companion(contact) WHERE contact IS NOT NULL;

CREATE TABLE commitment(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    direction TEXT NOT NULL,
    what TEXT NOT NULL,
    client INTEGER REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    end_customer INTEGER REFERENCES record(id),
    due INTEGER,
    due_at INTEGER,
    way TEXT,
    minutes INTEGER,
    promised INTEGER,
    first_due INTEGER,
    wake INTEGER,
    waits_for TEXT,
    kept INTEGER,
    visit INTEGER REFERENCES record(id),
    sequence INTEGER
) STRICT;
CREATE INDEX commitment_due ON commitment(due);
CREATE INDEX commitment_open ON commitment(due) WHERE kept IS NULL;
CREATE INDEX commitment_client ON commitment(client) WHERE client IS NOT NULL;
CREATE INDEX commitment_site ON commitment(site) WHERE site IS NOT NULL;
CREATE INDEX commitment_contact ON commitment(contact) WHERE contact IS NOT NULL;
CREATE INDEX commitment_end_customer ON commitment(end_customer) WHERE end_customer IS NOT NULL;
CREATE INDEX commitment_visit ON commitment(visit) WHERE visit IS NOT NULL;

CREATE TABLE chain_link(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    commitment INTEGER NOT NULL REFERENCES record(id),
    waits_for INTEGER NOT NULL REFERENCES record(id),
    working_days INTEGER,
    label TEXT
) STRICT;
CREATE INDEX chain_link_commitment ON chain_link(commitment);
CREATE INDEX chain_link_waits_for ON chain_link(waits_for);

CREATE TABLE ball(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "of" INTEGER NOT NULL REFERENCES record(id),
    holder INTEGER NOT NULL REFERENCES record(id),
    since INTEGER NOT NULL,
    note TEXT,
    nag INTEGER
) STRICT;
CREATE INDEX ball_of ON ball("of");
CREATE INDEX ball_holder ON ball(holder);

CREATE TABLE ticket(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    number INTEGER,
    what TEXT NOT NULL,
    client INTEGER REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    severity TEXT,
    stage INTEGER REFERENCES record(id),
    opened INTEGER NOT NULL,
    opened_at INTEGER,
    harm TEXT,
    told_limit INTEGER,
    closed INTEGER,
    cause TEXT,
    sequence INTEGER
) STRICT;
CREATE INDEX ticket_opened ON ticket(opened);
CREATE INDEX ticket_open ON ticket(opened) WHERE closed IS NULL;
CREATE INDEX ticket_number ON ticket(number);
CREATE INDEX ticket_client ON ticket(client) WHERE client IS NOT NULL;
CREATE INDEX ticket_site ON ticket(site) WHERE site IS NOT NULL;
CREATE INDEX ticket_contact ON ticket(contact) WHERE contact IS NOT NULL;
CREATE INDEX ticket_stage ON ticket(stage) WHERE stage IS NOT NULL;

CREATE TABLE stage(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    ends INTEGER
) STRICT;

CREATE TABLE ticket_line(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    ticket INTEGER NOT NULL REFERENCES record(id),
    side TEXT NOT NULL,
    day INTEGER NOT NULL,
    at INTEGER,
    contact INTEGER REFERENCES record(id),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_line_ticket ON ticket_line(ticket);
CREATE INDEX ticket_line_contact ON ticket_line(contact) WHERE contact IS NOT NULL;

CREATE TABLE ticket_hours(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    ticket INTEGER NOT NULL REFERENCES record(id),
    day INTEGER NOT NULL,
    start INTEGER,
    minutes INTEGER NOT NULL,
    what TEXT
) STRICT;
CREATE INDEX ticket_hours_ticket ON ticket_hours(ticket);

CREATE TABLE ticket_role(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    ticket INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER NOT NULL REFERENCES record(id),
    role TEXT
) STRICT;
CREATE INDEX ticket_role_ticket ON ticket_role(ticket);
CREATE INDEX ticket_role_contact ON ticket_role(contact);

CREATE TABLE loan(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    ticket INTEGER NOT NULL REFERENCES record(id),
    what TEXT NOT NULL,
    lent INTEGER NOT NULL,
    returned INTEGER
) STRICT;
CREATE INDEX loan_ticket ON loan(ticket);

CREATE TABLE note(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "on" INTEGER REFERENCES record(id),
    day INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX note_day ON note(day);
CREATE INDEX note_on ON note("on") WHERE "on" IS NOT NULL;

CREATE TABLE tag(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "on" INTEGER NOT NULL REFERENCES record(id),
    word TEXT NOT NULL
) STRICT;
CREATE INDEX tag_on ON tag("on");

CREATE TABLE link(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "on" INTEGER NOT NULL REFERENCES record(id),
    "to" INTEGER NOT NULL REFERENCES record(id),
    why TEXT
) STRICT;
CREATE INDEX link_on ON link("on");
CREATE INDEX link_to ON link("to");

CREATE TABLE recurrence(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "on" INTEGER NOT NULL REFERENCES record(id),
    rule TEXT NOT NULL,
    since INTEGER,
    until INTEGER
) STRICT;
CREATE INDEX recurrence_on ON recurrence("on");

CREATE TABLE day_plan(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    label TEXT,
    "from" INTEGER REFERENCES record(id),
    "to" INTEGER REFERENCES record(id),
    start INTEGER,
    "end" INTEGER,
    mode TEXT,
    weather TEXT,
    lunch INTEGER,
    lunch_at INTEGER,
    exported INTEGER
) STRICT;
CREATE INDEX day_plan_day ON day_plan(day);
CREATE INDEX day_plan_from ON day_plan("from") WHERE "from" IS NOT NULL;
CREATE INDEX day_plan_to ON day_plan("to") WHERE "to" IS NOT NULL;

CREATE TABLE block(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    what TEXT NOT NULL,
    start INTEGER,
    minutes INTEGER NOT NULL,
    place INTEGER
) STRICT;
CREATE INDEX block_day ON block(day);

CREATE TABLE private_time(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    what TEXT NOT NULL,
    day INTEGER,
    weekdays INTEGER,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;

CREATE TABLE leg(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "from" INTEGER NOT NULL REFERENCES record(id),
    "to" INTEGER NOT NULL REFERENCES record(id),
    mode TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    line TEXT,
    departure INTEGER,
    arrival INTEGER,
    fare INTEGER,
    one_way INTEGER
) STRICT;
CREATE INDEX leg_from ON leg("from");
CREATE INDEX leg_to ON leg("to");

CREATE TABLE resting_place(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    address TEXT,
    latitude INTEGER,
    longitude INTEGER,
    parking INTEGER,
    lunch INTEGER,
    toilet INTEGER,
    work INTEGER,
    remark TEXT
) STRICT;

CREATE TABLE holiday(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX holiday_day ON holiday(day);

-- Derived rows: store/derive.c fills them, nobody else.
CREATE TABLE client_state(
    id INTEGER PRIMARY KEY REFERENCES client(id) ON DELETE CASCADE,
    last_visit INTEGER,
    next_visit INTEGER,
    due INTEGER,
    open_mine INTEGER,
    open_theirs INTEGER,
    tickets INTEGER,
    sites INTEGER,
    address TEXT
) STRICT;
CREATE INDEX client_state_last_visit ON client_state(last_visit);
CREATE INDEX client_state_next_visit ON client_state(next_visit);
CREATE INDEX client_state_due ON client_state(due);

CREATE TABLE contact_state(
    id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
    party INTEGER,
    title TEXT,
    site INTEGER,
    department TEXT
) STRICT;
CREATE INDEX contact_state_party ON contact_state(party) WHERE party IS NOT NULL;

CREATE TABLE commitment_state(
    id INTEGER PRIMARY KEY REFERENCES commitment(id) ON DELETE CASCADE,
    ball INTEGER,
    ball_since INTEGER,
    latest INTEGER,
    delays INTEGER
) STRICT;
CREATE INDEX commitment_state_latest ON commitment_state(latest);

CREATE TABLE ticket_state(
    id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE,
    ball INTEGER,
    ball_since INTEGER,
    told_on INTEGER,
    inside_on INTEGER,
    tell_by INTEGER
) STRICT;

-- Who writes here, and how many steps this store has made.
CREATE TABLE replica(
    id TEXT PRIMARY KEY,
    counter INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE step(
    id INTEGER PRIMARY KEY,
    replica TEXT NOT NULL,
    counter INTEGER NOT NULL,
    command TEXT NOT NULL,
    about INTEGER,
    about_name TEXT, -- as it was called then
    at INTEGER NOT NULL,
    changes INTEGER NOT NULL DEFAULT 0,
    undone INTEGER NOT NULL DEFAULT 0,
    UNIQUE (replica, counter)
) STRICT;
CREATE INDEX step_undone ON step(id) WHERE undone = 1;

-- A row a field: what was and what is, references as uids. A creation is one row without a field;
-- when it is taken back the record is kept in `after` as JSON. Archiving is the field `archived`.
CREATE TABLE change(
    step INTEGER NOT NULL REFERENCES step(id),
    place INTEGER NOT NULL,
    record INTEGER NOT NULL,
    field TEXT,
    before ANY,
    after ANY,
    PRIMARY KEY (step, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_due ON change(record) WHERE field = 'due';

-- Folded text. Under a record's own id all that is searched in it; under the negative id, for kinds
-- with a reading, name and reading alone, so that names can be asked for before the rest.
CREATE TABLE search_text(
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(
    text, content = 'search_text', content_rowid = 'id', tokenize = 'grams', detail = none,
    columnsize = 0
);
INSERT INTO search(search, rank) VALUES ('automerge', 0), ('crisismerge', 64);

-- Folded readings, found by their beginning.
CREATE TABLE reading(
    text TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record(id),
    PRIMARY KEY (text, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_record ON reading(record);

-- Telephone numbers backwards, found by their last digits.
CREATE TABLE telephone(
    digits TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record(id),
    PRIMARY KEY (digits, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX telephone_record ON telephone(record);

-- Not the rep's data, not journalled.
CREATE TABLE setting(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft(
    place TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
