ALTER TABLE things ADD CONSTRAINT fk_owner FOREIGN KEY (owner_id) REFERENCES customers (customer_id); -- expect: foreign-key-added things.fk_owner
