ALTER TABLE dbo.Customers ALTER COLUMN Phone INT NULL; -- expect: column-type-changed dbo.Customers.Phone
