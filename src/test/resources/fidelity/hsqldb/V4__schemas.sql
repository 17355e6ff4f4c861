CREATE SCHEMA archive AUTHORIZATION DBA
    CREATE TABLE tree (id INT PRIMARY KEY, kind VARCHAR(10))
    CREATE VIEW kinds AS SELECT kind FROM tree;
CREATE SCHEMA "Lower";
CREATE TABLE "Lower"."Tree" ("Id" INT PRIMARY KEY, "id" INT);
SET SCHEMA archive;
CREATE TABLE graft (top_part INT REFERENCES tree, lower_part BIGINT REFERENCES public.tree (id), UNIQUE (top_part, lower_part));
CREATE INDEX by_lower ON graft (lower_part);
CREATE SEQUENCE numbers;
SET SCHEMA public;
ALTER TABLE "Lower"."Tree" ADD CONSTRAINT archive_of FOREIGN KEY ("Id") REFERENCES archive.tree;
ALTER TABLE "Lower"."Tree" RENAME TO "Bush";
CREATE TABLE "Lower".gone (a INT);
DROP TABLE "Lower".gone;
ALTER SCHEMA "Lower" RENAME TO upper_now;
CREATE SCHEMA short_lived;
CREATE TABLE short_lived.a (id INT PRIMARY KEY);
DROP SCHEMA short_lived CASCADE;
DROP TABLE IF EXISTS no_such_table;
DROP TABLE no_such_table IF EXISTS CASCADE;
CREATE TABLE parent (id INT PRIMARY KEY, code VARCHAR(5) UNIQUE, a INT, b INT, c INT,
    CONSTRAINT only_a CHECK (a > 0), CONSTRAINT a_and_b CHECK (a > b), UNIQUE (b));
CREATE TABLE child (id INT PRIMARY KEY, parent_id INT, code VARCHAR(5),
    FOREIGN KEY (parent_id) REFERENCES parent (id),
    CONSTRAINT by_code FOREIGN KEY (code) REFERENCES parent (code));
CREATE INDEX c_index ON parent (c);
ALTER TABLE parent DROP CONSTRAINT a_and_b;
ALTER TABLE parent DROP COLUMN a CASCADE;
ALTER TABLE parent DROP COLUMN c;
CREATE VIEW over_parent AS SELECT id FROM parent;
CREATE VIEW over_over AS SELECT id FROM over_parent;
DROP TABLE parent CASCADE;
DECLARE LOCAL TEMPORARY TABLE scratch (a INT) ON COMMIT PRESERVE ROWS;
CREATE GLOBAL TEMPORARY TABLE shared_scratch (a INT) ON COMMIT DELETE ROWS;
DROP TABLE shared_scratch;
CREATE USER gardener PASSWORD 'secret';
GRANT SELECT ON tree TO gardener;
