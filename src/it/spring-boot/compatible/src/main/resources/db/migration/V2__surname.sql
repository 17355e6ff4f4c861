ALTER TABLE customers ADD COLUMN surname VARCHAR(50);
UPDATE customers SET surname = last_name WHERE surname IS NULL;
