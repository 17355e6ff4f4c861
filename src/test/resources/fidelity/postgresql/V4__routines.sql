CREATE FUNCTION fee(weight numeric, days integer DEFAULT 1) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT weight * days $$;
CREATE FUNCTION fee(text) RETURNS text AS 'SELECT $1 || '';''' LANGUAGE sql;
CREATE OR REPLACE FUNCTION ships_of(owner_name text, OUT id bigint, OUT sign text) RETURNS SETOF record AS $body$
BEGIN
    -- a comment; with a semicolon and 'a quote
    RETURN QUERY SELECT s.id, s.sign::text FROM ship s JOIN owner o ON o.id = s.owner_id WHERE o.name = $1;
END;
$body$ LANGUAGE plpgsql STABLE;
CREATE FUNCTION free_places(VARIADIC quays char[]) RETURNS TABLE (quay char, places bigint) LANGUAGE sql
BEGIN ATOMIC
    SELECT b.quay, count(*) FROM berth b WHERE b.taken_by IS NULL GROUP BY b.quay;
END;
CREATE PROCEDURE settle(IN which bigint, INOUT done boolean DEFAULT NULL) LANGUAGE plpgsql AS $$
BEGIN
    UPDATE invoice SET cancelled = NULL WHERE id = which;
    IF NOT FOUND THEN RAISE NOTICE 'nothing; at all'; END IF;
    done := true;
END $$;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $fn$
BEGIN
    NEW.note := coalesce(NEW.note, 'new');
    RETURN NEW;
END
$fn$;
CREATE AGGREGATE longest (real) (SFUNC = float4larger, STYPE = real);
CREATE TRIGGER ship_touch BEFORE INSERT OR UPDATE OF note, kind ON ship FOR EACH ROW WHEN (NEW.kind <> 'Ferry') EXECUTE FUNCTION touch();
CREATE FUNCTION protest() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON owner EXECUTE PROCEDURE protest();
CREATE CONSTRAINT TRIGGER check_later AFTER DELETE ON berth DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION protest();
CREATE TRIGGER through_view INSTEAD OF INSERT OR DELETE ON every_berth FOR EACH ROW EXECUTE FUNCTION protest();
ALTER TABLE berth DISABLE TRIGGER check_later;
ALTER TRIGGER no_truncate ON owner RENAME TO never_truncate;
ALTER FUNCTION fee(text) RENAME TO fee_text;
CREATE OR REPLACE FUNCTION fee(weight numeric, days integer DEFAULT 2) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT weight * days + 1 $$;
DROP FUNCTION IF EXISTS fee_text(text), nobody_knows(int);
