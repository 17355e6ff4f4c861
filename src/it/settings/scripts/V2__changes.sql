ALTER TABLE dbo.Customers
    DROP COLUMN Email;
GO
ALTER VIEW dbo.CustomerNames AS
SELECT CustomerId, Name FROM dbo.Customers WHERE Name <> N'';
GO
ALTER PROCEDURE dbo.spFindCustomers @Name NVARCHAR(100) AS
BEGIN
    SET NOCOUNT ON;
    SELECT CustomerId, Name FROM dbo.Customers WHERE Name LIKE @Name;
END
GO
DROP TABLE dbo.tmp_Import;
GO
UPDATE dbo.Customers SET Name = UPPER(Name);
GO
