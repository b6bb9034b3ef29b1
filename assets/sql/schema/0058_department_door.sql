-- SPDX-License-Identifier: GPL-3.0-or-later
-- How long it takes to a department behind the door of its site, asked of each visit of a day.
ALTER TABLE department ADD COLUMN door_minutes INTEGER;
CREATE INDEX department_door ON department(site, name, door_minutes) WHERE door_minutes IS NOT NULL;
