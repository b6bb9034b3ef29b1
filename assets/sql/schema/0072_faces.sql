-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a stop's row says of its client and its person stands in one derived row of each: their names,
-- the client's closed days, and whether rounds, contracts and shares of others are worth asking for
-- there. Read one by one these lie on eight pages for each stop.
ALTER TABLE client_state ADD COLUMN name TEXT;
ALTER TABLE client_state ADD COLUMN reading TEXT;
ALTER TABLE client_state ADD COLUMN closed_days INTEGER;
ALTER TABLE client_state ADD COLUMN quote_from INTEGER; -- between these days a rival's share may end …
ALTER TABLE client_state ADD COLUMN quote_until INTEGER; -- … or its window for a quote be open
ALTER TABLE client_state ADD COLUMN doors INTEGER; -- 1: some of a round is left there
ALTER TABLE client_state ADD COLUMN contracts INTEGER; -- 1: there are some
UPDATE client_state SET
    (name, reading, closed_days) = (
        SELECT name, reading, closed_days FROM client c WHERE c.id = client_state.id),
    (quote_from, quote_until) = (
        SELECT min(h.until - 31 - coalesce(h.lead, 0)), max(h.until + 31)
        FROM share h WHERE h.client = client_state.id AND h.holder <> 'us'),
    doors = nullif(EXISTS (SELECT 1 FROM round_client d
        WHERE d.client = client_state.id AND d.state IN ('open', 'held')), 0),
    contracts = nullif(EXISTS (SELECT 1 FROM contract k WHERE k.client = client_state.id), 0);
CREATE INDEX client_state_doors ON client_state(id) WHERE doors IS NOT NULL;
ALTER TABLE contact_state ADD COLUMN name TEXT;
ALTER TABLE contact_state ADD COLUMN reading TEXT;
ALTER TABLE contact_state ADD COLUMN phone TEXT; -- mobile, else the direct line
UPDATE contact_state SET (name, reading, phone) = (
    SELECT name, reading, coalesce(mobile, telephone) FROM contact c WHERE c.id = contact_state.id);
