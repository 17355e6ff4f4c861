DROP TABLE dbo.Wishes; -- expect: table-dropped dbo.Wishes
