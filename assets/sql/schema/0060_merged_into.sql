-- SPDX-License-Identifier: GPL-3.0-or-later
-- Into whom a person was merged: what they said (言動記録) cannot be moved, so it is found from there.
ALTER TABLE contact ADD COLUMN merged_into INTEGER REFERENCES record(id);
CREATE INDEX contact_merged_into ON contact(merged_into) WHERE merged_into IS NOT NULL;
