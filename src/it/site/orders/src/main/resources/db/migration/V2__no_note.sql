ALTER TABLE orders DROP COLUMN "<b>note</b>";
