DO $$
DECLARE
    wanted text := 'pilot';
    part text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'ship' AND column_name = 'flag') THEN
        ALTER TABLE ship ADD COLUMN flag varchar(2);
    END IF;
    IF EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'public' AND tablename = 'no_such_table') THEN
        DROP TABLE owner CASCADE;
    ELSE
        CREATE TABLE pilot (id uuid PRIMARY KEY, born date);
    END IF;
    EXECUTE 'ALTER TABLE ' || quote_ident(wanted) || ' ADD COLUMN licence text';
    EXECUTE format('CREATE INDEX %I ON %I (%I)', wanted || '_by_licence', wanted, 'licence');
    BEGIN
        CREATE TYPE ship_kind AS ENUM ('never');
    EXCEPTION WHEN duplicate_object THEN
        NULL;
    END;
    PERFORM setval('counting_down', 7);
END
$$;
DO LANGUAGE plpgsql 'BEGIN ALTER TABLE pilot ALTER COLUMN born SET DEFAULT ''2000-01-01''; END';

CREATE FUNCTION make_log() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    CREATE TABLE log (at timestamptz DEFAULT clock_timestamp(), entry jsonb NOT NULL);
    CREATE INDEX log_at ON log USING brin (at);
END $$;
SELECT make_log();
DROP FUNCTION make_log;

CREATE TEMP TABLE scratch (id int, lost text) ON COMMIT DROP;
CREATE TABLE ship_archive AS SELECT id, sign, weight, built::date AS built_on, kind FROM ship WHERE false;
CREATE TABLE IF NOT EXISTS owner_names (who, mail) AS TABLE names WITH NO DATA;
SELECT id, net, issued INTO invoice_copy FROM invoice;
CREATE TABLE berth_like (LIKE berth INCLUDING ALL, extra text);
CREATE TABLE owner_like (LIKE owner INCLUDING DEFAULTS EXCLUDING INDEXES);
