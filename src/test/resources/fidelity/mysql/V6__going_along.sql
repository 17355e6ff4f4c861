-- indexes that foreign keys make, and what stays of them
CREATE TABLE trunk (id INT PRIMARY KEY);
CREATE TABLE branch (x INT, y INT, z NCHAR(5), w NATIONAL VARCHAR(7), `select` INT CHECK (`select` > 0));
ALTER TABLE branch ADD FOREIGN KEY named (x) REFERENCES trunk (id);
ALTER TABLE branch ADD FOREIGN KEY (y) REFERENCES trunk (id);
CREATE TABLE branch_like LIKE branch;
ALTER TABLE branch DROP FOREIGN KEY branch_ibfk_1;
ALTER TABLE branch DROP FOREIGN KEY branch_ibfk_2;
