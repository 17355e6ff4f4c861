ALTER TABLE things
    ADD COLUMN colour VARCHAR(20) NULL,
    ADD COLUMN weight INT NOT NULL DEFAULT 0;
UPDATE things SET colour = 'grey' WHERE colour IS NULL;
CREATE INDEX things_name ON things (name);
CREATE TABLE colours (name VARCHAR(20) NOT NULL PRIMARY KEY);
INSERT INTO colours (name) VALUES ('grey'), ('red');
