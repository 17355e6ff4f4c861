UPDATE dbo.Customers SET Name = UPPER(Name);
GO
