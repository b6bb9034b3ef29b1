-- SPDX-License-Identifier: GPL-3.0-or-later
-- The orders of a client that the office does not have are counted from the index: what was handed
-- over in years lies on pages of its own.
DROP INDEX order_memo_client;
CREATE INDEX order_memo_client ON order_memo(client, handed) WHERE client IS NOT NULL;
