-- what a copy of a query keeps, and national characters
CREATE TABLE trunk (id INT PRIMARY KEY, facts JSON, z NCHAR(5), w NATIONAL VARCHAR(7), many INT CHECK (many > 1));
CREATE TABLE trunk_copy AS SELECT facts, id, z, many FROM trunk;
CREATE TABLE branch (x INT, y INT);
ALTER TABLE branch ADD FOREIGN KEY named (x) REFERENCES trunk (id);
CREATE TABLE branch_like LIKE branch;
ALTER TABLE branch DROP FOREIGN KEY named;
