-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a trouble came to which stage is read from the journal.
CREATE INDEX change_stage ON change(record) WHERE field = 'stage';
