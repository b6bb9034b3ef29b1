-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is archived does not slip: so those who do are counted without asking for each one's record.
DELETE FROM client_slip WHERE client IN (SELECT id FROM record WHERE kind = 'client' AND archived <> 0);
DELETE FROM client_signal WHERE client IN (SELECT id FROM record WHERE kind = 'client' AND archived <> 0);
