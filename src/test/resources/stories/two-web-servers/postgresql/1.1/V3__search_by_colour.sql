CREATE VIEW available_things_2 AS
SELECT thing_id, name, price, colour FROM things WHERE state IN ('new', 'used');
CREATE FUNCTION find_all_things_2(name_part text, wanted_colour text) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT t.thing_id FROM things t WHERE t.name LIKE '%' || name_part || '%' AND t.colour = wanted_colour;
END
$$;
