CREATE SCHEMA dock;
CREATE TABLE dock.crane (
    id int PRIMARY KEY,
    lifts_kg int,
    code text UNIQUE CONSTRAINT code_twice UNIQUE,
    part int CONSTRAINT crane_part UNIQUE UNIQUE NULLS NOT DISTINCT
);
CREATE TABLE dock.rope (a int, b int, PRIMARY KEY (a, b), CONSTRAINT rope_once UNIQUE (a, b), UNIQUE (b, a));
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'crane' AND column_name = 'lifts_kg') THEN
        ALTER TABLE dock.crane RENAME COLUMN lifts_kg TO lifts_t;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'rope') THEN
        DROP TABLE dock.crane;
    END IF;
    EXECUTE format('ALTER TABLE dock.rope OWNER TO %I', current_user);
    EXECUTE 'CREATE ROLE ' || quote_ident('sailor_' || md5(random()::text));
END $$;
CREATE TYPE load_state AS ENUM ('empty', 'full');
CREATE TABLE loads (id int, state load_state DEFAULT 'empty', at timestamptz(3), code varchar(5), part numeric(4, 1));
CREATE TABLE last_loads AS
    SELECT id, max(state) AS state, min(at) AS first, max(code) AS code, max(part) AS part, max(id) > 3 AS many
    FROM (SELECT id, state, at, code, part FROM loads UNION ALL SELECT 1, NULL::load_state, NULL, 'x', NULL::numeric) AS rows
    GROUP BY id;
COMMENT ON COLUMN loads.code IS 'one string'
    ' in two; lines' -- and a remark
    '';
