-- SPDX-License-Identifier: GPL-3.0-or-later
-- Travel times that a server told.

-- name: served_leg
SELECT seconds, metres, asked FROM served_leg
WHERE from_latitude = ?1 AND from_longitude = ?2 AND to_latitude = ?3 AND to_longitude = ?4;

-- name: served_leg_put
INSERT OR REPLACE INTO served_leg VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- name: served_legs_forget
DELETE FROM served_leg WHERE asked < ?1;
