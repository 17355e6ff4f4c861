package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition around DDL, as data; the replay answers it on the schema model. */
public sealed interface Guard {
    /** Stands for the schema of a name that SQL Server's catalog is asked for without one: it has those of all schemas. */
    String ANY_SCHEMA = "*";

    record Constant(boolean value) implements Guard {}

    record Not(Guard guard) implements Guard {}

    record And(List<Guard> guards) implements Guard {
        public And {
            guards = List.copyOf(guards);
        }
    }

    record Or(List<Guard> guards) implements Guard {
        public Or {
            guards = List.copyOf(guards);
        }
    }

    /**
     * An object of any of the kinds has this name: {@code OBJECT_ID(…)}, {@code TYPE_ID(…)}, {@code SCHEMA_ID(…)},
     * {@code EXISTS (SELECT … FROM sys.objects …)}, {@code to_regclass(…)}.
     *
     * @param kinds which kinds count; empty means any
     * @param name a null schema means the default schema, or any where the catalog query did not say; in SQL Server that is
     *     {@link #ANY_SCHEMA}
     */
    record ObjectExists(List<ObjectKind> kinds, QualifiedName name) implements Guard {
        public ObjectExists {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A table's column, constraint, index or trigger exists. For views and table types COLUMN is answered too.
     *
     * @param kinds COLUMN, INDEX, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, TRIGGER; OTHER means a default constraint
     * @param table null where the condition names the member only
     * @param member its name
     */
    record MemberExists(List<ObjectKind> kinds, @Nullable QualifiedName table, String member) implements Guard {
        public MemberExists {
            kinds = List.copyOf(kinds);
        }
    }

    /** The table has at least one of the kind: {@code OBJECTPROPERTY(…, 'TableHasPrimaryKey')}, a PK looked up by table. */
    record HasAny(ObjectKind kind, QualifiedName table) implements Guard {}

    /**
     * The table has an index or unique key over just these columns.
     *
     * @param kind INDEX, for which their order counts, or UNIQUE
     */
    record HasOver(ObjectKind kind, QualifiedName table, List<String> columns) implements Guard {
        public HasOver {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A property of a column has this value.
     *
     * @param property {@code nullable}, {@code type}, {@code length} (characters; -1 for max), {@code bytes} (the length
     *     as SQL Server counts it: two for each character of nchar and nvarchar; -1 for max), {@code precision},
     *     {@code scale}, {@code identity}, {@code computed}, {@code default} (whether there is one),
     *     {@code collation}
     * @param operator {@code =}, {@code <>}, {@code <}, {@code <=}, {@code >}, {@code >=}
     * @param value the literal without quotes, lower case; {@code true} or {@code false} for yes and no
     */
    record ColumnProperty(QualifiedName table, String column, String property, String operator, String value)
            implements Guard {}

    /** The label of an enum exists. */
    record LabelExists(QualifiedName type, String label) implements Guard {}

    /** The value of a script variable is compared with a constant; null value: IS NULL. */
    record VariableIs(
            String variable, String operator, @Nullable String value) implements Guard {}

    /** Whether a catalog query finds something that has no name in it. */
    record Finds(CatalogSearch search) implements Guard {}

    /**
     * Depends on data, the server or a variable: can't be answered from the schema.
     *
     * @param again what could be read once variables are known, or null
     */
    record Unknown(String text, @Nullable Fragment again) implements Guard {}
}
