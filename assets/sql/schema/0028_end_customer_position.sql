-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where end customers lie is looked up by their address, too.
ALTER TABLE end_customer ADD COLUMN latitude INTEGER;
ALTER TABLE end_customer ADD COLUMN longitude INTEGER;
ALTER TABLE end_customer ADD COLUMN position_level TEXT;
ALTER TABLE end_customer ADD COLUMN position_error_m INTEGER;
