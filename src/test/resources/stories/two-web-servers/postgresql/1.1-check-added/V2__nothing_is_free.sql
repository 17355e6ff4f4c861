ALTER TABLE things ADD CONSTRAINT things_price CHECK (price > 0) NOT VALID; -- expect: check-added things.things_price
