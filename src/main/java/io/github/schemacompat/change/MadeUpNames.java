package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names that the engine gives to what scripts leave unnamed, where they are free; later scripts use them. */
final class MadeUpNames {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Expressions expressions;

    MadeUpNames(Dialect dialect, Workspace workspace, Names names) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.names = names;
        this.expressions = new Expressions(dialect);
    }

    @Nullable
    String primaryKey(Table table) {
        return ofIndex(ObjectKind.PRIMARY_KEY, table, List.of());
    }

    @Nullable
    String unique(Table table, List<String> columns) {
        return ofIndex(ObjectKind.UNIQUE, table, columns);
    }

    @Nullable
    String index(Table table, List<String> keys, List<String> included) {
        List<String> columns = new ArrayList<>();
        for (String key : keys) {
            boolean expression = key.startsWith("(");
            if (!expression) {
                columns.add(Expressions.plain(key));
            } else if (engine == Engine.POSTGRESQL) {
                columns.add(ExpressionKeyName.of(expressions, Expressions.plain(key)));
            }
        }
        columns.addAll(included);
        return ofIndex(ObjectKind.INDEX, table, columns);
    }

    @Nullable
    String domainCheck(QualifiedName domain, List<Check> others) {
        if (engine.constraintsNamedPerSchema()) {
            return dialect.madeUpName(
                    ObjectKind.CHECK,
                    domain.name(),
                    List.of(),
                    name -> isConstraint(names.full(domain).withName(name))
                            || others.stream().anyMatch(check -> names.same(check.name(), name)));
        }
        return dialect.madeUpName(
                ObjectKind.CHECK,
                domain.name(),
                List.of(),
                name -> others.stream().anyMatch(check -> names.same(check.name(), name)));
    }

    private @Nullable String ofIndex(ObjectKind kind, Table table, List<String> columns) {
        if (engine.constraintsNamedPerSchema()) {
            return dialect.madeUpName(
                    kind,
                    table.name().name(),
                    columns,
                    name -> kind == ObjectKind.INDEX
                            ? isRelation(table.name().withName(name))
                            : isConstraint(table.name().withName(name)));
        }
        Set<String> own = new TreeSet<>();
        for (Index index : table.indexes()) {
            own.add(names.key(index.name()));
        }
        for (UniqueKey key : table.uniqueKeys()) {
            addTo(own, key.name());
        }
        workspace.foreignKeyIndexes().names(names.key(table.name())).forEach(name -> addTo(own, name));
        return dialect.madeUpName(
                kind,
                table.name().name(),
                columns,
                name -> engine == Engine.POSTGRESQL
                        ? isRelation(table.name().withName(name))
                        : own.contains(names.key(name)));
    }

    @Nullable
    String foreignKey(Table table, List<String> columns) {
        return ofConstraint(ObjectKind.FOREIGN_KEY, table, columns);
    }

    @Nullable
    String check(Table table, List<String> columns, boolean exclusion) {
        return exclusion
                ? ofIndex(ObjectKind.EXCLUSION, table, columns)
                : ofConstraint(ObjectKind.CHECK, table, columns);
    }

    private @Nullable String ofConstraint(ObjectKind kind, Table table, List<String> columns) {
        if (engine.constraintsNamedPerSchema()) {
            return dialect.madeUpName(
                    kind,
                    table.name().name(),
                    columns,
                    name -> isConstraint(table.name().withName(name)));
        }
        Set<String> own = new TreeSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            addTo(own, key.name());
        }
        for (Check check : table.checks()) {
            addTo(own, check.name());
        }
        return dialect.madeUpName(kind, table.name().name(), columns, name -> own.contains(names.key(name)));
    }

    /** Whether a table or domain of the schema has a constraint of that name. */
    private boolean isConstraint(QualifiedName name) {
        for (String owner : workspace.havingMember(name.name())) {
            Table table = workspace.table(owner);
            if (table != null && Objects.equals(table.name().schema(), name.schema())) {
                return true;
            }
        }
        return workspace.types().values().stream()
                .filter(type -> Objects.equals(type.name().schema(), name.schema()))
                .flatMap(type -> type.checks().stream())
                .anyMatch(check -> names.same(String.valueOf(check.name()), name.name()));
    }

    private void addTo(Set<String> keys, @Nullable String name) {
        if (name != null) {
            keys.add(names.key(name));
        }
    }

    QualifiedName sequence(Table table, String column) {
        QualifiedName of = table.name();
        String made = dialect.madeUpName(
                ObjectKind.SEQUENCE, of.name(), List.of(column), name -> isRelation(of.withName(name)));
        return of.withName(made == null ? of.name() + "_" + column + "_seq" : made);
    }

    /** Tables, views, sequences, indexes and the indexes of keys share their names in a schema. */
    private boolean isRelation(QualifiedName name) {
        String key = names.key(name);
        if (workspace.table(key) != null || workspace.view(key) != null || workspace.sequence(key) != null) {
            return true;
        }
        for (String owner : workspace.havingMember(name.name())) {
            Table table = workspace.table(owner);
            if (table != null && Objects.equals(table.name().schema(), name.schema())) {
                return true;
            }
        }
        return false;
    }
}
