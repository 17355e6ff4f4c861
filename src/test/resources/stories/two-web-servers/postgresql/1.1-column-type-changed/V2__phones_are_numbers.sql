ALTER TABLE customers ALTER COLUMN phone TYPE bigint USING phone::bigint; -- expect: column-type-changed customers.phone
