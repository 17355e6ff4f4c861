ALTER TABLE customers ADD UNIQUE KEY uq_email (email); -- expect: unique-added customers.uq_email
