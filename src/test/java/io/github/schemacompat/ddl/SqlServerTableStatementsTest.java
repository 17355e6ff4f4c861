package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

/** What the table side of SQL Server says, statement by statement. */
class SqlServerTableStatementsTest {
    private final Readings readings = new Readings(Dialect.SQL_SERVER);

    @Test
    void createTable() {
        readings.agree("""
                CREATE TABLE [shop].[dbo].[Orders] ([Id] INT IDENTITY(1, 1) NOT NULL, [No] NVARCHAR(20) NULL,
                   [Note] nvarchar(max))
                => CreateTable[name=dbo.Orders, columns=[ColumnDefinition[name=Id, type=int, nullable=false, identity=always],
                   ColumnDefinition[name=No, type=nvarchar(20), nullable=true], ColumnDefinition[name=Note,
                   type=nvarchar(max)]]]
                CREATE TABLE ..Orders (a [int] NOT NULL, b [sys].[date], c [sales].[Money2], d decimal, e float(24),
                   f double precision)
                => CreateTable[name=Orders, columns=[ColumnDefinition[name=a, type=int, nullable=false],
                   ColumnDefinition[name=b, type=date], ColumnDefinition[name=c, type=sales.money2], ColumnDefinition[name=d,
                   type=decimal(18,0)], ColumnDefinition[name=e, type=real], ColumnDefinition[name=f, type=float]]]
                CREATE TABLE o (a int CONSTRAINT df_a DEFAULT (0) NOT NULL, b bit NOT NULL DEFAULT 1,
                   c datetime2 DEFAULT getutcdate(), d nvarchar(9) DEFAULT (N'x') COLLATE Latin1_General_BIN,
                   e int DEFAULT NEXT VALUE FOR dbo.s, f int DEFAULT -1, g int DEFAULT NULL)
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int, nullable=false, defaultValue=0,
                   defaultName=df_a], ColumnDefinition[name=b, type=bit, nullable=false, defaultValue=1],
                   ColumnDefinition[name=c, type=datetime2(7), defaultValue=getutcdate()], ColumnDefinition[name=d,
                   type=nvarchar(9), defaultValue='x', collation=Latin1_General_BIN], ColumnDefinition[name=e, type=int,
                   defaultValue=next value for s], ColumnDefinition[name=f, type=int, defaultValue=-1],
                   ColumnDefinition[name=g, type=int, defaultValue=null]]]
                CREATE TABLE o (a int NOT NULL CONSTRAINT pk_o PRIMARY KEY CLUSTERED WITH (FILLFACTOR = 80) ON [PRIMARY],
                   b int UNIQUE, c int REFERENCES dbo.p (id) ON DELETE CASCADE ON UPDATE SET NULL,
                   d int CHECK (d > 0 AND c IS NULL))
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int, nullable=false,
                   constraints=[PrimaryKeyDefinition[name=pk_o, columns=[a]]]], ColumnDefinition[name=b, type=int,
                   constraints=[UniqueDefinition[columns=[b]]]], ColumnDefinition[name=c, type=int,
                   constraints=[ForeignKeyDefinition[columns=[c], references=dbo.p, referencedColumns=[id], onDelete=cascade,
                   onUpdate=set null]]], ColumnDefinition[name=d, type=int,
                   constraints=[CheckDefinition[expression=d > 0 and c is null, mentioned=[d, c]]]]]]
                CREATE TABLE o (a int, CONSTRAINT pk PRIMARY KEY NONCLUSTERED ([a] ASC, b DESC) WITH (PAD_INDEX = OFF,
                   IGNORE_DUP_KEY = OFF) ON [PRIMARY], b int) ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int], ColumnDefinition[name=b, type=int]],
                   constraints=[PrimaryKeyDefinition[name=pk, columns=[a, b]]]]
                CREATE TABLE o (a int NOT NULL CONSTRAINT pk PRIMARY KEY (a, b),
                   b int NOT NULL CONSTRAINT uq UNIQUE (b) CONSTRAINT fk FOREIGN KEY (b) REFERENCES p (x))
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int, nullable=false], ColumnDefinition[name=b,
                   type=int, nullable=false]], constraints=[PrimaryKeyDefinition[name=pk, columns=[a, b]],
                   UniqueDefinition[name=uq, columns=[b]], ForeignKeyDefinition[name=fk, columns=[b], references=p,
                   referencedColumns=[x]]]]
                """);
    }

    @Test
    void createTableWithMore() {
        readings.agree("""
                CREATE TABLE o (a int, b int, t AS (a * 2), u AS a + b PERSISTED NOT NULL, v AS CONVERT(tinyint, a % 4),
                   w AS CASE WHEN a > 0 THEN 1 ELSE 0 END)
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int], ColumnDefinition[name=b, type=int],
                   ColumnDefinition[name=t, generated=a * 2], ColumnDefinition[name=u, nullable=false, generated=a + b],
                   ColumnDefinition[name=v, generated=convert(tinyint, a % 4)], ColumnDefinition[name=w,
                   generated=case when a > 0 then 1 else 0 end]]]
                CREATE TABLE o (a int INDEX ix_a NONCLUSTERED, b int,
                   INDEX ix_b UNIQUE (b DESC) INCLUDE (a) WHERE b IS NOT NULL, INDEX cs CLUSTERED COLUMNSTORE, INDEX ix_c (a,
                   b) WITH (FILLFACTOR = 90))
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int], ColumnDefinition[name=b, type=int]],
                   indexes=[IndexDefinition[name=ix_a, columns=[a]], IndexDefinition[name=ix_b, columns=[b desc], included=[a],
                   unique, where=b is not null], IndexDefinition[name=cs, method=columnstore], IndexDefinition[name=ix_c,
                   columns=[a, b]]]]
                CREATE TABLE o (id int PRIMARY KEY, f datetime2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
                   t datetime2 GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (f,
                   t)) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.o_history))
                => CreateTable[name=o, columns=[ColumnDefinition[name=id, type=int,
                   constraints=[PrimaryKeyDefinition[columns=[id]]]], ColumnDefinition[name=f, type=datetime2(7),
                   nullable=false, generated=row start, invisible], ColumnDefinition[name=t, type=datetime2(7),
                   generated=row end]]]
                CREATE TABLE o (g uniqueidentifier ROWGUIDCOL DEFAULT newid(), s int SPARSE NULL,
                   m varchar(9) MASKED WITH (FUNCTION = 'default()'), x xml COLUMN_SET FOR ALL_SPARSE_COLUMNS, timestamp,
                   i bigint IDENTITY NOT FOR REPLICATION,)
                => CreateTable[name=o, columns=[ColumnDefinition[name=g, type=uniqueidentifier, defaultValue=newid()],
                   ColumnDefinition[name=s, type=int, nullable=true], ColumnDefinition[name=m, type=varchar(9)],
                   ColumnDefinition[name=x, type=xml], ColumnDefinition[name=timestamp, type=rowversion],
                   ColumnDefinition[name=i, type=bigint, identity=always]]]
                CREATE TABLE #t (a int)
                => CreateTable[name=#t, temporary, columns=[ColumnDefinition[name=a, type=int]]]
                CREATE TABLE ${schema}.o (a int, b AS 1)
                => CreateTable[name=${schema}.o, columns=[ColumnDefinition[name=a, type=int], ColumnDefinition[name=b,
                   generated=1]]]
                CREATE TABLE o (a int FOREIGN KEY REFERENCES p NOT FOR REPLICATION,
                   CONSTRAINT ck CHECK NOT FOR REPLICATION (a <> 3), CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES q (c,
                   d) ON UPDATE NO ACTION)
                => CreateTable[name=o, columns=[ColumnDefinition[name=a, type=int,
                   constraints=[ForeignKeyDefinition[columns=[a], references=p]]]], constraints=[CheckDefinition[name=ck,
                   expression=a <> 3, mentioned=[a]], ForeignKeyDefinition[name=fk, columns=[a, b], references=q,
                   referencedColumns=[c, d]]]]
                """);
    }

    @Test
    void indexes() {
        readings.agree("""
                CREATE UNIQUE NONCLUSTERED INDEX [IX_a] ON [dbo].[o] ([a] ASC, [b] DESC) INCLUDE ([c],
                   d) WHERE ([a] IS NOT NULL) WITH (ONLINE = ON (WAIT_AT_LOW_PRIORITY (MAX_DURATION = 1 MINUTES,
                   ABORT_AFTER_WAIT = SELF)), DATA_COMPRESSION = PAGE ON PARTITIONS (1 TO 3)) ON ps(a)
                => CreateIndex[table=dbo.o, index=IndexDefinition[name=IX_a, columns=[a, b desc], included=[c, d], unique,
                   where=a is not null]]
                CREATE INDEX ix ON o (a) WITH (DROP_EXISTING = ON)
                => CreateIndex[table=o, index=IndexDefinition[name=ix, columns=[a]], mode=or_replace]
                CREATE CLUSTERED COLUMNSTORE INDEX cci ON o
                => CreateIndex[table=o, index=IndexDefinition[name=cci, method=columnstore]]
                CREATE NONCLUSTERED COLUMNSTORE INDEX cs ON o (a, b) WHERE a > 3
                => CreateIndex[table=o, index=IndexDefinition[name=cs, columns=[a, b], where=a > 3, method=columnstore]]
                CREATE FULLTEXT INDEX ON dbo.o (a LANGUAGE 1033,
                   b TYPE COLUMN c) KEY INDEX pk_o ON cat WITH CHANGE_TRACKING AUTO
                => CreateIndex[table=dbo.o, index=IndexDefinition[name=fulltext, columns=[a, b], method=fulltext]]
                CREATE SPATIAL INDEX sx ON o (g) USING GEOGRAPHY_AUTO_GRID WITH (CELLS_PER_OBJECT = 16)
                => CreateIndex[table=o, index=IndexDefinition[name=sx, columns=[g], method=spatial]]
                CREATE PRIMARY XML INDEX xx ON o (x)
                => CreateIndex[table=o, index=IndexDefinition[name=xx, columns=[x], method=xml]]
                DROP INDEX a ON t
                => DropIndex[index=a, table=t]
                DROP INDEX IF EXISTS a ON dbo.t WITH (ONLINE = ON), b ON u
                => DropIndex[index=a, table=dbo.t, ifExists]
                => DropIndex[index=b, table=u, ifExists]
                DROP INDEX t.a, dbo.u.b
                => DropIndex[index=a, table=t]
                => DropIndex[index=b, table=dbo.u]
                DROP FULLTEXT INDEX ON o
                => DropIndex[index=fulltext, table=o]
                ALTER INDEX ALL ON o REBUILD PARTITION = ALL WITH (FILLFACTOR = 80)
                => SetIndexEnabled[table=o, enabled]
                ALTER INDEX ix ON o REORGANIZE
                => NoSchemaEffect[reason=maintenance]
                ALTER INDEX ix ON o DISABLE
                => SetIndexEnabled[index=ix, table=o]
                """);
    }

    @Test
    void otherStatements() {
        readings.agree("""
                TRUNCATE TABLE dbo.o
                => Truncate[tables=[dbo.o]]
                TRUNCATE TABLE o WITH (PARTITIONS (2, 4 TO 6))
                => Truncate[tables=[o]]
                SELECT a, b INTO #x FROM o
                => SelectInto[name=#x, temporary, query=SELECT a, b INTO #x FROM o]
                WITH c AS (SELECT 1 AS a) SELECT a INTO dbo.copy FROM c
                => SelectInto[name=dbo.copy, query=WITH c AS (SELECT 1 AS a) SELECT a INTO dbo.copy FROM c]
                """);
    }

    @Test
    void alterTable() {
        readings.agree("""
                ALTER TABLE dbo.o ADD a int NOT NULL CONSTRAINT df DEFAULT (0) WITH VALUES, b nvarchar(5) NULL,
                   CONSTRAINT uq UNIQUE (a), [c] AS (a + 1) PERSISTED
                => AlterTable[name=dbo.o, actions=[AddColumn[column=ColumnDefinition[name=a, type=int, nullable=false,
                   defaultValue=0, defaultName=df]], AddColumn[column=ColumnDefinition[name=b, type=nvarchar(5),
                   nullable=true]], AddConstraint[constraint=UniqueDefinition[name=uq, columns=[a]]],
                   AddColumn[column=ColumnDefinition[name=c, generated=a + 1]]]]
                ALTER TABLE o ADD UNIQUE (a) NOT ENFORCED WITH (DATA_COMPRESSION = NONE)
                => AlterTable[name=o, actions=[AddConstraint[constraint=UniqueDefinition[columns=[a]]]]]
                ALTER TABLE o ADD CONSTRAINT pk PRIMARY KEY NONCLUSTERED (a) WITH (FILLFACTOR = 90) NOT ENFORCED
                => AlterTable[name=o, actions=[AddConstraint[constraint=PrimaryKeyDefinition[name=pk, columns=[a]]]]]
                ALTER TABLE o ADD CONSTRAINT df DEFAULT (getdate()) FOR [when] WITH VALUES
                => AlterTable[name=o, actions=[AddConstraint[constraint=DefaultDefinition[name=df, value=getdate(),
                   column=when]]]]
                ALTER TABLE o ADD DEFAULT 'x' FOR c
                => AlterTable[name=o, actions=[AddConstraint[constraint=DefaultDefinition[value='x', column=c]]]]
                ALTER TABLE o ADD a int NOT NULL CONSTRAINT pk_o PRIMARY KEY (a)
                => AlterTable[name=o, actions=[AddColumn[column=ColumnDefinition[name=a, type=int, nullable=false]],
                   AddConstraint[constraint=PrimaryKeyDefinition[name=pk_o, columns=[a]]]]]
                ALTER TABLE o WITH NOCHECK ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES dbo.p (id) ON DELETE SET NULL NOT FOR
                   REPLICATION
                => AlterTable[name=o, actions=[AddConstraint[constraint=ForeignKeyDefinition[name=fk, columns=[a],
                   references=dbo.p, referencedColumns=[id], onDelete=set null]]]]
                ALTER TABLE o WITH CHECK CHECK CONSTRAINT ALL
                => AlterTable[name=o, actions=[SetConstraintEnforced[]]]
                ALTER TABLE o NOCHECK CONSTRAINT fk, ck
                => AlterTable[name=o, actions=[SetConstraintEnforced[name=fk, enforced=false], SetConstraintEnforced[name=ck,
                   enforced=false]]]
                ALTER TABLE o ADD a int INDEX ix_a
                => AlterTable[name=o, actions=[AddColumn[column=ColumnDefinition[name=a, type=int]],
                   AddIndex[index=IndexDefinition[name=ix_a, columns=[a]]]]]
                ALTER TABLE o ADD INDEX ix (a)
                => AlterTable[name=o, actions=[AddIndex[index=IndexDefinition[name=ix, columns=[a]]]]]
                ALTER TABLE o ADD PERIOD FOR SYSTEM_TIME (f, t)
                => AlterTable[name=o, actions=[NoEffect[reason=period]]]
                ALTER TABLE o ALTER COLUMN c nvarchar(50) COLLATE Latin1_General_CI_AS NOT NULL WITH (ONLINE = ON)
                => AlterTable[name=o, actions=[RedefineColumn[column=c, definition=ColumnDefinition[name=c, type=nvarchar(50),
                   nullable=false, collation=Latin1_General_CI_AS]]]]
                ALTER TABLE o ALTER COLUMN c dbo.money2
                => AlterTable[name=o, actions=[RedefineColumn[column=c, definition=ColumnDefinition[name=c, type=money2]]]]
                ALTER TABLE o ALTER COLUMN c ADD PERSISTED
                => AlterTable[name=o, actions=[AlterColumn[column=c, change=NoEffect[reason=storage option]]]]
                ALTER TABLE o ALTER COLUMN c DROP SPARSE
                => AlterTable[name=o, actions=[AlterColumn[column=c, change=NoEffect[reason=storage option]]]]
                ALTER TABLE o ALTER COLUMN c ADD HIDDEN
                => AlterTable[name=o, actions=[AlterColumn[column=c, change=SetInvisible[invisible]]]]
                """);
    }

    @Test
    void alterTableWithMore() {
        readings.agree("""
                ALTER TABLE o ALTER COLUMN c ADD MASKED WITH (FUNCTION = 'email()')
                => AlterTable[name=o, actions=[AlterColumn[column=c, change=NoEffect[reason=mask]]]]
                ALTER TABLE o DROP COLUMN a, b
                => AlterTable[name=o, actions=[DropColumn[column=a], DropColumn[column=b]]]
                ALTER TABLE o DROP COLUMN IF EXISTS [a], COLUMN b, CONSTRAINT c
                => AlterTable[name=o, actions=[DropColumn[column=a, ifExists], DropColumn[column=b], DropConstraint[name=c,
                   kind=other]]]
                ALTER TABLE o DROP CONSTRAINT a, b WITH (ONLINE = ON)
                => AlterTable[name=o, actions=[DropConstraint[name=a, kind=other], DropConstraint[name=b, kind=other]]]
                ALTER TABLE o DROP a
                => AlterTable[name=o, actions=[DropConstraint[name=a, kind=other]]]
                ALTER TABLE o DROP CONSTRAINT IF EXISTS [a]
                => AlterTable[name=o, actions=[DropConstraint[name=a, kind=other, ifExists]]]
                ALTER TABLE o DROP PERIOD FOR SYSTEM_TIME
                => AlterTable[name=o, actions=[NoEffect[reason=period]]]
                ALTER TABLE o DISABLE TRIGGER ALL
                => AlterTable[name=o, actions=[SetTriggerEnabled[]]]
                ALTER TABLE o ENABLE TRIGGER tr1, tr2
                => AlterTable[name=o, actions=[SetTriggerEnabled[name=tr1, enabled], SetTriggerEnabled[name=tr2, enabled]]]
                ALTER TABLE o ENABLE CHANGE_TRACKING WITH (TRACK_COLUMNS_UPDATED = ON)
                => AlterTable[name=o, actions=[NoEffect[reason=change tracking]]]
                ALTER TABLE o SWITCH PARTITION 2 TO archive.o PARTITION 2
                => AlterTable[name=o, actions=[SwitchPartition[target=archive.o]]]
                ALTER TABLE o SWITCH TO p WITH (WAIT_AT_LOW_PRIORITY (MAX_DURATION = 1 MINUTES, ABORT_AFTER_WAIT = NONE))
                => AlterTable[name=o, actions=[SwitchPartition[target=p, allRows]]]
                ALTER TABLE o SET (LOCK_ESCALATION = TABLE)
                => AlterTable[name=o, actions=[NoEffect[reason=table option]]]
                ALTER TABLE o SET (SYSTEM_VERSIONING = OFF)
                => AlterTable[name=o, actions=[NoEffect[reason=table option]]]
                ALTER TABLE o REBUILD PARTITION = 1 WITH (DATA_COMPRESSION = PAGE)
                => AlterTable[name=o, actions=[NoEffect[reason=maintenance]]]
                """);
    }

    @Test
    void whatCantBeReadIsTold() {
        readings.agree("""
                ALTER TABLE o FROBNICATE COLUMN a
                => AlterTable[name=o, actions=[NotUnderstood[why=expected an action of ALTER TABLE, found 'FROBNICATE']]]
                ALTER TABLE o ADD a int garbage
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a comma or the end of the statement,
                   found 'garbage']]]
                ALTER TABLE o ADD COLUMN a int
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a name, found 'COLUMN']]]
                ALTER TABLE o ADD
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a column name, found the end of the statement]]]
                ALTER TABLE o ADD a int,
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a column name, found the end of the statement]]]
                ALTER TABLE o DROP COLUMN
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a name, found 'COLUMN']]]
                ALTER TABLE o DROP COLUMN a b
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a comma or the end of the statement, found 'b']]]
                ALTER TABLE o ALTER COLUMN c int NOT NUL
                => AlterTable[name=o, actions=[NotUnderstood[why=expected a comma or the end of the statement, found 'NOT']]]
                ALTER TABLE o WITH NOCHECK DROP COLUMN a
                => AlterTable[name=o, actions=[NotUnderstood[why=expected ADD, CHECK or NOCHECK, found 'DROP']]]
                ALTER TABLE o SET (SPEED = HIGH)
                => AlterTable[name=o, actions=[NotUnderstood[why=expected an option, found 'SPEED']]]
                ALTER TABLE
                => NotUnderstood[why=expected a name, found the end of the statement]
                CREATE TABLE o (a int
                => NotUnderstood[why=expected a comma or the closing parenthesis, found the end of the statement]
                CREATE TABLE o (a int))
                => NotUnderstood[why=expected the end of the statement, found ')']
                CREATE TABLE o (a NOT NULL)
                => NotUnderstood[why=expected a data type, found 'NOT']
                CREATE TABLE o (a int, PRIMARY KEY (a)
                => NotUnderstood[why=expected a comma or the closing parenthesis, found the end of the statement]
                CREATE TABLE o (a int b int)
                => NotUnderstood[why=expected a comma or the closing parenthesis, found 'b']
                CREATE TABLE o
                => NotUnderstood[why=expected (, found the end of the statement]
                CREATE TABLE o (a int) DROP TABLE p
                => NotUnderstood[why=expected the end of the statement, found 'DROP']
                CREATE TABLE o (a int DEFAULT NOT NULL)
                => NotUnderstood[why=expected an expression, found 'NOT']
                CREATE TABLE o (a int CHECK (a = 'x))
                => NotUnderstood[why=expected ), found ''x))']
                CREATE INDEX ix o (a)
                => NotUnderstood[why=expected ON, found 'o']
                CREATE INDEX ix ON o (a) WITH (SPEED = HIGH)
                => NotUnderstood[why=expected an option, found 'SPEED']
                DROP INDEX ix
                => NotUnderstood[why=expected ON, found the end of the statement]
                ALTER INDEX ix ON o EXPLODE
                => NotUnderstood[why=expected REBUILD, REORGANIZE, DISABLE or SET, found 'EXPLODE']
                TRUNCATE o
                => NotUnderstood[why=expected TABLE, found 'o']
                SELECT 1 INTO
                => NotUnderstood[why=expected a name, found the end of the statement]
                ALTER TABLE o ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (b) ON DELETE VANISH
                => AlterTable[name=o, actions=[NotUnderstood[why=expected NO ACTION, CASCADE, RESTRICT,
                   SET NULL or SET DEFAULT, found 'VANISH']]]
                CREATE INDEX ix ON o (a) WHERE b > 1 DROP TABLE p
                => NotUnderstood[why=expected the end of the statement, found 'DROP']
                """);
    }
}
