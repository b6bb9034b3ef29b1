-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is asked for by its newest stands in that order: a save sorts no promises, balls and troubles,
-- and a client's open promises stand together.
DROP INDEX commitment_client;
CREATE INDEX commitment_client ON commitment(client, kept) WHERE client IS NOT NULL;
DROP INDEX ball_of;
CREATE INDEX ball_of ON ball("of", since);
DROP INDEX ticket_client;
CREATE INDEX ticket_client ON ticket(client, opened) WHERE client IS NOT NULL;

-- What is archived has no steps to count: nobody who counts has to ask for it.
DELETE FROM contract_term WHERE id IN (SELECT id FROM record WHERE kind = 'contract' AND archived <> 0)
    OR client IN (SELECT id FROM record WHERE kind = 'client' AND archived <> 0);
