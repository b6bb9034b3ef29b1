-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a leg really took is learnt from arrivals that were stamped at the moment.
CREATE INDEX visit_arrived ON visit(site, arrived) WHERE arrived IS NOT NULL;
