package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SQL Server. */
final class SqlServer extends Dialect {
    SqlServer() {
        super("sqlserver", "SQL Server");
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.SQL_SERVER;
    }

    @Override
    public Separation separation() {
        return Separation.GO_BATCHES;
    }

    @Override
    public @Nullable String defaultSchema() {
        return "dbo";
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
        return true;
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
        return "[" + catalogName.replace("]", "]]") + "]";
    }
}
