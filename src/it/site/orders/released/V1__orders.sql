CREATE TABLE orders (id int, "<b>note</b>" text);
