-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often a person was met, by weekday and half of the day: derived from the visits.
CREATE TABLE contact_met(
    contact INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL,
    half INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    met INTEGER NOT NULL,
    PRIMARY KEY (contact, weekday, half)
) STRICT, WITHOUT ROWID;

-- The same in a few characters, for lists.
ALTER TABLE contact_state ADD COLUMN met TEXT;

INSERT INTO contact_met(contact, weekday, half, tries, met)
SELECT contact, weekday, half, count(*), sum(met) FROM (
    SELECT v.contact, (v.day % 7 + 10) % 7 AS weekday,
        CASE WHEN at IS NULL THEN 2 ELSE at >= 720 END AS half, met
    FROM (
        SELECT v.contact, v.day, v.outcome IN ('met', 'short_word', 'video') AS met,
            coalesce(iif(v.about IS 1, NULL,
                CAST(strftime('%H', v.arrived, 'unixepoch', 'localtime') AS INTEGER) * 60),
                v.start) AS at
        FROM visit v CROSS JOIN record r ON r.id = v.id AND r.archived = 0
        WHERE v.contact IS NOT NULL AND v.outcome IN
            ('met', 'short_word', 'video', 'card_left', 'absent', 'reception', 'refused')
    ) v
) GROUP BY contact, weekday, half;

UPDATE contact_state SET met = m.said FROM (
    SELECT contact,
        printf('%d/%d · %d/%d', sum(iif(half = 0, met, 0)), sum(iif(half = 0, tries, 0)),
            sum(iif(half = 1, met, 0)), sum(iif(half = 1, tries, 0))) AS said
    FROM contact_met WHERE half < 2 GROUP BY contact
) m WHERE m.contact = contact_state.id;
