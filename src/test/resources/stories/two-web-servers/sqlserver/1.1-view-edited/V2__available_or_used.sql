ALTER VIEW dbo.AvailableThings AS -- expect: view-edited dbo.AvailableThings
SELECT ThingId, Name, Price FROM dbo.Things WHERE State IN (N'new', N'used');
