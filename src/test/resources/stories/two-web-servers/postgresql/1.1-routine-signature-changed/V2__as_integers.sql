DROP FUNCTION find_all_things(text);
CREATE FUNCTION find_all_things(name_part text) RETURNS SETOF integer LANGUAGE plpgsql AS $$ -- expect: routine-signature-changed find_all_things
BEGIN
    RETURN QUERY SELECT t.thing_id::integer FROM things t WHERE t.name LIKE '%' || name_part || '%';
END
$$;
