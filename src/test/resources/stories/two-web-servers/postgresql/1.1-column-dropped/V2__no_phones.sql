ALTER TABLE customers
    DROP COLUMN phone; -- expect: column-dropped customers.phone
