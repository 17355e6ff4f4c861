ALTER PROCEDURE dbo.spFindAllThings @NamePart NVARCHAR(100) AS -- expect: routine-edited dbo.spFindAllThings
BEGIN
    SET NOCOUNT ON;
    SELECT ThingId, Name, Price FROM dbo.Things WHERE Name LIKE @NamePart + N'%';
END
