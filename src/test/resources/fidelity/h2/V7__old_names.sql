-- views keep the old names of what they read, and mean what answers to them when they are read anew
CREATE TABLE bed (id INT PRIMARY KEY, size NUMERIC(8, 0), label VARCHAR(9), warm BOOLEAN);
CREATE TABLE cot (id INT PRIMARY KEY, size DOUBLE PRECISION, label VARCHAR(9), warm BOOLEAN);
CREATE VIEW beds AS SELECT size, warm FROM bed;
ALTER TABLE bed RENAME TO put_by;
ALTER TABLE cot RENAME TO bed;
ALTER TABLE put_by RENAME TO cot;
ALTER TABLE cot ALTER COLUMN label INT;

-- what only grows is noted at the column alone
CREATE TABLE mat (id INT PRIMARY KEY, label VARCHAR(9), size NUMERIC(6, 2));
CREATE VIEW mats AS SELECT label, size FROM mat;
ALTER TABLE mat ALTER COLUMN label VARCHAR(100);
ALTER TABLE mat ALTER COLUMN size NUMERIC(8, 2);
CREATE TABLE rug (id INT PRIMARY KEY, label VARCHAR(9) DEFAULT 'red');
CREATE VIEW rugs AS SELECT label FROM rug;
ALTER TABLE rug ALTER COLUMN label SET DATA TYPE VARCHAR(100);

-- a view over nothing that can be seen
CREATE TABLE unseen (id INT, label VARCHAR(9) INVISIBLE);
ALTER TABLE unseen DROP COLUMN id;
CREATE VIEW nothing AS SELECT * FROM unseen;
-- a check on a text that became a large one
CREATE TABLE tag (label VARCHAR(9));
ALTER TABLE tag ADD CHECK (label <> '');
ALTER TABLE tag ALTER COLUMN label CLOB;
