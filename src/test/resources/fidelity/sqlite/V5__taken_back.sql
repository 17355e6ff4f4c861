-- a script's own transaction that it undoes, as a whole and in part
BEGIN;
CREATE TABLE borrowed (id INTEGER PRIMARY KEY, book int);
SAVEPOINT before_more;
ALTER TABLE borrowed ADD COLUMN until date;
ROLLBACK TO before_more;
ALTER TABLE borrowed ADD COLUMN "rollback" text;
END;
BEGIN IMMEDIATE TRANSACTION;
DROP TABLE borrowed;
CREATE TABLE never_there (a int);
ROLLBACK TRANSACTION;
SAVEPOINT outermost;
ALTER TABLE borrowed ADD COLUMN reader int;
RELEASE outermost;
