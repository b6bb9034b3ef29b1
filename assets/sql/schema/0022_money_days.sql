-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices to bring and money to collect, found by the closing and payment days of the clients; each
-- is promised once.
ALTER TABLE commitment ADD COLUMN money TEXT;
ALTER TABLE commitment ADD COLUMN money_day INTEGER;
CREATE INDEX commitment_money ON commitment(client, money, money_day) WHERE money IS NOT NULL;
CREATE INDEX client_closing_day ON client(closing_day) WHERE closing_day IS NOT NULL;
CREATE INDEX client_payment_day ON client(payment_day) WHERE payment_day IS NOT NULL;
