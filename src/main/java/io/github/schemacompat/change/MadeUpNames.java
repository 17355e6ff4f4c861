package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names that an engine gives to what scripts leave unnamed; later scripts drop constraints by them. */
final class MadeUpNames {
    private static final int POSTGRESQL_LIMIT = 63;

    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;

    MadeUpNames(Dialect dialect, Workspace workspace, Names names) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.names = names;
    }

    @Nullable
    String primaryKey(QualifiedName table) {
        return engine == Engine.POSTGRESQL ? postgresql(table, "", "pkey") : null;
    }

    @Nullable
    String unique(Table table, List<String> columns) {
        if (engine == Engine.MYSQL) {
            return firstColumn(table, columns);
        }
        return engine == Engine.POSTGRESQL ? postgresql(table.name(), String.join("_", columns), "key") : null;
    }

    @Nullable
    String foreignKey(Table table, List<String> columns) {
        if (engine == Engine.MYSQL) {
            String prefix = table.name().name() + "_ibfk_";
            List<String> taken = new ArrayList<>();
            for (ForeignKey key : table.foreignKeys()) {
                taken.add(String.valueOf(key.name()));
            }
            return prefix + (highest(prefix, taken) + 1);
        }
        return engine == Engine.POSTGRESQL ? postgresql(table.name(), String.join("_", columns), "fkey") : null;
    }

    @Nullable
    String check(Table table, List<String> columns) {
        if (engine == Engine.MYSQL) {
            String prefix =
                    dialect == Dialect.MARIADB ? "CONSTRAINT_" : table.name().name() + "_chk_";
            List<String> taken = table.checks().stream()
                    .map(each -> String.valueOf(each.name()))
                    .toList();
            return prefix + (highest(prefix, taken) + 1);
        }
        if (engine == Engine.POSTGRESQL) {
            return postgresql(table.name(), columns.size() == 1 ? columns.get(0) : "", "check");
        }
        return null;
    }

    String index(Table table, List<String> keys) {
        if (engine == Engine.MYSQL) {
            return firstColumn(table, keys);
        }
        List<String> parts = new ArrayList<>();
        for (String key : keys) {
            parts.add(key.startsWith("(") ? functionName(key) : Expressions.plain(key));
        }
        return postgresql(table.name(), String.join("_", parts), "idx");
    }

    QualifiedName sequence(QualifiedName table, String column) {
        String made = limited(table.name(), column, "seq");
        QualifiedName name = new QualifiedName(table.schema(), made);
        for (int i = 1; workspace.sequence(names.key(name)) != null || workspace.table(names.key(name)) != null; i++) {
            name = name.withName(limited(table.name(), column, "seq" + i));
        }
        return name;
    }

    /** An expression key is called after the function that it begins with, or just {@code expr}. */
    private static String functionName(String key) {
        String inner = key.substring(1).strip();
        int end = 0;
        while (end < inner.length() && (Character.isLetterOrDigit(inner.charAt(end)) || inner.charAt(end) == '_')) {
            end++;
        }
        boolean call = end > 0 && end < inner.length() && inner.charAt(end) == '(';
        return call ? inner.substring(0, end).toLowerCase(Locale.ROOT) : "expr";
    }

    private String firstColumn(Table table, List<String> keys) {
        String first = Expressions.plain(keys.get(0));
        String name = first.startsWith("(") ? "functional_index" : first;
        Predicate<String> taken = candidate -> table.indexes().stream().anyMatch(each -> same(each, candidate))
                || table.uniqueKeys().stream().anyMatch(each -> same(each, candidate));
        String candidate = name;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    private boolean same(Index index, String name) {
        return dialect.key(index.name()).equals(dialect.key(name));
    }

    private boolean same(UniqueKey key, String name) {
        return key.name() != null && dialect.key(key.name()).equals(dialect.key(name));
    }

    private static int highest(String prefix, List<String> taken) {
        int highest = 0;
        for (String name : taken) {
            String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            if (!rest.isEmpty() && rest.length() < 9 && rest.chars().allMatch(Character::isDigit)) {
                highest = Math.max(highest, Integer.parseInt(rest));
            }
        }
        return highest;
    }

    private String postgresql(QualifiedName table, String columns, String label) {
        String name = limited(table.name(), columns, label);
        for (int i = 1; taken(table.withName(name), name); i++) {
            name = limited(table.name(), columns, label + i);
        }
        return name;
    }

    private boolean taken(QualifiedName asRelation, String name) {
        if (workspace.table(names.key(asRelation)) != null) {
            return true;
        }
        for (String owner : workspace.havingMember(name)) {
            Table table = workspace.table(owner);
            if (table != null && Objects.equals(table.name().schema(), asRelation.schema())) {
                return true;
            }
        }
        return false;
    }

    /** As the engine's makeObjectName: the longer of the two parts is cut until everything fits. */
    private static String limited(String table, String columns, String label) {
        int overhead = label.length() + 1 + (columns.isEmpty() ? 0 : 1);
        String one = table;
        String two = columns;
        while (one.length() + two.length() + overhead > POSTGRESQL_LIMIT) {
            if (one.length() > two.length()) {
                one = one.substring(0, one.length() - 1);
            } else {
                two = two.substring(0, two.length() - 1);
            }
        }
        return one + (two.isEmpty() ? "" : "_" + two) + "_" + label;
    }
}
