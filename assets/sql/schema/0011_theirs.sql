-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many late ones they promise is counted at every look at a day: without reading each of them.
CREATE INDEX commitment_theirs ON commitment(due) WHERE kept IS NULL AND direction = 'theirs';
