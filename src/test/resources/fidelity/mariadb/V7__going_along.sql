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
-- which index a foreign key brings, and what it is called
CREATE TABLE twig (id INT PRIMARY KEY, a INT, b INT, CONSTRAINT grows_on FOREIGN KEY (a) REFERENCES trunk (id),
    CONSTRAINT hangs_on FOREIGN KEY (a) REFERENCES trunk (id));
CREATE TABLE twig_like LIKE twig;
ALTER TABLE twig ADD FOREIGN KEY (a) REFERENCES trunk (id);
CREATE TABLE twig_again LIKE twig;
CREATE UNIQUE INDEX both_of_them ON twig_like (a, b);
ALTER TABLE twig DROP FOREIGN KEY grows_on, DROP FOREIGN KEY hangs_on, DROP FOREIGN KEY twig_ibfk_1;
ALTER TABLE twig ADD PRIMARY KEY (a), DROP PRIMARY KEY;
ALTER TABLE twig_again RENAME KEY a TO by_a, ADD KEY (a, b);
CREATE TABLE bud (a INT, b INT, FOREIGN KEY (a) REFERENCES trunk (id), KEY (a DESC));
CREATE TABLE blossom (a INT, b INT, FOREIGN KEY (a) REFERENCES trunk (id), FOREIGN KEY b (a) REFERENCES trunk (id), UNIQUE (b));
CREATE TABLE blossom_like LIKE blossom;
-- a foreign key without an index goes when its table is written anew
CREATE TABLE needle (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES trunk (id));
SET FOREIGN_KEY_CHECKS = 0;
ALTER TABLE needle DROP PRIMARY KEY;
SET FOREIGN_KEY_CHECKS = 1;
-- names that are longer than the catalog tells
CREATE TABLE the_tree_that_stands_behind_the_house_at_the_end_of_a_long_road (id INT PRIMARY KEY);
ALTER TABLE the_tree_that_stands_behind_the_house_at_the_end_of_a_long_road ADD FOREIGN KEY (id) REFERENCES trunk (id);
-- how far a sequence counts that has turned
CREATE SEQUENCE countdown INCREMENT BY -1;
ALTER SEQUENCE countdown INCREMENT BY 3;
CREATE SEQUENCE countup;
ALTER SEQUENCE countup INCREMENT BY -2;
