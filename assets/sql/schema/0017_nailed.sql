-- SPDX-License-Identifier: GPL-3.0-or-later
-- A stop that the planner leaves where it stands in the day's order, or at its hour.
ALTER TABLE visit ADD COLUMN nailed INTEGER;
ALTER TABLE visit ADD COLUMN nailed_at INTEGER;
