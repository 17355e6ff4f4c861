ALTER PROCEDURE dbo.spFindAllThings_2 @NamePart NVARCHAR(100), @Colour NVARCHAR(20) AS -- expect: routine-edited dbo.spFindAllThings_2
BEGIN
    SET NOCOUNT ON;
    SELECT ThingId, Name, Price, Colour FROM dbo.Things
    WHERE Name LIKE N'%' + @NamePart + N'%' AND (Colour = @Colour OR @Colour IS NULL);
END
GO
