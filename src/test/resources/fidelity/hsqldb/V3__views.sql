CREATE VIEW sorts AS SELECT t.id, t.kind, h.picked AS picked_on, t.crop FROM tree t JOIN harvest h ON t.id = h.tree_id;
CREATE VIEW counts (tree, first_day, how_many) AS SELECT tree_id, MIN(picked), COUNT(*) FROM harvest GROUP BY tree_id;
CREATE VIEW twice AS SELECT tree, how_many * 2 AS doubled FROM counts WHERE how_many > 1;
CREATE VIEW everything AS SELECT * FROM drawn;
CREATE VIEW "Mixed Case" AS SELECT id AS "Id", kind AS "Kind" FROM tree;
ALTER VIEW everything AS SELECT x FROM drawn;
ALTER VIEW twice RENAME TO doubled_counts;
CREATE TABLE copied AS (SELECT id, kind, crop FROM tree) WITH DATA;
CREATE TABLE copied_empty (a, b) AS (SELECT id, kind FROM tree) WITH NO DATA;
CREATE TABLE alike (LIKE drawn, extra INT);
CREATE SYNONYM fruit FOR tree;
CREATE FUNCTION twice_of (n INT) RETURNS INT RETURN n * 2;
CREATE FUNCTION twice_of (n VARCHAR(10)) RETURNS VARCHAR(20) RETURN n || n;
CREATE FUNCTION counted (IN a BIGINT) RETURNS INT READS SQL DATA
BEGIN ATOMIC
    DECLARE found INT DEFAULT 0;
    SELECT COUNT(*) INTO found FROM harvest WHERE tree_id = a;
    IF found > 10 THEN
        SET found = 10;
    ELSEIF found < 0 THEN
        SET found = 0;
    END IF;
    RETURN CASE WHEN found = 1 THEN 0 ELSE found END;
END;
CREATE PROCEDURE pick (IN a BIGINT, OUT b VARCHAR(10), INOUT c INT)
    MODIFIES SQL DATA
    BEGIN ATOMIC
        counting: WHILE c < 3 DO
            SET c = c + 1;
            INSERT INTO drawn (x) VALUES (c); -- and not the end;
        END WHILE counting;
        SET b = 'done;';
    END;
CREATE PROCEDURE plain_delete (IN a BIGINT) MODIFIES SQL DATA DELETE FROM drawn WHERE id = a;
CREATE FUNCTION rows_of (a BIGINT) RETURNS TABLE (i BIGINT, j INTEGER) READS SQL DATA
    BEGIN ATOMIC RETURN TABLE (SELECT id, x FROM drawn WHERE id > a); END;
CREATE TRIGGER before_tree BEFORE INSERT ON tree REFERENCING NEW ROW AS n FOR EACH ROW
    BEGIN ATOMIC
        IF n.kind = 'weed' THEN
            SET n.kind = 'flower';
        END IF;
    END;
CREATE TRIGGER after_harvest AFTER UPDATE OF weight ON harvest FOR EACH ROW WHEN (1 = 1)
    INSERT INTO drawn (x) VALUES (1);
CREATE TRIGGER gone AFTER DELETE ON drawn REFERENCING OLD ROW AS o FOR EACH ROW
    BEGIN ATOMIC
        DELETE FROM numbered WHERE id = o.x;
    END;
DROP TRIGGER gone;
DROP PROCEDURE plain_delete;
DROP VIEW "Mixed Case";
DROP VIEW nobody IF EXISTS;
DROP VIEW IF EXISTS nobody CASCADE;
