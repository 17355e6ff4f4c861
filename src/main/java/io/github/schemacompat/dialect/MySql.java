package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** MySQL, and what MariaDB has in common with it. */
class MySql extends Dialect {
    MySql() {
        this("mysql", "MySQL");
    }

    MySql(String id, String displayName) {
        super(id, displayName);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.MYSQL;
    }

    @Override
    public Separation separation() {
        return Separation.DELIMITERS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return null;
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return text;
    }

    @Override
    public String key(String catalogName) {
        return catalogName.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean overloadsRoutines() {
        return false;
    }

    @Override
    public boolean triggersNamedPerTable() {
        return false;
    }

    @Override
    public boolean indexesNamedPerTable() {
        return true;
    }

    @Override
    public boolean nullsEqualInUnique() {
        return false;
    }

    @Override
    public boolean dropIsRestricted() {
        return false;
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
        return "`" + catalogName.replace("`", "``") + "`";
    }
}
