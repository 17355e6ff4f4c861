CREATE TABLE dbo.Customers (
    CustomerId INT IDENTITY(1,1) NOT NULL CONSTRAINT PK_Customers PRIMARY KEY,
    FirstName NVARCHAR(50) NULL,
    LastName NVARCHAR(50) NOT NULL,
    Email NVARCHAR(200) NOT NULL,
    Phone VARCHAR(20) NULL
);
CREATE TABLE dbo.Things (
    ThingId INT IDENTITY(1,1) NOT NULL CONSTRAINT PK_Things PRIMARY KEY,
    Name NVARCHAR(100) NOT NULL,
    Price DECIMAL(10,2) NOT NULL,
    OwnerId INT NULL,
    State NVARCHAR(10) NOT NULL CONSTRAINT DF_Things_State DEFAULT N'new'
);
CREATE TABLE dbo.Wishes (
    ThingId INT NOT NULL,
    CustomerId INT NOT NULL
);
GO
CREATE VIEW dbo.AvailableThings AS
SELECT ThingId, Name, Price FROM dbo.Things WHERE State = N'new';
GO
CREATE PROCEDURE dbo.spFindAllThings @NamePart NVARCHAR(100) AS
BEGIN
    SET NOCOUNT ON;
    SELECT ThingId, Name, Price FROM dbo.Things WHERE Name LIKE N'%' + @NamePart + N'%';
END
GO
