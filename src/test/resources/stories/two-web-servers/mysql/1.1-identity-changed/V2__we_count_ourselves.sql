ALTER TABLE customers MODIFY customer_id INT NOT NULL; -- expect: identity-changed customers.customer_id
