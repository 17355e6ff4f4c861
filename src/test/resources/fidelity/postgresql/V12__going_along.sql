-- what goes along with something else
CREATE SCHEMA "dock ""east""";
SET search_path TO "dock ""east""", public;
CREATE FUNCTION lifted(int, text) RETURNS text LANGUAGE sql AS 'SELECT $2';
CREATE TABLE crane (id serial PRIMARY KEY, "select" int CHECK ("select" > 0));
ALTER TABLE crane SET SCHEMA public;
SET search_path TO public;

CREATE SEQUENCE tide_down INCREMENT BY -1;
ALTER SEQUENCE tide_down INCREMENT BY 5;

CREATE DOMAIN berth_no AS int CONSTRAINT odd CHECK (VALUE <> 13);
CREATE TABLE berth_list (id int, no berth_no, spare berth_no NOT NULL);
ALTER DOMAIN berth_no SET NOT NULL;
ALTER DOMAIN berth_no RENAME CONSTRAINT odd TO lucky;

CREATE TABLE hull (id int, length int, CONSTRAINT long CHECK (length > id));
CREATE TABLE tug (pull int) INHERITS (hull);
ALTER TABLE hull RENAME CONSTRAINT long TO long_enough;

-- a query's column keeps its collation, whatever else is called like a word of it
CREATE TABLE "select" (voyage text COLLATE "C", "a.b" varchar(9) COLLATE "C");
CREATE TABLE copied AS SELECT voyage AS trip, "a.b" FROM "select";
