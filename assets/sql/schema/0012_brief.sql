-- SPDX-License-Identifier: GPL-3.0-or-later
-- A note that only the brief shows: what to avoid with somebody.
ALTER TABLE note ADD COLUMN avoid INTEGER;
CREATE INDEX note_avoid ON note("on") WHERE avoid = 1;
