-- SPDX-License-Identifier: GPL-3.0-or-later
-- What all of ../schema come to, for a new file. Not written by hand:
-- MAWARI_GOLDEN=write ctest -R store_schema_test

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
, cut_off INTEGER) STRICT;
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
, position_level TEXT, position_error_m INTEGER) STRICT;
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
, door_minutes INTEGER) STRICT;
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
, handle TEXT, longest INTEGER, exit_line TEXT, merged_into INTEGER REFERENCES record(id)) STRICT;
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
, latitude INTEGER, longitude INTEGER, position_level TEXT, position_error_m INTEGER) STRICT;
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
, earliest INTEGER, put_off_by TEXT, line TEXT, line_day INTEGER, nailed INTEGER, nailed_at INTEGER, end_about INTEGER) STRICT;
CREATE INDEX visit_site ON visit(site) WHERE site IS NOT NULL;
CREATE INDEX visit_contact ON visit(contact) WHERE contact IS NOT NULL;
CREATE TABLE companion(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    visit INTEGER NOT NULL REFERENCES record(id),
    contact INTEGER REFERENCES record(id),
    pick_up TEXT,
    pick_up_at INTEGER
, place INTEGER REFERENCES record (id)) STRICT;
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
, planned INTEGER, planned_at INTEGER, heavy INTEGER, money TEXT, money_day INTEGER) STRICT;
CREATE INDEX commitment_due ON commitment(due);
CREATE INDEX commitment_open ON commitment(due) WHERE kept IS NULL;
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
, report_due INTEGER, reported INTEGER) STRICT;
CREATE INDEX ticket_opened ON ticket(opened);
CREATE INDEX ticket_open ON ticket(opened) WHERE closed IS NULL;
CREATE INDEX ticket_number ON ticket(number);
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
CREATE TABLE note(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    "on" INTEGER REFERENCES record(id),
    day INTEGER NOT NULL,
    text TEXT NOT NULL
, avoid INTEGER) STRICT;
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
, weather_pm TEXT, late INTEGER, late_from INTEGER, late_at INTEGER REFERENCES record(id), late_until INTEGER, odometer_start INTEGER, odometer_end INTEGER, alcohol_start TEXT, alcohol_start_at INTEGER, alcohol_end TEXT, alcohol_end_at INTEGER) STRICT;
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
, rest INTEGER) STRICT;
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
, position_level TEXT, position_error_m INTEGER) STRICT;
CREATE TABLE holiday(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX holiday_day ON holiday(day);
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
, kept_mine INTEGER, done_mine INTEGER, kept_theirs INTEGER, done_theirs INTEGER, closing INTEGER, rank_order INTEGER, name TEXT, reading TEXT, closed_days INTEGER, quote_from INTEGER, quote_until INTEGER, doors INTEGER, contracts INTEGER) STRICT;
CREATE INDEX client_state_last_visit ON client_state(last_visit);
CREATE INDEX client_state_next_visit ON client_state(next_visit);
CREATE INDEX client_state_due ON client_state(due);
CREATE TABLE contact_state(
    id INTEGER PRIMARY KEY REFERENCES contact(id) ON DELETE CASCADE,
    party INTEGER,
    title TEXT,
    site INTEGER,
    department TEXT
, met TEXT, name TEXT, reading TEXT, phone TEXT) STRICT;
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
, ask_again INTEGER) STRICT;
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
    undone INTEGER NOT NULL DEFAULT 0, others INTEGER NOT NULL DEFAULT 0,
    UNIQUE (replica, counter)
) STRICT;
CREATE INDEX step_undone ON step(id) WHERE undone = 1;
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
CREATE TABLE search_text(
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(
    text, content = 'search_text', content_rowid = 'id', tokenize = 'grams', detail = none,
    columnsize = 0
);
CREATE TABLE reading(
    text TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record(id),
    PRIMARY KEY (text, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_record ON reading(record);
CREATE TABLE telephone(
    digits TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record(id),
    PRIMARY KEY (digits, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX telephone_record ON telephone(record);
CREATE TABLE setting(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft(
    place TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
, supplier INTEGER REFERENCES record(id), heavy INTEGER, delivered INTEGER) STRICT;
CREATE INDEX order_memo_taken ON order_memo(taken);
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
, settled INTEGER) STRICT;
CREATE INDEX kept_word_day ON kept_word(day);
CREATE INDEX kept_word_client ON kept_word(client) WHERE client IS NOT NULL;
CREATE INDEX kept_word_contact ON kept_word(contact) WHERE contact IS NOT NULL;
CREATE INDEX kept_word_visit ON kept_word(visit) WHERE visit IS NOT NULL;
CREATE INDEX note_avoid ON note("on") WHERE avoid = 1;
CREATE INDEX day_plan_late_at ON day_plan(late_at) WHERE late_at IS NOT NULL;
CREATE INDEX commitment_way ON commitment(way, due) WHERE kept IS NULL AND direction = 'mine';
CREATE INDEX site_cell ON site(latitude / 20000, longitude / 20000) WHERE latitude IS NOT NULL;
CREATE INDEX resting_place_cell ON resting_place(latitude / 20000, longitude / 20000)
    WHERE latitude IS NOT NULL;
CREATE INDEX commitment_wake ON commitment(wake) WHERE kept IS NULL AND wake IS NOT NULL;
CREATE INDEX commitment_done ON commitment(direction, kept)
    WHERE kept IS NOT NULL AND due IS NOT NULL;
CREATE INDEX supplier_cut_off ON supplier(cut_off) WHERE cut_off IS NOT NULL;
CREATE INDEX order_memo_supplier ON order_memo(supplier) WHERE supplier IS NOT NULL;
CREATE TABLE loading(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    "of" INTEGER NOT NULL REFERENCES record(id),
    note TEXT
) STRICT;
CREATE INDEX loading_day ON loading(day);
CREATE INDEX loading_of ON loading("of");
CREATE INDEX client_state_closing ON client_state(closing) WHERE closing IS NOT NULL;
CREATE TABLE expense(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    what TEXT NOT NULL,
    yen INTEGER NOT NULL,
    client INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id),
    note TEXT
) STRICT;
CREATE INDEX expense_day ON expense(day);
CREATE INDEX expense_client ON expense(client) WHERE client IS NOT NULL;
CREATE INDEX expense_visit ON expense(visit) WHERE visit IS NOT NULL;
CREATE INDEX ticket_report_due ON ticket(report_due) WHERE reported IS NULL AND closed IS NULL;
CREATE INDEX kept_word_unsettled ON kept_word(day) WHERE settled IS NULL AND about = 'unsettled';
CREATE INDEX commitment_promised ON commitment(promised);
CREATE INDEX commitment_kept_on ON commitment(kept) WHERE kept IS NOT NULL;
CREATE TABLE line_part(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    visit INTEGER NOT NULL REFERENCES record(id),
    reads TEXT NOT NULL,
    text TEXT,
    contact INTEGER REFERENCES record(id),
    day INTEGER,
    minute INTEGER,
    made INTEGER REFERENCES record(id),
    is_new INTEGER,
    day_was INTEGER,
    minute_was INTEGER,
    ticked INTEGER
) STRICT;
CREATE INDEX line_part_visit ON line_part(visit);
CREATE INDEX line_part_contact ON line_part(contact) WHERE contact IS NOT NULL;
CREATE INDEX line_part_made ON line_part(made) WHERE made IS NOT NULL;
CREATE INDEX kept_word_about ON kept_word(about, day);
CREATE INDEX visit_day ON visit(day, start, place, outcome, appointment);
CREATE TABLE "import_base"(
    record INTEGER PRIMARY KEY REFERENCES record(id) ON DELETE CASCADE,
    said TEXT NOT NULL
) STRICT;
CREATE INDEX visit_arrived ON visit(site, arrived) WHERE arrived IS NOT NULL;
CREATE INDEX commitment_money ON commitment(client, money, money_day) WHERE money IS NOT NULL;
CREATE INDEX client_closing_day ON client(closing_day) WHERE closing_day IS NOT NULL;
CREATE INDEX client_payment_day ON client(payment_day) WHERE payment_day IS NOT NULL;
CREATE INDEX companion_place ON companion (place) WHERE place IS NOT NULL;
CREATE TABLE served_leg(
    from_latitude INTEGER NOT NULL,
    from_longitude INTEGER NOT NULL,
    to_latitude INTEGER NOT NULL,
    to_longitude INTEGER NOT NULL,
    seconds INTEGER,
    metres INTEGER,
    asked INTEGER NOT NULL,
    PRIMARY KEY(from_latitude, from_longitude, to_latitude, to_longitude)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_client ON visit(client, day, start);
CREATE INDEX change_stage ON change(record) WHERE field = 'stage';
CREATE TABLE product(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    code TEXT,
    line TEXT,
    maker INTEGER REFERENCES record(id),
    list_price INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX product_reading ON product(reading);
CREATE INDEX product_code ON product(code) WHERE code IS NOT NULL;
CREATE INDEX product_line ON product(line) WHERE line IS NOT NULL;
CREATE INDEX product_maker ON product(maker) WHERE maker IS NOT NULL;
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
, tax TEXT) STRICT;
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
CREATE INDEX round_client_contact ON round_client(contact) WHERE contact IS NOT NULL;
CREATE INDEX round_client_visit ON round_client(visit) WHERE visit IS NOT NULL;
CREATE TABLE round_state(
    id INTEGER PRIMARY KEY REFERENCES round(id) ON DELETE CASCADE,
    doors INTEGER,
    "left" INTEGER,
    held INTEGER,
    against INTEGER,
    handed INTEGER,
    in_stock INTEGER
) STRICT;
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
, coming INTEGER, coming_from INTEGER) STRICT;
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
, was INTEGER, price INTEGER, effective INTEGER) STRICT;
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
CREATE INDEX contact_handle ON contact(id) WHERE handle IS NOT NULL;
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
CREATE TABLE contract(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    what TEXT NOT NULL,
    client INTEGER NOT NULL REFERENCES record(id),
    site INTEGER REFERENCES record(id),
    line TEXT,
    start INTEGER,
    "end" INTEGER NOT NULL,
    notice_months INTEGER,
    notice_days INTEGER,
    automatic INTEGER,
    yen_a_year INTEGER,
    supplier INTEGER REFERENCES record(id),
    state TEXT,
    agreed INTEGER,
    step_done INTEGER
) STRICT;
CREATE INDEX contract_client ON contract(client);
CREATE INDEX contract_site ON contract(site) WHERE site IS NOT NULL;
CREATE INDEX contract_supplier ON contract(supplier) WHERE supplier IS NOT NULL;
CREATE INDEX contract_end ON contract("end");
CREATE TABLE contract_state(
    id INTEGER PRIMARY KEY REFERENCES contract(id) ON DELETE CASCADE,
    notice INTEGER
) STRICT;
CREATE INDEX contract_state_notice ON contract_state(notice) WHERE notice IS NOT NULL;
CREATE TABLE contact_met(
    contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL,
    half INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    met INTEGER NOT NULL,
    PRIMARY KEY (contact, weekday, half)
) STRICT, WITHOUT ROWID;
CREATE TABLE client_signal(
    client INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    day INTEGER NOT NULL,
    a INTEGER,
    b INTEGER,
    c INTEGER,
    who INTEGER,
    whom INTEGER, line TEXT,
    PRIMARY KEY (client, rule)
) STRICT, WITHOUT ROWID;
CREATE TABLE client_slip(
    client INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (client, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_slip_until ON client_slip(until, client, since);
CREATE TABLE sale(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    client INTEGER NOT NULL REFERENCES record(id),
    month INTEGER NOT NULL,
    yen INTEGER NOT NULL,
    line TEXT,
    note TEXT
) STRICT;
CREATE INDEX sale_client ON sale(client, month);
CREATE INDEX sale_month ON sale(month);
CREATE TABLE day_stop(
    day INTEGER NOT NULL,
    visit INTEGER NOT NULL REFERENCES visit(id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    site INTEGER,
    contact INTEGER,
    start INTEGER,
    minutes INTEGER,
    place INTEGER,
    outcome TEXT,
    appointment TEXT,
    proposed INTEGER,
    earliest INTEGER,
    nailed INTEGER,
    nailed_at INTEGER,
    arrived INTEGER,
    departed INTEGER,
    latitude INTEGER,
    longitude INTEGER,
    door_minutes INTEGER,
    PRIMARY KEY (day, visit)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_stop_visit ON day_stop(visit);
CREATE INDEX commitment_to_load ON commitment(due, client, site, contact, way, kept)
    WHERE kept IS NULL AND (way IS NULL OR way NOT IN ('call', 'mail'));
CREATE INDEX order_memo_to_load ON order_memo(coalesce(wanted, taken + 1), client, delivered)
    WHERE delivered IS NULL AND client IS NOT NULL;
CREATE TABLE promise_elsewhere(
    commitment INTEGER NOT NULL REFERENCES commitment(id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    due INTEGER,
    PRIMARY KEY (commitment, client)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_elsewhere_due ON promise_elsewhere(due, client);
CREATE INDEX day_stop_unwritten ON day_stop(day, visit) WHERE outcome IS NULL;
CREATE TABLE client_doors(
    id INTEGER PRIMARY KEY REFERENCES client(id) ON DELETE CASCADE,
    reading TEXT
) STRICT;
CREATE INDEX client_doors_reading ON client_doors(reading, id);
CREATE TABLE open_promise(
    id INTEGER PRIMARY KEY REFERENCES commitment(id) ON DELETE CASCADE,
    due INTEGER,
    due_at INTEGER,
    theirs INTEGER NOT NULL,
    task INTEGER NOT NULL,
    waited INTEGER NOT NULL,
    way TEXT,
    minutes INTEGER,
    contact INTEGER,
    wake INTEGER,
    planned INTEGER,
    planned_at INTEGER
) STRICT;
CREATE INDEX open_promise_due ON open_promise(due, theirs);
CREATE INDEX open_promise_task ON open_promise(due) WHERE task = 1;
CREATE INDEX open_promise_wake ON open_promise(wake) WHERE wake IS NOT NULL;
CREATE INDEX open_promise_planned ON open_promise(planned) WHERE planned IS NOT NULL;
CREATE INDEX open_promise_waited ON open_promise(id) WHERE waited = 1;
CREATE INDEX department_door ON department(site, name, door_minutes) WHERE door_minutes IS NOT NULL;
CREATE INDEX contact_merged_into ON contact(merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE derive_left(client INTEGER PRIMARY KEY REFERENCES client(id) ON DELETE CASCADE) STRICT;
CREATE TABLE "loan"(
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
CREATE INDEX loan_client ON loan(client);
CREATE INDEX loan_ticket ON loan(ticket);
CREATE INDEX loan_product ON loan(product) WHERE product IS NOT NULL;
CREATE INDEX loan_out ON loan(client, lent, back, ticket)
    WHERE returned IS NULL AND client IS NOT NULL;
CREATE INDEX client_signal_rule ON client_signal(rule, day DESC, client);
CREATE TABLE contract_term(
    id INTEGER PRIMARY KEY REFERENCES contract(id) ON DELETE CASCADE,
    notice INTEGER NOT NULL,
    client INTEGER NOT NULL,
    step_done INTEGER,
    closing_day INTEGER,
    closed_days INTEGER
) STRICT;
CREATE INDEX contract_term_notice
    ON contract_term(notice, id, client, step_done, closing_day, closed_days);
CREATE INDEX contract_term_client ON contract_term(client, notice);
CREATE INDEX share_client ON share(client, holder, until, lead);
CREATE INDEX order_memo_open ON order_memo(taken, supplier, handed) WHERE handed IS NULL;
CREATE INDEX round_client_left ON round_client(client, round, state)
    WHERE state IN ('open', 'held');
CREATE INDEX commitment_client ON commitment(client, kept) WHERE client IS NOT NULL;
CREATE INDEX ball_of ON ball("of", since);
CREATE INDEX ticket_client ON ticket(client, opened) WHERE client IS NOT NULL;
CREATE INDEX client_state_unseen ON client_state(rank_order, due, id, next_visit) WHERE due IS NOT NULL;
CREATE INDEX client_state_doors ON client_state(id) WHERE doors IS NOT NULL;
CREATE INDEX order_memo_client ON order_memo(client, handed) WHERE client IS NOT NULL;
INSERT INTO search(search, rank) VALUES ('automerge', 0);
INSERT INTO search(search, rank) VALUES ('crisismerge', 1000);
