ALTER TABLE customers MODIFY phone BIGINT NULL; -- expect: column-type-changed customers.phone
