-- the note is gone
ALTER TABLE orders
  DROP COLUMN note;
