ALTER TABLE customers RENAME COLUMN last_name TO surname;
