ALTER TABLE things ADD CONSTRAINT things_owner FOREIGN KEY (owner_id) REFERENCES customers (customer_id) NOT VALID; -- expect: foreign-key-added things.things_owner
