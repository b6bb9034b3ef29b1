-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where offices and resting places lie is looked up by their address, too; what was typed stays.
ALTER TABLE office ADD COLUMN position_level TEXT;
ALTER TABLE office ADD COLUMN position_error_m INTEGER;
ALTER TABLE resting_place ADD COLUMN position_level TEXT;
ALTER TABLE resting_place ADD COLUMN position_error_m INTEGER;
UPDATE office SET position_level = 'typed' WHERE latitude IS NOT NULL AND longitude IS NOT NULL;
UPDATE resting_place SET position_level = 'typed'
    WHERE latitude IS NOT NULL AND longitude IS NOT NULL;
