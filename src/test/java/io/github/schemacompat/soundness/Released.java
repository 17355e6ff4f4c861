package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.Names;
import io.github.schemacompat.fidelity.Names.Name;
import io.github.schemacompat.fidelity.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A random release: its statements, with data, its names, and what its application does. */
final class Released {
    private final Vocabulary words;
    private final Setting setting;
    private final Random random;
    private final List<String> statements = new ArrayList<>();
    private final List<ReleasedTable> tables = new ArrayList<>();
    private final List<ReleasedTable> referable = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final Map<ReleasedTable, String> creations = new LinkedHashMap<>();
    private final Map<String, List<String>> definitions = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();

    private Released(Vocabulary words, Setting setting, Random random) {
        this.words = words;
        this.setting = setting;
        this.random = random;
    }

    static Released make(Vocabulary words, Setting setting, Random random) {
        Released released = new Released(words, setting, random);
        int tables = 1 + random.nextInt(3);
        for (int i = 0; i < tables; i++) {
            released.table();
        }
        released.objects(random.nextInt(5));
        return released;
    }

    /** Makes so many more objects beside the tables, and gives their statements. */
    List<String> objects(int count) {
        int before = statements.size();
        for (int i = 0; i < count; i++) {
            object();
        }
        return List.copyOf(statements.subList(before, statements.size()));
    }

    /** Promises about some of what is there, with the marks that give them. */
    Marks marks(boolean alsoRequired) {
        return Marks.some(
                words,
                random,
                names.stream().filter(each -> alsoRequired || !isRequired(each)).toList());
    }

    /** Calls what was promised about so that migrations find it. */
    void remember(Marks marks) {
        names.addAll(marks.names());
    }

    private boolean isRequired(Name name) {
        return name.kind().equals("free")
                && names.stream()
                        .anyMatch(each ->
                                each.kind().equals("freerequired") && each.key().equals(name.key()))
                && names.stream()
                        .noneMatch(each ->
                                each.kind().equals("defaulted") && each.key().equals(name.key()));
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    Names names() {
        return new Names(List.copyOf(names));
    }

    List<ReleasedTable> tables() {
        return List.copyOf(tables);
    }

    /** The SQL that a table is made of, its triggers, and the tables that refer to it, which change with its rows. */
    String aboutTable(ReleasedTable table) {
        StringBuilder about = new StringBuilder(Objects.requireNonNull(creations.get(table)));
        creations.forEach((other, creation) -> {
            if (other.columns().stream().anyMatch(column -> table.equals(column.parent()))) {
                about.append('\n').append(creation);
            }
        });
        statements.stream()
                .filter(each -> each.startsWith("CREATE TRIGGER")
                        && (Marks.unquoted(each).contains(" " + table.name() + " ")
                                || each.contains(words.quote(table.name()))))
                .forEach(each -> about.append('\n').append(each));
        return about.toString();
    }

    /** What the application does with objects beside the tables. */
    List<Use> uses() {
        return List.copyOf(uses);
    }

    private void table() {
        boolean inPartitions = setting.partitions() && (tables.isEmpty() || random.nextBoolean());
        TableDraft draft = new TableDraft(
                words, random, refersToOthers(inPartitions) ? referable : List.of(), this::newName, inPartitions);
        ReleasedTable table = draft.make();
        for (ReleasedColumn column : table.columns()) {
            if (words.has("before." + column.type())) {
                String statement = words.all("before." + column.type()).get(0);
                if (!statements.contains(statement)) {
                    statements.add(0, statement);
                    names.add(new Name("usertype", column.type(), null, null, column.type(), null));
                    words.all("use." + column.type()).forEach(use -> uses.add(Use.of(List.of(statement), use)));
                }
            }
        }
        Partitioning partitioning = inPartitions ? Partitioning.of(words, random, table, taken) : Partitioning.NONE;
        List<String> creation = partitioning.applied(draft.create());
        statements.addAll(creation);
        creations.put(table, String.join("\n", creation));
        for (int row = 1; row <= ReleasedTable.ROWS; row++) {
            statements.add(Inserts.of(words, table).all(row));
        }
        statements.addAll(draft.further());
        tables.add(table);
        if (refersToOthers(inPartitions)) {
            referable.add(table);
        }
        name("table", table.name(), null, table.name(), null);
        for (ReleasedColumn column : table.columns()) {
            for (String kind : kinds(table, column)) {
                name(kind, table.name() + "." + column.name(), table.name(), column.name(), column.type());
            }
        }
        name("definition", table.name() + "!", table.name(), draft.elements(), null);
        name("written", table.name() + "?", table.name(), written(table), null);
        for (Name part : partitioning.parts()) {
            taken.add(part.name());
            names.add(new Name(
                    part.kind(), table.name() + "/" + part.name(), table.name(), null, part.name(), part.type()));
        }
        draft.constraints().forEach((name, kind) -> name(kind, table.name() + "#" + name, table.name(), name, null));
    }

    /** MySQL has no foreign keys of tables in partitions, and none to them. */
    private boolean refersToOthers(boolean inPartitions) {
        return !inPartitions || words.has("references.partitions");
    }

    /** All columns but the computed ones, for migrations that copy the rows. */
    private String written(ReleasedTable table) {
        return Lists.names(
                words,
                table.columns().stream().filter(each -> !each.isGenerated()).toList());
    }

    /** What migrations may call a column. */
    private List<String> kinds(ReleasedTable table, ReleasedColumn column) {
        List<String> kinds = new ArrayList<>(List.of("column"));
        boolean free = !table.isInKey(column) && column.parent() == null;
        if (column.isIdentity()) {
            kinds.add("identity");
        } else if (column.isGenerated()) {
            kinds.add("generated");
        } else {
            kinds.add(column.nullable() ? "nullable" : "required");
            kinds.addAll(free ? List.of("free") : List.of());
            kinds.addAll(free && !column.nullable() ? List.of("freerequired") : List.of());
            kinds.addAll(column.filling() == ReleasedColumn.Filling.DEFAULT ? List.of("defaulted") : List.of());
        }
        if (table.isInKey(column) && column.parent() == null) {
            kinds.add("keyed");
        }
        if (column.distinct() && table.keys().get(0).equals(List.of(column.name()))) {
            kinds.add("key");
        }
        kinds.addAll(words.all("family." + column.type()));
        return kinds;
    }

    private void object() {
        Sentence.Said said = words.said("object", names(), random);
        List<String> made = said.statements().stream()
                .filter(each -> !each.startsWith("use "))
                .toList();
        statements.addAll(made);
        String text = String.join("\n", made).toLowerCase(Locale.ROOT);
        List<String> about = new ArrayList<>(made);
        creations.forEach((table, creation) -> {
            if (isNamedIn(text, table.name())) {
                about.add(creation);
            }
        });
        definitions.forEach((name, definition) -> {
            if (isNamedIn(text, name)) {
                about.addAll(definition);
            }
        });
        for (Name name : said.made()) {
            if (!name.kind().equals("column")) {
                names.add(name);
            }
            taken.add(name.name());
            definitions.put(name.name(), about);
        }
        for (String statement : said.statements()) {
            if (statement.startsWith("use ")) {
                uses.add(Use.of(about, words.callable(statement.substring("use ".length()))));
            }
        }
    }

    private boolean isNamedIn(String text, String name) {
        return text.contains(name.toLowerCase(Locale.ROOT))
                || text.contains(words.quote(name).toLowerCase(Locale.ROOT));
    }

    private void name(String kind, String key, @Nullable String parent, String name, @Nullable String type) {
        names.add(new Name(kind, key, parent, null, name, type));
    }

    private String newName() {
        String name = words.one("name", random);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }
}
