-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day on which an order was handed over at the client. What was in the car for a visit at which
-- something could be handed over was taken to be delivered until now.
ALTER TABLE order_memo ADD COLUMN delivered INTEGER;
UPDATE order_memo SET delivered = (
    SELECT min(v.day) FROM loading l CROSS JOIN record k ON k.id = l.id AND k.archived = 0
    CROSS JOIN visit v ON v.client = order_memo.client AND v.day = l.day
    CROSS JOIN record r ON r.id = v.id AND r.archived = 0
    WHERE l."of" = order_memo.id
        AND v.outcome IN ('met', 'short_word', 'reception', 'delivery_only'))
WHERE id IN (SELECT "of" FROM loading);
