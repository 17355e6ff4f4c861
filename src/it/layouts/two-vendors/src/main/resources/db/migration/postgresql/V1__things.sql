CREATE TABLE things (id serial);
