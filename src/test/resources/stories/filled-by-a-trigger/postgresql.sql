-- @release 1.0
-- @script V1__orders.sql
CREATE TABLE orders (order_id bigint PRIMARY KEY, total integer NOT NULL);

-- @release 1.1
-- @rollback safe-until-post
-- @script V2__channel.sql
ALTER TABLE orders ADD COLUMN channel varchar(20);
CREATE FUNCTION orders_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.channel := coalesce(NEW.channel, 'web');
    RETURN NEW;
END
$$;
CREATE TRIGGER orders_channel BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION orders_channel(); -- expect: trigger-added orders.orders_channel [info]
-- schema-compat: populate orders.channel because the form asks for it
-- @script post/V3__channel_demanded.sql
UPDATE orders SET channel = 'web' WHERE channel IS NULL;
ALTER TABLE orders ALTER COLUMN channel SET NOT NULL;
DROP TRIGGER orders_channel ON orders;
DROP FUNCTION orders_channel();

-- @step tightened-in-pre after 1.0 as 1.1
-- @rollback unsafe
-- @breaks 1.0
-- @says until every supported release fills it
-- @script V2__channel.sql
ALTER TABLE orders ADD COLUMN channel varchar(20);
UPDATE orders SET channel = 'web' WHERE channel IS NULL;
ALTER TABLE orders ALTER COLUMN channel SET NOT NULL; -- expect: required-column-added orders.channel

-- @step tightened-although-it-can-be-rolled-back-to after 1.0 as 1.1
-- @set rollbackTargets=1
-- @rollback safe-until-post
-- @breaks 1.0
-- @says until every supported release fills it
-- @script V2__channel.sql
ALTER TABLE orders ADD COLUMN channel varchar(20);
CREATE FUNCTION orders_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.channel := coalesce(NEW.channel, 'web');
    RETURN NEW;
END
$$;
CREATE TRIGGER orders_channel BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION orders_channel(); -- expect: trigger-added orders.orders_channel [info]
-- schema-compat: populate orders.channel because the form asks for it
-- @script post/V3__channel_demanded.sql
UPDATE orders SET channel = 'web' WHERE channel IS NULL;
ALTER TABLE orders ALTER COLUMN channel SET NOT NULL; -- expect: required-column-added orders.channel
DROP TRIGGER orders_channel ON orders;
DROP FUNCTION orders_channel();
