-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose the open promises are, in an index of their own: the load list of a day goes through all of
-- them, and what is open at a client is found without what was kept there.
CREATE INDEX commitment_around ON commitment(client, due, site, contact, kept) WHERE kept IS NULL;
