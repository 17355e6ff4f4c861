-- @form partitions by range, list and hash
CREATE TABLE stays (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE stays_2025 PARTITION OF stays FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE stays_rest PARTITION OF stays DEFAULT PARTITION BY LIST (id);
CREATE TABLE stays_old (id bigint NOT NULL, day date NOT NULL);
ALTER TABLE stays ATTACH PARTITION stays_old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
ALTER TABLE stays DETACH PARTITION stays_2025 CONCURRENTLY;
ALTER TABLE stays ADD COLUMN note text;
-- @is table stays
-- @is   id bigint not null
-- @is   day date not null
-- @is   note text
-- @is   primary key stays_pkey [id, day]
-- @is table stays_2025
-- @is   id bigint not null
-- @is   day date not null
-- @is   primary key stays_2025_pkey [id, day]
-- @is table stays_old partition of [stays]
-- @is   id bigint not null
-- @is   day date not null
-- @is   note text
-- @is table stays_rest partition of [stays]
-- @is   id bigint not null
-- @is   day date not null
-- @is   note text
-- @is   primary key stays_rest_pkey [id, day]

-- @form inheritance
CREATE TABLE rooms (id bigint NOT NULL, beds integer DEFAULT 1, CONSTRAINT beds_are_there CHECK (beds > 0));
CREATE TABLE suites (view text) INHERITS (rooms);
CREATE TABLE halls (id bigint NOT NULL, beds integer, CONSTRAINT beds_are_there CHECK (beds > 0));
ALTER TABLE halls INHERIT rooms;
ALTER TABLE suites NO INHERIT rooms;
ALTER TABLE rooms ADD COLUMN note text;
-- @is table halls of [rooms]
-- @is   id bigint not null
-- @is   beds integer
-- @is   note text
-- @is   check beds_are_there beds > 0 over [beds]
-- @is table rooms
-- @is   id bigint not null
-- @is   beds integer default 1
-- @is   note text
-- @is   check beds_are_there beds > 0 over [beds]
-- @is table suites
-- @is   id bigint not null
-- @is   beds integer default 1
-- @is   view text
-- @is   check beds_are_there beds > 0 over [beds]

-- @form LIKE
CREATE TABLE rooms (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, beds integer NOT NULL DEFAULT 1 CHECK (beds > 0));
CREATE INDEX rooms_beds ON rooms (beds);
CREATE TABLE plain (LIKE rooms);
CREATE TABLE twin (LIKE rooms INCLUDING ALL, note text);
-- @is table plain
-- @is   id bigint not null
-- @is   beds integer not null
-- @is table rooms
-- @is   id bigint not null identity
-- @is   beds integer not null default 1
-- @is   primary key rooms_pkey [id]
-- @is   check rooms_beds_check beds > 0 over [beds]
-- @is   index rooms_beds [beds]
-- @is table twin
-- @is   id bigint not null identity
-- @is   beds integer not null default 1
-- @is   note text
-- @is   primary key twin_pkey [id]
-- @is   check rooms_beds_check beds > 0 over [beds]
-- @is   index twin_beds_idx [beds]
-- @is sequence rooms_id_seq {} owned by rooms.id
-- @is sequence twin_id_seq {type=bigint} owned by twin.id

-- @form domains
CREATE DOMAIN places AS integer DEFAULT 1 NOT NULL CONSTRAINT some CHECK (VALUE > 0);
CREATE TABLE rooms (beds places);
ALTER DOMAIN places ADD CONSTRAINT few CHECK (VALUE < 10);
ALTER DOMAIN places DROP NOT NULL;
ALTER DOMAIN places SET DEFAULT 2;
ALTER DOMAIN places RENAME CONSTRAINT some TO at_least_one;
ALTER DOMAIN places RENAME TO beds;
-- @is table rooms
-- @is   beds beds
-- @is domain beds of integer default 2 check at_least_one value > 0 check few value < 10

-- @form composite types
CREATE TYPE address AS (street text, town varchar(50));
CREATE TABLE guests (home address);
ALTER TYPE address ADD ATTRIBUTE country char(2);
ALTER TYPE address ALTER ATTRIBUTE town TYPE text CASCADE;
ALTER TYPE address RENAME ATTRIBUTE street TO road;
ALTER TYPE address DROP ATTRIBUTE IF EXISTS country;
-- @is table guests
-- @is   home address
-- @is composite address [road text, town text]

-- @form enums
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'happy' AFTER 'ok';
ALTER TYPE mood ADD VALUE 'angry' BEFORE 'sad';
ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
ALTER TYPE mood RENAME TO feeling;
-- @is enum feeling [angry, sad, fine, happy]

-- @form range types, shell types and another schema for a type
CREATE SCHEMA hotel;
CREATE TYPE span AS RANGE (subtype = date);
CREATE TYPE shape;
ALTER TYPE span SET SCHEMA hotel;
ALTER TYPE hotel.span OWNER TO postgres;
-- @is schema hotel
-- @is range hotel.span
-- @is other shape

-- @form extensions
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
ALTER EXTENSION pgcrypto UPDATE;
CREATE TABLE rooms (id uuid DEFAULT gen_random_uuid());
-- @is table rooms
-- @is   id uuid default gen_random_uuid()

-- @form functions that share a name
CREATE FUNCTION beds(room bigint) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION beds(room text, floor integer DEFAULT 1) RETURNS integer LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION beds() RETURNS integer LANGUAGE sql AS 'SELECT 3';
DROP FUNCTION beds(bigint);
ALTER FUNCTION beds(text, integer) RENAME TO places;
-- @is function beds() () returns integer
-- @is function places(text,integer) (room text, floor integer default) returns integer

-- @form CREATE TABLE AS
CREATE TABLE rooms (id bigint PRIMARY KEY, beds integer NOT NULL DEFAULT 1);
CREATE TABLE copies AS SELECT id, beds * 2 AS twice, beds FROM rooms WITH NO DATA;
CREATE TABLE named (a, b) AS SELECT id, beds FROM rooms;
SELECT id INTO found FROM rooms;
-- @is table copies
-- @is   id bigint
-- @is   twice unknown
-- @is   beds integer
-- @is table found
-- @is   id bigint
-- @is table named
-- @is   a bigint
-- @is   b integer
-- @is table rooms
-- @is   id bigint not null
-- @is   beds integer not null default 1
-- @is   primary key rooms_pkey [id]

-- @form generated columns and identities
CREATE TABLE rooms (id bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 10), beds integer, twice integer GENERATED ALWAYS AS (beds * 2) STORED, code serial);
ALTER TABLE rooms ALTER COLUMN twice DROP EXPRESSION;
ALTER TABLE rooms ALTER COLUMN id SET GENERATED ALWAYS;
ALTER TABLE rooms ALTER COLUMN beds SET NOT NULL, ALTER COLUMN beds ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE rooms ALTER COLUMN id DROP IDENTITY;
-- @is table rooms
-- @is   id bigint not null
-- @is   beds integer not null identity
-- @is   twice integer
-- @is   code integer not null default nextval('rooms_code_seq'::regclass)
-- @is sequence rooms_beds_seq {type=integer} owned by rooms.beds
-- @is sequence rooms_code_seq {type=integer} owned by rooms.code

-- @form SET SCHEMA of tables, views, sequences and functions
CREATE SCHEMA hotel;
CREATE TABLE rooms (id bigint);
CREATE VIEW open_rooms AS SELECT id FROM rooms;
CREATE SEQUENCE numbers;
CREATE FUNCTION beds() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER TABLE rooms SET SCHEMA hotel;
ALTER VIEW open_rooms SET SCHEMA hotel;
ALTER SEQUENCE numbers SET SCHEMA hotel;
ALTER FUNCTION beds() SET SCHEMA hotel;
-- @is schema hotel
-- @is table hotel.rooms
-- @is   id bigint
-- @is view hotel.open_rooms (id)
-- @is function hotel.beds() () returns integer
-- @is sequence hotel.numbers {}

-- @form search_path
CREATE SCHEMA hotel;
SET search_path TO hotel, public;
CREATE TABLE rooms (id bigint);
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.guests (id bigint);
RESET search_path;
CREATE TABLE bills (id bigint);
-- @is schema hotel
-- @is table bills
-- @is   id bigint
-- @is table guests
-- @is   id bigint
-- @is table hotel.rooms
-- @is   id bigint

-- @form rules
CREATE TABLE rooms (id bigint);
CREATE TABLE log (id bigint);
CREATE RULE rooms_kept AS ON DELETE TO rooms DO INSTEAD NOTHING;
CREATE OR REPLACE RULE rooms_logged AS ON INSERT TO rooms DO ALSO INSERT INTO log VALUES (NEW.id);
ALTER RULE rooms_logged ON rooms RENAME TO rooms_noted;
DROP RULE rooms_kept ON rooms;
-- @is table log
-- @is   id bigint
-- @is table rooms
-- @is   id bigint
-- @is problem 1.sql:3:1 STATEMENT_NOT_UNDERSTOOD not understood: what a rewrite rule makes of an application's statements is not followed: 'CREATE RULE rooms_kept AS ON DELETE TO rooms DO INSTEAD NOTHING'
-- @is problem 1.sql:4:1 STATEMENT_NOT_UNDERSTOOD not understood: what a rewrite rule makes of an application's statements is not followed: 'CREATE OR REPLACE RULE rooms_logged AS ON INSERT TO rooms DO ALSO INSERT INTO l…'

-- @form event triggers
CREATE FUNCTION no_drops() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
CREATE EVENT TRIGGER no_drops ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION no_drops();
ALTER EVENT TRIGGER no_drops DISABLE;
-- @is function no_drops() () returns event_trigger
-- @is trigger no_drops on null after [sql_drop] disabled

-- @form materialized views
CREATE TABLE rooms (id bigint, beds integer);
CREATE MATERIALIZED VIEW totals AS SELECT beds, count(*) AS rooms FROM rooms GROUP BY beds WITH NO DATA;
CREATE UNIQUE INDEX totals_beds ON totals (beds);
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
ALTER MATERIALIZED VIEW totals RENAME COLUMN rooms TO number;
-- @is table rooms
-- @is   id bigint
-- @is   beds integer
-- @is materialized view totals (beds, number) index totals_beds [beds]

-- @form CONCURRENTLY
CREATE TABLE rooms (id bigint, beds integer);
CREATE INDEX CONCURRENTLY IF NOT EXISTS rooms_beds ON rooms USING btree (beds);
CREATE UNIQUE INDEX CONCURRENTLY rooms_id ON ONLY rooms (id) WHERE beds > 0;
REINDEX INDEX CONCURRENTLY rooms_beds;
DROP INDEX CONCURRENTLY IF EXISTS rooms_beds;
-- @is table rooms
-- @is   id bigint
-- @is   beds integer
-- @is   unique index rooms_id [id] where beds > 0

-- @form commands of psql
\set ON_ERROR_STOP on
\set table rooms
CREATE TABLE :table (id bigint);
\echo done
\timing
-- @is table rooms
-- @is   id bigint

-- @form a file that psql includes is told of
CREATE TABLE rooms (id bigint);
\i more.sql
-- @is table rooms
-- @is   id bigint
-- @is problem 1.sql:2:1 STATEMENT_NOT_UNDERSTOOD not understood: the statements of another file are not read where one script runs it; they have to stand in this script, or in one that the migration tool runs: '\i more.sql'

-- @form lines that psql runs on a condition are told of
CREATE TABLE rooms (id INT);
\if :{?beds}
ALTER TABLE rooms ADD beds INT;
\endif
-- @is table rooms
-- @is   id integer
-- @is   beds integer
-- @is problem 1.sql:2:1 STATEMENT_NOT_UNDERSTOOD not understood: which lines psql leaves out is not worked out; all of them are read: '\if :{?beds}'
