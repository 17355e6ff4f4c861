ALTER TABLE things
    ADD COLUMN colour text,
    ADD COLUMN weight integer NOT NULL; -- expect: required-column-added things.weight
