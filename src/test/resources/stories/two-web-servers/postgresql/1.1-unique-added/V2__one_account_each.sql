CREATE UNIQUE INDEX customers_email ON customers (email); -- expect: unique-added customers.customers_email
