CREATE VIEW dbo.AvailableThings_2 AS
SELECT ThingId, Name, Price, Colour FROM dbo.Things WHERE State IN (N'new', N'used');
GO
CREATE PROCEDURE dbo.spFindAllThings_2 @NamePart NVARCHAR(100), @Colour NVARCHAR(20) AS
BEGIN
    SET NOCOUNT ON;
    SELECT ThingId, Name, Price, Colour FROM dbo.Things
    WHERE Name LIKE N'%' + @NamePart + N'%' AND Colour = @Colour;
END
GO
