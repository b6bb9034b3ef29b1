-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where somebody is picked up may be a place of its own, so that the way there has minutes.
ALTER TABLE companion ADD COLUMN place INTEGER REFERENCES record (id);
CREATE INDEX companion_place ON companion (place) WHERE place IS NOT NULL;
