ALTER TABLE dbo.Things DROP CONSTRAINT DF_Things_State; -- expect: column-default-dropped dbo.Things.State
