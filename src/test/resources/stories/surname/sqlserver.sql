-- @release 2.2.1
-- @script V2_0_0__customers.sql
CREATE TABLE dbo.Customers (CustomerId int NOT NULL CONSTRAINT PK_Customers PRIMARY KEY, LastName nvarchar(50) NOT NULL);
GO

-- @release 2.2.2

-- @step database-2.0.1 after 2.2.2 as 2.2.3
-- @rollback safe
-- @script V2_0_1__surname.sql
ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;
GO

-- @release 2.2.3
-- @rollback safe
-- @script V2_0_1__surname.sql
ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;
GO
-- @script post/V2_0_1_1__backfill.sql
UPDATE dbo.Customers SET SurName = LastName WHERE SurName IS NULL OR SurName <> LastName;
-- @script marks.sql
-- schema-compat: populate dbo.Customers.SurName because both names are written

-- @step backfill-again-after-a-rollback after 2.2.3 as 2.2.3.1
-- @set supported=2.2.2
-- @rollback safe
-- @script post/V2_0_1_2__backfill_again.sql
UPDATE dbo.Customers SET SurName = LastName WHERE SurName IS NULL OR SurName <> LastName;

-- @release 2.2.4
-- @rollback safe
-- @script V2_0_2__old_name_optional.sql
ALTER TABLE dbo.Customers ALTER COLUMN LastName nvarchar(50) NULL; -- expect: column-made-nullable dbo.Customers.LastName
GO
-- schema-compat: deprecate dbo.Customers.LastName because it is called SurName now

-- @release 2.2.5
-- @rollback safe
-- @script V2_0_3__old_name_gone.sql
ALTER TABLE dbo.Customers DROP COLUMN LastName;
GO
ALTER TABLE dbo.Customers ALTER COLUMN SurName nvarchar(50) NOT NULL;
GO

-- @step direct-rename after 2.2.2 as 2.2.3
-- @rollback unsafe
-- @breaks 2.2.2
-- @says Add SurName beside LastName
-- @says ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;
-- @script V2_0_1__surname.sql
EXEC sp_rename 'dbo.Customers.LastName', 'SurName', 'COLUMN'; -- expect: column-renamed dbo.Customers.LastName
GO

-- @step demanded-at-once after 2.2.2 as 2.2.3
-- @rollback unsafe
-- @breaks 2.2.2
-- @says let it be nullable until every supported release fills it
-- @script V2_0_1__surname.sql
ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;
GO
ALTER TABLE dbo.Customers ALTER COLUMN SurName nvarchar(50) NOT NULL; -- expect: required-column-added dbo.Customers.SurName
GO

-- @step demanded-before-all-fill-it after 2.2.3 as 2.2.4
-- @set window=2
-- @rollback unsafe
-- @breaks 2.2.2
-- @says Move it into a post script
-- @script V2_0_2__new_name_demanded.sql
ALTER TABLE dbo.Customers ALTER COLUMN SurName nvarchar(50) NOT NULL; -- expect: post-in-pre dbo.Customers.SurName
GO

-- @step deprecated-while-it-is-demanded after 2.2.3 as 2.2.4
-- @rollback safe
-- @says Make it nullable in this release
-- @says ALTER TABLE dbo.Customers ALTER COLUMN LastName nvarchar(50) NULL;
-- @script V2_0_2__old_name_deprecated.sql
-- schema-compat: deprecate dbo.Customers.LastName because it is called SurName now -- expect: deprecated-still-required dbo.Customers.LastName

-- @step dropped-one-release-early after 2.2.3 as 2.2.4
-- @rollback unsafe
-- @breaks 2.2.3
-- @says Say '-- schema-compat: deprecate dbo.Customers.LastName because …' in the release that stops using it
-- @says after 1 more release that carries the mark
-- @script V2_0_2__old_name_gone.sql
ALTER TABLE dbo.Customers DROP COLUMN LastName; -- expect: column-dropped dbo.Customers.LastName
GO

-- @step deprecated-and-dropped after 2.2.3 as 2.2.4
-- @rollback unsafe
-- @breaks 2.2.3
-- @says leave the drop for a later release, or do it in a post script
-- @says after 1 more release that carries the mark
-- @script V2_0_2__old_name_gone.sql
ALTER TABLE dbo.Customers ALTER COLUMN LastName nvarchar(50) NULL;
GO
-- schema-compat: deprecate dbo.Customers.LastName because it is called SurName now
ALTER TABLE dbo.Customers DROP COLUMN LastName; -- expect: deprecated-too-late dbo.Customers.LastName
GO

-- @step dropped-in-a-window-of-two after 2.2.4 as 2.2.5
-- @set window=2
-- @rollback unsafe
-- @breaks 2.2.3
-- @says after 1 more release that carries the mark
-- @script V2_0_3__old_name_gone.sql
ALTER TABLE dbo.Customers DROP COLUMN LastName; -- expect: post-in-pre dbo.Customers.LastName
GO
ALTER TABLE dbo.Customers ALTER COLUMN SurName nvarchar(50) NOT NULL;
GO

-- @step dropped-after-a-rollback after 2.2.4 as 2.2.5
-- @set supported=2.2.2
-- @rollback unsafe
-- @breaks 2.2.2
-- @says after 1 more release that carries the mark
-- @script V2_0_3__old_name_gone.sql
ALTER TABLE dbo.Customers DROP COLUMN LastName; -- expect: post-in-pre dbo.Customers.LastName
GO
