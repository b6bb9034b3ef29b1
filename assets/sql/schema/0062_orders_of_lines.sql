-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders that shrink are looked at by product line too: which line it is.
ALTER TABLE client_signal ADD COLUMN line TEXT;

-- Clients whose steps back a migration leaves to the program: derived anew with its last step, then
-- forgotten (derive_left).
CREATE TABLE derive_left(client INTEGER PRIMARY KEY REFERENCES client(id) ON DELETE CASCADE) STRICT;
INSERT INTO derive_left(client) SELECT DISTINCT client FROM sale;
