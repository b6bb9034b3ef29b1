-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was not seen is listed by rank, then by the day: an index holds both, and all that says whether
-- one is in the list. What is archived is due for nobody.
ALTER TABLE client_state ADD COLUMN rank_order INTEGER; -- of its rank in SABC
UPDATE client_state SET
    rank_order = (SELECT instr('SABC', coalesce(c.rank, 'C')) FROM client c WHERE c.id = client_state.id);
UPDATE client_state SET due = NULL
WHERE id IN (SELECT r.id FROM record r WHERE r.kind = 'client' AND r.archived <> 0);
CREATE INDEX client_state_unseen ON client_state(rank_order, due, id, next_visit) WHERE due IS NOT NULL;
