ALTER TABLE things
    ADD COLUMN colour text,
    ADD COLUMN weight integer NOT NULL DEFAULT 0;
UPDATE things SET colour = 'grey' WHERE colour IS NULL;
CREATE INDEX things_name ON things (name);
CREATE TABLE colours (name text PRIMARY KEY);
INSERT INTO colours (name) VALUES ('grey'), ('red');
