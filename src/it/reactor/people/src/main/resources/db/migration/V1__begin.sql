CREATE TABLE people (id bigint PRIMARY KEY, note text);
