ALTER TABLE dbo.Things ADD
    Colour NVARCHAR(20) NULL,
    Weight INT NOT NULL; -- expect: required-column-added dbo.Things.Weight
