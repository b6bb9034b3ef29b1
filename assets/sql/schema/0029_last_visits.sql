-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last visits of a client come out of their index in order; what takes time of its own in a day
-- is in one of its own.
DROP INDEX visit_client;
CREATE INDEX visit_client ON visit(client, day, start);

CREATE INDEX commitment_task ON commitment(due)
    WHERE kept IS NULL AND direction = 'mine'
        AND (way IN ('call', 'desk') OR (way = 'mail' AND minutes IS NOT NULL));

-- A save does not wait until the whole index is merged: after a large import it took seconds at the
-- 64th segment. Merging is for the minutes between, and for the end.
INSERT INTO search(search, rank) VALUES ('crisismerge', 1000);
