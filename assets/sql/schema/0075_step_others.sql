-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step on several marked records says how many: undo named the first one alone.
ALTER TABLE step ADD COLUMN others INTEGER NOT NULL DEFAULT 0;
