DELIMITER $$
DROP PROCEDURE IF EXISTS add_once $$
CREATE PROCEDURE add_once()
BEGIN
  IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE()
      AND table_name = 'basket' AND column_name = 'handles') THEN
    ALTER TABLE basket ADD COLUMN handles INT NOT NULL DEFAULT 2;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE()
      AND table_name = 'basket' AND column_name = 'size') THEN
    ALTER TABLE basket ADD COLUMN size INT;
  END IF;
  IF (SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = 'basket'
      AND index_name = 'by_handles') = 0 THEN
    CREATE INDEX by_handles ON basket (handles);
  END IF;
END $$
DELIMITER ;
CALL add_once();
CALL add_once;
DROP PROCEDURE add_once;

SET @ddl = 'ALTER TABLE basket ADD COLUMN straps INT';
PREPARE doing FROM @ddl;
EXECUTE doing;
DEALLOCATE PREPARE doing;

delimiter //
CREATE DEFINER=CURRENT_USER FUNCTION full_name(a VARCHAR(10), b CHAR(5) CHARSET utf8mb4) RETURNS VARCHAR(30) CHARSET utf8mb4
  DETERMINISTIC COMMENT 'it''s' 
BEGIN
  DECLARE r VARCHAR(30) DEFAULT 'x;';
  CASE WHEN a IS NULL THEN SET r = b; ELSE SET r = CONCAT(a, ' ', b); END CASE;
  WHILE LENGTH(r) > 20 DO SET r = LEFT(r, 20); END WHILE;
  RETURN r;
END//
CREATE PROCEDURE count_them(INOUT n BIGINT UNSIGNED, OUT t DECIMAL(10,2))
  READS SQL DATA
BEGIN
  DECLARE done INT DEFAULT 0;
  DECLARE c CURSOR FOR SELECT id FROM basket;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
  l: LOOP
    LEAVE l;
  END LOOP l;
  REPEAT SET done = 1; UNTIL done END REPEAT;
END//
CREATE TRIGGER basket_in BEFORE INSERT ON basket FOR EACH ROW
BEGIN
  IF NEW.code IS NULL THEN SET NEW.code = ';'; END IF;
END//
CREATE TRIGGER basket_out AFTER DELETE ON basket FOR EACH ROW SET @x = 1//
delimiter ;
ALTER PROCEDURE count_them COMMENT 'counts';
DROP TRIGGER IF EXISTS never_was;
