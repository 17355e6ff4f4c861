CREATE TABLE orders (id int, note int);
