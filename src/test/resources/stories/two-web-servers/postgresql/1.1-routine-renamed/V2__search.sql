ALTER FUNCTION find_all_things(text) RENAME TO search_things; -- expect: routine-renamed find_all_things
