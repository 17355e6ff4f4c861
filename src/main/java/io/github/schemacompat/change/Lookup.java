package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.script.ConfiguredPattern;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what names stand for, and says what is wrong with those that stand for nothing. */
final class Lookup {
    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("sys", "information_schema", "pg_catalog", "pg_toast", "mysql", "performance_schema");

    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final Journal journal;
    private final List<Pattern> externalObjects;

    Lookup(Dialect dialect, Workspace workspace, Names names, Journal journal, List<String> externalObjects) {
        this.dialect = dialect;
        this.workspace = workspace;
        this.names = names;
        this.journal = journal;
        this.externalObjects = externalObjects.stream().map(Lookup::pattern).toList();
    }

    private static Pattern pattern(String wildcards) {
        StringBuilder expression = new StringBuilder();
        for (char c : wildcards.strip().toCharArray()) {
            expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static ObjectPath tablePath(String key) {
        return ObjectPath.table(key);
    }

    static ObjectPath sequencePath(String key) {
        return ObjectPath.of(ObjectKind.SEQUENCE, key);
    }

    // ---- finding

    @Nullable
    String tableKey(QualifiedName name) {
        String temporary = Workspace.temporary(names.key(name.name()));
        if (workspace.table(temporary) != null && !saysWhere(name)) {
            return temporary;
        }
        return find(name, workspace.tables());
    }

    /** Whether it names a schema that no temporary table is in. */
    private boolean saysWhere(QualifiedName name) {
        String schema = name.schema();
        return schema != null
                && (dialect.is(Dialect.POSTGRESQL) || dialect.is(Dialect.SQLITE))
                && !schema.equalsIgnoreCase("temp")
                && !schema.startsWith("pg_temp");
    }

    @Nullable
    String viewKey(QualifiedName name) {
        String temporary = temporaryViewKey(name);
        return temporary == null ? find(name, workspace.views()) : temporary;
    }

    private @Nullable String temporaryViewKey(QualifiedName name) {
        String temporary = Workspace.temporary(names.key(name.name()));
        return workspace.view(temporary) != null && !saysWhere(name) ? temporary : null;
    }

    @Nullable
    String sequenceKey(QualifiedName name) {
        return find(name, workspace.sequences());
    }

    @Nullable
    String typeKey(QualifiedName name) {
        return find(name, workspace.types());
    }

    @Nullable
    String synonymKey(QualifiedName name) {
        return find(name, workspace.synonyms());
    }

    @Nullable
    String find(QualifiedName name, Map<String, ?> shelf) {
        String nearest = names.key(name);
        if (shelf.containsKey(nearest)) {
            return nearest;
        }
        for (String key : names.candidates(name)) {
            if (shelf.containsKey(key)) {
                return key;
            }
        }
        return null;
    }

    /**
     * Where a catalog query names an object without its schema it finds it in any: in the default schema first, then in the
     * only other one that has it. SQL Server is mostly asked by OBJECT_ID, which knows no other schema.
     */
    QualifiedName placed(QualifiedName name) {
        boolean any = Guard.ANY_SCHEMA.equals(name.schema());
        QualifiedName plain = any ? QualifiedName.of(name.name()) : name;
        boolean settled = plain.schema() != null || !any && Engine.of(dialect) == Engine.SQL_SERVER;
        if (settled || isKnown(plain)) {
            return plain;
        }
        Set<String> schemas = new TreeSet<>(workspace.namespaces());
        if (any) {
            String behind = "." + names.key(name.name());
            Stream.of(workspace.tables(), workspace.views(), workspace.sequences(), workspace.routines())
                    .flatMap(shelf -> shelf.keySet().stream())
                    .filter(key -> key.endsWith(behind))
                    .forEach(key -> schemas.add(key.substring(0, key.length() - behind.length())));
        }
        List<QualifiedName> elsewhere = schemas.stream()
                .map(schema -> new QualifiedName(schema, name.name()))
                .filter(this::isKnown)
                .toList();
        return elsewhere.size() == 1 ? elsewhere.get(0) : plain;
    }

    private boolean isKnown(QualifiedName name) {
        return relation(name) != null
                || sequenceKey(name) != null
                || typeKey(name) != null
                || !routineKeys(name, null).isEmpty();
    }

    /** What something that stays means by it: what goes with the session comes last there. */
    @Nullable
    ObjectPath lastingRelation(QualifiedName name) {
        String table = find(name, workspace.tables());
        if (table != null) {
            return tablePath(table);
        }
        String view = find(name, workspace.views());
        return view == null ? relation(name) : ObjectPath.of(ObjectKind.VIEW, view);
    }

    /** The name of the table that a synonym stands for, or the name itself. */
    QualifiedName behindSynonym(QualifiedName name) {
        String key = tableKey(name) == null ? synonymKey(name) : null;
        Synonym synonym = key == null ? null : workspace.synonym(key);
        return synonym == null ? name : synonym.target();
    }

    /** The table or view that is meant, also through a synonym. */
    @Nullable
    ObjectPath relation(QualifiedName name) {
        String table = tableKey(name);
        if (table != null && (Workspace.isTemporary(table) || temporaryViewKey(name) == null)) {
            return tablePath(table);
        }
        String view = viewKey(name);
        if (view != null) {
            return ObjectPath.of(ObjectKind.VIEW, view);
        }
        String synonymKey = synonymKey(name);
        Synonym synonym = synonymKey == null ? null : workspace.synonym(synonymKey);
        if (synonym == null) {
            return null;
        }
        String target = tableKey(synonym.target());
        return target == null ? null : tablePath(target);
    }

    /**
     * Keys of the routines that are meant: all of a name, or the one with these arguments.
     *
     * @param arguments null if the statement gives none
     */
    List<String> routineKeys(QualifiedName name, @Nullable List<ColumnType> arguments) {
        for (String key : names.routineCandidates(name)) {
            List<String> overloads = workspace.overloads(key);
            if (overloads.isEmpty()) {
                continue;
            }
            if (arguments == null || !dialect.overloadsRoutines()) {
                return overloads;
            }
            String wanted = routineKey(key, arguments);
            return overloads.contains(wanted) ? List.of(wanted) : List.of();
        }
        return List.of();
    }

    /** The key of a routine: with its argument types where several can share a name. */
    String routineKey(String nameKey, List<ColumnType> arguments) {
        return dialect.overloadsRoutines() ? overloadKey(nameKey, arguments) : nameKey;
    }

    /** The key of a procedure, which some engines tell apart by the number of its parameters only. */
    String procedureKey(String nameKey, List<ColumnType> parameters) {
        if (dialect.overloadsProceduresByCount()) {
            for (String key : workspace.overloads(nameKey)) {
                Routine present = workspace.routine(key);
                boolean same = present != null
                        && present.routineKind().equals("procedure")
                        && present.parameters().size() == parameters.size();
                if (same) {
                    return key;
                }
            }
        }
        return routineKey(nameKey, parameters);
    }

    /** A name with the types that tell it from others of that name. */
    static String overloadKey(String nameKey, List<ColumnType> arguments) {
        List<String> types = new ArrayList<>();
        arguments.forEach(type -> types.add(type.name()));
        return nameKey + "(" + String.join(",", types) + ")";
    }

    String triggerKey(QualifiedName name, @Nullable String tableKey) {
        if (dialect.triggersNamedPerTable() && tableKey != null) {
            return tableKey + "." + names.key(name.name());
        }
        return names.key(name);
    }

    @Nullable
    String findTrigger(QualifiedName name, @Nullable QualifiedName table) {
        if (dialect.triggersNamedPerTable() && table != null) {
            ObjectPath relation = relation(table);
            String key = relation == null ? null : triggerKey(name, relation.owner());
            return key != null && workspace.trigger(key) != null ? key : null;
        }
        return find(name, workspace.triggers());
    }

    /** The type that scripts made, of a column or of an array's elements. */
    @Nullable
    UserType type(ColumnType type) {
        String key = typeKey(typeName(type));
        return key == null ? null : workspace.type(key);
    }

    /** Whether a column's type is the one of that key, or an array of it. */
    boolean named(ColumnType type, String typeKey) {
        return names.candidates(typeName(type)).contains(typeKey);
    }

    /** The type under its new name. */
    ColumnType renamed(ColumnType type, QualifiedName to) {
        String brackets = type.name().substring(elementType(type).length());
        return new ColumnType(names.key(to) + brackets, type.arguments());
    }

    private static QualifiedName typeName(ColumnType type) {
        String name = elementType(type);
        if (name.startsWith("\"") || name.endsWith("\"")) {
            return QualifiedName.parse(name);
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? QualifiedName.of(name) : new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
    }

    private static String elementType(ColumnType type) {
        String name = type.name();
        while (name.endsWith("[]")) {
            name = name.substring(0, name.length() - 2);
        }
        return name;
    }

    // ---- what is not there

    /** Whether it belongs to the engine, or to what the project said that no script makes. */
    boolean external(QualifiedName name) {
        String schema = name.schema();
        if (schema != null && SYSTEM_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))) {
            return true;
        }
        Set<String> spellings = new TreeSet<>(names.candidates(name));
        spellings.add(name.toString());
        spellings.add(names.full(name).toString());
        return externalObjects.stream()
                .anyMatch(pattern -> spellings.stream()
                        .anyMatch(spelling ->
                                ConfiguredPattern.match(pattern, spelling, "The parameter 'externalObjects'") != null));
    }

    /**
     * The table that a statement changes. One that no script made is assumed to exist from here on.
     *
     * @param ifExists whether the statement allows for its absence
     * @return its key, or null if there is nothing to change
     */
    @Nullable
    String tableToChange(Span span, QualifiedName name, boolean ifExists) {
        String key = tableKey(name);
        if (key != null) {
            return key;
        }
        missing(span, ObjectKind.TABLE, name, ifExists);
        String assumed = names.key(name);
        if (ifExists
                || journal.conditional()
                || workspace.wasThere(assumed)
                || name.name().startsWith("#")) {
            return null;
        }
        workspace.put(assumed, Table.of(names.full(name), List.of()).withAssumed(true));
        workspace.assume(assumed);
        return assumed;
    }

    /** Says that an object isn't there, unless the statement or the project allows for that. */
    void missing(Span span, ObjectKind kind, QualifiedName name, boolean ifExists) {
        if (ifExists || external(name) || name.name().startsWith("#")) {
            return;
        }
        String shown = names.full(name).toString();
        if (workspace.wasThere(names.key(name))) {
            journal.doesNotApply(span, shown, kind.label() + " " + shown + " is no longer there");
        } else {
            journal.unknown(
                    span, shown, "no script makes the " + kind.label() + " " + shown + inOtherSchema(kind, name));
        }
    }

    /** One of that name in another schema: the schema of names without one is probably not what the scripts count on. */
    private String inOtherSchema(ObjectKind kind, QualifiedName name) {
        if (kind != ObjectKind.TABLE && kind != ObjectKind.VIEW) {
            return "";
        }
        if (name.schema() != null) {
            QualifiedName own = names.full(QualifiedName.of(name.name()));
            return relation(own) == null
                    ? ""
                    : "; there is " + own + ": if names without a schema mean " + name.schema()
                            + ", set the parameter 'defaultSchema' to it";
        }
        String behind = "." + QualifiedName.quoted(names.key(name.name()));
        List<QualifiedName> others = Stream.of(workspace.tables(), workspace.views())
                .flatMap(shelf -> shelf.keySet().stream())
                .filter(key -> key.endsWith(behind) && !Workspace.isTemporary(key))
                .map(QualifiedName::parse)
                .toList();
        return others.size() != 1
                ? ""
                : "; there is " + others.get(0) + ": if names without a schema mean "
                        + others.get(0).schema() + ", set the parameter 'defaultSchema' to it";
    }

    void exists(Span span, ObjectKind kind, QualifiedName name) {
        String shown = names.full(name).toString();
        journal.doesNotApply(span, shown, kind.label() + " " + shown + " exists already");
    }

    void columnExists(Span span, Table table, String column) {
        String shown = table.name() + "." + QualifiedName.quoted(column);
        journal.doesNotApply(span, shown, "column " + shown + " exists already");
    }

    /**
     * The column that a statement changes. One that a table lacks of which no script says all is assumed to have been
     * there.
     *
     * @param ifExists whether the statement allows for its absence
     * @return null if there is nothing to change
     */
    @Nullable
    Column columnToChange(String tableKey, Span span, String name, boolean ifExists) {
        Table table = Objects.requireNonNull(workspace.table(tableKey), tableKey);
        for (Column column : table.columns()) {
            if (names.same(column.name(), name)) {
                return column;
            }
        }
        if (!table.assumed()) {
            if (!ifExists) {
                unknownColumn(span, table, name);
            }
            return null;
        }
        Column assumed = Column.of(name, Definitions.UNKNOWN_TYPE);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(assumed);
        workspace.put(tableKey, table.withColumns(columns));
        workspace.assume(tableKey, assumed);
        return assumed;
    }

    void unknownColumn(Span span, Table table, String column) {
        if (!table.assumed()) {
            journal.doesNotApply(
                    span, table.name() + "." + QualifiedName.quoted(column), table.name() + " has no column " + column);
        }
    }

    void unknownMember(Span span, Table table, ObjectKind kind, String name) {
        if (!table.assumed()) {
            String what = kind == ObjectKind.OTHER ? "constraint" : kind.label();
            journal.doesNotApply(span, name, table.name() + " has no " + what + " " + name);
        }
    }
}
