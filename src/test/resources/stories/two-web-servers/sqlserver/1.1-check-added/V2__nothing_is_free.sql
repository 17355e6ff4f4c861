ALTER TABLE dbo.Things ADD CONSTRAINT CK_Things_Price CHECK (Price > 0); -- expect: check-added dbo.Things.CK_Things_Price
