CREATE SCHEMA customs;
CREATE SCHEMA IF NOT EXISTS customs;
CREATE SCHEMA "Old Office"
    CREATE TABLE drawer (id int PRIMARY KEY, content text)
    CREATE VIEW full_drawer AS SELECT id FROM drawer WHERE content IS NOT NULL;
SET search_path TO customs, public;
CREATE TABLE declaration (
    id serial PRIMARY KEY,
    ship_id bigint REFERENCES ship,
    goods text[] NOT NULL DEFAULT ARRAY['none'],
    amount integer[3][3],
    state vessel_kind DEFAULT 'motor'
);
CREATE TYPE severity AS ENUM ();
ALTER TYPE severity ADD VALUE 'low';
CREATE FUNCTION inspect(d declaration) RETURNS boolean LANGUAGE sql AS 'SELECT true';
RESET search_path;
ALTER TABLE guide SET SCHEMA customs;
ALTER TABLE customs.declaration ADD COLUMN guide uuid REFERENCES customs.guide (id) ON DELETE SET DEFAULT;
ALTER TYPE customs.severity SET SCHEMA public;
CREATE TABLE customs.penalty (level severity DEFAULT 'low', sum money DEFAULT 0);
ALTER SCHEMA customs RENAME TO duty;
ALTER TABLE "Old Office".drawer ADD COLUMN "Key" char(4) DEFAULT 'none', ADD CONSTRAINT "Key Once" UNIQUE ("Key");
SET LOCAL search_path = duty;
ALTER TABLE penalty ADD since timestamp(0) without time zone;
