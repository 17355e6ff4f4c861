DROP PROCEDURE find_all_things; -- expect: routine-dropped find_all_things
