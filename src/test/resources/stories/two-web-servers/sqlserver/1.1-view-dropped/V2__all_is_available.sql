DROP VIEW dbo.AvailableThings; -- expect: view-dropped dbo.AvailableThings
