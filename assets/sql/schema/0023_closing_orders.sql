-- SPDX-License-Identifier: GPL-3.0-or-later
-- An order that the office does not have yet is open at its client's closing day as a promise is.
UPDATE client_state SET closing = (SELECT closing_day FROM client c WHERE c.id = client_state.id)
WHERE closing IS NULL AND id IN (
    SELECT o.client FROM order_memo o CROSS JOIN record r ON r.id = o.id AND r.archived = 0
    WHERE o.handed IS NULL
);
