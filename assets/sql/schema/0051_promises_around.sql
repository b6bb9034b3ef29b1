-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose the open promises are, in an index of their own: the load list of a day goes through all of
-- them. It asks for more than they are open, lest it be taken for what their own index counts.
CREATE INDEX commitment_around ON commitment(client, due, site, contact, kept)
    WHERE kept IS NULL AND (client IS NOT NULL OR site IS NOT NULL OR contact IS NOT NULL);
