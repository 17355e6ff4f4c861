package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class MySqlStatementsTest {
    @Test
    void views_routines_and_triggers() {
        assertRead(Dialect.MYSQL, false, """
                CREATE ALGORITHM=MERGE DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW v AS SELECT 1
                    CreateView name=v mode=CREATE query=«SELECT 1» definition=as select 1
                CREATE DEFINER='a'@'%' PROCEDURE IF NOT EXISTS p(IN a INT, OUT b VARCHAR(10) CHARSET utf8) COMMENT 'x' READS SQL DATA BEGIN SELECT 1; END
                    CreateRoutine name=p routineKind=procedure mode=IF_NOT_EXISTS parameters=[(ParameterDefinition name=a type=int mode=in), (ParameterDefinition name=b type=varchar(10) mode=out)] language=sql body=«BEGIN SELECT 1; END» definition=(in a int, out b varchar(10) charset utf8) comment 'x' reads sql data begin select 1; end
                CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN a
                    CreateRoutine name=f routineKind=function mode=CREATE parameters=[(ParameterDefinition name=a type=int mode=in)] returns=int language=sql body=«RETURN a» definition=(a int) returns int deterministic return a
                CREATE TRIGGER tr BEFORE UPDATE ON orders FOR EACH ROW SET NEW.total = 0
                    CreateTrigger name=tr table=orders mode=CREATE timing=before events=[update] body=«SET NEW.total = 0» definition=before update on orders for each row set new.total = 0
                CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM orders
                    NoSchemaEffect reason=scheduled event
                """);
    }

    @Test
    void drops_and_calls() {
        assertRead(Dialect.MYSQL, false, """
                DROP TEMPORARY TABLE IF EXISTS a, b
                    DropObject kind=TABLE name=a ifExists=true
                    DropObject kind=TABLE name=b ifExists=true
                DROP DATABASE IF EXISTS shop
                    DropObject kind=SCHEMA name=shop ifExists=true
                CALL p('a', @b)
                    Call routine=p arguments=[(Argument value=(Literal text=«a»)), (Argument value=(Variable name=@b))] gives=true
                PREPARE s FROM @sql
                    Prepare name=s text=(Variable name=@sql)
                EXECUTE s USING @a
                    ExecutePrepared name=s
                """);
    }

    @Test
    void variables_that_the_catalog_fills() {
        assertRead(Dialect.MYSQL, false, """
                SET @n = (SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'orders'), @m := 1
                    Assign variable=@n value=(Choice guard=(ObjectExists kinds=[TABLE, VIEW] name=orders) then=(Literal text=«1») otherwise=(Literal text=«0»))
                    Assign variable=@m value=(Literal text=«1»)
                SET @sql = (SELECT IF(COUNT(*) > 0, 'SELECT 1', 'ALTER TABLE orders ADD a INT') FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'a')
                    Assign variable=@sql value=(Choice guard=(MemberExists kinds=[COLUMN] table=orders member=a) then=(Literal text=«SELECT 1») otherwise=(Literal text=«ALTER TABLE orders ADD a INT»))
                SELECT COUNT(*) INTO @n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'orders'
                    Assign variable=@n value=(Choice guard=(ObjectExists kinds=[TABLE, VIEW] name=orders) then=(Literal text=«1») otherwise=(Literal text=«0»))
                SET NAMES utf8mb4
                    NoSchemaEffect reason=session setting
                USE shop
                    SetDefaultSchema schema=shop
                DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK
                    NoSchemaEffect reason=declaration
                DECLARE done INT DEFAULT 0
                    Assign variable=done value=(Literal text=«0»)
                """);
    }

    @Test
    void what_rows_are_touched() {
        assertRead(Dialect.MYSQL, false, """
                REPLACE INTO orders SET id = 1, total = 2
                    Data verb=replace target=orders setColumns=[id, total]
                UPDATE orders o JOIN line_items l ON l.id = o.id SET o.total = l.total WHERE l.id > 1
                    Data verb=update target=orders sources=[line_items] filtered=true setColumns=[total]
                """);
    }

    @Test
    void what_is_not_understood_is_said() {
        assertRead(Dialect.MYSQL, false, """
                CREATE PACKAGE p AS x
                    NotUnderstood why=packages are not followed
                """);
    }

    @Test
    void sequences_and_text_that_is_run() {
        assertRead(Dialect.MARIADB, false, """
                CREATE OR REPLACE SEQUENCE numbers START WITH 5 INCREMENT BY 2
                    CreateSequence name=numbers mode=OR_REPLACE options={increment=2, start=5}
                EXECUTE IMMEDIATE 'DROP TABLE t'
                    Execute text=(Literal text=«DROP TABLE t»)
                """);
    }

    /** Every statement, with the operations that it says below it. */
    private static void assertRead(Dialect dialect, boolean body, String statements) {
        assertThat(new ReadStatements(dialect).readAll(statements, body)).isEqualTo(statements);
    }
}
