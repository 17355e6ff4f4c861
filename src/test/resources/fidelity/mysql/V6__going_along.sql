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
