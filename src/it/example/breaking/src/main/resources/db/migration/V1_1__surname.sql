EXEC sp_rename 'dbo.Customers.LastName', 'SurName', 'COLUMN';
GO
ALTER TABLE [dbo].[Customers]
    ADD [CountryCode] CHAR(2) NOT NULL;
GO
ALTER TABLE [dbo].[Customers]
    DROP COLUMN [Email];
GO
ALTER PROCEDURE [dbo].[spFindCustomers]
    @SurName NVARCHAR(50)
AS
BEGIN
    SET NOCOUNT ON;
    SELECT [CustomerId], [FirstName], [SurName] FROM [dbo].[Customers] WHERE [SurName] = @SurName;
END
GO
