-- SPDX-License-Identifier: GPL-3.0-or-later
-- The order and the load of a week are in this index whole: no visit is read for them.
DROP INDEX visit_day;
CREATE INDEX visit_day ON visit(day, start, place, outcome, appointment);
