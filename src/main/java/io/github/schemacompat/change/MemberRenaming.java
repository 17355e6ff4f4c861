package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Constraints, keys and indexes under new names. */
final class MemberRenaming {
    private final Engine engine;
    private final Workspace workspace;
    private final Journal journal;
    private final TableEdits edits;

    MemberRenaming(Dialect dialect, Workspace workspace, Journal journal, TableEdits edits) {
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.journal = journal;
        this.edits = edits;
    }

    /** @return whether the table has a constraint or a named default of that name */
    boolean constraint(String key, Span span, String from, String to) {
        Table table = edits.table(key);
        SchemaElement meant = unnamed(table, from);
        if (key(key, span, from, to, meant)) {
            return true;
        }
        for (ForeignKey each : table.foreignKeys()) {
            if (each == meant || edits.same(each.name(), from)) {
                edits.alterForeignKey(key, span, each, each.withName(to));
                return true;
            }
        }
        for (Check each : table.checks()) {
            if (each == meant || edits.same(each.name(), from)) {
                edits.alterCheck(key, span, each, each.withName(to));
                return true;
            }
        }
        for (Column each : table.columns()) {
            if (each == meant || edits.same(each.defaultName(), from)) {
                edits.alterColumn(key, span, each, each.withDefault(each.defaultValue(), to));
                return true;
            }
        }
        return false;
    }

    private @Nullable SchemaElement unnamed(Table table, String name) {
        TableMembers.Member member = engine.madeUpNamesAreRandom() ? TableMembers.unnamed(table, name) : null;
        return member == null ? null : member.element();
    }

    /** Those constraints that are indexes. */
    private boolean key(String key, Span span, String from, String to, @Nullable SchemaElement meant) {
        Table table = edits.table(key);
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null && (primaryKey == meant || edits.same(primaryKey.name(), from))) {
            edits.alterPrimaryKey(key, span, primaryKey, new PrimaryKey(to, primaryKey.columns()));
            return true;
        }
        for (UniqueKey each : table.uniqueKeys()) {
            if (each == meant || edits.same(each.name(), from)) {
                edits.alterUnique(key, span, each, new UniqueKey(to, each.columns(), each.nullsEqual()));
                return true;
            }
        }
        for (Check each : table.checks()) {
            if (each.exclusion() && edits.same(each.name(), from)) {
                edits.alterCheck(key, span, each, each.withName(to));
                return true;
            }
        }
        return false;
    }

    /** @return whether the table has an index, or a key that is one, of that name */
    boolean index(String key, Span span, String from, String to) {
        for (Index each : edits.table(key).indexes()) {
            if (edits.same(each.name(), from)) {
                edits.alterIndex(key, span, each, each.withName(to));
                return true;
            }
        }
        return key(key, span, from, to, unnamed(edits.table(key), from));
    }

    /** The same for a materialized view. */
    boolean indexOfView(String key, Span span, String from, String to) {
        ViewState state = Objects.requireNonNull(workspace.view(key), key);
        View view = state.view();
        for (Index each : view.indexes()) {
            if (edits.same(each.name(), from)) {
                Index renamed = each.withName(to);
                state.set(view.withIndexes(TableEdits.replaced(view.indexes(), each, renamed)));
                workspace.put(key, state);
                journal.renamed(span, edits.paths().of(key, each), edits.paths().of(key, renamed), each, renamed);
                return true;
            }
        }
        return false;
    }
}
