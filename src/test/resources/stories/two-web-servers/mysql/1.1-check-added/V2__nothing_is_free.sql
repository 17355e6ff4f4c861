ALTER TABLE things ADD CONSTRAINT ck_price CHECK (price > 0); -- expect: check-added things.ck_price
