TRUNCATE TABLE dbo.Wishes; -- expect: table-truncated dbo.Wishes
