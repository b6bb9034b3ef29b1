-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was agreed for one piece and from when, in the ledger; a card's price to come. Nothing is made
-- of what was agreed before: the cards may say it already.
ALTER TABLE price ADD COLUMN coming INTEGER;
ALTER TABLE price ADD COLUMN coming_from INTEGER;
ALTER TABLE concession ADD COLUMN was INTEGER;
ALTER TABLE concession ADD COLUMN price INTEGER;
ALTER TABLE concession ADD COLUMN effective INTEGER;
