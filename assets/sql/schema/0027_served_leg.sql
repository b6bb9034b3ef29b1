-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a server of travel times (OSRM) said of ways by car, and on which day. A copy of what can be
-- asked again, and so not the rep's data: it is not journalled, and no undo speaks of it. Kept by
-- where places lie, so that a place that is moved has no old answer. Without seconds: no way.
CREATE TABLE served_leg(
    from_latitude INTEGER NOT NULL,
    from_longitude INTEGER NOT NULL,
    to_latitude INTEGER NOT NULL,
    to_longitude INTEGER NOT NULL,
    seconds INTEGER,
    metres INTEGER,
    asked INTEGER NOT NULL,
    PRIMARY KEY(from_latitude, from_longitude, to_latitude, to_longitude)
) STRICT, WITHOUT ROWID;
