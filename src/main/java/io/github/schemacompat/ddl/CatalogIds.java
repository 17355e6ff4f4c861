package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects, columns and schemas that a condition compares ids and names with. */
final class CatalogIds {
    private final GuardReader guards;
    private final CatalogQueryReader queries;
    private final SourceText text;
    private final CatalogColumns columns;

    CatalogIds(GuardReader guards, CatalogQueryReader queries, SourceText text, CatalogColumns columns) {
        this.guards = guards;
        this.queries = queries;
        this.text = text;
        this.columns = columns;
    }

    @Nullable
    QualifiedName id(List<Token> tokens) {
        QualifiedName id = guards.idOf(tokens);
        if (id != null) {
            return id;
        }
        if (Condition.enclosed(tokens) && tokens.get(1).is("select")) {
            Guard inner = queries.read(text, tokens.subList(1, tokens.size() - 1));
            return inner instanceof Guard.ObjectExists object ? object.name() : null;
        }
        return null;
    }

    /** The column that {@code (SELECT column_id FROM sys.columns WHERE …)} and its like look up. */
    boolean lookedUpColumn(CatalogFacts of, List<Token> right) {
        List<Token> tokens = right;
        while (Condition.enclosed(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        if (tokens.size() > 2 && tokens.get(0).is("array") && tokens.get(1).is("[")) {
            of.only = true;
            return lookedUpColumn(of, tokens.subList(2, tokens.size() - 1));
        }
        if (!tokens.isEmpty() && tokens.get(0).is("select")) {
            Guard inner = queries.read(text, tokens);
            return inner instanceof Guard.MemberExists column
                    && column.kinds().equals(List.of(ObjectKind.COLUMN))
                    && ofColumn(of, column.table(), column.member());
        }
        boolean property = tokens.size() > 3
                && tokens.get(0).is("columnproperty")
                && Condition.enclosed(tokens.subList(1, tokens.size()));
        if (!property) {
            return false;
        }
        List<List<Token>> arguments = Condition.split(tokens.subList(2, tokens.size() - 1), ",");
        String name = arguments.size() == 3 ? guards.constant(arguments.get(1)) : null;
        return name != null && ofColumn(of, guards.idOf(arguments.get(0)), name);
    }

    private boolean ofColumn(CatalogFacts of, @Nullable QualifiedName table, String name) {
        if (of.owner() == null) {
            of.parent = table;
        }
        return of.columns.add(name);
    }

    /** {@code (SELECT default_object_id FROM sys.columns WHERE …)} is the default of that column. */
    boolean defaultOf(CatalogFacts of, List<Token> right) {
        boolean query = Condition.enclosed(right)
                && right.get(1).is("select")
                && right.stream().anyMatch(columns::namesDefault);
        if (query && lookedUpColumn(of, right)) {
            of.kinds = List.of(ObjectKind.OTHER);
            return true;
        }
        return false;
    }

    boolean schema(CatalogFacts of, List<Token> right, @Nullable String value, boolean ofParent) {
        QualifiedName id = value == null ? id(right) : null;
        String schema = value != null ? value : id != null ? id.name() : null;
        if (schema == null) {
            return isDefaultSchema(right);
        }
        if (ofParent) {
            of.parentSchema = schema;
        } else {
            of.schema = schema;
        }
        return true;
    }

    boolean isDefaultSchema(List<Token> tokens) {
        Token first = tokens.get(0);
        boolean register = tokens.size() == 2
                        && first.is("current")
                        && tokens.get(1).is("schema")
                || tokens.size() > 3 && first.is("sys_context") && tokens.get(1).is("(");
        if (register) {
            return true;
        }
        boolean called =
                tokens.size() == 1 || tokens.size() == 3 && tokens.get(1).is("(");
        return called
                && first.isAny(
                        "database", "schema", "current_schema", "schema_name", "db_name", "current_database", "user");
    }
}
