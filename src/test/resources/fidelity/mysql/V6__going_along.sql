-- indexes that foreign keys make, and what stays of them
CREATE TABLE trunk (id INT PRIMARY KEY);
CREATE TABLE branch (x INT, y INT, z NCHAR(5), w NATIONAL VARCHAR(7), `select` INT CHECK (`select` > 0));
ALTER TABLE branch ADD FOREIGN KEY named (x) REFERENCES trunk (id);
ALTER TABLE branch ADD FOREIGN KEY (y) REFERENCES trunk (id);
CREATE TABLE branch_like LIKE branch;
ALTER TABLE branch DROP FOREIGN KEY branch_ibfk_1;
ALTER TABLE branch DROP FOREIGN KEY branch_ibfk_2;
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
CREATE TABLE blossom (a INT, b INT, KEY (a DESC), FOREIGN KEY (a) REFERENCES trunk (id), FOREIGN KEY b (a) REFERENCES trunk (id), UNIQUE (b));
CREATE TABLE blossom_like LIKE blossom;
