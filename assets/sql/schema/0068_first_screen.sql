-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the first screen and each week count is read from indices alone: of contracts, orders and doors
-- the counts need a few columns of many rows, which lie each on a page of its own.
CREATE TABLE contract_term(
    id INTEGER PRIMARY KEY REFERENCES contract(id) ON DELETE CASCADE,
    notice INTEGER NOT NULL,
    client INTEGER NOT NULL,
    step_done INTEGER,
    closing_day INTEGER,
    closed_days INTEGER
) STRICT;
INSERT INTO contract_term
SELECT k.id, s.notice, k.client, k.step_done, c.closing_day, c.closed_days
FROM contract_state s CROSS JOIN contract k ON k.id = s.id LEFT JOIN client c ON c.id = k.client
WHERE s.notice IS NOT NULL;
CREATE INDEX contract_term_notice
    ON contract_term(notice, id, client, step_done, closing_day, closed_days);
CREATE INDEX contract_term_client ON contract_term(client, notice);

-- Who of them could ask for a quote, of each client that is on the screen.
DROP INDEX share_client;
CREATE INDEX share_client ON share(client, holder, until, lead);

-- They hold all that is asked, and ask for more than that it is open, lest they be taken for another.
DROP INDEX order_memo_open;
CREATE INDEX order_memo_open ON order_memo(taken, supplier, handed) WHERE handed IS NULL;
DROP INDEX round_client_left;
CREATE INDEX round_client_left ON round_client(client, round, state)
    WHERE state IN ('open', 'held');
