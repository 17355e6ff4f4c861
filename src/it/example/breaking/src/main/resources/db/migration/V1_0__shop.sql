CREATE TABLE [dbo].[Customers] (
    [CustomerId] INT IDENTITY(1, 1) NOT NULL CONSTRAINT [PK_Customers] PRIMARY KEY,
    [FirstName] NVARCHAR(50) NULL,
    [LastName] NVARCHAR(50) NOT NULL,
    [Email] NVARCHAR(200) NULL
);
GO
CREATE VIEW [dbo].[CustomerNames] AS
SELECT [CustomerId], [FirstName], [LastName] FROM [dbo].[Customers];
GO
CREATE PROCEDURE [dbo].[spFindCustomers]
    @LastName NVARCHAR(50)
AS
BEGIN
    SET NOCOUNT ON;
    SELECT [CustomerId], [FirstName], [LastName] FROM [dbo].[Customers] WHERE [LastName] = @LastName;
END
GO
