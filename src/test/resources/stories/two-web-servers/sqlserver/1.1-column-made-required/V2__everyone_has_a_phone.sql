UPDATE dbo.Customers SET Phone = '' WHERE Phone IS NULL;
ALTER TABLE dbo.Customers ALTER COLUMN Phone VARCHAR(20) NOT NULL; -- expect: column-made-required dbo.Customers.Phone
