package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.query.BodyReading;
import io.github.schemacompat.query.QueryReader;
import io.github.schemacompat.query.Relations;
import io.github.schemacompat.query.ViewReading;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What queries in DDL read and give out. */
final class Queries implements AutoCloseable {
    private static final int MOST_SEEDS = 1000;

    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Expressions expressions;
    private final QueryReader reader;
    private final ReplayOptions options;
    private int seeds;

    Queries(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Expressions expressions,
            ReplayOptions options) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.expressions = expressions;
        this.reader = new QueryReader(dialect);
        this.options = options;
    }

    /** The tables and views that a view's query names, as they are now. */
    ViewState.Capture capture(Span query, List<String> columns) {
        return capture(query, columns, lookup::relation);
    }

    /** The same for a view that stays when the session ends. */
    ViewState.Capture captureLasting(Span query, List<String> columns) {
        return engine == Engine.SQLITE ? capture(query, columns, lookup::lastingRelation) : capture(query, columns);
    }

    private ViewState.Capture capture(
            Span query, List<String> columns, Function<QualifiedName, @Nullable ObjectPath> relation) {
        Map<String, NamedRelation> relations = new HashMap<>();
        for (QualifiedName name : named(query)) {
            ObjectPath path = relation.apply(name);
            if (path != null) {
                String owner = path.owner();
                relations.put(names.key(name), new NamedRelation(owner, workspace.table(owner), workspace.view(owner)));
            }
        }
        return new ViewState.Capture(query, columns, names.current(), relations);
    }

    /** Everything in a query that could be the name of a relation. */
    private List<QualifiedName> named(Span query) {
        List<Token> tokens = expressions.tokens(query);
        List<QualifiedName> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isName()) {
                continue;
            }
            String name = expressions.catalogName(tokens.get(i));
            if (i >= 2 && tokens.get(i - 1).is(".") && tokens.get(i - 2).isName()) {
                found.add(new QualifiedName(expressions.catalogName(tokens.get(i - 2)), name));
            } else {
                found.add(QualifiedName.of(name));
            }
        }
        return found;
    }

    /** The tables and views behind FROM and JOIN. */
    List<QualifiedName> sources(Span query) {
        return named(query).stream()
                .filter(name -> lookup.relation(name) != null)
                .distinct()
                .toList();
    }

    /**
     * A column of a table that is made from a query.
     *
     * @param column as the query gives it
     * @param source the table's column that it is, or null for anything else
     * @param check the check that belongs to that column, or null
     * @param alone whether the query reads nothing but that table
     */
    record Selected(
            Column column,
            @Nullable Column source,
            @Nullable Check check,
            boolean alone) {}

    /** The columns of a table that is made from a query, or none where they can't be told. */
    List<Selected> selected(Span query) {
        ViewState.Capture capture = capture(query, List.of());
        ViewReading reading = read(capture);
        List<ViewColumn> columns = reading.columns();
        if (columns == null) {
            return List.of();
        }
        boolean alone = capture.relations().values().stream()
                        .map(NamedRelation::key)
                        .filter(reading.uses()::contains)
                        .distinct()
                        .count()
                == 1;
        List<Selected> selected = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ViewReading.Origin origin = reading.origins().get(i);
            Table table = origin == null ? null : workspace.table(origin.relation());
            Column source = null;
            Check check = null;
            if (table != null) {
                source = first(table.columns(), each -> names.key(each.name()).equals(origin.column()));
                check = first(table.checks(), each -> names.same(each.ofColumn(), origin.column()));
            }
            selected.add(new Selected(column(columns.get(i)), source, check, alone));
        }
        return selected;
    }

    private static <T> @Nullable T first(List<T> elements, Predicate<T> wanted) {
        return elements.stream().filter(wanted).findFirst().orElse(null);
    }

    /** A domain goes with its column, and so does what it refuses. */
    private Column column(ViewColumn output) {
        ColumnType selected = output.type() == null ? Definitions.UNKNOWN_TYPE : output.type();
        ColumnType type = dialect.typeOfCopy(engine.viewsKeepDomains() ? selected : typeInView(selected, false));
        UserType userType = lookup.type(type);
        boolean refused = userType != null && userType.overrulesNull();
        return Column.of(output.name(), type).withNullable(!refused, !refused || engine.notNullComesAndGoes());
    }

    /** Reads every view that has not been read. */
    void resolveAll() {
        for (String key : Workspace.sortedKeys(workspace.views())) {
            ViewState state = workspace.view(key);
            if (state != null) {
                resolved(state);
            }
        }
    }

    /** Reads what the bodies use that were made since the last time; names mean what they mean now. */
    void readBodies(Bodies bodies) {
        for (String key : bodies.takeUnread()) {
            Routine routine = workspace.routine(key);
            Bodies.Body body = bodies.of(key);
            Span text = body == null ? null : body.routine().body();
            boolean fires = workspace.triggersRunning(key).stream()
                    .map(workspace::trigger)
                    .anyMatch(this::isOfNamed);
            if (routine != null && body != null && text != null && (fires || isWanted(text))) {
                names.within(body.defaultSchema(), () -> {
                    BodyReading reading = reader.uses(text, new PresentRelations(workspace, lookup, this::resolved));
                    workspace.put(key, routine.withUses(reading.uses()));
                });
            }
        }
        readTriggers(bodies);
    }

    /** Reads what the triggers use that were made, or got another function, since the last time. */
    void readTriggers(Bodies bodies) {
        for (String key : bodies.takeUnreadTriggers()) {
            Trigger trigger = workspace.trigger(key);
            Bodies.TriggerBody made = bodies.ofTrigger(key);
            String function = trigger == null ? null : trigger.function();
            Bodies.Body called = function == null ? null : bodies.of(function);
            if (trigger == null || made == null) {
                continue;
            }
            Span text = called == null ? made.trigger().body() : called.statements();
            if (text == null || !isOfNamed(trigger) && !isWanted(made.trigger().span()) && !isWanted(text)) {
                continue;
            }
            names.within(made.defaultSchema(), () -> {
                SortedSet<String> uses = new TreeSet<>(rows(trigger, made.trigger(), text));
                if (called != null) {
                    // the rest is what the function uses
                    uses.removeIf(use -> !use.startsWith(Trigger.ROW));
                }
                uses.remove(Trigger.ROW);
                workspace.put(key, trigger.withUses(uses));
            });
        }
    }

    private List<String> rowNames(Operation.CreateTrigger made) {
        List<String> own = dialect.is(Dialect.SQL_SERVER) ? List.of("inserted", "deleted") : List.of("new", "old");
        return Stream.concat(own.stream(), made.rowNames().stream()).toList();
    }

    private SortedSet<String> rows(Trigger trigger, Operation.CreateTrigger made, Span text) {
        String table = trigger.table();
        Relations present = new PresentRelations(workspace, lookup, this::resolved);
        if (table == null) {
            return reader.uses(text, present).uses();
        }
        Set<String> rowNames = new TreeSet<>();
        rowNames(made).forEach(each -> rowNames.add(dialect.key(dialect.catalogName(each, false))));
        NamedRelation own = new NamedRelation(table, workspace.table(table), workspace.view(table));
        Relations relations = new RowRelations(present, rowNames, own.asRelation(Trigger.ROW, this::resolved), dialect);
        // PostgreSQL keeps the condition parsed: it follows a rename, and stands in the way of a drop
        Span condition = dialect.is(Dialect.POSTGRESQL) ? null : made.condition();
        return reader.uses(text, condition, relations).uses();
    }

    /** The view with its columns and what it uses, as far as they can be told. */
    View resolved(ViewState state) {
        ViewState.Capture pending = state.pending();
        if (pending != null && options.resolveViews()) {
            ViewReading reading = read(pending);
            state.resolved(state.view().withColumns(ofView(reading, pending)).withUses(reading.uses()));
        }
        return state.view();
    }

    private @Nullable List<ViewColumn> ofView(ViewReading reading, ViewState.Capture capture) {
        List<ViewColumn> columns = reading.columns();
        if (columns == null) {
            return null;
        }
        Set<String> tables = new TreeSet<>();
        capture.relations().values().stream()
                .filter(each -> each.table() != null)
                .forEach(each -> tables.add(each.key()));
        List<ViewColumn> typed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ViewColumn column = columns.get(i);
            ViewReading.Origin origin = reading.origins().get(i);
            boolean ofTable = origin != null && tables.contains(origin.relation());
            typed.add(column.type() == null ? column : column.withType(typeInView(column.type(), ofTable)));
        }
        return typed;
    }

    /**
     * What a view calls the type of a column that it reads.
     *
     * @param ofTable whether that is a table's
     */
    ColumnType typeInView(ColumnType type, boolean ofTable) {
        if (engine == Engine.SQLITE
                && ofTable
                && (type.name().isEmpty() || type.name().equals("any"))) {
            return ColumnType.of("blob");
        }
        UserType userType = engine.viewsKeepDomains() ? null : lookup.type(type);
        ColumnType base = userType == null ? null : userType.baseType();
        return base == null ? type : base;
    }

    /** A view whose query is not known, refreshed: where it takes all columns of a table, it gets its present ones. */
    View refreshed(View view) {
        List<ViewColumn> old = view.columns();
        if (old == null) {
            return view;
        }
        List<ViewColumn> columns = new ArrayList<>();
        SortedSet<String> uses = new TreeSet<>(view.uses());
        Map<String, List<ViewColumn>> present = new LinkedHashMap<>();
        for (ViewColumn column : old) {
            String star = column.star();
            List<ViewColumn> now = star == null
                    ? null
                    : new NamedRelation(star, workspace.table(star), workspace.view(star)).columns(this::resolved);
            if (star == null || now == null) {
                columns.add(column);
                continue;
            }
            uses.remove(use(star, column));
            if (present.put(star, now) == null) {
                now.forEach(each -> columns.add(new ViewColumn(
                        each.name(),
                        each.type(),
                        star,
                        column.follows() == null ? null : use(star, each),
                        column.ownName())));
            }
        }
        present.forEach((star, now) -> now.forEach(each -> uses.add(use(star, each))));
        return view.withColumns(columns).withUses(uses);
    }

    private String use(String relation, ViewColumn column) {
        return relation + "." + QualifiedName.quoted(names.key(column.name()));
    }

    private ViewReading read(ViewState.Capture capture) {
        Relations relations = new CapturedRelations(capture.relations(), names, lookup, this::resolved);
        List<ViewReading> readings = new ArrayList<>();
        names.within(
                capture.defaultSchema(),
                () -> readings.add(reader.view(capture.query(), capture.columns(), relations)));
        return readings.get(0);
    }

    /** Whether the trigger's table is one of those whose name counts. */
    private boolean isOfNamed(@Nullable Trigger trigger) {
        String table = trigger == null ? null : trigger.table();
        return table != null
                && options.bodiesNaming().stream()
                        .anyMatch(QualifiedName.parse(table).name()::contains);
    }

    private boolean isWanted(Span body) {
        return options.bodiesNaming().stream().anyMatch(body::mentions);
    }

    /** Reads a statement on rows; of rows that are written out one by one only the first ones, for they hold no query. */
    void readRows(Operation.Data statement) {
        boolean writtenOut = statement.sources().isEmpty()
                && (statement.verb().equals("insert") || statement.verb().equals("replace"));
        if (options.readRows() && !statement.verb().equals("copy") && (!writtenOut || seeds++ < MOST_SEEDS)) {
            reader.uses(
                    List.of(new Statement.Simple(statement.span())),
                    new PresentRelations(workspace, lookup, this::resolved));
        }
    }

    /** What JSqlParser makes of a DDL statement, if it contradicts the first reading. */
    Optional<String> contradiction(Span statement, List<Operation> first) {
        return reader.contradiction(statement, first);
    }

    /** How many statements and queries JSqlParser has read. */
    int statementsRead() {
        return reader.statementsRead();
    }

    /** Lets the parser go. */
    @Override
    public void close() {
        reader.close();
    }
}
