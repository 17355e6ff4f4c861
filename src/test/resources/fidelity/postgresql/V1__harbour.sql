/* The harbour office: ships come in, /* nested remark; with a semicolon */ take a berth and pay. */
CREATE TYPE ship_kind AS ENUM ('sail', 'motor', 'tow''boat', 'Ferry');
CREATE DOMAIN tonnage AS numeric(9, 1) DEFAULT 0.5 CONSTRAINT tonnage_positive CHECK (VALUE >= 0);
CREATE DOMAIN call_sign AS varchar(12) NOT NULL CHECK (VALUE ~ '^[A-Z0-9]+$');
CREATE TYPE place_on_map AS (latitude double precision, longitude double precision, label text);

CREATE TABLE owner (
    id serial PRIMARY KEY,
    name varchar(80) NOT NULL,
    email text UNIQUE,
    "Joined On" date DEFAULT CURRENT_DATE,
    credit decimal(10, 2) NOT NULL DEFAULT '0.00',
    vip bool DEFAULT false NOT NULL,
    remarks text[] DEFAULT '{}'::text[],
    CHECK (credit > -1000 AND length(name) > 0)
);

CREATE TABLE IF NOT EXISTS ship (
    id bigserial,
    owner_id int REFERENCES owner ON DELETE CASCADE,
    kind ship_kind NOT NULL DEFAULT 'sail',
    weight tonnage,
    sign call_sign,
    built timestamptz(3) DEFAULT now(),
    length_m real,
    width_m float8 DEFAULT -1,
    papers jsonb DEFAULT '{"valid": true}',
    home place_on_map,
    token uuid DEFAULT gen_random_uuid(),
    note char(3) COLLATE "C",
    spare bit varying(9),
    PRIMARY KEY (id),
    CONSTRAINT ship_sign_once UNIQUE (sign),
    CONSTRAINT ship_proportions CHECK (length_m IS NULL OR length_m > width_m)
);

CREATE TABLE berth (
    quay char NOT NULL,
    place smallint NOT NULL,
    depth numeric(4) CHECK (depth > 0) CONSTRAINT depth_below_forty CHECK (depth < 40),
    taken_by bigint,
    open_from time without time zone DEFAULT '06:00',
    open_until time with time zone,
    price money,
    pause interval hour to minute DEFAULT '00:30',
    PRIMARY KEY (quay, place),
    FOREIGN KEY (taken_by) REFERENCES ship (id) MATCH SIMPLE ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ON ship (owner_id);
CREATE INDEX ship_lower_sign ON ship USING btree (lower(sign::text) DESC NULLS LAST, kind);
CREATE UNIQUE INDEX one_vip_name ON owner (name, (credit + 1)) WHERE vip AND credit > 0;
CREATE INDEX papers_inside ON ship USING gin (papers jsonb_path_ops);
CREATE UNIQUE INDEX IF NOT EXISTS berth_once ON berth (taken_by) INCLUDE (depth, price) NULLS NOT DISTINCT;
COMMENT ON TABLE ship IS 'whatever; floats -- really';
