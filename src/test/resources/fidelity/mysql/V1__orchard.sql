-- An orchard: trees, pickers, baskets
CREATE TABLE picker (
  id INT NOT NULL AUTO_INCREMENT,
  name VARCHAR(80) NOT NULL,
  email VARCHAR(120) UNIQUE,
  joined DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3),
  changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  kind ENUM('day', 'week', 'it''s') NOT NULL DEFAULT 'day',
  skills SET('climb', 'carry') DEFAULT 'climb,carry',
  wage DECIMAL(8,2) UNSIGNED DEFAULT '0.00',
  active BOOL DEFAULT TRUE,
  score TINYINT(4) UNSIGNED ZEROFILL,
  PRIMARY KEY (id),
  KEY by_name (name(10), wage DESC),
  CHECK (wage >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who; picks';

CREATE TABLE tree (
  id BIGINT UNSIGNED PRIMARY KEY,
  picker_id INT,
  height DOUBLE PRECISION,
  planted YEAR,
  papers JSON,
  doubled INT GENERATED ALWAYS AS (height * 2) STORED,
  label CHAR(3) CHARACTER SET latin1 COLLATE latin1_bin,
  FOREIGN KEY (picker_id) REFERENCES picker (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_label ON tree (label, planted);
CREATE VIEW tall AS SELECT id, height AS metres FROM tree WHERE height > 3;
DELIMITER //
CREATE PROCEDURE plant(IN how_many INT, OUT done VARCHAR(10))
BEGIN
  SET done = 'yes;';
END //
CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2 //
CREATE TRIGGER tree_grows BEFORE INSERT ON tree FOR EACH ROW BEGIN SET NEW.height = 1; END //
DELIMITER ;
