CREATE VIEW guests AS SELECT d.id, d.call_name, o.name AS owner_name, d.heavy FROM dog d JOIN owner o ON o.id = d.owner_id;
CREATE OR REPLACE VIEW guests AS SELECT d.*, o.name owner_name FROM dog d, owner o WHERE o.id = d.owner_id;
CREATE VIEW nights (dog, first_night, how_many) AS SELECT dog_id, MIN(night), COUNT(*) FROM stay GROUP BY dog_id;
CREATE FORCE VIEW IF NOT EXISTS twice AS SELECT dog, how_many * 2 AS doubled FROM nights WHERE how_many > 1;
CREATE VIEW "Mixed Case" AS SELECT id "Id", call_name AS "Name" FROM dog;
-- what views read can get another name
ALTER TABLE stay RENAME TO visit;
ALTER TABLE visit ALTER COLUMN box RENAME TO room;
ALTER VIEW IF EXISTS twice RENAME TO doubled_nights;
ALTER VIEW doubled_nights RECOMPILE;
CREATE TABLE copied AS SELECT id, call_name, born FROM dog;
CREATE TABLE copied_empty (a, b) AS SELECT id, name FROM owner WITH NO DATA;
CREATE MEMORY TABLE named_copy (n INT NOT NULL, t VARCHAR(10)) AS SELECT 1, 'x';
CREATE SYNONYM pup FOR dog;
CREATE OR REPLACE SYNONYM pup FOR visit;
CREATE CONSTANT answer VALUE 42;
CREATE ALIAS twice_of AS $$
int twiceOf(int value) {
    return value * 2; // no end of the statement
}
$$;
CREATE OR REPLACE ALIAS bigger DETERMINISTIC FOR 'java.lang.Math.max(int,int)';
CREATE FORCE TRIGGER watched BEFORE INSERT, UPDATE ON dog FOR EACH ROW CALL 'kennel.Watch';
CREATE FORCE TRIGGER IF NOT EXISTS after_stay AFTER DELETE ON visit QUEUE 10 NOWAIT CALL 'kennel.Gone';
DROP TRIGGER after_stay;
DROP ALIAS IF EXISTS twice_of;
DROP VIEW "Mixed Case";
DROP VIEW IF EXISTS nobody;
