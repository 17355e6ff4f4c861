ALTER TABLE dbo.Things ADD CONSTRAINT FK_Things_Owner FOREIGN KEY (OwnerId) REFERENCES dbo.Customers (CustomerId); -- expect: foreign-key-added dbo.Things.FK_Things_Owner
