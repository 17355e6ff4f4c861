-- the names of indexes over expressions, by which later scripts drop them
CREATE TABLE parcel_label (no int, house int, street text, sent timestamp);
CREATE INDEX ON parcel_label ((no::text));
CREATE INDEX ON parcel_label ((CAST(no AS bigint)), (CAST(no + 1 AS bigint)));
CREATE INDEX ON parcel_label (((no + house)::double precision) DESC);
CREATE INDEX ON parcel_label ((street::character varying(9)), ((street || 'x')::character varying(9)));
CREATE INDEX ON parcel_label ((CASE WHEN no > 1 THEN 2 END));
CREATE INDEX ON parcel_label ((CASE WHEN no > 1 THEN CASE WHEN house > 1 THEN 2 ELSE 3 END ELSE house END));
CREATE INDEX ON parcel_label (pg_catalog.upper(street));
CREATE INDEX ON parcel_label ((street COLLATE "C"), (lower(street) COLLATE "C"));
CREATE INDEX ON parcel_label ((ARRAY[no, house]), ((ARRAY[no, house])[1]));
CREATE INDEX ON parcel_label (trim(street), trim(leading 'x' from street));
CREATE INDEX ON parcel_label ((no IS NULL), (NOT no > 1), (-no));
CREATE INDEX ON parcel_label (((sent + interval '1 day')::timestamp(0)), (NULL::text));
CREATE INDEX ON parcel_label (coalesce(no, house), nullif(no, house), greatest(no, house));
DROP INDEX parcel_label_upper_idx;
