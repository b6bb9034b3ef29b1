-- SPDX-License-Identifier: GPL-3.0-or-later
-- Search asks for the newest steps back of one rule, of all clients.
CREATE INDEX client_signal_rule ON client_signal(rule, day DESC, client);
