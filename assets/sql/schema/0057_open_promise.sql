-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is promised and not kept, with what a day asks of it: by when, what takes time of its own, what
-- something else waits for. The first screen counts them all, and what is archived would have to be
-- taken off again. Derived; what is kept or archived is not in it.
CREATE TABLE open_promise(
    id INTEGER PRIMARY KEY REFERENCES commitment(id) ON DELETE CASCADE,
    due INTEGER,
    due_at INTEGER,
    theirs INTEGER NOT NULL,
    task INTEGER NOT NULL,
    waited INTEGER NOT NULL,
    way TEXT,
    minutes INTEGER,
    contact INTEGER,
    wake INTEGER,
    planned INTEGER,
    planned_at INTEGER
) STRICT;

INSERT INTO open_promise
SELECT c.id, c.due, c.due_at, c.direction = 'theirs',
    c.direction = 'mine' AND (c.way IN ('call', 'desk') OR (c.way = 'mail' AND c.minutes IS NOT NULL))
        IS TRUE,
    EXISTS (SELECT 1 FROM chain_link l CROSS JOIN record q ON q.id = l.id AND q.archived = 0
        WHERE l.waits_for = c.id),
    c.way, c.minutes, c.contact, c.wake, c.planned, c.planned_at
FROM commitment c CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE c.kept IS NULL;

CREATE INDEX open_promise_due ON open_promise(due, theirs);
CREATE INDEX open_promise_task ON open_promise(due) WHERE task = 1;
CREATE INDEX open_promise_wake ON open_promise(wake) WHERE wake IS NOT NULL;
CREATE INDEX open_promise_planned ON open_promise(planned) WHERE planned IS NOT NULL;
CREATE INDEX open_promise_waited ON open_promise(id) WHERE waited = 1;

-- What the tables of the promises themselves were asked for before.
DROP INDEX commitment_task;
DROP INDEX commitment_theirs;
DROP INDEX commitment_planned;
