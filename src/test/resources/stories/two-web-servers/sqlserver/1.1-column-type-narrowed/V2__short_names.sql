ALTER TABLE dbo.Things ALTER COLUMN Name NVARCHAR(60) NOT NULL; -- expect: column-type-narrowed dbo.Things.Name
