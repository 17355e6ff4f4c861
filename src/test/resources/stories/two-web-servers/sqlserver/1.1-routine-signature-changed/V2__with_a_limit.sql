CREATE OR ALTER PROCEDURE dbo.spFindAllThings @NamePart NVARCHAR(100), @Limit INT AS -- expect: routine-signature-changed dbo.spFindAllThings
BEGIN
    SET NOCOUNT ON;
    SELECT TOP (@Limit) ThingId, Name, Price FROM dbo.Things WHERE Name LIKE N'%' + @NamePart + N'%';
END
