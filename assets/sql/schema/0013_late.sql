-- SPDX-License-Identifier: GPL-3.0-or-later
-- A day has weather in two halves and knows how late it is; a promise has a place in a day; what is
-- near is found by its cell of a fiftieth of a degree.
ALTER TABLE day_plan ADD COLUMN weather_pm TEXT;
ALTER TABLE day_plan ADD COLUMN late INTEGER;
ALTER TABLE day_plan ADD COLUMN late_from INTEGER;
ALTER TABLE day_plan ADD COLUMN late_at INTEGER REFERENCES record(id);
ALTER TABLE day_plan ADD COLUMN late_until INTEGER;
CREATE INDEX day_plan_late_at ON day_plan(late_at) WHERE late_at IS NOT NULL;

ALTER TABLE visit ADD COLUMN earliest INTEGER;

ALTER TABLE commitment ADD COLUMN planned INTEGER;
ALTER TABLE commitment ADD COLUMN planned_at INTEGER;
CREATE INDEX commitment_planned ON commitment(planned) WHERE planned IS NOT NULL AND kept IS NULL;

CREATE INDEX commitment_way ON commitment(way, due) WHERE kept IS NULL AND direction = 'mine';

CREATE INDEX site_cell ON site(latitude / 20000, longitude / 20000) WHERE latitude IS NOT NULL;
CREATE INDEX resting_place_cell ON resting_place(latitude / 20000, longitude / 20000)
    WHERE latitude IS NOT NULL;
