package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class SqlServerStatementsTest {
    @Test
    void views_routines_and_triggers() {
        assertRead(Dialect.SQL_SERVER, false, """
                CREATE OR ALTER VIEW dbo.Open_Orders (Id, Total) WITH SCHEMABINDING AS SELECT Id, Total FROM dbo.Orders WITH CHECK OPTION
                    CreateView name=dbo.Open_Orders mode=OR_REPLACE columns=[Id, Total] query=«SELECT Id, Total FROM dbo.Orders» definition=(id, total) with schemabinding as select id, total from orders with check option
                ALTER PROC [dbo].[spFind] @From date, @Ids dbo.IdList READONLY, @Text nvarchar(50) = N'', @Count int = NULL OUTPUT WITH RECOMPILE AS BEGIN SELECT 1 END
                    CreateRoutine name=dbo.spFind routineKind=procedure mode=ALTER parameters=[(ParameterDefinition name=@From type=date mode=in), (ParameterDefinition name=@Ids type=idlist mode=in), (ParameterDefinition name=@Text type=nvarchar(50) hasDefault=true mode=in), (ParameterDefinition name=@Count type=int hasDefault=true mode=inout)] language=tsql body=«BEGIN SELECT 1 END» definition=@from date, @ids idlist readonly, @text nvarchar(50) = N'', @count int = null output with recompile as begin select 1 end
                CREATE FUNCTION dbo.fnTotal (@Id int) RETURNS decimal(10, 2) AS BEGIN RETURN 1 END
                    CreateRoutine name=dbo.fnTotal routineKind=function mode=CREATE parameters=[(ParameterDefinition name=@Id type=int mode=in)] returns=decimal(10,2) language=tsql body=«BEGIN RETURN 1 END» definition=(@id int) returns decimal(10, 2) as begin return 1 end
                CREATE FUNCTION dbo.fnOrders (@Id int) RETURNS TABLE AS RETURN SELECT 1 AS One
                    CreateRoutine name=dbo.fnOrders routineKind=function mode=CREATE parameters=[(ParameterDefinition name=@Id type=int mode=in)] returns=table language=tsql body=«RETURN SELECT 1 AS One» definition=(@id int) returns table as return select 1 as one
                CREATE TRIGGER dbo.trAudit ON dbo.Orders AFTER INSERT, UPDATE AS SELECT 1
                    CreateTrigger name=dbo.trAudit table=dbo.Orders mode=CREATE timing=after events=[insert, update] body=«SELECT 1» definition=on orders after insert, update as select 1
                DISABLE TRIGGER dbo.trAudit ON dbo.Orders
                    SetTriggerEnabled trigger=dbo.trAudit table=dbo.Orders
                """);
    }

    @Test
    void types_sequences_and_other_objects() {
        assertRead(Dialect.SQL_SERVER, false, """
                CREATE TYPE dbo.IdList AS TABLE (Id int NOT NULL PRIMARY KEY)
                    CreateType name=dbo.IdList mode=CREATE typeKind=table columns=[(ColumnDefinition name=Id type=int identity=NONE constraints=[(PrimaryKeyDefinition columns=[Id])])] definition=as table(id int not null primary key)
                CREATE TYPE dbo.Phone FROM varchar(20) NOT NULL
                    CreateType name=dbo.Phone mode=CREATE typeKind=alias baseType=varchar(20) notNull=true definition=from varchar(20) not null
                CREATE SEQUENCE dbo.Numbers AS bigint START WITH 10 INCREMENT BY 2 NO CYCLE
                    CreateSequence name=dbo.Numbers mode=CREATE options={cycle=false, increment=2, start=10, type=bigint}
                CREATE SYNONYM dbo.Customers FOR sales.dbo.People
                    CreateSynonym name=dbo.Customers mode=CREATE target=dbo.People database=sales
                ALTER SCHEMA archive TRANSFER OBJECT::dbo.Orders
                    MoveObject name=dbo.Orders toSchema=archive
                EXEC sp_refreshview N'dbo.Open_Orders'
                    RefreshModule name=dbo.Open_Orders
                EXEC sp_addextendedproperty 'Deprecated', 'soon', 'SCHEMA', 'dbo', 'TABLE', 'Orders', 'COLUMN', 'Total'
                    CommentOn kind=COLUMN name=dbo.Orders member=Total property=Deprecated text=soon
                DBCC CHECKIDENT ('dbo.Orders', RESEED, 1)
                    AlterTable name=dbo.Orders actions=[(RestartIdentity value=1)]
                GRANT SELECT, UPDATE (Total) ON OBJECT::dbo.Orders TO reader
                    Privilege verb=grant privileges=[select, update (total)] kind=TABLE objects=[dbo.Orders] grantees=[reader]
                CREATE SECURITY POLICY p ADD FILTER PREDICATE dbo.f(Id) ON dbo.Orders
                    AlterTable name=dbo.Orders actions=[(RowSecurity enabled=true)]
                """);
    }

    @Test
    void lines_for_sqlcmd() {
        assertRead(Dialect.SQL_SERVER, false, """
                :r other.sql
                    NotUnderstood why=the statements of another file are not read where one script runs it; they have to stand in this script, or in one that the migration tool runs
                :setvar Name value
                    NoSchemaEffect reason=sqlcmd command
                """);
    }

    @Test
    void drops_name_every_object() {
        assertRead(Dialect.SQL_SERVER, false, """
                DROP TABLE IF EXISTS dbo.A, [dbo].[B]
                    DropObject kind=TABLE name=dbo.A ifExists=true
                    DropObject kind=TABLE name=dbo.B ifExists=true
                DROP TRIGGER trAudit ON DATABASE
                    DropObject kind=TRIGGER name=trAudit
                """);
    }

    @Test
    void sp_rename_in_all_spellings() {
        assertRead(Dialect.SQL_SERVER, false, """
                EXEC sp_rename 'dbo.Orders.Total', 'Amount', 'COLUMN'
                    RenameObject kind=COLUMN table=dbo.Orders from=Total to=Amount
                EXECUTE sys.sp_rename @newname = N'Amount', @objname = N'[dbo].[Orders].[Total]'
                    RenameObject kind=COLUMN table=dbo.Orders from=Total to=Amount
                EXEC sp_rename 'Orders', 'Purchases'
                    RenameObject from=Orders to=Purchases
                EXEC sp_rename N'dbo.Orders.IX_Total', N'IX_Amount', N'INDEX'
                    RenameObject kind=INDEX table=dbo.Orders from=IX_Total to=IX_Amount
                EXEC sp_rename 'dbo.Orders.Unit Price', 'UnitPrice', 'COLUMN'
                    RenameObject kind=COLUMN table=dbo.Orders from=Unit Price to=UnitPrice
                EXEC sp_rename @old, 'Amount'
                    Execute text=(Concatenation parts=[(Literal text=«EXEC sp_rename '»), (Variable name=@old), (Literal text=«', '»), (Literal text=«Amount»), (Literal text=«'»)])
                """);
    }

    @Test
    void text_that_is_run_calls_and_variables() {
        assertRead(Dialect.SQL_SERVER, false, """
                EXEC('ALTER TABLE t DROP COLUMN ' + @name)
                    Execute text=(Concatenation parts=[(Literal text=«ALTER TABLE t DROP COLUMN »), (Variable name=@name)])
                EXEC sp_executesql N'DROP TABLE t'
                    Execute text=(Literal text=«DROP TABLE t»)
                EXEC dbo.AddColumn 'a', @b OUTPUT
                    Call routine=dbo.AddColumn arguments=[(Argument value=(Literal text=«a»)), (Argument value=(Variable name=@b))]
                    Assign variable=@b value=(Unknown)
                DECLARE @a int = 1, @b nvarchar(9)
                    Assign variable=@a value=(Literal text=«1»)
                    Assign variable=@b value=(Null)
                SET @sql = CONCAT(N'DROP TABLE ', QUOTENAME(@t))
                    Assign variable=@sql value=(Concatenation parts=[(Literal text=«DROP TABLE »), (QuotedName name=(Variable name=@t))] skipsNull=true)
                SELECT @n = COUNT(*) FROM sys.tables WHERE name = 'Orders'
                    Assign variable=@n value=(Choice guard=(ObjectExists kinds=[TABLE] name=*.Orders) then=(Literal text=«1») otherwise=(Literal text=«0»))
                """);
    }

    @Test
    void what_rows_are_touched() {
        assertRead(Dialect.SQL_SERVER, false, """
                UPDATE o SET o.Total = 0 FROM dbo.Orders o JOIN dbo.Lines l ON l.Id = o.Id
                    Data verb=update target=dbo.Orders sources=[dbo.Orders, dbo.Lines] setColumns=[Total]
                DELETE FROM dbo.Orders
                    Data verb=delete target=dbo.Orders
                INSERT INTO dbo.Orders (Id, Total) SELECT Id, 0 FROM dbo.Lines
                    Data verb=insert target=dbo.Orders sources=[dbo.Lines] setColumns=[Id, Total]
                WITH c AS (SELECT * FROM dbo.Orders) UPDATE c SET Total = 0
                    Data verb=update target=dbo.Orders sources=[dbo.Orders] setColumns=[Total]
                """);
    }

    @Test
    void what_is_not_understood_is_said() {
        assertRead(Dialect.SQL_SERVER, false, """
                FROBNICATE TABLE t
                    NotUnderstood why=expected the beginning of a statement, found 'FROBNICATE'
                DROP TABLE dbo.A dbo.B
                    DropObject kind=TABLE name=dbo.A
                    NotUnderstood why=expected the end of the statement, found 'dbo'
                CREATE VIEW v
                    NotUnderstood why=expected AS, found the end of the statement
                EXEC @procedure
                    NotUnderstood why=the name of the procedure is in @procedure
                PRINT 'not closed
                    NoSchemaEffect reason=output
                    NotUnderstood why=a quote or comment is not closed, or a character belongs to no SQL
                """);
    }

    /** Every statement, with the operations that it says below it. */
    private static void assertRead(Dialect dialect, boolean body, String statements) {
        assertThat(new ReadStatements(dialect).readAll(statements, body)).isEqualTo(statements);
    }
}
