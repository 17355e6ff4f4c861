CREATE TABLE wishes_new (
    customer_id bigint NOT NULL,
    thing_id bigint NOT NULL
);
INSERT INTO wishes_new (customer_id, thing_id) SELECT customer_id, thing_id FROM wishes;
DROP TABLE wishes;
ALTER TABLE wishes_new RENAME TO wishes; -- expect: column-reordered wishes
