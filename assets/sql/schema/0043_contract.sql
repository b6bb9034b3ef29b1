-- SPDX-License-Identifier: GPL-3.0-or-later
-- Contracts, and by when notice is to be given.
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
