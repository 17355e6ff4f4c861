-- a library; what looks like an end of something is in strings and comments
CREATE TABLE reader (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT 'it''s; a name' COLLATE NOCASE,
    card VARCHAR(20) UNIQUE ON CONFLICT REPLACE,
    joined DATETIME DEFAULT CURRENT_TIMESTAMP,
    debt DECIMAL(10, 2) NOT NULL ON CONFLICT IGNORE DEFAULT 0.00 CHECK (debt < 1000),
    anything,
    "odd ; name" UNSIGNED BIG INT DEFAULT -1,
    [in brackets] DOUBLE PRECISION DEFAULT (1 + 2),
    `in backticks` NATIVE CHARACTER(70),
    photo BLOB DEFAULT x'00ff',
    flag BOOLEAN DEFAULT TRUE,
    CONSTRAINT named CHECK (name <> ';' AND length(name) > 0)
);
CREATE TABLE IF NOT EXISTS reader (id TEXT);
CREATE TABLE book (
    isbn TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    shelf INT CONSTRAINT on_a_shelf REFERENCES shelf (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    pages INTEGER CHECK (pages > 0),
    weight REAL,
    long_title TEXT GENERATED ALWAYS AS (title || ' (' || pages || ')') VIRTUAL,
    slug TEXT AS (lower(title)) STORED
) WITHOUT ROWID;
CREATE TABLE shelf (id INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT, number INT, UNIQUE (room, number) ON CONFLICT FAIL);
CREATE TABLE loan (
    reader_id INTEGER NOT NULL,
    isbn TEXT NOT NULL,
    since DATE,
    until DATE,
    PRIMARY KEY (reader_id, isbn),
    FOREIGN KEY (reader_id) REFERENCES reader ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT of_book FOREIGN KEY (isbn) REFERENCES book (isbn) MATCH FULL,
    CHECK (until IS NULL OR until >= since)
);
CREATE TABLE strictly (id INT PRIMARY KEY, a ANY, b BLOB, c REAL, d TEXT NOT NULL, e INTEGER) STRICT;
CREATE TABLE both_ways (a TEXT, b INT, PRIMARY KEY (a, b DESC)) STRICT, WITHOUT ROWID;
CREATE TABLE backwards (id INTEGER PRIMARY KEY DESC, x);
CREATE TABLE loose_key (a INT PRIMARY KEY, b TEXT);
CREATE VIRTUAL TABLE words USING fts5(title, body, tokenize = 'porter ascii');
CREATE TEMP TABLE scratch (a INT);
CREATE INDEX by_title ON book (title COLLATE NOCASE DESC, pages);
CREATE UNIQUE INDEX IF NOT EXISTS one_card ON reader (card) WHERE card IS NOT NULL;
CREATE INDEX lowered ON reader (lower(name), debt + 1 DESC) WHERE debt > 0 AND name LIKE 'a%;';
INSERT INTO reader (name, card) VALUES ('A; B', 'x'), ('it''s', NULL);
REPLACE INTO shelf (room, number) VALUES ('a', 1);
/* a comment; with an end */
CREATE TRIGGER counted AFTER INSERT ON loan
BEGIN
    UPDATE reader SET debt = debt + CASE WHEN NEW.until IS NULL THEN 1 ELSE 0 END WHERE id = NEW.reader_id;
    INSERT INTO words (title, body) VALUES ('end;', NEW.isbn); -- END;
END;
CREATE TRIGGER IF NOT EXISTS checked BEFORE UPDATE OF title, pages ON book FOR EACH ROW WHEN NEW.pages < 0 OR CASE NEW.title WHEN 'x' THEN 1 ELSE 0 END
BEGIN
    SELECT RAISE(ABORT, 'no such; thing');
END;
CREATE TRIGGER unsaid DELETE ON shelf BEGIN DELETE FROM book WHERE shelf = OLD.id; END;
