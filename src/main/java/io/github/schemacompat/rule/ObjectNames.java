package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects as people write them. */
final class ObjectNames {
    private ObjectNames() {}

    static String of(Schema schema, ObjectPath path, Dialect dialect) {
        QualifiedName owner = owner(schema, path);
        String name = owner == null ? path.owner() : written(owner, dialect);
        String member = path.member();
        if (member == null) {
            return name;
        }
        Table table = schema.tables().get(path.owner());
        if (table != null) {
            for (Column column : table.columns()) {
                if (dialect.key(column.name()).equals(member)) {
                    return member(name, column.name());
                }
            }
        }
        return member.startsWith("(") ? name + " " + member : name + "." + member;
    }

    /** People name the schema in SQL Server, and leave PostgreSQL's public out. */
    static String written(QualifiedName name, Dialect dialect) {
        String schema = name.schema();
        boolean left = dialect.is(Dialect.POSTGRESQL) && schema != null && schema.equals(dialect.defaultSchema());
        return (left ? name.withSchema(null) : name).toString();
    }

    /** The same for a name that is written already. */
    static String written(String name, Dialect dialect) {
        String schema = dialect.defaultSchema() + ".";
        return dialect.is(Dialect.POSTGRESQL) && name.startsWith(schema) ? name.substring(schema.length()) : name;
    }

    /** Where a trigger's name belongs to its table, the table is part of how people name it. */
    static String trigger(Schema schema, Trigger trigger, @Nullable String table, Dialect dialect) {
        return dialect.triggersNamedPerTable() && table != null
                ? member(
                        of(schema, ObjectPath.table(table), dialect),
                        trigger.name().name())
                : written(trigger.name(), dialect);
    }

    static String member(String owner, String member) {
        return owner + "." + QualifiedName.quoted(member);
    }

    /** A constraint by its name, or by its columns where the engine makes up the name. */
    static String constraint(String table, @Nullable String name, List<String> columns) {
        return name == null ? table + " (" + String.join(", ", columns) + ")" : member(table, name);
    }

    private static @Nullable QualifiedName owner(Schema schema, ObjectPath path) {
        String key = path.owner();
        if (schema.tables().containsKey(key)) {
            return schema.tables().get(key).name();
        }
        if (schema.views().containsKey(key)) {
            return schema.views().get(key).name();
        }
        if (schema.routines().containsKey(key)) {
            return schema.routines().get(key).name();
        }
        if (schema.sequences().containsKey(key)) {
            return schema.sequences().get(key).name();
        }
        if (schema.synonyms().containsKey(key)) {
            return schema.synonyms().get(key).name();
        }
        return schema.types().containsKey(key) ? schema.types().get(key).name() : null;
    }
}
