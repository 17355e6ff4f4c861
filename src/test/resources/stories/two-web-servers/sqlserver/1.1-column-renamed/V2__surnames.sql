EXEC sp_rename 'dbo.Customers.LastName', 'SurName', 'COLUMN'; -- expect: column-renamed dbo.Customers.LastName
