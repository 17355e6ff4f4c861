/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40014 SET FOREIGN_KEY_CHECKS=0 */;
CREATE TABLE /*!32312 IF NOT EXISTS*/ `ladder` (
  `id` int NOT NULL,
  `rungs` int DEFAULT NULL /* not a 'string */,
  `made``by` varchar(9) DEFAULT "say ""hi""",
  `tall` varchar(20) GENERATED ALWAYS AS (if(`rungs` > 9,'tall','short')) VIRTUAL,
  PRIMARY KEY (`id`)
) /*!50100 ENGINE=InnoDB */ DEFAULT CHARSET=latin1;
/*!50003 CREATE INDEX rung_count ON ladder (rungs) */;
CREATE TABLE ladder_new LIKE ladder;
ALTER TABLE ladder_new ADD COLUMN owner_name VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '';
INSERT INTO ladder_new (id, rungs) SELECT id, rungs FROM ladder;
RENAME TABLE ladder TO ladder_old, ladder_new TO ladder;
DROP TABLE ladder_old;
ALTER TABLE picker RENAME TO gatherer;
ALTER TABLE gatherer RENAME AS harvester;
RENAME TABLE harvester TO spare_name, tree TO harvester, spare_name TO tree;
RENAME TABLE tree TO picker, harvester TO tree;
/*!40014 SET FOREIGN_KEY_CHECKS=1 */;
SET SQL_MODE=@OLD_SQL_MODE;
CREATE TABLE first_rows SELECT id, code, size + 1 AS bigger, alpha FROM basket;
CREATE TABLE second_rows (extra INT NOT NULL DEFAULT 3, KEY (extra)) AS SELECT id, rungs, `made``by` FROM ladder;
CREATE OR REPLACE VIEW code_list (basket_code, how_many) AS SELECT code, COUNT(*) FROM basket GROUP BY code;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW plain_view AS SELECT * FROM ladder;
ALTER VIEW code_list AS SELECT code AS basket_code FROM basket;
RENAME TABLE plain_view TO ladder_view;
DROP VIEW IF EXISTS no_such_view;
CREATE VIEW gone AS SELECT 1 AS one;
DROP VIEW gone;
