package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.engine.MySqlServer;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is said of a change of type, asked of the engine: a column with the values at the edge of its type gets the other
 * type. Where every value survives as it was, the change may not be called narrower; where one is refused or is another
 * afterwards, it may not be called wider. What is another type for readers is no question of values.
 */
@Tag("slow")
class MySqlTypeChangesTest {
    /** Types and values at their edges, as literals. */
    private static final Map<String, List<String>> EDGES = new LinkedHashMap<>();

    static {
        EDGES.put("tinyint", List.of("1", "-128", "127"));
        EDGES.put("tinyint unsigned", List.of("1", "0", "255"));
        EDGES.put("smallint", List.of("1", "-32768", "32767"));
        EDGES.put("smallint unsigned", List.of("1", "0", "65535"));
        EDGES.put("mediumint", List.of("1", "-8388608", "8388607"));
        EDGES.put("int", List.of("1", "-2147483648", "2147483647"));
        EDGES.put("int unsigned", List.of("1", "0", "4294967295"));
        EDGES.put("bigint", List.of("1", "-9223372036854775808", "9223372036854775807"));
        EDGES.put("bigint unsigned", List.of("1", "0", "18446744073709551615"));
        EDGES.put("decimal(10,0)", List.of("1", "-9999999999", "9999999999"));
        EDGES.put("decimal(10,2)", List.of("1.00", "-99999999.99", "99999999.99", "0.01"));
        EDGES.put("decimal(12,2)", List.of("1.00", "-9999999999.99", "9999999999.99", "0.01"));
        EDGES.put("decimal(12,4)", List.of("1.0000", "-99999999.9999", "99999999.9999", "0.0001"));
        EDGES.put("decimal(20,0)", List.of("1", "-99999999999999999999", "99999999999999999999"));
        EDGES.put("varchar(5)", List.of("'a'", "''", "'abcde'"));
        EDGES.put("varchar(10)", List.of("'a'", "''", "'abcdefghij'"));
        EDGES.put("text", List.of("'a'", "''", "REPEAT('x', 65535)"));
        EDGES.put("mediumtext", List.of("'a'", "''", "REPEAT('x', 70000)"));
        EDGES.put("varbinary(5)", List.of("x'61'", "x''", "x'00000000ff'"));
        EDGES.put("varbinary(10)", List.of("x'61'", "x''", "x'000000000000000000ff'"));
        EDGES.put("date", List.of("'2020-02-29'", "'1000-01-01'", "'9999-12-31'"));
        EDGES.put("datetime", List.of("'2020-02-29 12:30:45'", "'1000-01-01 00:00:00'", "'9999-12-31 23:59:59'"));
        EDGES.put("datetime(3)", List.of("'2020-02-29 12:30:45.678'", "'1000-01-01 00:00:00.001'"));
        EDGES.put("time", List.of("'12:30:45'", "'-838:59:59'", "'838:59:59'"));
        EDGES.put("time(3)", List.of("'12:30:45.678'"));
        EDGES.put("enum('a','b')", List.of("'a'", "'b'"));
        EDGES.put("enum('a','b','c')", List.of("'a'", "'c'"));
        EDGES.put("set('a','b')", List.of("'a'", "'a,b'"));
        EDGES.put("set('a','b','c')", List.of("'a'", "'a,b,c'"));
    }

    @Test
    void mySqlSaysTheSame() throws SQLException {
        compare(Dialect.MYSQL, MySqlServer.mySql());
    }

    @Test
    void mariaDbSaysTheSame() throws SQLException {
        compare(Dialect.MARIADB, MySqlServer.mariaDb());
    }

    private static void compare(Dialect dialect, MySqlServer server) throws SQLException {
        List<String> contradictions = new ArrayList<>();
        try (Database database = server.newDatabase()) {
            for (String before : EDGES.keySet()) {
                for (String after : EDGES.keySet()) {
                    contradictions.addAll(contradiction(dialect, database, before, after));
                }
            }
        }
        assertThat(contradictions).isEmpty();
    }

    private static List<String> contradiction(Dialect dialect, Database database, String before, String after)
            throws SQLException {
        TypeChange said = dialect.typeChange(column(dialect, before), column(dialect, after));
        if (said == TypeChange.CHANGED) {
            return List.of();
        }
        String lost = lost(database, before, after);
        if (said == TypeChange.NARROWED) {
            return lost == null
                    ? List.of(before + " to " + after + " is " + said + ", but every value is as it was")
                    : List.of();
        }
        return lost == null ? List.of() : List.of(before + " to " + after + " is " + said + ", but " + lost);
    }

    private static Column column(Dialect dialect, String type) {
        return Column.of("c", dialect.canonical(ColumnType.parse(type)));
    }

    /** What becomes of the values, or null if all are as they were. */
    private static @Nullable String lost(Database database, String before, String after) throws SQLException {
        database.run("DROP TABLE IF EXISTS t");
        database.run("CREATE TABLE t (n int AUTO_INCREMENT PRIMARY KEY, c " + before + ")");
        database.run("INSERT INTO t (c) VALUES (" + String.join("), (", EDGES.get(before)) + ")");
        String values = before.startsWith("varbinary")
                ? "SELECT HEX(c) FROM t ORDER BY n"
                : "SELECT CAST(c AS CHAR) FROM t ORDER BY n";
        List<String> old = database.column(values);
        try {
            database.run("ALTER TABLE t MODIFY c " + after);
        } catch (SQLException e) {
            return "the engine says: " + e.getMessage();
        }
        List<String> now = database.column(values);
        for (int i = 0; i < old.size(); i++) {
            if (!same(old.get(i), now.get(i))) {
                return shortened(old.get(i)) + " is " + shortened(String.valueOf(now.get(i))) + " then";
            }
        }
        return null;
    }

    /** Another number of decimals is the same number, and fractions of seconds that are zero say nothing. */
    private static boolean same(String old, @Nullable String now) {
        return now != null && (old.equals(now) || trimmed(old).equals(trimmed(now)));
    }

    private static String trimmed(String value) {
        return value.matches("[-0-9: ]+\\.[0-9]+")
                ? value.replaceFirst("0+$", "").replaceFirst("\\.$", "")
                : value;
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
