ALTER TABLE things
    ADD COLUMN colour VARCHAR(20) NULL,
    ADD COLUMN weight INT NOT NULL; -- expect: required-column-added things.weight
