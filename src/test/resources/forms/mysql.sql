-- @form CHANGE and MODIFY reset what they don't repeat
CREATE TABLE rooms (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, beds INT NOT NULL DEFAULT 1 COMMENT 'places', note VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'none');
ALTER TABLE rooms CHANGE beds places BIGINT, MODIFY note VARCHAR(40) FIRST;
ALTER TABLE rooms CHANGE COLUMN places places BIGINT UNSIGNED NOT NULL AFTER id;
-- @is table rooms
-- @is   note varchar(40)
-- @is   id int not null identity by default
-- @is   places bigint unsigned not null
-- @is   primary key PRIMARY [id]

-- @form tables that change places
CREATE TABLE rooms (id INT);
CREATE TABLE rooms_new (id BIGINT);
RENAME TABLE rooms TO rooms_old, rooms_new TO rooms, rooms_old TO rooms_new;
-- @is table rooms
-- @is   id bigint
-- @is table rooms_new
-- @is   id int

-- @form comments that are run
/*!40101 SET NAMES utf8 */;
CREATE TABLE rooms (id INT /*!50503 NOT NULL */, beds INT) /*!50100 ENGINE=InnoDB */;
/*!50003 CREATE TRIGGER rooms_kept BEFORE DELETE ON rooms FOR EACH ROW SIGNAL SQLSTATE '45000' */;
-- @is table rooms
-- @is   id int not null
-- @is   beds int
-- @is trigger rooms_kept on rooms before [delete]

-- @form keys over expressions, descending and prefixed ones, and invisible indexes
CREATE TABLE rooms (id INT NOT NULL, name VARCHAR(50), UNIQUE KEY by_lower ((LOWER(name))), KEY by_start (name(10) DESC));
CREATE INDEX by_both ON rooms (id, name) INVISIBLE;
ALTER TABLE rooms ALTER INDEX by_start INVISIBLE;
-- @is table rooms
-- @is   id int not null
-- @is   name varchar(50)
-- @is   unique by_lower [(lower(name))]
-- @is   index by_start [name desc]
-- @is   index by_both [id, name]

-- @form invisible and generated columns
CREATE TABLE rooms (id INT NOT NULL, beds INT INVISIBLE, twice INT GENERATED ALWAYS AS (beds * 2) VIRTUAL, half INT AS (beds / 2) STORED);
ALTER TABLE rooms ALTER COLUMN beds SET VISIBLE;
-- @is table rooms
-- @is   id int not null
-- @is   beds int
-- @is   twice int as beds * 2
-- @is   half int as beds / 2

-- @form DELIMITER
CREATE TABLE rooms (id INT);
DELIMITER //
CREATE PROCEDURE rooms_of(IN beds INT)
BEGIN
    SELECT id FROM rooms;
    SELECT ';' AS sign;
END //
CREATE FUNCTION beds() RETURNS INT DETERMINISTIC RETURN 1 //
DELIMITER ;
DROP FUNCTION beds;
-- @is table rooms
-- @is   id int
-- @is procedure rooms_of (beds int)

-- @form CREATE TABLE SELECT and LIKE
CREATE TABLE rooms (id INT NOT NULL PRIMARY KEY, beds INT NOT NULL DEFAULT 1);
CREATE TABLE copies (note VARCHAR(10)) SELECT id, beds FROM rooms;
CREATE TABLE twins LIKE rooms;
-- @is table copies
-- @is   note varchar(10)
-- @is   id int not null
-- @is   beds int not null default 1
-- @is table rooms
-- @is   id int not null
-- @is   beds int not null default 1
-- @is   primary key PRIMARY [id]
-- @is table twins
-- @is   id int not null
-- @is   beds int not null default 1
-- @is   primary key PRIMARY [id]

-- @form ENUM and SET
CREATE TABLE rooms (state ENUM('free', 'taken') NOT NULL DEFAULT 'free', extras SET('view', 'sofa') NULL);
ALTER TABLE rooms MODIFY state ENUM('free', 'taken', 'closed') NOT NULL;
-- @is table rooms
-- @is   state enum('free','taken','closed') not null
-- @is   extras set('view','sofa')

-- @form character sets and collations of tables and columns
CREATE TABLE rooms (name VARCHAR(20), code CHAR(3) CHARACTER SET ascii COLLATE ascii_bin, note TEXT) DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci;
ALTER TABLE rooms CONVERT TO CHARACTER SET utf8mb4;
ALTER TABLE rooms DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE rooms ADD more VARCHAR(10);
-- @is table rooms
-- @is   name varchar(20) charset utf8mb4
-- @is   code char(3) charset utf8mb4
-- @is   note mediumtext charset utf8mb4
-- @is   more varchar(10) charset utf8mb4 collate utf8mb4_bin

-- @form sql_mode that makes double quotes the quotes of names
SET sql_mode = 'ANSI_QUOTES';
CREATE TABLE "rooms" ("id" INT, "odd ""name""" INT, "a`b" INT, note VARCHAR(10) DEFAULT 'x"y"');
SET sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE';
CREATE TABLE bills (note VARCHAR(10) DEFAULT "a\"b");
SET GLOBAL sql_mode = 'ANSI_QUOTES';
ALTER TABLE bills ADD place VARCHAR(10) DEFAULT "a";
SET @@session.sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES');
ALTER TABLE "bills" ADD "day" DATE;
SET sql_mode = REPLACE(@@sql_mode, 'ANSI_QUOTES', ''), @x = "y";
ALTER TABLE bills ADD guest VARCHAR(10) DEFAULT "b";
-- @is table bills
-- @is   note varchar(10) default 'a\"b'
-- @is   place varchar(10) default 'a'
-- @is   day date
-- @is   guest varchar(10) default 'b'
-- @is table rooms
-- @is   id int
-- @is   odd "name" int
-- @is   a`b int
-- @is   note varchar(10) default 'x"y"'

-- @form sql_mode that makes a backslash a character as others are
SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
CREATE TABLE rooms (id INT, path VARCHAR(10) DEFAULT 'c:\', view VARCHAR(9) DEFAULT "\n");
SET SESSION sql_mode = DEFAULT;
ALTER TABLE rooms ADD wing VARCHAR(10) DEFAULT 'it\'s';
-- @is table rooms
-- @is   id int
-- @is   path varchar(10) default 'c:\\'
-- @is   view varchar(9) default '\\n'
-- @is   wing varchar(10) default 'it\'s'

-- @form sql_mode of a dump, which is put back from a variable
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO,ANSI' */;
DELIMITER $$
CREATE PROCEDURE "fill"() BEGIN SET sql_mode = ''; SELECT "id" FROM "rooms"; END$$
DELIMITER ;
CREATE TABLE "rooms" ("id" INT);
/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
CREATE TABLE bills (note VARCHAR(10) DEFAULT "a");
-- @is table bills
-- @is   note varchar(10) default 'a'
-- @is table rooms
-- @is   id int
-- @is procedure fill ()

-- @form what the client does by a line of its own
USE hotel
CREATE TABLE rooms (id INT);
SOURCE others.sql
\. more.sql
\! ls
CREATE TABLE bills (id INT);
source last.sql;
-- @is table bills
-- @is   id int
-- @is table rooms
-- @is   id int
-- @is problem 1.sql:3:1 STATEMENT_NOT_UNDERSTOOD not understood: the statements of another file are not read where one script runs it; they have to stand in this script, or in one that the migration tool runs: 'SOURCE others.sql'
-- @is problem 1.sql:4:1 STATEMENT_NOT_UNDERSTOOD not understood: the statements of another file are not read where one script runs it; they have to stand in this script, or in one that the migration tool runs: '\. more.sql'
-- @is problem 1.sql:7:1 STATEMENT_NOT_UNDERSTOOD not understood: the statements of another file are not read where one script runs it; they have to stand in this script, or in one that the migration tool runs: 'source last.sql'

-- @form keys and foreign keys in every place
CREATE TABLE houses (id INT PRIMARY KEY);
CREATE TABLE rooms (id INT AUTO_INCREMENT, house INT, code CHAR(3) UNIQUE, KEY (id), CONSTRAINT in_house FOREIGN KEY (house) REFERENCES houses (id) ON DELETE CASCADE);
ALTER TABLE rooms DROP FOREIGN KEY in_house, DROP KEY code, ADD PRIMARY KEY (id);
-- @is table houses
-- @is   id int not null
-- @is   primary key PRIMARY [id]
-- @is table rooms
-- @is   id int not null identity by default
-- @is   house int
-- @is   code char(3)
-- @is   primary key PRIMARY [id]
-- @is   index id [id]
-- @is   index in_house [house]

-- @form partitions
CREATE TABLE stays (id INT NOT NULL, day DATE NOT NULL) PARTITION BY RANGE (YEAR(day)) (PARTITION p2025 VALUES LESS THAN (2026), PARTITION rest VALUES LESS THAN MAXVALUE);
ALTER TABLE stays REORGANIZE PARTITION rest INTO (PARTITION p2026 VALUES LESS THAN (2027), PARTITION rest VALUES LESS THAN MAXVALUE);
ALTER TABLE stays REMOVE PARTITIONING;
-- @is table stays
-- @is   id int not null
-- @is   day date not null

-- @form rights on a whole database
CREATE TABLE rooms (id INT);
GRANT SELECT, INSERT ON `hotel`.* TO 'desk'@'%';
GRANT ALL PRIVILEGES ON *.* TO 'root'@'localhost' WITH GRANT OPTION;
REVOKE INSERT ON hotel.* FROM 'desk'@'%';
-- @is table rooms
-- @is   id int

-- @form indexes called type
CREATE TABLE rooms (id INT, kind INT, INDEX type (kind), UNIQUE KEY type2 TYPE BTREE (id));
CREATE TABLE beds (id INT, UNIQUE type (id));
-- @is table beds
-- @is   id int
-- @is   unique type [id]
-- @is table rooms
-- @is   id int
-- @is   kind int
-- @is   unique type2 [id]
-- @is   index type [kind]

-- @form a temporary table and a table of its name
CREATE TEMPORARY TABLE rooms (id INT);
CREATE TABLE rooms (number INT);
RENAME TABLE rooms TO chambers;
-- @is table chambers
-- @is   number int
