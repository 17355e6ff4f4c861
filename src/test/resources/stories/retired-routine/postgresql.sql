-- @release 1.0
-- @script V1__find.sql
CREATE FUNCTION find_all_things() RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- @release 1.1
-- @rollback safe
-- @script V2__find_better.sql
CREATE FUNCTION find_all_things_2() RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- schema-compat: deprecate find_all_things because version 2 is called

-- @release 1.2
-- @rollback safe
-- @script V3__one_is_enough.sql
DROP FUNCTION find_all_things();

-- @step retired-with-its-successor after 1.0 as 1.1
-- @rollback unsafe
-- @breaks 1.0
-- @says Keep it beside find_all_things_2
-- @says deprecate find_all_things
-- @script V2__find_better.sql
CREATE FUNCTION find_all_things_2() RETURNS integer LANGUAGE sql AS 'SELECT 1';
DROP FUNCTION find_all_things(); -- expect: version-retired-early find_all_things

-- @step retired-without-a-successor after 1.0 as 1.1
-- @rollback unsafe
-- @breaks 1.0
-- @says after 1 more release that carries the mark
-- @script V2__nothing_to_find.sql
DROP FUNCTION find_all_things(); -- expect: routine-dropped find_all_things

-- @step retired-in-a-window-of-two after 1.1 as 1.2
-- @set window=2
-- @rollback unsafe
-- @breaks 1.0
-- @says after 1 more release that carries the mark
-- @script V3__one_is_enough.sql
DROP FUNCTION find_all_things(); -- expect: post-in-pre find_all_things
