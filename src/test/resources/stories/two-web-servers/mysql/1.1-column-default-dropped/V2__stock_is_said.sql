ALTER TABLE things ALTER COLUMN stock DROP DEFAULT; -- expect: column-default-dropped things.stock
