ALTER TABLE things MODIFY state ENUM('new', 'used') NOT NULL DEFAULT 'new'; -- expect: enum-value-removed things.state
