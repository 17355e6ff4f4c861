ALTER TABLE wishes ADD COLUMN wished_on DATE NULL AFTER thing_id; -- expect: column-inserted wishes.wished_on
