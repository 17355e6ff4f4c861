CREATE OR REPLACE FUNCTION find_all_things(name_part text) RETURNS SETOF bigint LANGUAGE plpgsql AS $$ -- expect: routine-edited find_all_things
BEGIN
    RETURN QUERY SELECT t.thing_id FROM things t WHERE t.name LIKE name_part || '%';
END
$$;
