CREATE OR REPLACE FUNCTION find_all_things_2(name_part text, wanted_colour text) RETURNS SETOF bigint LANGUAGE plpgsql AS $$ -- expect: routine-edited find_all_things_2
BEGIN
    RETURN QUERY SELECT t.thing_id FROM things t
        WHERE t.name LIKE '%' || name_part || '%' AND (t.colour = wanted_colour OR wanted_colour IS NULL);
END
$$;
