package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineFactsTest {
    @Test
    void anAlterColumnOfSqlServerKeepsDefaultAndIdentity() {
        assertThat(kept(Dialect.SQL_SERVER))
                .contains(ColumnProperty.DEFAULT, ColumnProperty.IDENTITY)
                .doesNotContain(ColumnProperty.NULLABILITY, ColumnProperty.COLLATION);
    }

    @Test
    void aModifyOfMySqlKeepsOnlyThePosition() {
        assertThat(kept(Dialect.MYSQL)).containsExactly(ColumnProperty.POSITION);
        assertThat(kept(Dialect.MARIADB)).containsExactly(ColumnProperty.POSITION);
    }

    private static List<ColumnProperty> kept(Dialect dialect) {
        return Stream.of(ColumnProperty.values())
                .filter(dialect::redefinitionKeeps)
                .toList();
    }

    @Test
    void mySqlNamesIndexesByTheirFirstColumnAndNumbersForeignKeys() {
        Dialect mySql = Dialect.MYSQL;
        assertThat(name(mySql, ObjectKind.PRIMARY_KEY, List.of("id"), Set.of())).isEqualTo("PRIMARY");
        assertThat(name(mySql, ObjectKind.UNIQUE, List.of("a", "b"), Set.of())).isEqualTo("a");
        assertThat(name(mySql, ObjectKind.INDEX, List.of("a"), Set.of("a"))).isEqualTo("a_2");
        assertThat(name(mySql, ObjectKind.INDEX, List.of("a"), Set.of("a", "a_2")))
                .isEqualTo("a_3");
        assertThat(name(mySql, ObjectKind.INDEX, List.of("primary"), Set.of())).isEqualTo("primary_2");
        assertThat(name(mySql, ObjectKind.FOREIGN_KEY, List.of("a"), Set.of())).isEqualTo("t_ibfk_1");
        assertThat(name(mySql, ObjectKind.FOREIGN_KEY, List.of("a"), Set.of("t_ibfk_1")))
                .isEqualTo("t_ibfk_2");
        assertThat(name(mySql, ObjectKind.CHECK, List.of("a"), Set.of())).isEqualTo("t_chk_1");
        assertThat(name(Dialect.MARIADB, ObjectKind.CHECK, List.of("a"), Set.of()))
                .isEqualTo("CONSTRAINT_1");
    }

    @Test
    void sqlServersNamesCantBeForetold() {
        assertThat(name(Dialect.SQL_SERVER, ObjectKind.PRIMARY_KEY, List.of("id"), Set.of()))
                .isNull();
    }

    private static String name(Dialect dialect, ObjectKind kind, List<String> columns, Set<String> taken) {
        return dialect.madeUpName(kind, "t", columns, taken::contains);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sqlserver  | Customers | Customers
                    sqlserver  | User      | [User]
                    sqlserver  | two words | [two words]
                    sqlserver  | a]b       | [a]]b]
                    sqlserver  | #temp     | [#temp]
                    sqlserver  | Größe     | Größe
                    postgresql | customers | customers
                    postgresql | Customers | "Customers"
                    postgresql | user      | "user"
                    mysql      | order     | `order`
                    mysql      | Rank      | `Rank`
                    mysql      | a`b       | `a``b`
                    mysql      | 2nd       | `2nd`
                    mariadb    | Rank      | Rank
                    mariadb    | offset    | `offset`
                    """)
    void quotesOnlyWhereItHasTo(String dialect, String name, String quoted) {
        assertThat(Dialect.byId(dialect).orElseThrow().quote(name)).isEqualTo(quoted);
    }
}
