-- SPDX-License-Identifier: GPL-3.0-or-later
-- A report's line can be opened again: it stands with its visit, and so does what each part made.
ALTER TABLE visit ADD COLUMN put_off_by TEXT;
ALTER TABLE visit ADD COLUMN line TEXT;
ALTER TABLE visit ADD COLUMN line_day INTEGER;

CREATE TABLE line_part(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    visit INTEGER NOT NULL REFERENCES record(id),
    reads TEXT NOT NULL,
    text TEXT,
    contact INTEGER REFERENCES record(id),
    day INTEGER,
    minute INTEGER,
    made INTEGER REFERENCES record(id),
    is_new INTEGER,
    day_was INTEGER,
    minute_was INTEGER,
    ticked INTEGER
) STRICT;
CREATE INDEX line_part_visit ON line_part(visit);
CREATE INDEX line_part_contact ON line_part(contact) WHERE contact IS NOT NULL;
CREATE INDEX line_part_made ON line_part(made) WHERE made IS NOT NULL;

-- Rivals and products that were named before are offered while one is typed.
CREATE INDEX kept_word_about ON kept_word(about, day);
