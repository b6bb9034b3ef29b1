-- SPDX-License-Identifier: GPL-3.0-or-later
-- A rest from the wheel that a plan placed stands in its day's table.
ALTER TABLE block ADD COLUMN rest INTEGER;
