ALTER TABLE dbo.Customers ADD CONSTRAINT UQ_Customers_Email UNIQUE (Email); -- expect: unique-added dbo.Customers.UQ_Customers_Email
