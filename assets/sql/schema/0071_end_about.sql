-- SPDX-License-Identifier: GPL-3.0-or-later
-- An arrival that was stamped stays exact when the report was written hours later: then only the end
-- of the visit is about.
ALTER TABLE visit ADD COLUMN end_about INTEGER;
