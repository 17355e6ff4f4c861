ALTER TABLE customers CHANGE last_name surname VARCHAR(50) NOT NULL; -- expect: column-renamed customers.last_name
