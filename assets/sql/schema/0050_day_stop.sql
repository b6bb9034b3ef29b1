-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the hours of a day ask of its visits, side by side: a full day lies on a few pages, and the
-- positions of its sites are not looked for one by one. Derived; what is archived is not in it.
CREATE TABLE day_stop(
    day INTEGER NOT NULL,
    visit INTEGER NOT NULL REFERENCES visit(id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    site INTEGER,
    contact INTEGER,
    start INTEGER,
    minutes INTEGER,
    place INTEGER,
    outcome TEXT,
    appointment TEXT,
    proposed INTEGER,
    earliest INTEGER,
    nailed INTEGER,
    nailed_at INTEGER,
    arrived INTEGER,
    departed INTEGER,
    latitude INTEGER,
    longitude INTEGER,
    door_minutes INTEGER,
    PRIMARY KEY (day, visit)
) STRICT, WITHOUT ROWID;

INSERT INTO day_stop
SELECT v.day, v.id, v.client, v.site, v.contact, v.start, v.minutes, v.place, v.outcome,
    v.appointment, v.proposed, v.earliest, v.nailed, v.nailed_at, v.arrived, v.departed,
    s.latitude, s.longitude, s.door_minutes
FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
LEFT JOIN site s ON s.id = v.site
ORDER BY v.day, v.id;

CREATE INDEX day_stop_visit ON day_stop(visit);
