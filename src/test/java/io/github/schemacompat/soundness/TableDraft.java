package io.github.schemacompat.soundness;

import io.github.schemacompat.soundness.ReleasedColumn.Filling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A random table of a release, and its CREATE. */
final class TableDraft {
    private final Vocabulary words;
    private final Random random;
    private final List<ReleasedTable> parents;
    private final Supplier<String> names;
    private final boolean inPartitions;
    private final List<ReleasedColumn> columns = new ArrayList<>();
    private final List<String> elements = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private final List<List<String>> keys = new ArrayList<>();
    private final List<String> further = new ArrayList<>();
    private final Map<String, String> constraints = new LinkedHashMap<>();
    private final String table;
    private final String options;
    private boolean hasPrimaryKey;

    /**
     * @param parents the tables that it may refer to
     * @param inPartitions whether its key has to be one that says in which partition a row is
     */
    TableDraft(
            Vocabulary words,
            Random random,
            List<ReleasedTable> parents,
            Supplier<String> names,
            boolean inPartitions) {
        this.words = words;
        this.random = random;
        this.parents = List.copyOf(parents);
        this.names = names;
        this.inPartitions = inPartitions;
        this.table = names.get();
        this.options = words.has("options") ? words.one("options", random) : "";
    }

    ReleasedTable make() {
        key();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            column();
        }
        if (!parents.isEmpty() && random.nextInt(3) > 0) {
            reference();
        }
        if (random.nextInt(3) == 0) {
            generated();
        }
        if (random.nextInt(3) == 0) {
            uniqueKey();
        }
        return new ReleasedTable(table, List.copyOf(columns), List.of(), List.of(), List.copyOf(keys), hasPrimaryKey);
    }

    String create() {
        return "CREATE TABLE " + words.quote(table) + " (\n  " + elements() + "\n)" + options;
    }

    /** What stands in its parentheses. */
    String elements() {
        List<String> all = new ArrayList<>(elements);
        all.addAll(clauses);
        return String.join(",\n  ", all);
    }

    /** What is made behind its rows. */
    List<String> further() {
        return List.copyOf(further);
    }

    /** Names of its constraints and indexes, with what migrations call them. */
    Map<String, String> constraints() {
        return constraints;
    }

    private void key() {
        boolean numbered = random.nextInt(3) == 0;
        String type = one(words.types(inPartitions ? Partitioning.PRODUCTION : numbered ? "identity" : "nth"));
        boolean identity = numbered && words.has("identity." + type);
        String name = names.get();
        columns.add(new ReleasedColumn(
                name, type, identity ? Filling.IDENTITY : Filling.WRITTEN, false, false, true, null));
        String written = words.quote(name) + " " + words.one((identity ? "identity." : "type.") + type, random);
        boolean complete = written.contains("PRIMARY KEY");
        keys.add(List.of(name));
        int form = random.nextInt(8);
        hasPrimaryKey = complete || form > 0;
        if (complete || form == 1) {
            elements.add(written + (complete ? "" : " PRIMARY KEY"));
            return;
        }
        elements.add(written + (identity ? "" : " NOT NULL"));
        clauses.add(constraint(hasPrimaryKey ? "primarykey" : "uniquekey")
                + (hasPrimaryKey ? "PRIMARY KEY (" : "UNIQUE (") + words.quote(name) + ")");
    }

    private String constraint(String kind) {
        if (random.nextInt(4) == 0) {
            return "";
        }
        String name = names.get();
        constraints.put(name, kind);
        return "CONSTRAINT " + words.quote(name) + " ";
    }

    private void column() {
        String type = one(words.types("type"));
        boolean nullable = random.nextBoolean();
        boolean byDefault = words.has("default." + type) && random.nextInt(4) == 0;
        add(new ReleasedColumn(
                names.get(),
                type,
                byDefault ? Filling.DEFAULT : Filling.WRITTEN,
                nullable,
                nullable && random.nextInt(3) == 0,
                false,
                null));
    }

    private void reference() {
        ReleasedTable parent = one(parents);
        ReleasedColumn key = parent.columns().get(0);
        boolean nullable = random.nextBoolean();
        ReleasedColumn column =
                new ReleasedColumn(names.get(), key.type(), Filling.WRITTEN, nullable, false, false, parent);
        add(column);
        List<String> actions =
                nullable ? List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL") : List.of("", " ON DELETE CASCADE");
        clauses.add(constraint("foreignkey") + "FOREIGN KEY (" + words.quote(column.name()) + ") REFERENCES "
                + words.quote(parent.name()) + " (" + words.quote(key.name()) + ")" + one(actions));
    }

    private void add(ReleasedColumn column) {
        columns.add(column);
        String written = words.quote(column.name()) + " " + words.one("type." + column.type(), random);
        if (column.filling() == Filling.DEFAULT) {
            written += " DEFAULT " + words.one("default." + column.type(), random);
        }
        written += column.nullable() ? "" : " NOT NULL";
        if (column.parent() == null && words.has("check." + column.type()) && random.nextInt(5) == 0) {
            String check = words.one("check." + column.type(), random).replace("@", words.quote(column.name()));
            if (random.nextBoolean()) {
                written += " CHECK (" + check + ")";
            } else {
                clauses.add(constraint("checkrule") + "CHECK (" + check + ")");
            }
        }
        elements.add(written);
    }

    private void generated() {
        List<ReleasedColumn> sources = columns.stream()
                .filter(each -> !each.isIdentity() && words.has("generated." + each.type()))
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        ReleasedColumn source = one(sources);
        String name = names.get();
        columns.add(new ReleasedColumn(name, source.type(), Filling.GENERATED, true, false, false, null));
        elements.add(words.quote(name) + " "
                + words.one("generated." + source.type(), random).replace("@", words.quote(source.name())));
    }

    /** A second key, over a column of its own, and sometimes another beside it. */
    private void uniqueKey() {
        String type = one(words.types("nth"));
        boolean nullable = random.nextInt(4) == 0;
        ReleasedColumn column = new ReleasedColumn(names.get(), type, Filling.WRITTEN, nullable, false, true, null);
        columns.add(column);
        elements.add(
                words.quote(column.name()) + " " + words.one("type." + type, random) + (nullable ? "" : " NOT NULL"));
        List<String> key = new ArrayList<>(List.of(column.name()));
        ReleasedColumn other = columns.get(random.nextInt(columns.size()));
        if (inPartitions) {
            key.add(columns.get(0).name());
        } else if (other.isRequired() && words.has("nth." + other.type()) && !key.contains(other.name())) {
            key.add(other.name());
        }
        keys.add(key);
        String list = "(" + key.stream().map(words::quote).collect(Collectors.joining(", ")) + ")";
        if (random.nextInt(3) == 0) {
            String name = names.get();
            constraints.put(name, "uniqueindex");
            further.add("CREATE UNIQUE INDEX " + words.quote(name) + " ON " + words.quote(table) + " " + list);
        } else {
            clauses.add(constraint("uniquekey") + "UNIQUE " + list);
        }
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
