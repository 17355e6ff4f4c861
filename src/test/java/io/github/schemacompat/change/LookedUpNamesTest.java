package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that look up in the catalog what they then drop. */
class LookedUpNamesTest {
    private static final String SHIPS = """
            CREATE TABLE dbo.Dock (DockId INT PRIMARY KEY);
            CREATE TABLE dbo.Ship (
                ShipId INT NOT NULL PRIMARY KEY,
                Code INT NOT NULL UNIQUE,
                Crew INT NOT NULL DEFAULT 4,
                Flag CHAR(2) NOT NULL CONSTRAINT DF_Flag DEFAULT 'NO',
                DockId INT NULL REFERENCES dbo.Dock (DockId),
                CHECK (Crew > 0));
            """;

    private static Replaying sqlServer(String then) {
        return Replaying.of(Dialect.SQL_SERVER, SHIPS).then(then);
    }

    /** Each finds the default of Crew, which has no name in the script. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT @n = name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('dbo.Ship')"
                        + " AND COL_NAME(parent_object_id, parent_column_id) = 'Crew'",
                "SELECT @n = [d].[name] FROM [sys].[default_constraints] [d] INNER JOIN [sys].[columns] [c]"
                        + " ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]"
                        + " WHERE ([d].[parent_object_id] = OBJECT_ID(N'[dbo].[Ship]') AND [c].[name] = N'Crew')",
                "SELECT TOP 1 @n = dc.name FROM sys.default_constraints dc JOIN sys.columns c"
                        + " ON c.default_object_id = dc.object_id WHERE c.object_id = OBJECT_ID('dbo.Ship')"
                        + " AND c.name = 'Crew'",
                "SELECT TOP (1) @n = d.name FROM sys.tables t JOIN sys.default_constraints d"
                        + " ON d.parent_object_id = t.object_id JOIN sys.columns c ON c.object_id = t.object_id"
                        + " AND c.column_id = d.parent_column_id WHERE t.name = 'Ship'"
                        + " AND t.schema_id = SCHEMA_ID('dbo') AND c.name = 'Crew'",
                "SET @n = (SELECT con.name FROM sys.default_constraints con JOIN sys.objects o"
                        + " ON o.object_id = con.parent_object_id AND o.type = 'U' AND o.name = 'Ship'"
                        + " JOIN sys.columns c ON c.column_id = con.parent_column_id AND c.object_id = o.object_id"
                        + " AND c.name = 'Crew' JOIN sys.schemas s ON s.schema_id = o.schema_id AND s.name = 'dbo'"
                        + " WHERE con.type = 'D')",
                "SELECT @n = name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('Ship')"
                        + " AND parent_column_id = (SELECT column_id FROM sys.columns"
                        + " WHERE object_id = OBJECT_ID('Ship') AND name = 'Crew')",
                "SELECT @n = name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('Ship')"
                        + " AND parent_column_id = COLUMNPROPERTY(OBJECT_ID('Ship'), 'Crew', 'ColumnId')",
                "SELECT @n = OBJECT_NAME(default_object_id) FROM sys.columns WHERE object_id = OBJECT_ID('Ship')"
                        + " AND name = 'Crew'",
                "SELECT @n = OBJECT_NAME([default_object_id]) FROM SYS.COLUMNS WHERE [object_id] = OBJECT_ID('Ship')"
                        + " AND [name] = 'Crew'",
                "SET @n = (SELECT OBJECT_NAME(cdefault) FROM syscolumns WHERE id = OBJECT_ID('Ship')"
                        + " AND name = 'Crew')",
                "SELECT @n = so.name FROM sysobjects so JOIN sysconstraints sc ON so.id = sc.constid"
                        + " WHERE OBJECT_NAME(so.parent_obj) = 'Ship' AND so.xtype = 'D' AND sc.colid ="
                        + " (SELECT colid FROM syscolumns WHERE id = OBJECT_ID('dbo.Ship') AND name = 'Crew')",
                "SET @n = (SELECT obj.NAME FROM SYSOBJECTS obj INNER JOIN SYSCOLUMNS col ON obj.ID = col.CDEFAULT"
                        + " INNER JOIN SYSOBJECTS tbl ON col.ID = tbl.ID"
                        + " WHERE obj.XTYPE = 'D' AND tbl.NAME = 'Ship' AND col.NAME = 'Crew')",
                "SELECT @n = name FROM sys.objects WHERE type = 'D' AND parent_object_id = OBJECT_ID('Ship')"
                        + " AND name LIKE 'DF[_][_]Ship[_][_]Crew[_][_]%'",
                "SELECT @n = name FROM sys.objects WHERE object_id = (SELECT default_object_id FROM sys.columns"
                        + " WHERE object_id = OBJECT_ID('Ship') AND name = 'Crew')",
                "DECLARE @t SYSNAME = N'Ship'; DECLARE @c SYSNAME; SET @c = 'Crew'; SELECT @n = d.name"
                        + " FROM sys.tables t JOIN sys.default_constraints d ON d.parent_object_id = t.object_id"
                        + " JOIN sys.columns c ON c.object_id = t.object_id AND c.column_id = d.parent_column_id"
                        + " WHERE t.name = @t AND c.name = @c"
            })
    void the_default_of_a_column(String lookup) {
        Replaying replaying = sqlServer("DECLARE @n SYSNAME, @sql NVARCHAR(MAX);\n" + lookup
                + "\nIF @n IS NOT NULL\nBEGIN\n"
                + "SET @sql = N'ALTER TABLE dbo.Ship DROP CONSTRAINT ' + QUOTENAME(@n); EXEC(@sql);\nEND");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("altered column ship.crew");
        assertThat(replaying.columns("ship"))
                .contains("Crew int not null", "Flag char(2) not null default 'NO' named DF_Flag");
    }

    @Test
    void a_statement_for_each_row() {
        Replaying replaying = sqlServer("""
                DECLARE @sql NVARCHAR(MAX) = N'';
                SELECT @sql = @sql + N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(dc.parent_object_id)) + N'.'
                    + QUOTENAME(OBJECT_NAME(dc.parent_object_id)) + N' DROP CONSTRAINT ' + QUOTENAME(dc.name) + N';' + CHAR(10)
                FROM sys.default_constraints dc
                JOIN sys.columns c ON c.object_id = dc.parent_object_id AND c.column_id = dc.parent_column_id
                WHERE dc.parent_object_id = OBJECT_ID('dbo.Ship') AND c.name IN ('Crew', 'Flag', 'DockId');
                IF @sql <> N'' EXEC sp_executesql @sql;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("altered column ship.crew", "altered column ship.flag");
    }

    @Test
    void constraints_of_every_kind() {
        Replaying replaying = sqlServer("""
                DECLARE @fk SYSNAME, @uq SYSNAME, @ck SYSNAME, @pk SYSNAME;
                SELECT @fk = fk.name FROM sys.foreign_keys fk
                    JOIN sys.foreign_key_columns fkc ON fkc.constraint_object_id = fk.object_id
                    JOIN sys.columns c ON c.object_id = fkc.parent_object_id AND c.column_id = fkc.parent_column_id
                    WHERE fk.parent_object_id = OBJECT_ID('Ship') AND fk.referenced_object_id = OBJECT_ID('Dock') AND c.name = 'DockId';
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @fk);
                SELECT @uq = tc.CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS tc
                    JOIN INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE cu ON cu.CONSTRAINT_NAME = tc.CONSTRAINT_NAME
                    WHERE tc.TABLE_NAME = 'Ship' AND tc.CONSTRAINT_TYPE = 'UNIQUE' AND cu.COLUMN_NAME = 'Code';
                EXEC('ALTER TABLE Ship DROP CONSTRAINT [' + @uq + ']');
                SELECT @ck = name FROM sys.check_constraints WHERE parent_object_id = OBJECT_ID('Ship') AND definition LIKE '%Crew%';
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @ck);
                SET @pk = (SELECT name FROM sys.key_constraints WHERE type = 'PK' AND parent_object_id = OBJECT_ID('Ship'));
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @pk);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("ship")).isEmpty();
    }

    @Test
    void nothing_is_run_where_nothing_is_found() {
        Replaying replaying = sqlServer("""
                DECLARE @n SYSNAME;
                SELECT @n = name FROM sys.default_constraints
                    WHERE parent_object_id = OBJECT_ID('Ship') AND COL_NAME(parent_object_id, parent_column_id) = 'Code';
                IF @n IS NOT NULL EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @n);
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @n);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).isEmpty();
    }

    @Test
    void one_of_several_is_dropped_maybe() {
        Replaying replaying = sqlServer("""
                DECLARE @n SYSNAME;
                SELECT @n = name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('Ship');
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @n);
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly("altered column ship.crew maybe", "altered column ship.flag maybe");
    }

    @Test
    void what_no_table_determines_stays_dynamic() {
        Replaying replaying = sqlServer("""
                DECLARE @n SYSNAME;
                SELECT @n = name FROM sys.default_constraints WHERE name LIKE 'DF%';
                EXEC('ALTER TABLE Ship DROP CONSTRAINT ' + @n);
                """);

        assertThat(replaying.problems()).singleElement().asString().contains("DYNAMIC_SQL");
        assertThat(replaying.changes()).isEmpty();
    }

    @Test
    void what_is_found_can_get_a_name() {
        Replaying replaying = sqlServer("""
                DECLARE @n SYSNAME = (SELECT name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID('Ship')
                    AND COL_NAME(parent_object_id, parent_column_id) = 'Crew');
                EXEC sp_rename @n, 'DF_Crew', 'OBJECT';
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ship")).contains("Crew int not null default 4 named DF_Crew");
    }

    @Test
    void a_name_that_the_engine_made_up_elsewhere() {
        Replaying replaying = sqlServer("ALTER TABLE dbo.Ship DROP CONSTRAINT DF__Ship__Crew__4CA06362;");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("altered column ship.crew");
    }

    @Test
    void my_sql_looks_up_foreign_keys() {
        Replaying replaying = Replaying.of(Dialect.MYSQL, """
                CREATE TABLE dock (id INT PRIMARY KEY);
                CREATE TABLE ship (id INT PRIMARY KEY, dock_id INT, home_id INT, KEY by_home (home_id, id),
                    FOREIGN KEY (dock_id) REFERENCES dock (id), FOREIGN KEY (home_id) REFERENCES dock (id));
                """).then("""
                SET @db = DATABASE();
                SET @fk = (SELECT CONSTRAINT_NAME FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = @db
                    AND TABLE_NAME = 'ship' AND COLUMN_NAME = 'dock_id' AND REFERENCED_TABLE_NAME = 'dock' LIMIT 1);
                SET @sql = IF(@fk IS NULL, 'DO 0', CONCAT('ALTER TABLE ship DROP FOREIGN KEY ', @fk));
                PREPARE st FROM @sql; EXECUTE st; DEALLOCATE PREPARE st;
                SELECT CONSTRAINT_NAME INTO @n FROM information_schema.KEY_COLUMN_USAGE
                    WHERE TABLE_NAME = 'ship' AND COLUMN_NAME = 'home_id' AND REFERENCED_TABLE_NAME IS NOT NULL;
                SET @s = CONCAT('ALTER TABLE ship DROP FOREIGN KEY ', @n);
                PREPARE st FROM @s; EXECUTE st;
                SET @key = (SELECT INDEX_NAME FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
                    AND TABLE_NAME = 'ship' AND INDEX_NAME <> 'PRIMARY' AND INDEX_NAME LIKE 'by%' LIMIT 1);
                SET @s = IF(@key IS NULL, 'SELECT 1', CONCAT('DROP INDEX `', @key, '` ON ship'));
                PREPARE st FROM @s; EXECUTE st;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.keys("ship")).noneMatch(key -> key.startsWith("foreign key"));
        assertThat(replaying.table("ship").indexes()).extracting(Index::name).doesNotContain("by_home");
    }

    @Test
    void my_sql_chooses_a_statement_by_what_is_there() {
        String choose = """
                SET @s = (SELECT IF((SELECT COUNT(*) FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'ship'
                    AND TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'crew') > 0, 'ALTER TABLE ship DROP COLUMN crew', 'SELECT 1'));
                PREPARE st FROM @s; EXECUTE st;
                """;
        assertThat(Replaying.of(Dialect.MYSQL, "CREATE TABLE ship (id INT, crew INT);")
                        .then(choose)
                        .changes())
                .containsExactly("dropped column ship.crew");
        Replaying without =
                Replaying.of(Dialect.MYSQL, "CREATE TABLE ship (id INT);").then(choose);
        assertThat(without.changes()).isEmpty();
        assertThat(without.problems()).isEmpty();
    }

    @Test
    void my_sql_chooses_by_variables() {
        Replaying replaying =
                Replaying.of(Dialect.MYSQL, "CREATE TABLE ship (id INT);").then("""
                SET @dbname = DATABASE();
                SET @tablename = "ship";
                SET @columnname = "crew";
                SET @st = (SELECT IF((SELECT COUNT(*) FROM INFORMATION_SCHEMA.COLUMNS WHERE (table_name = @tablename)
                    AND (table_schema = @dbname) AND (column_name = @columnname)) > 0, "SELECT 1",
                    CONCAT("ALTER TABLE ", @tablename, " ADD ", @columnname, " INT(11);")));
                PREPARE alterIfNotExists FROM @st; EXECUTE alterIfNotExists;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("created column ship.crew");
    }

    @Test
    void what_no_schema_answers_may_be_either() {
        Replaying replaying = Replaying.of(Dialect.MYSQL, "CREATE TABLE ship (id INT, crew INT);")
                .then("""
                SET @s = IF((SELECT COUNT(*) FROM ship) > 0, 'ALTER TABLE ship DROP COLUMN crew', 'SELECT 1');
                PREPARE st FROM @s; EXECUTE st;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes()).containsExactly("dropped column ship.crew maybe");
    }

    @Test
    void postgre_sql_looks_up_constraints() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE ship (id int PRIMARY KEY, code text UNIQUE, crew int CHECK (crew > 0), flag text CHECK (flag <> ''));
                """).then("""
                DO $$
                DECLARE n text; c text;
                BEGIN
                    SELECT conname INTO n FROM pg_constraint WHERE conrelid = 'ship'::regclass AND contype = 'u';
                    EXECUTE format('ALTER TABLE ship DROP CONSTRAINT %I', n);
                    SELECT conname INTO c FROM pg_constraint WHERE conrelid = 'public.ship'::regclass AND contype = 'c'
                        AND pg_get_constraintdef(oid) ILIKE '%flag%' LIMIT 1;
                    IF c IS NOT NULL THEN
                        EXECUTE 'ALTER TABLE ship DROP CONSTRAINT ' || quote_ident(c);
                    END IF;
                    SELECT conname INTO c FROM pg_constraint WHERE conrelid = 'ship'::regclass AND contype = 'f';
                    IF c IS NOT NULL THEN
                        EXECUTE 'ALTER TABLE ship DROP CONSTRAINT ' || c;
                    END IF;
                END $$;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly(
                        "dropped unique constraint ship.ship_code_key",
                        "dropped check constraint ship.ship_flag_check");
    }

    @Test
    void postgre_sql_loops_over_what_it_finds() {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, """
                CREATE TABLE ship (id int PRIMARY KEY, code text UNIQUE, crew int CHECK (crew > 0), flag text CHECK (flag <> ''));
                """).then("""
                DO $$
                DECLARE r record;
                BEGIN
                    FOR r IN SELECT conname, conrelid::regclass AS tab FROM pg_constraint
                        WHERE conrelid = 'ship'::regclass AND contype IN ('c', 'u')
                    LOOP
                        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', r.tab, r.conname);
                    END LOOP;
                    FOR r IN (SELECT conname FROM pg_constraint WHERE conrelid = 'ship'::regclass AND contype = 'f') LOOP
                        EXECUTE 'ALTER TABLE ship DROP CONSTRAINT ' || quote_ident(r.conname);
                    END LOOP;
                END $$;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactlyInAnyOrder(
                        "dropped unique constraint ship.ship_code_key",
                        "dropped check constraint ship.ship_crew_check",
                        "dropped check constraint ship.ship_flag_check");
    }

    @Test
    void sql_server_goes_through_a_cursor() {
        Replaying replaying = sqlServer("""
                DECLARE @n SYSNAME;
                DECLARE found CURSOR LOCAL FAST_FORWARD FOR
                    SELECT dc.name FROM sys.default_constraints dc WHERE dc.parent_object_id = OBJECT_ID('dbo.Ship');
                OPEN found;
                FETCH NEXT FROM found INTO @n;
                WHILE @@FETCH_STATUS = 0
                BEGIN
                    EXEC('ALTER TABLE dbo.Ship DROP CONSTRAINT ' + @n);
                    FETCH NEXT FROM found INTO @n;
                END
                CLOSE found; DEALLOCATE found;
                """);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.changes())
                .containsExactly("altered column ship.crew maybe", "altered column ship.flag maybe");
    }
}
