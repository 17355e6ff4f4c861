ALTER TABLE dbo.Customers
    DROP COLUMN Phone; -- expect: column-dropped dbo.Customers.Phone
