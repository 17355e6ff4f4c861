UPDATE customers SET phone = '' WHERE phone IS NULL;
ALTER TABLE customers MODIFY phone VARCHAR(20) NOT NULL; -- expect: column-made-required customers.phone
