ALTER TABLE things MODIFY name VARCHAR(60) NOT NULL; -- expect: column-type-narrowed things.name
