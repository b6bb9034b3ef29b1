-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is sold.
CREATE TABLE product(
    id INTEGER PRIMARY KEY REFERENCES record(id),
    name TEXT NOT NULL,
    reading TEXT,
    code TEXT,
    line TEXT,
    maker INTEGER REFERENCES record(id),
    list_price INTEGER,
    remark TEXT
) STRICT;
CREATE INDEX product_reading ON product(reading);
CREATE INDEX product_code ON product(code) WHERE code IS NOT NULL;
CREATE INDEX product_line ON product(line) WHERE line IS NOT NULL;
CREATE INDEX product_maker ON product(maker) WHERE maker IS NOT NULL;
