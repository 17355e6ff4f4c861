package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgreSql extends Dialect {
    PostgreSql() {
        super("postgresql", "PostgreSQL");
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.POSTGRESQL;
    }

    @Override
    public Separation separation() {
        return Separation.SEMICOLONS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return "public";
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return quoted ? text : text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String key(String catalogName) {
        return catalogName;
    }

    @Override
    public boolean overloadsRoutines() {
        return true;
    }

    @Override
    public boolean triggersNamedPerTable() {
        return true;
    }

    @Override
    public boolean indexesNamedPerTable() {
        return false;
    }

    @Override
    public boolean nullsEqualInUnique() {
        return false;
    }

    @Override
    public boolean dropIsRestricted() {
        return true;
    }

    @Override
    public ColumnType canonical(ColumnType written) {
        return written;
    }

    @Override
    public TypeChange typeChange(Column before, Column after) {
        return before.type().equals(after.type()) ? TypeChange.SAME : TypeChange.CHANGED;
    }

    @Override
    public String quote(String catalogName) {
        return '"' + catalogName.replace("\"", "\"\"") + '"';
    }
}
