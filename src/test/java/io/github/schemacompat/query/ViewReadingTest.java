package io.github.schemacompat.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewReadingTest {
    private final Relations shop = new TestRelations(Dialect.SQL_SERVER)
            .table("dbo.Customers", "Id int", "LastName nvarchar(50)", "Mail varchar(100)")
            .table("dbo.Orders", "Id int", "CustomerId int", "Total decimal(10,2)", "Tags nvarchar(max)")
            .table("sales.Orders", "Number int")
            .viewWithUnknownColumns("dbo.Odd")
            .synonym("dbo.Buyers", "dbo.Customers")
            .routine("dbo.Score", "")
            .relations();
    private final QueryReader reader = new QueryReader(Dialect.SQL_SERVER);

    @AfterEach
    void close() {
        reader.close();
    }

    private ViewReading read(String query, String... columnList) {
        return reader.view(SourceText.of("V1.sql", query).whole(), List.of(columnList), shop);
    }

    private static List<String> columns(ViewReading reading) {
        assertThat(reading.columns()).as(reading.toString()).isNotNull();
        return reading.columns().stream()
                .map(column -> column.type() == null ? column.name() : column.name() + " " + column.type())
                .toList();
    }

    @Test
    void plainColumnsAndCastsHaveTypes() {
        ViewReading reading = read("""
                SELECT c.Id, [LastName] AS [Name], CAST(c.Mail AS nvarchar(200)) Mail, CONVERT(date, GETDATE()) AS Today,
                       UPPER(c.LastName) Loud, Shout = UPPER(c.LastName)
                FROM [dbo].[Customers] c -- the customers
                WHERE c.Mail IS NOT NULL""");
        assertThat(columns(reading))
                .containsExactly("Id int", "Name nvarchar(50)", "Mail nvarchar(200)", "Today date", "Loud", "Shout");
        assertThat(reading.uses()).containsExactly("customers", "customers.id", "customers.lastname", "customers.mail");
        assertThat(reading.unresolved()).isEmpty();
    }

    @Test
    void aStarIsExpandedInTheOrderOfTheTables() {
        assertThat(columns(read("SELECT o.*, c.LastName FROM Orders o LEFT JOIN Customers c ON c.Id = o.CustomerId")))
                .containsExactly(
                        "Id int",
                        "CustomerId int",
                        "Total decimal(10,2)",
                        "Tags nvarchar(max)",
                        "LastName nvarchar(50)");
        ViewReading twice = read("SELECT * FROM Customers, sales.Orders");
        assertThat(columns(twice))
                .containsExactly("Id int", "LastName nvarchar(50)", "Mail varchar(100)", "Number int");
        assertThat(twice.uses()).contains("customers.mail", "sales.orders", "sales.orders.number");
    }

    @Test
    void aViewsOwnColumnListNamesTheColumns() {
        assertThat(columns(read("SELECT Id, COUNT(*) FROM Customers GROUP BY Id", "Number", "Many")))
                .containsExactly("Number int", "Many int");
        assertThat(columns(read("SELECT * FROM Missing", "A", "B"))).containsExactly("A", "B");
    }

    @Test
    void commonTablesSubqueriesAndUnionsAreFollowed() {
        ViewReading reading = read("""
                WITH Big (Who, Sum) AS (SELECT CustomerId, SUM(Total) FROM Orders GROUP BY CustomerId),
                     Tree AS (SELECT Id FROM Customers UNION ALL SELECT t.Id FROM Tree t JOIN Orders o ON o.Id = t.Id)
                SELECT b.Who, b.Sum, x.Mail, t.Id, (SELECT TOP 1 Tags FROM Orders WHERE CustomerId = b.Who) AS Tags
                FROM Big b JOIN (SELECT Id, Mail FROM Customers) AS x ON x.Id = b.Who JOIN Tree t ON t.Id = x.Id
                UNION SELECT 1, 2, LastName, 4, NULL FROM Customers""");
        assertThat(columns(reading)).containsExactly("Who int", "Sum", "Mail varchar(100)", "Id int", "Tags");
        assertThat(reading.uses())
                .containsExactly(
                        "customers",
                        "customers.id",
                        "customers.lastname",
                        "customers.mail",
                        "orders",
                        "orders.customerid",
                        "orders.id",
                        "orders.tags",
                        "orders.total");
        assertThat(reading.unresolved()).isEmpty();
    }

    @Test
    void theFormsOfTransactSqlAreRead() {
        ViewReading reading = read("""
                SELECT TOP (10) PERCENT c.Id, j.Name, a.Total, dbo.Score(c.Id) AS Score,
                       DATEADD(day, 1, GETDATE()) AS Tomorrow,
                       ROW_NUMBER() OVER (PARTITION BY c.Mail ORDER BY c.LastName) AS Nr,
                       STUFF((SELECT ',' + t.value FROM STRING_SPLIT(c.Mail, '@') t FOR XML PATH('')), 1, 1, '') AS List
                FROM Customers c WITH (NOLOCK)
                CROSS APPLY (SELECT MAX(o.Total) AS Total FROM Orders o WHERE o.CustomerId = c.Id) a
                OUTER APPLY OPENJSON(c.LastName) WITH (Name nvarchar(50) '$.name') j""");
        assertThat(reading.reason()).isNull();
        assertThat(columns(reading)).containsExactly("Id int", "Name", "Total", "Score", "Tomorrow", "Nr", "List");
        assertThat(reading.uses()).contains("score", "orders.customerid", "orders.total", "customers.mail");
    }

    @Test
    void aSynonymMeansItsTable() {
        assertThat(read("SELECT Mail FROM Buyers").uses()).containsExactly("customers", "customers.mail");
    }

    @Test
    void whatFollowsTheQueryInACreateViewIsNoPartOfIt() {
        assertThat(columns(read("SELECT Id FROM Customers WITH CHECK OPTION"))).containsExactly("Id int");
    }

    @Test
    void saysWhyColumnsAreNotKnown() {
        assertThat(read("SELECT * FROM Missing").reason()).isEqualTo("Missing is not known");
        assertThat(read("SELECT m.* FROM Customers c JOIN Missing m ON m.Id = c.Id")
                        .columns())
                .isNull();
        assertThat(read("SELECT * FROM Odd").reason()).isEqualTo("the columns of Odd are not known");
        assertThat(read("SELECT COUNT(*) FROM Customers").reason()).isEqualTo("a column has no name");
        assertThat(read("SELECT Id, Id FROM Customers").reason()).isEqualTo("two columns are called Id");
        assertThat(read("SELECT Id FROM Customers", "A", "B").reason())
                .isEqualTo("its list has more names than the query has columns");
    }

    @Test
    void namesTheColumnsOfWhatIsNotKnownAllTheSame() {
        ViewReading reading = read("SELECT m.A, c.Id FROM Customers c JOIN other.Missing m ON m.Id = c.Id");
        assertThat(columns(reading)).containsExactly("A", "Id int");
        assertThat(reading.unresolved()).containsExactly("other.Missing");
    }

    @Test
    void aColumnThatIsGoneIsUnresolved() {
        ViewReading reading = read("SELECT c.FirstName, Gone FROM Customers c");
        assertThat(columns(reading)).containsExactly("FirstName", "Gone");
        assertThat(reading.unresolved()).containsExactly("Gone", "c.FirstName");
    }

    @Test
    void whatCantBeReadIsSaid() {
        for (String query : List.of(
                "",
                "SELECT",
                "SELECT FROM WHERE",
                "SELECT 'open FROM x",
                "DELETE FROM Customers",
                "(((",
                "SELECT 1 1 1 FROM")) {
            ViewReading reading = read(query);
            assertThat(reading.read()).as(query).isFalse();
            assertThat(reading.columns()).isNull();
            assertThat(reading.reason()).as(query).isNotBlank();
        }
        assertThat(reader.statementsRead()).isLessThan(reader.statementsAsked());
    }

    @Test
    void whatCantBeReadUsesWhatItsWordsMayMean() {
        ViewReading reading = read(
                "SELECT c.LastName, o.Total Total Total FROM [Customers] c JOIN dbo.Orders o ON c.Id = o.Tags Strange");
        assertThat(reading.read()).isFalse();
        assertThat(reading.uses())
                .containsExactly(
                        "customers",
                        "customers.id",
                        "customers.lastname",
                        "orders",
                        "orders.id",
                        "orders.tags",
                        "orders.total");
        assertThat(read("SELECT 1 1 1 FROM Nowhere n, (Orders) o").uses()).containsExactly("orders");
    }

    @Test
    void aSecondStatementIsNotSwallowed() {
        assertThat(read("SELECT Id FROM Customers; SELECT Mail FROM Customers").read())
                .isFalse();
    }

    @Test
    void deepNestingIsNoHarm() {
        String deep = "SELECT " + "(".repeat(400) + "1" + ")".repeat(400) + " AS a FROM Customers";
        assertThat(read(deep)).isNotNull();
        assertThat(columns(read("SELECT Id FROM Customers"))).containsExactly("Id int");
    }

    @Test
    void mySqlNamesAndQuotesAreItsOwn() {
        Relations relations = new TestRelations(Dialect.MYSQL)
                .table("orders", "id int", "key varchar(20)", "state enum('a','b')")
                .relations();
        try (QueryReader mySql = new QueryReader(Dialect.MYSQL)) {
            ViewReading reading = mySql.view(
                    SourceText.of(
                                    "v.sql",
                                    "SELECT o.`key`, o.state, COUNT(*), CAST(o.id AS CHAR(10)) text"
                                            + " FROM `Orders` o # all\n GROUP BY 1")
                            .whole(),
                    List.of(),
                    relations);
            assertThat(columns(reading))
                    .containsExactly("key varchar(20)", "state enum('a','b')", "COUNT(*) bigint", "text char(10)");
        }
    }

    @Test
    void namesThatTheParserRefusesAreQuotedForIt() {
        Relations relations = new TestRelations(Dialect.POSTGRESQL)
                .table("path", "key integer", "limit text", "value text", "Offset text")
                .relations();
        try (QueryReader postgreSql = new QueryReader(Dialect.POSTGRESQL)) {
            ViewReading reading = postgreSql.view(
                    SourceText.of("v.sql", "SELECT p.key, p.limit AS offset, p.value AS limit FROM path AS p")
                            .whole(),
                    List.of(),
                    relations);
            assertThat(columns(reading)).containsExactly("key integer", "offset text", "limit text");
        }
    }
}
