DROP FUNCTION find_all_things(text); -- expect: routine-dropped find_all_things
