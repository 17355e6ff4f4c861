package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MariaDB, where it differs from MySQL. */
final class MariaDb extends MySql {
    MariaDb(@Nullable IdentifierCase said) {
        super("mariadb", "MariaDB", new MySqlTypes(true), ReservedWords.MARIADB, false, said);
    }

    @Override
    Dialect setTo(IdentifierCase wanted) {
        return new MariaDb(wanted);
    }

    /** A check that is written at a column has that column's name; the others are numbered. */
    @Override
    public @Nullable String madeUpName(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        return MadeUpNames.mySql(kind, table, columns, "CONSTRAINT_", Integer.MAX_VALUE, taken);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.MARIADB;
    }

    @Override
    public boolean columnsOwnChecks() {
        return true;
    }

    @Override
    public boolean descendingIndexServesForeignKey() {
        return true;
    }

    /** Only with foreign_key_checks = 0; else the statement is refused. */
    @Override
    public boolean losesForeignKeyWithoutIndex() {
        return true;
    }

    @Override
    public @Nullable Pattern renamedWithTable(String table) {
        return Pattern.compile(Pattern.quote(table) + "_ibfk_\\d+");
    }
}
