package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SqlServerReplayTest {
    private static Replaying replay(String... scripts) {
        return Replaying.of(Dialect.SQL_SERVER, scripts);
    }

    @Test
    void aTableGetsEverythingThatItsDefinitionSays() {
        Replaying replaying = replay("""
                CREATE TABLE [dbo].[Ship] (
                    [Id] INT IDENTITY(1,1) NOT NULL,
                    [Name] NVARCHAR(50) NOT NULL CONSTRAINT [DF_Ship_Name] DEFAULT (N'none'),
                    [Flag] CHAR(2) NULL,
                    [Length] DECIMAL(9,2) DEFAULT 0,
                    [Twice] AS ([Length] * 2),
                    [Stamp] ROWVERSION,
                    CONSTRAINT [PK_Ship] PRIMARY KEY CLUSTERED ([Id] ASC),
                    CONSTRAINT [CK_Ship] CHECK ([Length] >= 0)
                );
                GO
                CREATE UNIQUE INDEX [IX_Ship_Name] ON [dbo].[Ship]([Name] DESC) WHERE [Flag] IS NOT NULL;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship"))
                .startsWith(
                        "Id int not null identity",
                        "Name nvarchar(50) not null default 'none' named DF_Ship_Name",
                        "Flag char(2)",
                        "Length decimal(9,2) default 0")
                .hasSize(6);
        assertThat(replaying.table("ship").columns().get(4).generated()).isNotNull();
        assertThat(replaying.table("ship").columns().get(5).nullable()).isFalse();
        assertThat(replaying.keys("ship"))
                .containsExactly(
                        "primary key PK_Ship [Id]",
                        "check CK_Ship length >= 0 over [Length]",
                        "unique index IX_Ship_Name [Name desc] where flag is not null");
        assertThat(replaying.changes()).containsExactly("created table ship", "created index ship.ix_ship_name");
    }

    @Test
    void anAlteredColumnKeepsItsDefaultAndItsNumberingButNotItsNullability() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT IDENTITY NOT NULL, Name NVARCHAR(50) NOT NULL CONSTRAINT D DEFAULT 'x');
                GO
                ALTER TABLE Ship ALTER COLUMN Name NVARCHAR(80);
                ALTER TABLE Ship ALTER COLUMN Id BIGINT NOT NULL;
                """);

        assertThat(replaying.columns("ship"))
                .containsExactly("Id bigint not null identity", "Name nvarchar(80) default 'x' named D");
        assertThat(replaying.changes())
                .containsExactly("created table ship", "altered column ship.name", "altered column ship.id");
    }

    @Test
    void defaultsGoByName() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT, Name INT);
                ALTER TABLE Ship ADD CONSTRAINT DF_One DEFAULT (5) FOR Name;
                GO
                ALTER TABLE Ship DROP CONSTRAINT DF_One;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("Id int", "Name int");
    }

    @Test
    void spRenameFindsOutWhatIsMeant() {
        Replaying replaying = replay("""
                CREATE TABLE dbo.Ship (Id INT CONSTRAINT PK_Ship PRIMARY KEY, Name INT CONSTRAINT DF_N DEFAULT 1);
                CREATE INDEX IX_A ON dbo.Ship(Name);
                GO
                CREATE VIEW dbo.Ships AS SELECT Id FROM dbo.Ship
                GO
                CREATE PROCEDURE dbo.Sail AS SELECT 1
                GO
                EXEC sp_rename 'dbo.Ship.Name', 'Title', 'COLUMN';
                EXEC sp_rename 'dbo.Ship.IX_A', 'IX_B', 'INDEX';
                EXEC sp_rename 'dbo.PK_Ship', 'PK_Boat';
                EXEC sp_rename 'dbo.DF_N', 'DF_T', 'OBJECT';
                EXEC sp_rename 'dbo.Ship', 'Boat';
                EXEC sp_rename 'dbo.Ships', 'Boats';
                EXEC sp_rename 'dbo.Sail', 'Row';
                EXEC sp_rename '[dbo].[Boat].[Title]', 'Label';
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("Id int not null", "Label int default 1 named DF_T");
        assertThat(replaying.keys("boat")).containsExactly("primary key PK_Boat [Id]", "index IX_B [Label]");
        assertThat(replaying.schema().tables()).containsOnlyKeys("boat");
        assertThat(replaying.schema().views()).containsOnlyKeys("boats");
        assertThat(replaying.schema().routines()).containsOnlyKeys("row");
        assertThat(replaying.changes())
                .contains(
                        "renamed column ship.name to column ship.title",
                        "renamed index ship.ix_a to index ship.ix_b",
                        "renamed table ship to table boat",
                        "renamed view ships to view boats",
                        "renamed routine sail to routine row",
                        "renamed column boat.title to column boat.label");
    }

    @Test
    void aSwapOfTablesTellsWhereTheRowsWent() {
        Replaying replaying = replay("CREATE TABLE Ship (Id INT NOT NULL, Name INT); CREATE TABLE Dock (ShipId INT);")
                .then("""
                        CREATE TABLE Ship_New (Id INT NOT NULL, Name BIGINT);
                        INSERT INTO Ship_New (Id, Name) SELECT Id, Name FROM Ship;
                        EXEC sp_rename 'Ship', 'Ship_Old';
                        EXEC sp_rename 'Ship_New', 'Ship';
                        DROP TABLE Ship_Old;
                        """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("Id int not null", "Name bigint");
        assertThat(replaying.changes())
                .containsExactly(
                        "created table ship_new",
                        "rows copied to table ship_new from [table ship]",
                        "renamed table ship to table ship_old",
                        "renamed table ship_new to table ship",
                        "dropped table ship_old");
    }

    @Test
    void rowsThatGoThroughATemporaryTableComeFromTheRealOne() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT);
                SELECT Id INTO #Kept FROM Ship;
                DROP TABLE Ship;
                CREATE TABLE Ship (Id BIGINT);
                INSERT INTO Ship (Id) SELECT Id FROM #Kept;
                DROP TABLE #Kept;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.schema().tables()).containsOnlyKeys("ship");
        assertThat(replaying.changes()).noneMatch(change -> change.contains("kept"));
    }

    @Test
    void guardsAreAnsweredOnTheModel() {
        Replaying replaying = replay("""
                IF OBJECT_ID('[dbo].[Ship]') IS NULL
                BEGIN
                    CREATE TABLE [dbo].[Ship] ([Id] INT NOT NULL);
                END
                GO
                IF OBJECT_ID('[dbo].[Ship]') IS NULL
                    CREATE TABLE [dbo].[Ship] ([Id] BIGINT NOT NULL);
                IF COL_LENGTH('[dbo].[Ship]', 'Name') IS NULL
                    ALTER TABLE [dbo].[Ship] ADD [Name] NVARCHAR(10) NULL;
                GO
                IF COL_LENGTH('[dbo].[Ship]', 'Name') IS NULL
                    ALTER TABLE [dbo].[Ship] ADD [Name] NVARCHAR(99) NULL;
                IF NOT EXISTS (SELECT * FROM sys.indexes WHERE name = 'IX_Ship' AND object_id = OBJECT_ID('dbo.Ship'))
                    CREATE INDEX IX_Ship ON dbo.Ship(Name);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("Id int not null", "Name nvarchar(10)");
        assertThat(replaying.changes())
                .containsExactly("created table ship", "created column ship.name", "created index ship.ix_ship");
    }

    @Test
    void aGuardThatOnlyDataAnswersMakesTheChangeConditional() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT, Name INT);
                GO
                IF EXISTS (SELECT 1 FROM Ship WHERE Id = 7)
                BEGIN
                    ALTER TABLE Ship DROP COLUMN Name;
                    DROP TABLE NoSuchTable;
                END
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("created table ship", "dropped column ship.name maybe");
    }

    @Test
    void returnEndsTheBatchAndNoMore() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT);
                GO
                IF OBJECT_ID('Ship') IS NOT NULL
                    RETURN;
                DROP TABLE Ship;
                GO
                ALTER TABLE Ship ADD Name INT;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("Id int", "Name int");
    }

    @Test
    void constantStringsAreRunAndPointIntoTheFile() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT, A INT, B INT, C INT);
                GO
                EXEC('ALTER TABLE Ship DROP COLUMN A');
                DECLARE @sql NVARCHAR(MAX);
                SET @sql = N'ALTER TABLE Ship ' +
                    N'DROP COLUMN B';
                EXEC sp_executesql @sql;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("Id int", "C int");
        assertThat(replaying.replayed().pre().changes())
                .last()
                .satisfies(change -> assertThat(
                                change.origin().span().startPosition().line())
                        .isBetween(5, 6));
    }

    @Test
    void stringsThatOnlyTheServerKnowsAreReportedIfTheyCanBeDdl() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT);
                GO
                DECLARE @name sysname = (SELECT TOP 1 name FROM sys.default_constraints);
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @name);
                EXEC('UPDATE Ship SET Id = ' + @name);
                """);

        assertThat(replaying.problems())
                .containsExactly("1.sql:4:1 DYNAMIC_SQL SQL that is put together when it runs may change the schema:"
                        + " 'ALTER TABLE Ship DROP CONSTRAINT …'");
    }

    @Test
    void aNumberThatIsWorkedOutFromTheRowsPutsTheNumberingRight() {
        Replaying replaying = replay("""
                CREATE SEQUENCE Berths;
                CREATE SEQUENCE Docks;
                GO
                DECLARE @next bigint = (SELECT MAX(Id) + 1 FROM Ship), @sql nvarchar(200), @db sysname = DB_NAME();
                SET @sql = 'ALTER SEQUENCE Berths RESTART WITH ' + CAST(@next AS nvarchar(20)) + ';';
                EXEC sp_executesql @sql;
                EXEC('CREATE SEQUENCE dbo.Piers AS int START WITH ' + @next + ' INCREMENT BY 5');
                EXEC('ALTER SEQUENCE Docks RESTART WITH ' + @next + ' CYCLE');
                EXEC('ALTER DATABASE ' + @db + ' SET READ_COMMITTED_SNAPSHOT ON');
                EXEC('ALTER SEQUENCE ' + @db + ' RESTART WITH 1');
                """);

        assertThat(replaying.problems())
                .containsExactly("1.sql:10:1 DYNAMIC_SQL SQL that is put together when it runs may change the schema:"
                        + " 'ALTER SEQUENCE … RESTART WITH 1'");
        assertThat(replaying.schema().sequences().get("piers").options())
                .containsEntry("increment", "5")
                .doesNotContainKey("start");
        assertThat(replaying.schema().sequences().get("docks").options()).containsEntry("cycle", "true");
        assertThat(replaying.schema().sequences().get("berths").options()).isEmpty();
    }

    @Test
    void aGuardThatSaysNoSchemaFindsWhatIsInAny() {
        Replaying replaying = replay("""
                CREATE SCHEMA yard;
                GO
                CREATE TABLE yard.Ship (Id INT, Crew INT, Flag INT CONSTRAINT DF_Flag DEFAULT 1);
                CREATE TABLE wharf.Crane (Id INT);
                CREATE SEQUENCE wharf.Berths;
                GO
                IF EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'Ship' AND COLUMN_NAME = 'Crew')
                    ALTER TABLE yard.Ship DROP COLUMN Crew;
                IF EXISTS (SELECT * FROM sys.objects WHERE name = 'Berths') DROP SEQUENCE wharf.Berths;
                IF EXISTS (SELECT * FROM sys.tables WHERE name = 'Crane') DROP TABLE wharf.Crane;
                IF NOT EXISTS (SELECT * FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id
                        WHERE t.name = 'Ship' AND c.name = 'Id')
                    ALTER TABLE yard.Ship ADD Id INT;
                DECLARE @n sysname = (SELECT d.name FROM sys.default_constraints d
                    JOIN sys.tables t ON t.object_id = d.parent_object_id WHERE t.name = 'Ship');
                EXEC('ALTER TABLE yard.Ship DROP CONSTRAINT ' + @n);
                IF OBJECT_ID('Ship') IS NULL CREATE TABLE Ship (Id INT);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("yard.ship")).containsExactly("Id int", "Flag int");
        assertThat(replaying.schema().tables()).containsOnlyKeys("yard.ship", "ship");
        assertThat(replaying.schema().sequences()).isEmpty();
    }

    @Test
    void threePartsWithoutATypeCanNameAnIndexOrAKey() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (Id INT NOT NULL CONSTRAINT PK_Old PRIMARY KEY, Crew INT);
                CREATE INDEX IX_Old ON Ship (Crew);
                EXEC sp_rename 'dbo.Ship.PK_Old', 'PK_Ship';
                EXEC sp_rename 'dbo.Ship.IX_Old', 'IX_Ship_Crew';
                EXEC sp_rename 'dbo.Ship.Crew', 'Hands';
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).containsExactly("Id int not null", "Hands int");
        assertThat(replaying.table("ship").primaryKey().name()).isEqualTo("PK_Ship");
        assertThat(replaying.table("ship").indexes())
                .extracting(each -> each.name())
                .containsExactly("IX_Ship_Crew");
    }

    @Test
    void aDefaultWhoseNameIsLookedUpInTheCatalogIsDropped() {
        Replaying replaying = replay("""
                CREATE TABLE Ship (A INT DEFAULT 1, B INT CONSTRAINT DF_B DEFAULT 2, C INT DEFAULT 3, D INT DEFAULT 4,
                    E INT DEFAULT 5, F INT, G INT DEFAULT 7);
                GO
                DECLARE @a sysname;
                SELECT @a = [d].[name] FROM [sys].[default_constraints] [d]
                INNER JOIN [sys].[columns] [c]
                    ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
                WHERE ([d].[parent_object_id] = OBJECT_ID(N'[Ship]') AND [c].[name] = N'A');
                IF @a IS NOT NULL EXEC(N'ALTER TABLE [Ship] DROP CONSTRAINT [' + @a + '];');
                GO
                DECLARE @b nvarchar(max) = (SELECT QUOTENAME(name) FROM sys.default_constraints
                    WHERE parent_object_id = OBJECT_ID('dbo.Ship')
                    AND parent_column_id = COLUMNPROPERTY(OBJECT_ID('dbo.Ship'), 'B', 'ColumnId'));
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @b);
                GO
                DECLARE @sql nvarchar(200);
                SELECT @sql = 'ALTER TABLE Ship DROP CONSTRAINT ' + d.name FROM sys.columns c
                JOIN sys.default_constraints d ON c.default_object_id = d.object_id
                JOIN sys.tables t ON t.object_id = c.object_id WHERE t.name = 'Ship' AND c.name = 'C';
                EXEC sp_executesql @sql;
                GO
                DECLARE @d sysname, @e sysname;
                SELECT TOP 1 @d = name FROM sys.default_constraints
                WHERE parent_object_id = OBJECT_ID('Ship') AND COL_NAME(parent_object_id, parent_column_id) = 'D';
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @d);
                SELECT @e = name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('Ship')
                AND parent_column_id = (SELECT column_id FROM sys.columns
                    WHERE object_id = OBJECT_ID('Ship') AND name = 'E');
                IF (@e IS NOT NULL) BEGIN EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @e) END
                GO
                DECLARE @f sysname = (SELECT name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('Ship')
                    AND COL_NAME(parent_object_id, parent_column_id) = 'F');
                IF @f IS NOT NULL EXEC('ALTER TABLE Ship DROP COLUMN ' + @f);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.table("ship").columns())
                .extracting(Column::name, Column::defaultValue)
                .containsExactly(
                        tuple("A", null),
                        tuple("B", null),
                        tuple("C", null),
                        tuple("D", null),
                        tuple("E", null),
                        tuple("F", null),
                        tuple("G", "7"));
    }

    @Test
    void labelsAreNoStatements() {
        Replaying replaying = replay("""
                IF @@ERROR <> 0 GOTO Broken
                GOTO Done
                Broken:
                    IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION
                Done:
                GO
                Again: CREATE TABLE Ship (Id INT);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.replayed().schema().tables()).containsOnlyKeys("ship");
    }

    @Test
    void aStarIsFrozenUntilTheViewIsRefreshed() {
        String made = """
                CREATE TABLE Ship (Id INT, Name NVARCHAR(5));
                GO
                CREATE VIEW Ships AS SELECT * FROM Ship
                GO
                ALTER TABLE Ship ADD Flag CHAR(2);
                GO
                """;

        assertThat(columns(replay(made), "ships")).containsExactly("Id int", "Name nvarchar(5)");
        assertThat(columns(replay(made + "EXEC sp_refreshview 'Ships';"), "ships"))
                .containsExactly("Id int", "Name nvarchar(5)", "Flag char(2)");
        assertThat(replay(made).schema().views().get("ships").uses()).contains("ship", "ship.id", "ship.name");
    }

    private static List<String> columns(Replaying replaying, String viewKey) {
        View view = Objects.requireNonNull(replaying.schema().views().get(viewKey));
        List<ViewColumn> columns = Objects.requireNonNull(view.columns());
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }

    @Test
    void deprecationIsReadFromTheExtendedProperty() {
        Replaying replaying = replay("""
                CREATE TABLE dbo.Ship (Id INT, Name INT);
                GO
                EXEC sp_addextendedproperty 'Deprecated', 'use Title', 'SCHEMA', 'dbo', 'TABLE', 'Ship', 'COLUMN', 'Name';
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.table("ship").columns().get(1).marks().deprecated())
                .isEqualTo("use Title");
    }

    @Test
    void sqlcmd_ends_at_an_exit_without_a_colon() {
        assertThat(Replaying.of(Dialect.SQL_SERVER, "CREATE TABLE dbo.Dock (DockId INT);\nGO\nexit\nGO\n")
                        .problems())
                .isEmpty();
        assertThat(Replaying.of(
                                Dialect.SQL_SERVER,
                                "CREATE TABLE dbo.Dock (DockId INT);\nGO\nQUIT;\nGO\nDROP TABLE dbo.Dock;")
                        .problems())
                .singleElement()
                .asString()
                .contains("what stands behind it is not run");
    }

    @Test
    void aRollbackThatIsRunInAnyCaseUndoesTheTransaction() {
        Replaying replaying = replay("""
                CREATE TABLE dbo.Boat (Id int);
                BEGIN TRANSACTION Outermost
                ALTER TABLE dbo.Boat ADD Name nvarchar(20)
                BEGIN TRAN
                ALTER TABLE dbo.Boat ADD Size int
                COMMIT
                SAVE TRANSACTION BeforeDrop
                DROP TABLE dbo.Boat
                ROLLBACK TRAN BeforeDrop
                GO
                ALTER TABLE dbo.Boat ADD Kind int
                ROLLBACK TRANSACTION Outermost
                GO
                BEGIN TRAN
                ALTER TABLE dbo.Boat ADD Crew int
                IF @@ERROR <> 0 ROLLBACK TRAN
                COMMIT
                GO
                ALTER TABLE dbo.Boat ADD Flag bit
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("boat")).containsExactly("Id int", "Crew int", "Flag bit");
    }

    @Test
    void what_is_run_for_each_table_is_run_for_every_table_there_is() {
        String tables = "CREATE TABLE dbo.Dock (DockId INT);\nGO\nCREATE TABLE dbo.[Old]]Ship] (ShipId INT);\nGO\n";
        Replaying checks = Replaying.of(
                Dialect.SQL_SERVER,
                tables + "EXEC sp_MSforeachtable 'ALTER TABLE ? NOCHECK CONSTRAINT ALL';\n"
                        + "EXEC sp_msforeachtable @command1 = \"PRINT '?'\", @command2 = N'ALTER TABLE ? WITH CHECK CHECK CONSTRAINT all'");
        assertThat(checks.problems()).isEmpty();

        Replaying drops = Replaying.of(Dialect.SQL_SERVER, tables).then("EXEC sp_MSforeachtable 'DROP TABLE #', '#'");
        assertThat(drops.problems()).isEmpty();
        assertThat(drops.changes()).containsExactly("dropped table dock", "dropped table old]ship");

        assertThat(Replaying.of(
                                Dialect.SQL_SERVER,
                                tables + "EXEC sp_MSforeachtable 'DROP TABLE ?', @whereand = 'and 1 = 0'")
                        .problems())
                .singleElement()
                .asString()
                .contains("the tables of sp_MSforeachtable can't be told");
    }
}
