CREATE VIEW ship_of_owner AS
    SELECT s.id, s.sign, s.kind, o.name AS owner_name, o."Joined On", s.weight * 1000 AS kilograms
    FROM ship s LEFT JOIN owner o ON o.id = s.owner_id;
CREATE VIEW every_berth AS SELECT * FROM berth;
CREATE VIEW berth_count (quay, how_many) AS SELECT quay, count(*) FROM berth GROUP BY quay;
CREATE OR REPLACE VIEW unpaid AS
    WITH late AS (SELECT id, due FROM invoice WHERE due < CURRENT_DATE)
    SELECT i.id, i.number, late.due, i.net::integer AS rounded, upper(i.reference) FROM invoice i JOIN late USING (id);
CREATE MATERIALIZED VIEW income AS
    SELECT ship_id, sum(gross) AS total, max(issued) AS last_issued FROM invoice GROUP BY ship_id WITH NO DATA;
CREATE UNIQUE INDEX income_by_ship ON income (ship_id);
CREATE VIEW names AS SELECT name AS who, 'owner'::varchar(9) AS role FROM owner UNION ALL SELECT sign, 'ship' FROM ship;
CREATE VIEW nested AS SELECT n.*, c.how_many FROM names n CROSS JOIN berth_count c;
CREATE OR REPLACE VIEW berth_count AS SELECT quay, count(*) AS how_many, max(depth) AS deepest FROM berth GROUP BY quay;
ALTER TABLE berth ADD COLUMN lit boolean NOT NULL DEFAULT false;
ALTER VIEW unpaid RENAME TO overdue;
ALTER VIEW overdue RENAME COLUMN rounded TO about;
CREATE TEMPORARY VIEW scratch_view AS SELECT 1 AS one;
