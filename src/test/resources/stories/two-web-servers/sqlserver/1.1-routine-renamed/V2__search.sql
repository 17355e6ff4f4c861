EXEC sp_rename 'dbo.spFindAllThings', 'spSearchThings'; -- expect: routine-renamed dbo.spFindAllThings
