EXEC sp_rename 'dbo.AvailableThings', 'ThingsForSale'; -- expect: view-renamed dbo.AvailableThings
