ALTER TABLE wishes MODIFY customer_id INT NOT NULL FIRST; -- expect: column-reordered wishes
