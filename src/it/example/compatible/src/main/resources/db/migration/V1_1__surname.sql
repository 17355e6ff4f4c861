ALTER TABLE [dbo].[Customers]
    ADD [SurName] NVARCHAR(50) NULL,
        [CountryCode] CHAR(2) NOT NULL CONSTRAINT [DF_Customers_CountryCode] DEFAULT ('AT');
GO
CREATE PROCEDURE [dbo].[spFindCustomers_2]
    @SurName NVARCHAR(50)
AS
BEGIN
    SET NOCOUNT ON;
    SELECT [CustomerId], [FirstName], [SurName] FROM [dbo].[Customers] WHERE [SurName] = @SurName;
END
GO
