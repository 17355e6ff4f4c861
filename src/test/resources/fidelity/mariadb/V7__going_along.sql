-- what a copy of a query keeps, and national characters
CREATE TABLE trunk (id INT PRIMARY KEY, facts JSON, z NCHAR(5), w NATIONAL VARCHAR(7), many INT CHECK (many > 1));
CREATE TABLE trunk_copy AS SELECT facts, id, z, many FROM trunk;
CREATE TABLE branch (x INT, y INT);
ALTER TABLE branch ADD FOREIGN KEY named (x) REFERENCES trunk (id);
CREATE TABLE branch_like LIKE branch;
ALTER TABLE branch DROP FOREIGN KEY named;
-- a check at a column is a part of it, whatever it is about; it keeps the name that it was made with
CREATE TABLE leaf (a INT, b INT CHECK (a > 0), c INT CHECK (c > a), d INT CHECK (a > 5), e INT, f INT CHECK (a > 6), CONSTRAINT e CHECK (a > 7));
ALTER TABLE leaf DROP COLUMN b;
ALTER TABLE leaf RENAME COLUMN c TO cc, RENAME COLUMN a TO aa;
ALTER TABLE leaf MODIFY d BIGINT, MODIFY e BIGINT, CHANGE f ff BIGINT CHECK (aa > 6);
CREATE TABLE leaf_copy AS SELECT cc, ff AS fff, aa FROM leaf;
CREATE TABLE leaf_like LIKE leaf;
ALTER TABLE leaf_like DROP CONSTRAINT e, DROP COLUMN cc;
-- what quotes and backslashes mean while sql_mode says so
SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES');
CREATE TABLE "attic" ("id" INT PRIMARY KEY, "odd ""name""" VARCHAR(20) DEFAULT 'x"y"', "a`b" INT);
SET @kept = @@sql_mode, sql_mode = 'NO_BACKSLASH_ESCAPES';
ALTER TABLE attic ADD path VARCHAR(20) DEFAULT 'c:\', ADD line VARCHAR(20) DEFAULT "a\n";
SET @@SESSION.sql_mode = @kept;
ALTER TABLE "attic" ADD "door" INT;
SET sql_mode = REPLACE(@@sql_mode, 'ANSI_QUOTES', '');
ALTER TABLE attic ADD view VARCHAR(20) DEFAULT "it's \"high\"";
SET sql_mode = DEFAULT;
