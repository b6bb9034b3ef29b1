-- SPDX-License-Identifier: GPL-3.0-or-later
-- A price rise says whether its prices are with tax; where nobody did, they are as floor cards begin.
ALTER TABLE round ADD COLUMN tax TEXT;
UPDATE round SET tax = 'excluded' WHERE old_price IS NOT NULL OR new_price IS NOT NULL;
