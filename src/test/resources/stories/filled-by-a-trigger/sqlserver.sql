-- @release 1.0
-- @script V1__orders.sql
CREATE TABLE dbo.Orders (OrderId int NOT NULL CONSTRAINT PK_Orders PRIMARY KEY, Total int NOT NULL);
GO

-- @release 1.1
-- @rollback safe-until-post
-- @script V2__channel.sql
ALTER TABLE dbo.Orders ADD Channel varchar(20) NULL;
GO
CREATE TRIGGER dbo.trOrdersChannel ON dbo.Orders AFTER INSERT AS -- expect: trigger-added dbo.trOrdersChannel [info]
    UPDATE o SET Channel = 'web' FROM dbo.Orders o JOIN inserted i ON i.OrderId = o.OrderId WHERE o.Channel IS NULL;
GO
-- schema-compat: populate dbo.Orders.Channel because the form asks for it
-- @script post/V3__channel_demanded.sql
UPDATE dbo.Orders SET Channel = 'web' WHERE Channel IS NULL;
GO
ALTER TABLE dbo.Orders ALTER COLUMN Channel varchar(20) NOT NULL;
GO
DROP TRIGGER dbo.trOrdersChannel;
GO

-- @step tightened-in-pre after 1.0 as 1.1
-- @rollback unsafe
-- @breaks 1.0
-- @says until every supported release fills it
-- @script V2__channel.sql
ALTER TABLE dbo.Orders ADD Channel varchar(20) NULL;
GO
UPDATE dbo.Orders SET Channel = 'web' WHERE Channel IS NULL;
GO
ALTER TABLE dbo.Orders ALTER COLUMN Channel varchar(20) NOT NULL; -- expect: required-column-added dbo.Orders.Channel
GO

-- @step tightened-although-it-can-be-rolled-back-to after 1.0 as 1.1
-- @set rollbackTargets=1
-- @rollback safe-until-post
-- @breaks 1.0
-- @says until every supported release fills it
-- @script V2__channel.sql
ALTER TABLE dbo.Orders ADD Channel varchar(20) NULL;
GO
CREATE TRIGGER dbo.trOrdersChannel ON dbo.Orders AFTER INSERT AS -- expect: trigger-added dbo.trOrdersChannel [info]
    UPDATE o SET Channel = 'web' FROM dbo.Orders o JOIN inserted i ON i.OrderId = o.OrderId WHERE o.Channel IS NULL;
GO
-- schema-compat: populate dbo.Orders.Channel because the form asks for it
-- @script post/V3__channel_demanded.sql
UPDATE dbo.Orders SET Channel = 'web' WHERE Channel IS NULL;
GO
ALTER TABLE dbo.Orders ALTER COLUMN Channel varchar(20) NOT NULL; -- expect: required-column-added dbo.Orders.Channel
GO
DROP TRIGGER dbo.trOrdersChannel;
GO
