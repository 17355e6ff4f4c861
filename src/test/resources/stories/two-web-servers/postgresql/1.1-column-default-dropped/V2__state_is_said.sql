ALTER TABLE things ALTER COLUMN state DROP DEFAULT; -- expect: column-default-dropped things.state
