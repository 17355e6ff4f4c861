ALTER TABLE dbo.Things ADD
    Colour NVARCHAR(20) NULL,
    Weight INT NOT NULL CONSTRAINT DF_Things_Weight DEFAULT 0;
GO
UPDATE dbo.Things SET Colour = N'grey' WHERE Colour IS NULL;
CREATE INDEX IX_Things_Name ON dbo.Things (Name);
CREATE TABLE dbo.Colours (Name NVARCHAR(20) NOT NULL CONSTRAINT PK_Colours PRIMARY KEY);
INSERT INTO dbo.Colours (Name) VALUES (N'grey'), (N'red');
GO
