-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is in a round, in the order of their readings: the screen of clients × rounds begins with it,
-- and a thousand clients lie on a thousand pages. Derived; what is archived is not in it.
CREATE TABLE client_doors(
    id INTEGER PRIMARY KEY REFERENCES client(id) ON DELETE CASCADE,
    reading TEXT
) STRICT;
CREATE INDEX client_doors_reading ON client_doors(reading, id);

INSERT INTO client_doors
SELECT c.id, c.reading FROM (SELECT DISTINCT client FROM round_client) x
CROSS JOIN client c ON c.id = x.client CROSS JOIN record r ON r.id = c.id AND r.archived = 0
WHERE EXISTS (SELECT 1 FROM round_client d CROSS JOIN record q ON q.id = d.id AND q.archived = 0
    WHERE d.client = c.id);
