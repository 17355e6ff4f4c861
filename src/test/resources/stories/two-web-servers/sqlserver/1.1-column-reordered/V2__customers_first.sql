CREATE TABLE dbo.Wishes_new (
    CustomerId INT NOT NULL,
    ThingId INT NOT NULL
);
INSERT INTO dbo.Wishes_new (CustomerId, ThingId) SELECT CustomerId, ThingId FROM dbo.Wishes;
DROP TABLE dbo.Wishes;
EXEC sp_rename 'dbo.Wishes_new', 'Wishes'; -- expect: column-reordered dbo.Wishes
