-- the twelve steps
PRAGMA foreign_keys = OFF;
CREATE TABLE new_reader (
    id INTEGER PRIMARY KEY,
    full_name TEXT NOT NULL,
    card TEXT,
    owes REAL NOT NULL DEFAULT 0,
    joined TEXT DEFAULT (datetime('now')),
    friend INTEGER REFERENCES reader (id)
);
INSERT INTO new_reader (id, full_name, card, owes, joined, friend) SELECT id, full_name, card, owes, joined, friend FROM reader;
DROP VIEW guests;
DROP TRIGGER counted;
DROP TABLE reader;
ALTER TABLE new_reader RENAME TO reader;
CREATE UNIQUE INDEX one_card ON reader (card) WHERE card IS NOT NULL;
CREATE VIEW guests AS SELECT r.id, r.full_name AS called FROM reader AS r;
PRAGMA foreign_key_check;
-- the same with the old table renamed away first
PRAGMA legacy_alter_table = ON;
ALTER TABLE shelving RENAME TO old_shelving;
CREATE TABLE shelving (id INTEGER PRIMARY KEY, room TEXT NOT NULL, place INT);
INSERT INTO shelving SELECT id, coalesce(room, ''), place FROM old_shelving;
DROP TABLE old_shelving;
PRAGMA legacy_alter_table = OFF;
DROP TABLE IF EXISTS no_such_table;
DROP TABLE main.strictly;
CREATE TABLE main.qualified (a INT);
CREATE INDEX main.on_qualified ON qualified (a);
ALTER TABLE main.qualified RENAME TO plain;
INSERT OR IGNORE INTO plain (a) VALUES (1);
UPDATE OR REPLACE plain SET a = 2;
