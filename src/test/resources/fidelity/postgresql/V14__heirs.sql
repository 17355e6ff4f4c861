-- what inherits from what inherits, and what it has of its own
CREATE TABLE vessel (id int, note varchar(9), crew int, flag text);
CREATE TABLE dredger (note varchar(9), arm numeric(4, 1)) INHERITS (vessel);
CREATE TABLE big_dredger (deck int) INHERITS (dredger);
CREATE TABLE pontoon (crew int, place text);
CREATE TABLE floating_crane () INHERITS (vessel, pontoon);
CREATE TABLE float_dock (flag text, crew int, note varchar(9), id int);

ALTER TABLE vessel ALTER COLUMN id TYPE bigint;
ALTER TABLE vessel ALTER COLUMN note SET DEFAULT 'none';
ALTER TABLE vessel RENAME COLUMN flag TO ensign;
ALTER TABLE vessel ADD COLUMN arm numeric(4, 1), ADD COLUMN draught real;
ALTER TABLE float_dock RENAME COLUMN flag TO ensign;
ALTER TABLE float_dock ALTER id TYPE bigint;
ALTER TABLE float_dock ADD arm numeric(4, 1), ADD draught real;
ALTER TABLE float_dock INHERIT vessel;
ALTER TABLE vessel ADD CONSTRAINT floats CHECK (draught > 0);
ALTER TABLE vessel RENAME CONSTRAINT floats TO afloat;

ALTER TABLE vessel DROP COLUMN note;
ALTER TABLE vessel DROP COLUMN arm;
ALTER TABLE vessel DROP COLUMN crew;
ALTER TABLE pontoon DROP COLUMN crew;
ALTER TABLE float_dock NO INHERIT vessel;
ALTER TABLE vessel DROP COLUMN ensign;

-- a column twice in one index
CREATE INDEX ON float_dock (crew, lower(note), (lower(ensign))) INCLUDE (crew);

-- and what is about a table alone
CREATE TABLE gate (id int, side text, height int DEFAULT 3);
CREATE TABLE sluice () INHERITS (gate);
ALTER TABLE ONLY gate ALTER COLUMN height SET DEFAULT 4;
ALTER TABLE ONLY gate DROP COLUMN side;
ALTER TABLE gate ADD COLUMN IF NOT EXISTS width int CHECK (width > 0);
