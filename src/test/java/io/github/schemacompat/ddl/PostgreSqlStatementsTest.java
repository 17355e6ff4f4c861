package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import org.junit.jupiter.api.Test;

class PostgreSqlStatementsTest {
    @Test
    void views_routines_and_triggers() {
        assertRead(Dialect.POSTGRESQL, false, """
                CREATE OR REPLACE VIEW shop.open_orders AS SELECT id FROM orders WITH LOCAL CHECK OPTION
                    CreateView name=shop.open_orders mode=OR_REPLACE query=«SELECT id FROM orders» definition=as select id from orders with local check option
                CREATE MATERIALIZED VIEW IF NOT EXISTS totals (n) WITH (fillfactor = 70) AS SELECT 1 WITH NO DATA
                    CreateView name=totals mode=IF_NOT_EXISTS materialized=true columns=[n] query=«SELECT 1» definition=(n) with (fillfactor = 70) as select 1
                CREATE FUNCTION find(a_name text, double precision, OUT n int, VARIADIC rest text[] DEFAULT '{}') RETURNS SETOF orders LANGUAGE plpgsql STABLE AS $$ BEGIN END $$
                    CreateRoutine name=find routineKind=function mode=CREATE parameters=[(ParameterDefinition name=a_name type=text mode=in), (ParameterDefinition type=double precision mode=in), (ParameterDefinition name=n type=integer mode=out), (ParameterDefinition name=rest type=text[] hasDefault=true mode=variadic)] returns=setof orders language=plpgsql body=« BEGIN END » definition=(a_name text, double precision, out n int, variadic rest text[] default '{}') returns setof orders language plpgsql stable as $$ begin end $$
                CREATE FUNCTION twice(n int) RETURNS TABLE (a int, b text) LANGUAGE sql RETURN n * 2
                    CreateRoutine name=twice routineKind=function mode=CREATE parameters=[(ParameterDefinition name=n type=integer mode=in)] returns=table(a integer, b text) language=sql body=«RETURN n * 2» definition=(n int) returns table(a int, b text) language sql return n * 2
                CREATE PROCEDURE p() LANGUAGE SQL BEGIN ATOMIC SELECT 1; END
                    CreateRoutine name=p routineKind=procedure mode=CREATE language=sql body=«BEGIN ATOMIC SELECT 1; END» definition=() language sql begin atomic select 1; end
                CREATE TRIGGER audit BEFORE INSERT OR UPDATE OF total ON orders FOR EACH ROW EXECUTE FUNCTION note()
                    CreateTrigger name=audit table=orders mode=CREATE timing=before events=[insert, update] function=note definition=before insert or update of total on orders for each row execute function note()
                """);
    }

    @Test
    void types_and_domains() {
        assertRead(Dialect.POSTGRESQL, false, """
                CREATE TYPE mood AS ENUM ('sad', 'it''s ok')
                    CreateType name=mood mode=CREATE typeKind=enum labels=[sad, it's ok] definition=as enum('sad', 'it''s ok')
                CREATE TYPE pair AS (a int, b text)
                    CreateType name=pair mode=CREATE typeKind=composite columns=[(ColumnDefinition name=a type=integer identity=NONE), (ColumnDefinition name=b type=text identity=NONE)] definition=as (a int, b text)
                CREATE DOMAIN positive AS int DEFAULT 1 NOT NULL CONSTRAINT above CHECK (VALUE > 0)
                    CreateType name=positive mode=CREATE typeKind=domain constraints=[(CheckDefinition name=above expression=value > 0 enforced=true)] baseType=integer notNull=true defaultValue=1 definition=as int default 1 not null constraint above check (value > 0)
                ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad' BEFORE 'sad'
                    AlterType name=mood actions=[(AddLabel label=glad ifNotExists=true before=true neighbour=sad)]
                ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'
                    AlterType name=mood actions=[(RenameLabel from=sad to=blue)]
                ALTER TYPE pair ADD ATTRIBUTE c numeric(5, 2), DROP ATTRIBUTE IF EXISTS a CASCADE
                    AlterType name=pair actions=[(AddAttribute attribute=(ColumnDefinition name=c type=numeric(5,2) identity=NONE)), (DropAttribute name=a ifExists=true)]
                ALTER DOMAIN positive DROP NOT NULL
                    AlterType name=positive domain=true actions=[(SetDomainNotNull)]
                """);
    }

    @Test
    void alterations_drops_and_comments() {
        assertRead(Dialect.POSTGRESQL, false, """
                ALTER FUNCTION find(text) RENAME TO find_2
                    RenameObject kind=ROUTINE from=find arguments=[text] to=find_2
                ALTER VIEW IF EXISTS v SET SCHEMA archive
                    MoveObject kind=VIEW name=v toSchema=archive ifExists=true
                ALTER SEQUENCE numbers RESTART WITH 5 OWNED BY orders.id
                    AlterSequence name=numbers options={restart=5} ownedByTable=orders ownedByColumn=id
                DROP FUNCTION IF EXISTS find(a text, timestamp with time zone), other CASCADE
                    DropObject kind=ROUTINE name=find arguments=[text, timestamp with time zone] ifExists=true cascade=true
                    DropObject kind=ROUTINE name=other ifExists=true cascade=true
                DROP TRIGGER audit ON orders
                    DropObject kind=TRIGGER name=audit table=orders
                COMMENT ON COLUMN shop.orders.total IS '@deprecated'
                    CommentOn kind=COLUMN name=shop.orders member=total property=comment text=@deprecated
                COMMENT ON FUNCTION find(text) IS NULL
                    CommentOn kind=ROUTINE name=find arguments=[text] property=comment
                CREATE SCHEMA shop CREATE TABLE orders (id int) CREATE VIEW v AS SELECT 1
                    CreateSchema name=shop mode=CREATE elements=[CreateTable name=orders mode=CREATE columns=[(ColumnDefinition name=id type=integer identity=NONE)], CreateView name=v mode=CREATE query=«SELECT 1» definition=as select 1]
                CREATE EXTENSION IF NOT EXISTS pgcrypto
                    NoSchemaEffect reason=extension
                GRANT ALL ON ALL TABLES IN SCHEMA public TO reader
                    Privilege verb=grant privileges=[all] kind=SCHEMA objects=[public] grantees=[reader]
                """);
    }

    @Test
    void what_no_model_can_follow() {
        assertRead(Dialect.POSTGRESQL, false, """
                DELETE FROM pg_enum WHERE enumlabel = 'small'
                    NotUnderstood why=the catalog is written by hand
                UPDATE pg_catalog.pg_attribute SET attnotnull = true WHERE attname = 'total'
                    NotUnderstood why=the catalog is written by hand
                UPDATE pg_settings SET setting = 'on' WHERE name = 'x'
                    Data verb=update target=pg_settings filtered=true setColumns=[setting]
                DROP EXTENSION IF EXISTS pgcrypto CASCADE
                    NotUnderstood why=what the extension brought goes with it
                DROP CAST (text AS integer)
                    NotUnderstood why=statements that count on it fail, and which do is not known
                """);
    }

    @Test
    void what_hides_ddl() {
        assertRead(Dialect.POSTGRESQL, false, """
                DO LANGUAGE 'plpgsql' 'BEGIN DROP TABLE t; END'
                    AnonymousBlock language=plpgsql body=«BEGIN DROP TABLE t; END»
                SELECT create_index_if_not_exists('ix', 'create index ix on orders (total)')
                    Call routine=create_index_if_not_exists arguments=[(Argument value=(Literal text=«ix»)), (Argument value=(Literal text=«create index ix on orders (total)»))]
                SELECT pg_catalog.set_config('search_path', '', false)
                    NoSchemaEffect reason=session setting
                    CallsInExpressions calls=[(ExpressionCall routine=pg_catalog.set_config at=4)]
                SELECT setval('numbers', 5)
                    AlterSequence name=numbers options={restart=5}
                SELECT setval('numbers', (SELECT max(id) FROM orders))
                    NoSchemaEffect reason=sequence set to its column's values
                SELECT run('drop table orders') FROM generate_series(1, 2)
                    Data verb=select
                    NotUnderstood why=a string that holds DDL is given to a function
                    CallsInExpressions calls=[(ExpressionCall routine=run at=2), (ExpressionCall routine=generate_series at=7)]
                SELECT 'Create new users' FROM orders
                    Data verb=select sources=[orders]
                """);
    }

    @Test
    void settings_and_rows() {
        assertRead(Dialect.POSTGRESQL, false, """
                SET search_path TO shop, public
                    SetDefaultSchema schema=shop
                COPY orders (id) FROM stdin
                    Data verb=copy target=orders setColumns=[id]
                WITH gone AS (DELETE FROM orders WHERE id = 1 RETURNING *) INSERT INTO old SELECT * FROM gone
                    Data verb=delete target=orders filtered=true
                    Data verb=insert target=old
                """);
    }

    @Test
    void what_is_not_understood_is_said() {
        assertRead(Dialect.POSTGRESQL, false, """
                ALTER TYPE mood FROBNICATE
                    NotUnderstood why=expected an action of ALTER TYPE, found 'FROBNICATE'
                DROP OWNED BY someone
                    NotUnderstood why=what a role owns is not known
                CREATE FUNCTION f() RETURNS int LANGUAGE sql FROBNICATE AS 'SELECT 1'
                    NotUnderstood why=expected an option of a routine, found 'FROBNICATE'
                """);
    }

    @Test
    void statements_of_a_body() {
        assertRead(Dialect.POSTGRESQL, true, """
                EXECUTE format('DROP TABLE %I', name) USING x
                    Execute text=(Format template=(Literal text=«DROP TABLE %I») arguments=[(Variable name=name)])
                total := 'a' || b
                    Assign variable=total value=(Concatenation parts=[(Literal text=«a»), (Variable name=b)])
                SELECT count(*) INTO n FROM pg_class WHERE relname = 'orders'
                    Assign variable=n value=(Choice guard=(ObjectExists kinds=[TABLE, VIEW, SEQUENCE, INDEX] name=orders) then=(Literal text=«1») otherwise=(Literal text=«0»))
                DECLARE a int := 1; r record;
                    Assign variable=a value=(Literal text=«1»)
                RETURN NEW
                    Leave
                RAISE NOTICE 'x'
                    NoSchemaEffect reason=output
                """);
    }

    /** Every statement, with the operations that it says below it. */
    private static void assertRead(Dialect dialect, boolean body, String statements) {
        assertThat(new ReadStatements(dialect).readAll(statements, body)).isEqualTo(statements);
    }
}
