CREATE TABLE dbo.Customers (
    CustomerId INT NOT NULL CONSTRAINT PK_Customers PRIMARY KEY,
    Name NVARCHAR(100) NOT NULL,
    Email NVARCHAR(200) NULL
);
GO
CREATE TABLE dbo.tmp_Import (Line NVARCHAR(4000) NULL);
GO
CREATE VIEW dbo.CustomerNames AS
SELECT CustomerId, Name FROM dbo.Customers;
GO
CREATE PROCEDURE dbo.spFindCustomers
    @Name NVARCHAR(100)
AS
BEGIN
    SET NOCOUNT ON;
    SELECT CustomerId, Name FROM dbo.Customers WHERE Name = @Name;
END
GO
