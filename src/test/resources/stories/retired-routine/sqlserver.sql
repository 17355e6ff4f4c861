-- @release 1.0
-- @script V1__find.sql
CREATE PROCEDURE dbo.spFindAllThings AS SELECT 1;
GO

-- @release 1.1
-- @rollback safe
-- @script V2__find_better.sql
CREATE PROCEDURE dbo.spFindAllThings_2 AS SELECT 1;
GO
-- schema-compat: deprecate dbo.spFindAllThings because version 2 is called

-- @release 1.2
-- @rollback safe
-- @script V3__one_is_enough.sql
DROP PROCEDURE dbo.spFindAllThings;
GO

-- @step retired-with-its-successor after 1.0 as 1.1
-- @rollback unsafe
-- @breaks 1.0
-- @says Keep it beside dbo.spFindAllThings_2
-- @says deprecate dbo.spFindAllThings
-- @script V2__find_better.sql
CREATE PROCEDURE dbo.spFindAllThings_2 AS SELECT 1;
GO
DROP PROCEDURE dbo.spFindAllThings; -- expect: version-retired-early dbo.spFindAllThings
GO

-- @step retired-without-a-successor after 1.0 as 1.1
-- @rollback unsafe
-- @breaks 1.0
-- @says after 1 more release that carries the mark
-- @script V2__nothing_to_find.sql
DROP PROCEDURE dbo.spFindAllThings; -- expect: routine-dropped dbo.spFindAllThings
GO

-- @step retired-in-a-window-of-two after 1.1 as 1.2
-- @set window=2
-- @rollback unsafe
-- @breaks 1.0
-- @says after 1 more release that carries the mark
-- @script V3__one_is_enough.sql
DROP PROCEDURE dbo.spFindAllThings; -- expect: post-in-pre dbo.spFindAllThings
GO
