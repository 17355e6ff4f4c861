-- what the engine reads anew: a view's text, a key that is only meant
CREATE TABLE "shelf.old" (id INTEGER PRIMARY KEY, "wide.ness" NUMERIC(6, 1) NOT NULL DEFAULT 1.5, note, kept BLOB);
CREATE TABLE shelf_copy AS SELECT "wide.ness", note AS remark FROM "shelf.old";
CREATE VIEW plain_notes AS SELECT note, "wide.ness" AS width FROM "shelf.old";
CREATE VIEW named_notes (n) AS SELECT note FROM "shelf.old";
CREATE VIEW all_of_it AS SELECT * FROM "shelf.old";
CREATE VIEW over_all AS SELECT * FROM all_of_it;
ALTER TABLE "shelf.old" RENAME note TO "re$mark";
ALTER TABLE "shelf.old" DROP COLUMN kept;
ALTER TABLE "shelf.old" ADD COLUMN twice INT GENERATED /* always */ ALWAYS AS (id * 2) VIRTUAL;

-- a key of a table that comes later, by its name and under another one
CREATE TABLE lent (id INTEGER PRIMARY KEY, shelf INT REFERENCES rack, "user" TEXT);
CREATE TABLE rack_new (code TEXT PRIMARY KEY, size INT CONSTRAINT big CHECK (size > 0) CONSTRAINT big CHECK (size < 90));
ALTER TABLE rack_new RENAME TO rack;
ALTER TABLE rack RENAME size TO "si$ze";
CREATE INDEX by_text ON lent ("nobody" DESC);
CREATE INDEX big ON lent (shelf);
DROP INDEX big;

-- the next table of that name has another key and other types
CREATE TABLE tray (a INT PRIMARY KEY, b INT);
CREATE TABLE on_tray (t INT REFERENCES tray);
CREATE VIEW tray_b AS SELECT b FROM tray;
CREATE TABLE tray_new (b TEXT PRIMARY KEY);
DROP TABLE tray;
PRAGMA legacy_alter_table = ON;
ALTER TABLE tray_new RENAME TO tray;
PRAGMA legacy_alter_table = OFF;

CREATE TEMP TABLE procession (id INT PRIMARY KEY);
CREATE TABLE pointing (p INT REFERENCES procession);
CREATE TABLE strict_shelf (id INTEGER PRIMARY KEY, anything ANY, label TEXT) STRICT;
CREATE VIEW strict_shelf_view AS SELECT anything, label FROM strict_shelf;
CREATE TABLE strict_shelf_copy AS SELECT anything FROM strict_shelf;
CREATE TEMP TABLE tourist (a int);
CREATE TRIGGER tourist_by AFTER INSERT ON tourist BEGIN SELECT 1; END;
CREATE TABLE visitor (id INTEGER PRIMARY KEY, name text);
CREATE TEMP TABLE visitor (id INTEGER PRIMARY KEY, name numeric);
CREATE VIEW visitor_names AS SELECT name FROM main.visitor;
CREATE VIEW visitors AS SELECT name FROM visitor;
CREATE TEMP VIEW glance AS SELECT 1 AS a, name FROM main.visitor;
CREATE TABLE glimpsed AS SELECT * FROM glance;
DROP VIEW glance;
CREATE TABLE stamped (a int UNIQUE PRIMARY KEY, b text UNIQUE, c int, UNIQUE (b), UNIQUE (a, b), UNIQUE (b, a), UNIQUE (a, b));
CREATE TABLE numbered (a INTEGER PRIMARY KEY, UNIQUE (a), UNIQUE (a));
