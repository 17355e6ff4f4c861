-- names with dots, invisible columns, and what a query gives of them
CREATE TABLE "den.old" (id INT PRIMARY KEY, "pa.ws" DECIMAL(6, 1) DEFAULT 1.5 CHECK ("pa.ws" >= 0), secret VARCHAR(9) INVISIBLE);
CREATE TABLE den_copy AS SELECT "pa.ws", secret AS told FROM "den.old";
CREATE VIEW den_view AS SELECT "pa.ws" AS paws, id FROM "den.old";
CREATE VIEW over_den AS SELECT paws FROM den_view;
ALTER TABLE "den.old" ALTER COLUMN "pa.ws" SET DATA TYPE DECIMAL(8, 3);

-- columns of domains
CREATE DOMAIN weight AS INT DEFAULT 5 CHECK (VALUE > 1) CHECK (VALUE < 90);
ALTER DOMAIN weight ADD CONSTRAINT odd CHECK (VALUE <> 13);
ALTER DOMAIN weight RENAME CONSTRAINT odd TO lucky;
CREATE TABLE scale (a weight, b weight NOT NULL, c weight DEFAULT 7);
CREATE TABLE scale_copy AS SELECT a, b FROM scale;
CREATE TABLE scale_named (p, q) AS SELECT a, b FROM scale;
CREATE DOMAIN heavy AS INT DEFAULT 6 CONSTRAINT most CHECK (VALUE < 900);
CREATE TABLE crate (a heavy, b heavy DEFAULT 8 NOT NULL);
DROP DOMAIN heavy CASCADE;

-- a key whose columns swap names, a synonym that falls with its table, an index called like a key
CREATE TABLE pair (l INT, r INT, CONSTRAINT pair_key PRIMARY KEY (l, r), u INT CONSTRAINT once UNIQUE);
ALTER TABLE pair ALTER COLUMN l RENAME TO t;
ALTER TABLE pair ALTER COLUMN r RENAME TO l;
ALTER TABLE pair ALTER COLUMN t RENAME TO r;
CREATE INDEX once ON pair (u);
DROP INDEX once;
CREATE TABLE gone (id INT);
CREATE SYNONYM goner FOR gone;
DROP TABLE gone;

-- a column that is written anew is seen again; one that is dropped takes the foreign keys that point to it
CREATE TABLE hidden (a INT, b VARCHAR(40) INVISIBLE, c VARCHAR(40) INVISIBLE);
ALTER TABLE hidden ALTER COLUMN b VARCHAR(30);
ALTER TABLE hidden ALTER COLUMN c SET DATA TYPE VARCHAR(30);
CREATE TABLE kept_by (a INT PRIMARY KEY, b INT UNIQUE, c INT);
CREATE TABLE keeps (a INT REFERENCES kept_by (a), b INT REFERENCES kept_by (b));
ALTER TABLE kept_by DROP COLUMN b;
CREATE TABLE discreet (id INT, chip VARCHAR(7) INVISIBLE);
CREATE TABLE outspoken (number, chip) AS SELECT id, chip FROM discreet;
CREATE VIEW chips AS SELECT chip FROM discreet;
CREATE VIEW no_chips AS SELECT * FROM discreet;
CREATE TABLE called_once (id INT);
CREATE SYNONYM call_it_so FOR called_once;
ALTER TABLE called_once RENAME TO called_anew;
DROP TABLE called_anew CASCADE;
