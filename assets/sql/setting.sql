-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is not the rep's data.

-- name: setting_get
SELECT value FROM setting WHERE name = ?1;

-- What has a dot in its name is not the rep's to set, and may be long.
-- name: settings_plain
SELECT name, value FROM setting WHERE name NOT GLOB '*.*';

-- name: setting_put
INSERT INTO setting(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2;

-- name: setting_forget
DELETE FROM setting WHERE name = ?1;

-- name: setting_names
SELECT name FROM setting WHERE name >= ?1 AND name < ?2 ORDER BY name;

-- name: draft_get
SELECT state FROM draft WHERE place = ?1;

-- name: draft_put
INSERT INTO draft(place, state, changed) VALUES (?1, ?2, ?3)
ON CONFLICT (place) DO UPDATE SET state = ?2, changed = ?3;

-- name: draft_forget
DELETE FROM draft WHERE place = ?1;

-- name: draft_places
SELECT place FROM draft ORDER BY changed DESC, place;
