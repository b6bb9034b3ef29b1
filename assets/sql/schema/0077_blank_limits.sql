-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an older version took and today's refuses would stand in the way of the next change to its
-- record: a longest stay of nothing never rang, so it is none; an answer was due on the day of its
-- demand at the earliest.
UPDATE contact SET longest = NULL WHERE longest = 0;
UPDATE demand SET due = day WHERE due < day;
