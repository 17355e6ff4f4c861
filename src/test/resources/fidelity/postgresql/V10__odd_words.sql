CREATE TABLE "Select" (
    "order" int NOT NULL, "Mixed.Dot" text, "with ""quotes""" text, user_name name, "desc" bigint,
    key text, value text, type text, comment text, date date, "timestamp" timestamp, level int, "default" int DEFAULT 7,
    CONSTRAINT "select key" PRIMARY KEY ("order", "Mixed.Dot")
);
CREATE INDEX "Odd Index" ON "Select" ("desc" DESC, "with ""quotes""", lower("Mixed.Dot"));
ALTER TABLE "Select" RENAME COLUMN "with ""quotes""" TO "plain";
ALTER TABLE "Select" RENAME COLUMN "Mixed.Dot" TO mixed;
ALTER TABLE "Select" ADD FOREIGN KEY (level) REFERENCES crew, ADD CHECK (value <> key), ADD CHECK ("default" > 0);
CREATE VIEW "From" AS SELECT "order", "desc" AS "Desc", value || E'\n;' AS line_end FROM "Select" WHERE key IS DISTINCT FROM $q$;$q$;
ALTER TABLE "Select" ALTER value SET DEFAULT $$it's$$, ALTER comment SET DEFAULT E'tab\there', ALTER type SET DEFAULT U&'\0441\043B';
ALTER TABLE "Select" ALTER level SET DEFAULT (1 + 2) * 3, ALTER key SET DEFAULT CASE WHEN 1 > 2 THEN 'a' ELSE 'b' END;
ALTER TABLE "Select" ALTER "timestamp" SET DEFAULT LOCALTIMESTAMP(3), ALTER "desc" SET DEFAULT -5::bigint;
ALTER TABLE "Select" ALTER date SET DEFAULT date '2001-02-03', ADD waits interval DEFAULT interval '1 day' * 2;
ALTER TABLE "Select" ADD who text DEFAULT CURRENT_USER, ADD tags varchar(5)[] DEFAULT ARRAY['a', 'b']::varchar[];
CREATE TABLE very_long_name_of_a_table_that_goes_on_and_on_until_it_is_cut_off_by_the_engine (
    a_long_name_of_a_column_as_well_that_makes_the_made_up_names_long int UNIQUE,
    other int REFERENCES crew CHECK (other > 0)
);
CREATE TABLE twin (a int UNIQUE, b int, CHECK (a > 0), CHECK (a > 1), CHECK (a > b), UNIQUE (a, b), FOREIGN KEY (a) REFERENCES crew, FOREIGN KEY (a) REFERENCES twin (a));
CREATE INDEX ON twin (a, (a + b), abs(b));
CREATE INDEX ON twin (a, (a + b), abs(b));
CREATE INDEX ON twin (lower(b::text), coalesce(a, 0));
ALTER TABLE twin ADD UNIQUE (b), ADD CONSTRAINT only_small CHECK (b < 10) NO INHERIT;
GRANT SELECT ON twin TO PUBLIC;
ALTER TABLE twin ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone ON twin FOR SELECT USING (a > 0);
INSERT INTO crew (id, rank) VALUES (1, 'mate;'), (2, $tag$captain$tag$);
