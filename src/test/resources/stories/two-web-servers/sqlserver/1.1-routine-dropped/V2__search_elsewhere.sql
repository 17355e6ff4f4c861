DROP PROCEDURE dbo.spFindAllThings; -- expect: routine-dropped dbo.spFindAllThings
