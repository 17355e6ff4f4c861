CREATE TABLE people (id int, fax int);
