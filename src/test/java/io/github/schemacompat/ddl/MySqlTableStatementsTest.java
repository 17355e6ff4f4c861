package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

/** What the table side of MySQL and MariaDB says, statement by statement. */
class MySqlTableStatementsTest {
    private final Readings readings = new Readings(Dialect.MYSQL);

    @Test
    void createTable() {
        readings.agree("""
                CREATE TABLE IF NOT EXISTS `shop`.`Orders` (`id` int(11) unsigned NOT NULL AUTO_INCREMENT,
                   name varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT 'x' COMMENT 'who''s',
                   PRIMARY KEY (`id`)) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
                   COMMENT='all orders', ROW_FORMAT=DYNAMIC
                => CreateTable[name=shop.Orders, mode=if_not_exists, columns=[ColumnDefinition[name=id, type=int unsigned,
                   nullable=false, identity=by_default], ColumnDefinition[name=name, type=varchar(20), defaultValue='x',
                   charset=utf8mb4, collation=utf8mb4_bin, comment=who's]], constraints=[PrimaryKeyDefinition[columns=[id]]],
                   charset=utf8mb4, collation=utf8mb4_unicode_ci, comment=all orders]
                CREATE TABLE o (a ENUM('b''c', "d") NOT NULL, b SET('x','y'), c tinyint(1) DEFAULT 1,
                   d decimal(10,2) unsigned zerofill, e national varchar(5), f double precision,
                   g timestamp(3) NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), h bit(1) DEFAULT b'0',
                   i serial, j json DEFAULT (JSON_ARRAY()), k uuid DEFAULT uuid())
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=enum('b''c','d'), nullable=false],
                   ColumnDefinition[name=b, type=set('x','y')], ColumnDefinition[name=c, type=tinyint(1), defaultValue=1],
                   ColumnDefinition[name=d, type=decimal(10,2) unsigned zerofill], ColumnDefinition[name=e, type=varchar(5), charset=utf8mb3],
                   ColumnDefinition[name=f, type=double], ColumnDefinition[name=g, type=timestamp(3), nullable=true,
                   defaultValue=current_timestamp(3), onUpdate=current_timestamp(3)], ColumnDefinition[name=h, type=bit(1),
                   defaultValue=B'0'], ColumnDefinition[name=i, type=bigint unsigned, nullable=false, identity=by_default,
                   constraints=[UniqueDefinition[columns=[i]]]], ColumnDefinition[name=j, type=json,
                   defaultValue=json_array()], ColumnDefinition[name=k, type=uuid, defaultValue=uuid()]]]
                CREATE TABLE o (a int KEY, b int UNIQUE KEY, c int UNIQUE, d int PRIMARY KEY COMMENT 'k',
                   e int REFERENCES p (id) ON DELETE CASCADE, f int CHECK (f > 0) NOT ENFORCED,
                   g int GENERATED ALWAYS AS (f + 1) VIRTUAL INVISIBLE, h int AS (f) PERSISTENT, i char(3) BINARY,
                   j point SRID 4326, k text CHARSET ascii, l bigint SERIAL DEFAULT VALUE)
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int,
                   constraints=[PrimaryKeyDefinition[columns=[a]]]], ColumnDefinition[name=b, type=int,
                   constraints=[UniqueDefinition[columns=[b]]]], ColumnDefinition[name=c, type=int,
                   constraints=[UniqueDefinition[columns=[c]]]], ColumnDefinition[name=d, type=int, comment=k,
                   constraints=[PrimaryKeyDefinition[columns=[d]]]], ColumnDefinition[name=e, type=int,
                   constraints=[ForeignKeyDefinition[columns=[e], references=p, referencedColumns=[id], onDelete=cascade]]],
                   ColumnDefinition[name=f, type=int, constraints=[CheckDefinition[expression=f > 0, mentioned=[f],
                   enforced=false]]], ColumnDefinition[name=g, type=int, generated=f + 1, invisible], ColumnDefinition[name=h,
                   type=int, generated=f], ColumnDefinition[name=i, type=char(3), collation=binary], ColumnDefinition[name=j,
                   type=point], ColumnDefinition[name=k, type=text, charset=ascii], ColumnDefinition[name=l, type=bigint,
                   nullable=false, identity=by_default, constraints=[UniqueDefinition[columns=[l]]]]]]
                CREATE TABLE o (a int, KEY ix_a (a), INDEX (b(10), c DESC) USING HASH, UNIQUE KEY uq (a, b(5)),
                   CONSTRAINT uq2 UNIQUE (c), CONSTRAINT sym UNIQUE INDEX ix_u (d), FULLTEXT KEY ft (t) WITH PARSER ngram,
                   SPATIAL INDEX (g), KEY fx ((lower(n)), (cast(j->'$.x' AS unsigned array))) COMMENT 'f' INVISIBLE,
                   CONSTRAINT fk FOREIGN KEY ix_f (a) REFERENCES shop.p (id) ON DELETE SET NULL ON UPDATE CASCADE,
                   CONSTRAINT CHECK (a > 0), PRIMARY KEY USING BTREE (a))
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int]], constraints=[UniqueDefinition[name=uq,
                   columns=[a, b]], UniqueDefinition[name=uq2, columns=[c]], UniqueDefinition[name=ix_u, columns=[d]],
                   ForeignKeyDefinition[name=fk, columns=[a], references=shop.p, referencedColumns=[id], onDelete=set null,
                   onUpdate=cascade], CheckDefinition[expression=a > 0, mentioned=[a]], PrimaryKeyDefinition[columns=[a]]],
                   indexes=[IndexDefinition[name=ix_a, columns=[a]], IndexDefinition[columns=[b, c desc], method=hash],
                   IndexDefinition[name=ft, columns=[t], method=fulltext], IndexDefinition[columns=[g], method=spatial],
                   IndexDefinition[name=fx, columns=[(lower(n)), (cast(j -> '$.x' as unsigned array))]]]]
                CREATE TABLE o LIKE shop.p
                => CreateTable[name=o, like=[Like[table=shop.p, including=[all], at=0]]]
                """);
    }

    @Test
    void createTableWithMore() {
        readings.agree("""
                CREATE TABLE o (LIKE p)
                => CreateTable[name=o, like=[Like[table=p, including=[all], at=0]]]
                CREATE TEMPORARY TABLE o SELECT a, b FROM p
                => CreateTable[name=o, temporary, query=SELECT a, b FROM p]
                CREATE TABLE o (x int) ENGINE=MyISAM IGNORE AS (SELECT 1 AS a)
                => CreateTable[name=o, columns=[ColumnDefinition[name=x, type=int]], query=SELECT 1 AS a]
                CREATE OR REPLACE TABLE o (a int WITHOUT SYSTEM VERSIONING, s timestamp(6) GENERATED ALWAYS AS ROW START,
                   e timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING
                => CreateTable[name=o, mode=or_replace, columns=[ColumnDefinition[name=a, type=int], ColumnDefinition[name=s,
                   type=timestamp(6), nullable=false, generated=row start], ColumnDefinition[name=e, type=timestamp(6),
                   nullable=false, generated=row end, invisible]]]
                CREATE TABLE o (a int) PARTITION BY RANGE (year(a)) PARTITIONS 2 SUBPARTITION BY LINEAR HASH (a) SUBPARTITIONS
                   2 (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE)
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int]]]
                CREATE TABLE o (a int) DATA DIRECTORY='/x' UNION=(p, q) STATS_PERSISTENT=1 PARTITION BY KEY ALGORITHM=2 (a)
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int]]]
                """);
    }

    @Test
    void indexes() {
        readings.agree("""
                CREATE UNIQUE INDEX ix USING HASH ON shop.o (a(10), b DESC) COMMENT 'c' ALGORITHM=INPLACE LOCK=NONE
                => CreateIndex[table=shop.o, index=IndexDefinition[name=ix, columns=[a, b desc], unique, method=hash]]
                CREATE FULLTEXT INDEX ft ON o (t)
                => CreateIndex[table=o, index=IndexDefinition[name=ft, columns=[t], method=fulltext]]
                CREATE OR REPLACE INDEX ix ON o (a)
                => CreateIndex[table=o, index=IndexDefinition[name=ix, columns=[a]], mode=or_replace]
                CREATE INDEX IF NOT EXISTS ix ON o ((upper(n)))
                => CreateIndex[table=o, index=IndexDefinition[name=ix, columns=[(upper(n))]], mode=if_not_exists]
                DROP INDEX ix ON o ALGORITHM=INPLACE
                => DropIndex[index=ix, table=o]
                DROP INDEX `PRIMARY` ON o
                => AlterTable[name=o, actions=[DropConstraint[kind=primary_key]]]
                DROP INDEX IF EXISTS ix ON o
                => DropIndex[index=ix, table=o, ifExists]
                """);
    }

    @Test
    void otherStatements() {
        readings.agree("""
                TRUNCATE o
                => Truncate[tables=[o]]
                RENAME TABLE a TO b, shop.c TO archive.c
                => RenameObject[kind=table, from=a, to=b]
                => RenameObject[kind=table, from=shop.c, to=archive.c]
                """);
    }

    @Test
    void alterTable() {
        readings.agree("""
                ALTER TABLE o ADD COLUMN a int NOT NULL FIRST, ADD b varchar(5) AFTER `a`, ADD COLUMN (c int, d int, KEY (d))
                => AlterTable[name=o, actions=[AddColumn[column=ColumnDefinition[name=a, type=int, nullable=false],
                   place=ColumnPlace[kind=first]], AddColumn[column=ColumnDefinition[name=b, type=varchar(5)],
                   place=ColumnPlace[kind=after, neighbour=a]], AddColumn[column=ColumnDefinition[name=c, type=int]],
                   AddColumn[column=ColumnDefinition[name=d, type=int]], AddIndex[index=IndexDefinition[columns=[d]]]]]
                ALTER TABLE o ADD COLUMN IF NOT EXISTS a int, DROP COLUMN IF EXISTS b, DROP c RESTRICT
                => AlterTable[name=o, actions=[AddColumn[column=ColumnDefinition[name=a, type=int], ifNotExists],
                   DropColumn[column=b, ifExists], DropColumn[column=c]]]
                ALTER TABLE o MODIFY COLUMN a bigint NOT NULL DEFAULT 0 AFTER b, MODIFY b text
                => AlterTable[name=o, actions=[RedefineColumn[column=a, definition=ColumnDefinition[name=a, type=bigint,
                   nullable=false, defaultValue=0], place=ColumnPlace[kind=after, neighbour=b]], RedefineColumn[column=b,
                   definition=ColumnDefinition[name=b, type=text]]]]
                ALTER TABLE o CHANGE COLUMN a b int NULL FIRST, CHANGE IF EXISTS c `c` int
                => AlterTable[name=o, actions=[RedefineColumn[column=a, definition=ColumnDefinition[name=b, type=int,
                   nullable=true], place=ColumnPlace[kind=first]], RedefineColumn[column=c, definition=ColumnDefinition[name=c,
                   type=int], ifExists]]]
                ALTER TABLE o ALTER COLUMN a SET DEFAULT 5, ALTER b DROP DEFAULT, ALTER c SET DEFAULT (uuid()),
                   ALTER d SET INVISIBLE
                => AlterTable[name=o, actions=[AlterColumn[column=a, change=SetDefault[value=5]], AlterColumn[column=b,
                   change=SetDefault[]], AlterColumn[column=c, change=SetDefault[value=uuid()]], AlterColumn[column=d,
                   change=SetInvisible[invisible]]]]
                ALTER TABLE o RENAME COLUMN a TO b, RENAME INDEX i TO j, RENAME KEY k TO l
                => AlterTable[name=o, actions=[RenameColumn[from=a, to=b], RenameIndex[from=i, to=j], RenameIndex[from=k,
                   to=l]]]
                ALTER TABLE o RENAME TO p
                => AlterTable[name=o, actions=[RenameTable[to=p]]]
                ALTER TABLE o RENAME AS shop.p
                => AlterTable[name=o, actions=[RenameTable[to=shop.p]]]
                ALTER TABLE o RENAME p
                => AlterTable[name=o, actions=[RenameTable[to=p]]]
                ALTER TABLE o DROP PRIMARY KEY, DROP FOREIGN KEY fk, DROP INDEX i, DROP KEY IF EXISTS k, DROP CHECK ck,
                   DROP CONSTRAINT c
                => AlterTable[name=o, actions=[DropConstraint[kind=primary_key], DropConstraint[name=fk, kind=foreign_key],
                   DropIndex[name=i], DropIndex[name=k, ifExists], DropConstraint[name=ck, kind=check], DropConstraint[name=c,
                   kind=other]]]
                ALTER TABLE o ADD INDEX ix (a), ADD KEY (b), ADD UNIQUE uq (c), ADD UNIQUE INDEX uq2 (d), ADD FULLTEXT ft (t),
                   ADD SPATIAL INDEX sp (g), ADD PRIMARY KEY (a), ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id),
                   ADD CONSTRAINT ck CHECK (a > 0), ADD INDEX IF NOT EXISTS ix3 (a)
                => AlterTable[name=o, actions=[AddIndex[index=IndexDefinition[name=ix, columns=[a]]],
                   AddIndex[index=IndexDefinition[columns=[b]]], AddConstraint[constraint=UniqueDefinition[name=uq,
                   columns=[c]]], AddConstraint[constraint=UniqueDefinition[name=uq2, columns=[d]]],
                   AddIndex[index=IndexDefinition[name=ft, columns=[t], method=fulltext]],
                   AddIndex[index=IndexDefinition[name=sp, columns=[g], method=spatial]],
                   AddConstraint[constraint=PrimaryKeyDefinition[columns=[a]]],
                   AddConstraint[constraint=ForeignKeyDefinition[name=fk, columns=[a], references=p, referencedColumns=[id]]],
                   AddConstraint[constraint=CheckDefinition[name=ck, expression=a > 0, mentioned=[a]]],
                   AddIndex[index=IndexDefinition[name=ix3, columns=[a]], ifNotExists]]]
                ALTER TABLE o CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
                => AlterTable[name=o, actions=[SetCharset[charset=utf8mb4, collation=utf8mb4_bin, convert]]]
                ALTER TABLE o DEFAULT CHARSET = latin1 COLLATE latin1_bin
                => AlterTable[name=o, actions=[SetCharset[charset=latin1, collation=latin1_bin]]]
                ALTER TABLE o ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, ALGORITHM = INPLACE, LOCK = NONE, AUTO_INCREMENT = 100,
                   COMMENT = 'x', FORCE
                => AlterTable[name=o, actions=[NoEffect[reason=table option], NoEffect[reason=table option],
                   NoEffect[reason=way of altering], NoEffect[reason=way of altering], RestartIdentity[value=100],
                   NoEffect[reason=table option], NoEffect[reason=maintenance]]]
                ALTER TABLE o ORDER BY a, b DESC
                => AlterTable[name=o, actions=[NoEffect[reason=order of rows]]]
                ALTER TABLE o ADD PARTITION (PARTITION p3 VALUES LESS THAN (10))
                => AlterTable[name=o, actions=[NoEffect[reason=partitioning]]]
                """);
    }

    @Test
    void alterTableWithMore() {
        readings.agree("""
                ALTER TABLE o DROP PARTITION p0, p1
                => AlterTable[name=o, actions=[DropPartition[names=[p0, p1]]]]
                ALTER TABLE o TRUNCATE PARTITION p0
                => AlterTable[name=o, actions=[DropPartition[names=[p0], truncateOnly]]]
                ALTER TABLE o REORGANIZE PARTITION p0, p1 INTO (PARTITION p VALUES LESS THAN (5))
                => AlterTable[name=o, actions=[NoEffect[reason=partitioning]]]
                ALTER TABLE o EXCHANGE PARTITION p0 WITH TABLE x WITHOUT VALIDATION
                => AlterTable[name=o, actions=[SwitchPartition[target=x]]]
                ALTER TABLE o COALESCE PARTITION 2
                => AlterTable[name=o, actions=[NoEffect[reason=partitioning]]]
                ALTER TABLE o REMOVE PARTITIONING
                => AlterTable[name=o, actions=[NoEffect[reason=partitioning]]]
                ALTER TABLE o PARTITION BY HASH (a) PARTITIONS 4
                => AlterTable[name=o, actions=[NoEffect[reason=partitioning]]]
                ALTER TABLE o OPTIMIZE PARTITION p0
                => AlterTable[name=o, actions=[NoEffect[reason=partitioning]]]
                ALTER TABLE o DISABLE KEYS
                => AlterTable[name=o, actions=[NoEffect[reason=maintenance]]]
                ALTER TABLE o ALTER INDEX i INVISIBLE
                => AlterTable[name=o, actions=[NoEffect[reason=visibility of an index]]]
                ALTER TABLE o ALTER CHECK ck NOT ENFORCED, ALTER CONSTRAINT c2 ENFORCED
                => AlterTable[name=o, actions=[SetConstraintEnforced[name=ck, enforced=false], SetConstraintEnforced[name=c2]]]
                ALTER IGNORE TABLE o ADD UNIQUE (a)
                => AlterTable[name=o, actions=[AddConstraint[constraint=UniqueDefinition[columns=[a]]]]]
                ALTER TABLE IF EXISTS o WAIT 5 ADD a int
                => AlterTable[name=o, ifExists, actions=[AddColumn[column=ColumnDefinition[name=a, type=int]]]]
                ALTER TABLE o ADD SYSTEM VERSIONING, DROP SYSTEM VERSIONING
                => AlterTable[name=o, actions=[NoEffect[reason=system versioning], NoEffect[reason=system versioning]]]
                ALTER TABLE o DISCARD TABLESPACE
                => AlterTable[name=o, actions=[NotUnderstood[why=the rows are gone, and nobody can use the table until IMPORT TABLESPACE]]]
                ALTER TABLE o ADD a int, FROBNICATE b, DROP c
                => AlterTable[name=o, actions=[AddColumn[column=ColumnDefinition[name=a, type=int]],
                   NotUnderstood[why=expected an action of ALTER TABLE, found 'FROBNICATE'], DropColumn[column=c]]]
                """);
    }

    @Test
    void whatCantBeReadIsTold() {
        readings.agree("""
                ALTER TABLE o FROBNICATE
                => AlterTable[name=o, actions=[NotUnderstood[why=expected an action of ALTER TABLE, found 'FROBNICATE']]]
                ALTER TABLE o ADD a itneger
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a data type of MySQL, found 'itneger']]]
                ALTER TABLE o ADD a int garbage
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a comma or the end of the statement,
                   found 'garbage']]]
                ALTER TABLE o MODIFY a NOT NULL
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a data type, found 'NOT']]]
                ALTER TABLE o CHANGE a int
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a data type, found the end of the statement]]]
                ALTER TABLE o DROP COLUMN
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a name, found 'COLUMN']]]
                ALTER TABLE o ADD COLUMN (a int
                => AlterTable[name=o, actions=[NotUnderstood[why=expected ), found the end of the statement]]]
                ALTER TABLE o ALTER a SET SPEED
                => AlterTable[name=o, actions=[NotUnderstood[why=expected SET DEFAULT, DROP DEFAULT,
                   SET VISIBLE or SET INVISIBLE, found 'SET']]]
                ALTER TABLE o ADD a int AFTER
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a name, found the end of the statement]]]
                ALTER TABLE o RENAME COLUMN a b
                => AlterTable[name=o, actions=[NotUnderstood[why=expected TO, found 'b']]]
                ALTER TABLE o ENGINE =
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a value, found the end of the statement]]]
                CREATE TABLE o (a int,)
                => NotUnderstood[why=expected a column name, found ')']
                CREATE TABLE o (a int
                => NotUnderstood[why=expected a comma or the closing parenthesis, found the end of the statement]
                CREATE TABLE o (a int) SPEED=3
                => NotUnderstood[why=expected the end of the statement, found 'SPEED']
                CREATE TABLE o
                => NotUnderstood[why=expected columns, found the end of the statement]
                CREATE TABLE o (a int KEY (a))
                => NotUnderstood[why=expected a comma or the closing parenthesis, found '(']
                CREATE TABLE o (a int ON UPDATE)
                => NotUnderstood[why=expected an expression, found ')']
                CREATE TABLE o (a ENUM)
                => NotUnderstood[why=expected the labels of the type, found ')']
                CREATE TABLE o (KEY ix a)
                => NotUnderstood[why=expected (, found 'a']
                CREATE INDEX ix ON o (a) SPEED
                => NotUnderstood[why=expected the end of the statement, found 'SPEED']
                DROP INDEX ix
                => NotUnderstood[why=expected ON, found the end of the statement]
                RENAME TABLE a b
                => NotUnderstood[why=expected TO, found 'b']
                TRUNCATE o, p
                => NotUnderstood[why=expected the end of the statement, found ',']
                """);
    }
}
