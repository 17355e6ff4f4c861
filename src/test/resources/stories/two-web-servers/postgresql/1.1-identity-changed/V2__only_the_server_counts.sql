ALTER TABLE customers ALTER COLUMN customer_id SET GENERATED ALWAYS; -- expect: identity-changed customers.customer_id
