-- SPDX-License-Identifier: GPL-3.0-or-later
-- The evening: expenses, what car and driver were checked for, reports that are due, whom to ask
-- again, words of lines that were settled.
CREATE TABLE expense(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    day INTEGER NOT NULL,
    what TEXT NOT NULL,
    yen INTEGER NOT NULL,
    client INTEGER REFERENCES record(id),
    visit INTEGER REFERENCES record(id),
    note TEXT
) STRICT;
CREATE INDEX expense_day ON expense(day);
CREATE INDEX expense_client ON expense(client) WHERE client IS NOT NULL;
CREATE INDEX expense_visit ON expense(visit) WHERE visit IS NOT NULL;

ALTER TABLE day_plan ADD COLUMN odometer_start INTEGER;
ALTER TABLE day_plan ADD COLUMN odometer_end INTEGER;
ALTER TABLE day_plan ADD COLUMN alcohol_start TEXT;
ALTER TABLE day_plan ADD COLUMN alcohol_start_at INTEGER;
ALTER TABLE day_plan ADD COLUMN alcohol_end TEXT;
ALTER TABLE day_plan ADD COLUMN alcohol_end_at INTEGER;

ALTER TABLE ticket ADD COLUMN report_due INTEGER;
ALTER TABLE ticket ADD COLUMN reported INTEGER;
CREATE INDEX ticket_report_due ON ticket(report_due) WHERE reported IS NULL AND closed IS NULL;

ALTER TABLE ticket_state ADD COLUMN ask_again INTEGER;
UPDATE ticket_state SET ask_again = (
    SELECT iif(c.me IS 1, NULL, b.nag) FROM ball b CROSS JOIN record r ON r.id = b.id AND r.archived = 0
    CROSS JOIN contact c ON c.id = b.holder
    WHERE b."of" = ticket_state.id ORDER BY b.since DESC, b.id DESC LIMIT 1
);

ALTER TABLE kept_word ADD COLUMN settled INTEGER;
CREATE INDEX kept_word_unsettled ON kept_word(day) WHERE settled IS NULL AND about = 'unsettled';

CREATE INDEX commitment_promised ON commitment(promised);
CREATE INDEX commitment_kept_on ON commitment(kept) WHERE kept IS NOT NULL;

-- Expenses of lines were kept as words until now: 駐600, 高速１２００円. The record stays the same one.
CREATE TEMP TABLE moved AS
WITH RECURSIVE narrow(id, step, text) AS (
    SELECT id, 0, text FROM kept_word WHERE about = 'expense'
    UNION ALL
    SELECT id, step + 1, replace(text, substr('０１２３４５６７８９', step + 1, 1), CAST(step AS TEXT))
    FROM narrow WHERE step < 10
), word(typed, what) AS (
    VALUES ('駐車', '駐車'), ('駐', '駐車'), ('高速', '高速'), ('電車', '電車'), ('バス', 'バス'),
        ('タクシー', 'タクシー'), ('給油', '給油')
)
SELECT n.id AS id, w.what AS what,
    CAST(trim(substr(n.text, length(w.typed) + 1), ' 円') AS INTEGER) AS yen
FROM narrow n CROSS JOIN word w
WHERE n.step = 10 AND n.text LIKE w.typed || '%'
    AND CAST(trim(substr(n.text, length(w.typed) + 1), ' 円') AS INTEGER) > 0;
INSERT INTO expense(id, day, what, yen, client, visit)
SELECT k.id, k.day, m.what, m.yen, k.client, k.visit FROM moved m CROSS JOIN kept_word k ON k.id = m.id;
DELETE FROM kept_word WHERE id IN (SELECT id FROM moved);
UPDATE record SET kind = 'expense', name = (SELECT what FROM moved WHERE moved.id = record.id)
WHERE id IN (SELECT id FROM moved);
DROP TABLE moved;
