ALTER TABLE customers ALTER COLUMN phone TYPE varchar(12); -- expect: column-type-narrowed customers.phone
