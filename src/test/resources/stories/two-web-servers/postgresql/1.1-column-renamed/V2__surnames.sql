ALTER TABLE customers RENAME COLUMN last_name TO surname; -- expect: column-renamed customers.last_name
