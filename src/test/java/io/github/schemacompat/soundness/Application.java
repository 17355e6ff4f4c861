package io.github.schemacompat.soundness;

import io.github.schemacompat.soundness.Use.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the application of a release does with its tables: whatever works before the migration has to work behind it. It reads
 * and writes every column, by names and by position, with ordinary values, with values that just fit, with NULL and without
 * a value; it deletes every row, and uses each key for an upsert.
 */
final class Application {
    private static final int NEW_ROW = 1002;

    private final Vocabulary words;
    private final Promises promises;
    private final List<ReleasedTable> tables;
    private final Set<Use> uses = new LinkedHashSet<>();
    private String about = "";

    private Application(Vocabulary words, Released released, Promises promises) {
        this.words = words;
        this.promises = promises;
        this.tables = released.tables().stream()
                .filter(table -> !promises.deprecates(table.name()))
                .map(table -> table.seenWith(promises))
                .toList();
    }

    static List<Use> of(Vocabulary words, Released released, Promises promises) {
        Application application = new Application(words, released, promises);
        for (ReleasedTable whole : released.tables()) {
            if (promises.deprecates(whole.name())) {
                continue;
            }
            ReleasedTable table = whole.seenWith(promises);
            application.about = released.aboutTable(whole);
            application.reads(table);
            if (table.columns().size() == whole.columns().size()
                    && table.unread().isEmpty()) {
                application.byPosition(table);
            }
            application.inserts(table);
            application.updates(table);
            application.deletes(table);
            application.upserts(table);
        }
        released.uses().stream().filter(promises::allow).forEach(application.uses::add);
        return List.copyOf(application.uses);
    }

    private void reads(ReleasedTable table) {
        String name = words.quote(table.name());
        add(Kind.READ, "SELECT " + Lists.names(words, table.readable()) + " FROM " + name);
        add(
                Kind.READ,
                "SELECT " + Lists.of(table.readable(), each -> name + "." + words.quote(each.name())) + " FROM "
                        + name);
        for (ReleasedColumn column : table.readable()) {
            if (!column.isGenerated()) {
                add(Kind.READ, "SELECT " + words.quote(column.name()) + " FROM " + name + " WHERE " + equal(column, 1));
            }
            ReleasedTable parent = column.parent();
            if (parent != null && !promises.deprecates(parent.name())) {
                String key = words.quote(parent.keys().get(0).get(0));
                add(
                        Kind.READ,
                        "SELECT c." + words.quote(column.name()) + ", p." + key + " FROM " + name + " c JOIN "
                                + words.quote(parent.name()) + " p ON c." + words.quote(column.name()) + " = p." + key);
            }
        }
    }

    private void inserts(ReleasedTable table) {
        List<ReleasedColumn> writable = table.writable();
        add(Kind.WRITE, insert(table, writable, null, null), another(table, null), readBack(table));
        add(Kind.WRITE, insert(table, required(table), null, null), readBack(table));
        for (ReleasedColumn column : writable) {
            for (String edge : words.all("edges." + column.type())) {
                if (column.parent() == null && !table.honored().contains(column.name())) {
                    add(Kind.WRITE, insert(table, writable, column, edge), readBack(table));
                }
            }
            boolean maybeFilled =
                    about.contains("CREATE TRIGGER") && column.filling() != ReleasedColumn.Filling.POPULATED;
            if (column.nullable() || maybeFilled) {
                add(Kind.WRITE, insert(table, writable, column, "NULL"), another(table, column), readBack(table));
            }
            if (column.filling() != ReleasedColumn.Filling.POPULATED) {
                // a trigger may fill what is required
                String left = table.isInKey(column) ? readBackNumbered(table, column) : readBack(table);
                add(Kind.WRITE, insert(table, without(writable, column), null, null), left);
            }
        }
        for (ReleasedColumn column : table.columns()) {
            if (column.isIdentity()) {
                List<ReleasedColumn> all = new ArrayList<>(writable);
                all.add(column);
                add(Kind.WRITE, insert(table, all, null, null), readBack(table));
                for (String edge : words.all("numbers." + column.type())) {
                    String insert = insert(table, all, column, edge);
                    add(Kind.WRITE, insert, readBack(table));
                    for (String overriding : words.all("overriding")) {
                        add(Kind.WRITE, insert.replace(") VALUES (", ") " + overriding + " VALUES ("), readBack(table));
                    }
                }
            }
        }
        keysInPart(table);
        withNewParents(table);
    }

    /** Rows that refer to one that is as new as they are. */
    private void withNewParents(ReleasedTable table) {
        for (ReleasedColumn column : table.writable()) {
            tables.stream()
                    .filter(parent -> column.parent() != null
                            && parent.name().equals(column.parent().name()))
                    .forEach(parent -> add(
                            Kind.WRITE,
                            insert(
                                    parent,
                                    parent.columns().stream()
                                            .filter(each -> !each.isGenerated())
                                            .toList(),
                                    null,
                                    null),
                            insert(
                                    table,
                                    table.writable(),
                                    column,
                                    words.nth(parent.columns().get(0).type(), NEW_ROW)),
                            readBack(table)));
        }
    }

    /** Rows that have a key of several columns in common but for one column. */
    private void keysInPart(ReleasedTable table) {
        for (List<String> key : table.keys()) {
            for (String same : key) {
                if (key.size() > 1) {
                    String insert = Inserts.of(words, table)
                            .row(
                                    table.writable(),
                                    each -> each.name().equals(same)
                                            ? words.value(each, 1)
                                            : key.contains(each.name())
                                                    ? words.nth(each.type(), NEW_ROW)
                                                    : newValue(each));
                    add(Kind.WRITE, insert, readBack(table));
                }
            }
        }
    }

    /** One more row of the same values, which has none there either. */
    private String another(ReleasedTable table, @Nullable ReleasedColumn column) {
        return Inserts.of(words, table)
                .row(
                        table.writable(),
                        each -> each.equals(column) ? "NULL" : words.value(each, each.distinct() ? NEW_ROW + 1 : 1));
    }

    private void byPosition(ReleasedTable table) {
        add(Kind.READ_BY_POSITION, "SELECT * FROM " + words.quote(table.name()));
        String omitted = words.has("omitted") ? words.all("omitted").get(0) : "";
        List<String> values = new ArrayList<>();
        for (ReleasedColumn column : table.columns()) {
            if (column.isIdentity()) {
                values.add(omitted);
            } else if (!column.isGenerated()) {
                values.add(newValue(column));
            } else if (words.has("computed")) {
                values.add(words.all("computed").get(0));
            }
        }
        add(
                Kind.WRITE_BY_POSITION,
                "INSERT INTO " + words.quote(table.name()) + " VALUES (" + String.join(", ", values) + ")",
                readBack(table));
    }

    private void updates(ReleasedTable table) {
        ReleasedColumn key = table.columns().get(0);
        String update = "UPDATE " + words.quote(table.name()) + " SET ";
        for (ReleasedColumn column : table.writable()) {
            String name = words.quote(column.name());
            String other = column.distinct() ? newValue(column) : words.value(column, 2);
            add(Kind.WRITE, update + name + " = " + other + " WHERE " + equal(key, 1), readBack(table));
            if (column.nullable()) {
                add(Kind.WRITE, update + name + " = NULL WHERE " + equal(key, 1), readBack(table));
            }
        }
    }

    private void deletes(ReleasedTable table) {
        ReleasedColumn key = table.columns().get(0);
        for (int row = 1; row <= ReleasedTable.ROWS; row++) {
            List<String> steps = new ArrayList<>(
                    List.of("DELETE FROM " + words.quote(table.name()) + " WHERE " + equal(key, row), readBack(table)));
            tables.stream()
                    .filter(child -> child.columns().stream()
                            .anyMatch(column -> column.parent() != null
                                    && column.parent().name().equals(table.name())))
                    .forEach(child -> steps.add(readBack(child)));
            uses.add(new Use(Kind.WRITE, steps, about + "\n" + String.join("\n", steps)));
        }
        List<ReleasedTable> children = tables.stream()
                .filter(child -> child.columns().stream()
                        .anyMatch(column -> column.parent() != null
                                && column.parent().name().equals(table.name())))
                .toList();
        if (children.size() > 1) {
            children.forEach(child -> deletesBeside(child, table, key));
        }
    }

    /** A row goes to which nothing refers but rows of one table: those of the others went first. */
    private void deletesBeside(ReleasedTable child, ReleasedTable table, ReleasedColumn key) {
        List<String> steps = new ArrayList<>();
        for (int i = tables.size() - 1; i > tables.indexOf(table); i--) {
            if (!tables.get(i).equals(child)) {
                steps.add("DELETE FROM " + words.quote(tables.get(i).name()));
            }
        }
        steps.add("DELETE FROM " + words.quote(table.name()) + " WHERE " + equal(key, 1));
        steps.add(readBack(child));
        uses.add(new Use(Kind.WRITE, steps, about + "\n" + String.join("\n", steps)));
    }

    private void upserts(ReleasedTable table) {
        for (List<String> key : table.keys()) {
            for (int row : List.of(1, NEW_ROW)) {
                for (String form : List.of("upsert", "merge")) {
                    for (String template : words.all(form)) {
                        upsert(table, key, row, template);
                    }
                }
            }
        }
    }

    private void upsert(ReleasedTable table, List<String> key, int row, String template) {
        List<ReleasedColumn> keyColumns = key.stream().map(table::column).toList();
        List<ReleasedColumn> written = new ArrayList<>(table.writable());
        keyColumns.stream().filter(each -> !written.contains(each)).forEach(written::add);
        List<ReleasedColumn> others = written.stream()
                .filter(each -> !table.isInKey(each) && each.parent() == null)
                .toList();
        if (others.isEmpty()) {
            return;
        }
        String condition = keyColumns.stream()
                .map(each -> "t." + words.quote(each.name()) + " = " + words.value(each, row))
                .collect(Collectors.joining(" AND "));
        add(
                Kind.WRITE,
                template.replace("<table>", words.quote(table.name()))
                        .replace("<columns>", Lists.names(words, written))
                        .replace("<values>", Lists.of(written, each -> words.value(each, row)))
                        .replace("<key>", Lists.names(words, keyColumns))
                        .replace("<condition>", condition)
                        .replace(
                                "<assignments>",
                                Lists.of(others, each -> words.quote(each.name()) + " = " + words.value(each, 2))),
                readBack(table));
    }

    private List<ReleasedColumn> required(ReleasedTable table) {
        return table.columns().stream().filter(ReleasedColumn::isRequired).toList();
    }

    private static List<ReleasedColumn> without(List<ReleasedColumn> columns, ReleasedColumn column) {
        return columns.stream().filter(each -> !each.equals(column)).toList();
    }

    /** A new row like the first one; where rows have to differ it is its own. */
    private String insert(
            ReleasedTable table,
            List<ReleasedColumn> columns,
            @Nullable ReleasedColumn special,
            @Nullable String value) {
        return Inserts.of(words, table)
                .row(columns, each -> each.equals(special) ? Objects.requireNonNull(value) : newValue(each));
    }

    private String newValue(ReleasedColumn column) {
        return words.value(column, column.distinct() ? NEW_ROW : 1);
    }

    private String equal(ReleasedColumn column, int row) {
        return words.quote(column.name()) + " = " + words.value(column, row);
    }

    /** All that it wrote; numbers that the database gave are another each time, and it is enough that there are some. */
    private String readBack(ReleasedTable table) {
        return readBack(table, table.readable(), ReleasedColumn::isIdentity);
    }

    /** The same where SQLite may have given the key that was left out a number, from which another column may be computed. */
    private String readBackNumbered(ReleasedTable table, ReleasedColumn key) {
        List<ReleasedColumn> told =
                table.readable().stream().filter(each -> !each.isGenerated()).toList();
        return readBack(table, told, each -> each.isIdentity() || each.equals(key));
    }

    private String readBack(ReleasedTable table, List<ReleasedColumn> told, Predicate<ReleasedColumn> isNumbered) {
        return "SELECT "
                + Lists.of(
                        told,
                        each -> isNumbered.test(each)
                                ? "CASE WHEN " + words.quote(each.name()) + " IS NULL THEN 'none' ELSE 'some' END"
                                : words.quote(each.name()))
                + " FROM " + words.quote(table.name());
    }

    /**
     * One plain row for each table, as an application writes it that keeps its promises.
     *
     * @param before the same with everything that could be written before it gave them
     */
    record PlainRow(Use before, Use now) {}

    /** Rows that those of a deprecated table refer to: nobody deletes what refers to them any longer. */
    private static List<PlainRow> deletedParents(
            Vocabulary words, Released released, Promises before, Promises promises) {
        List<PlainRow> rows = new ArrayList<>();
        List<ReleasedTable> tables = released.tables();
        for (int i = 0; i < tables.size(); i++) {
            ReleasedTable parent = tables.get(i);
            List<String> all = new ArrayList<>();
            List<String> used = new ArrayList<>();
            for (int child = tables.size() - 1; child > i; child--) {
                String delete = "DELETE FROM " + words.quote(tables.get(child).name());
                if (!before.deprecates(tables.get(child).name())) {
                    all.add(delete);
                }
                if (!promises.deprecates(tables.get(child).name())) {
                    used.add(delete);
                }
            }
            String delete = "DELETE FROM " + words.quote(parent.name());
            all.add(delete);
            used.add(delete);
            if (all.size() > used.size() && !promises.deprecates(parent.name())) {
                String about = tables.stream().map(released::aboutTable).collect(Collectors.joining("\n"));
                rows.add(new PlainRow(new Use(Kind.WRITE, all, about), new Use(Kind.WRITE, used, about)));
            }
        }
        return rows;
    }

    static List<PlainRow> plainRows(Vocabulary words, Released released, Promises before, Promises promises) {
        List<PlainRow> rows = new ArrayList<>(deletedParents(words, released, before, promises));
        for (ReleasedTable whole : released.tables()) {
            ReleasedTable table = whole.seenWith(promises);
            ReleasedTable known = whole.seenWith(before);
            if (!promises.deprecates(whole.name()) && !table.equals(known)) {
                String about = released.aboutTable(whole);
                Application application = new Application(words, released, promises);
                rows.add(new PlainRow(
                        Use.of(Kind.WRITE, about, application.insert(known, known.writable(), null, null)),
                        Use.of(Kind.WRITE, about, application.insert(table, table.writable(), null, null))));
            }
        }
        return rows;
    }

    private void add(Kind kind, String... steps) {
        uses.add(Use.of(kind, about, steps));
    }
}
