package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.DisabledKey;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.TriggerEffect;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final String HASH = "t1:sha256:00";

    private static Snapshot everything() {
        Column id = Column.of("Id", ColumnType.of("int")).withNullable(false).withIdentity(Identity.ALWAYS);
        Column name = Column.of("Last.Name", ColumnType.of("nvarchar", "50"))
                .withNullable(false)
                .withDefault("('it''s \"x\"\\')", "DF_Name")
                .withCharset("utf8mb4", "utf8mb4_bin")
                .withMarks(Marks.NONE.withDeprecated("renamed to SurName").withHonors(List.of("unique t(a)")));
        Column at = Column.of("at", ColumnType.of("timestamp with time zone", "3"))
                .withOnUpdate("now(3)")
                .withInvisible(true);
        Column total = Column.of("total", ColumnType.of("numeric", "10", "2")).withGenerated("a + b");
        Column mood = Column.of("mood", ColumnType.of("enum", "'a,b'", "'c)'", "'d''e'"))
                .withIdentity(Identity.BY_DEFAULT)
                .withMarks(Marks.NONE.withReadsDeprecated("r").withPopulated("p"));
        Column odd = Column.of("odd", new ColumnType("\"my(type)\"", List.of()));
        Table customers = new Table(
                new QualifiedName("dbo", "Customers"),
                List.of(id, name, at, total, mood, odd),
                new PrimaryKey("PK_Customers", List.of("Id")),
                List.of(
                        new UniqueKey(null, List.of("a", "b"), true),
                        new UniqueKey("UQ_Name", List.of("Last.Name"), false)),
                List.of(new ForeignKey(
                        "FK_C", List.of("country"), "countries", List.of("id"), "cascade", "set null", false)),
                List.of(
                        new Check(null, "total > 0", List.of("total"), false, true),
                        new Check("EX", "using gist (at with &&)", List.of("at"), true, false)),
                List.of(
                        new Index(
                                "IX_a",
                                List.of("lower(name)", "at desc"),
                                List.of("mood"),
                                true,
                                true,
                                "at is null",
                                "gin"),
                        new Index("IX_b", List.of("mood"), List.of(), false, false, null, "btree")),
                true,
                false,
                Marks.NONE.withDeprecated("gone"));
        customers = customers.withDisabledKeys(
                List.of(new DisabledKey(null, List.of("Id"), true), new DisabledKey("UQ_off", List.of("at"), false)));
        Table assumed = Table.of(new QualifiedName("a.b", "c\"d"), List.of()).withAssumed(true);
        View view = new View(
                new QualifiedName("dbo", "Active"),
                List.of(new ViewColumn("Id", ColumnType.of("int")), new ViewColumn("x", null)),
                HASH,
                new TreeSet<>(List.of("customers", "customers.id")),
                true,
                List.of(new Index("IX_v", List.of("Id"), List.of(), true, false, null, "btree")),
                Marks.NONE);
        View unresolved = new View(QualifiedName.of("odd"), null, HASH, new TreeSet<>(), false, List.of(), Marks.NONE);
        View none = new View(QualifiedName.of("none"), List.of(), HASH, new TreeSet<>(), false, List.of(), Marks.NONE);
        Routine routine = new Routine(
                new QualifiedName("dbo", "spFind"),
                "procedure",
                List.of(
                        new Parameter("@From", ColumnType.of("date"), true, "in"),
                        new Parameter(null, ColumnType.of("int"), false, "out")),
                "table(id int)",
                HASH,
                new TreeSet<>(List.of("customers")),
                Marks.NONE.withDeprecated("use spFind_2"));
        Trigger trigger = new Trigger(
                new QualifiedName("dbo", "tr"),
                "customers",
                "instead of",
                List.of("insert", "update"),
                false,
                "f()",
                HASH,
                new TriggerEffect(new TreeSet<>(List.of("a", "b")), new TreeSet<>(List.of("a"))),
                new TreeSet<>(List.of(Trigger.ROW + ".a", "log.note")));
        Trigger databaseTrigger =
                new Trigger(QualifiedName.of("ddl"), null, "after", List.of("drop_table"), true, null, HASH);
        Sequence sequence =
                new Sequence(new QualifiedName("dbo", "seq"), Map.of("start", "5", "cycle", "true"), "customers.id");
        UserType mood2 = new UserType(
                QualifiedName.of("mood"), "enum", List.of("sad", "ok"), List.of(), null, false, null, List.of(), "");
        UserType domain = new UserType(
                QualifiedName.of("positive"),
                "domain",
                List.of(),
                List.of(),
                ColumnType.of("int"),
                true,
                "1",
                List.of(new Check("c", "value > 0", List.of(), false, true)),
                "");
        UserType row = new UserType(
                QualifiedName.of("ids"), "table", List.of(), List.of(id), null, false, null, List.of(), HASH);
        Schema schema = new Schema(
                Map.of("customers", customers, "\"a.b\".\"c\"\"d\"", assumed),
                Map.of("active", view, "odd", unresolved, "none", none),
                Map.of("spfind", routine),
                Map.of("tr", trigger, "ddl", databaseTrigger),
                Map.of("seq", sequence),
                Map.of("mood", mood2, "positive", domain, "ids", row),
                Map.of("s", new Synonym(new QualifiedName("dbo", "s"), new QualifiedName("other", "t"))),
                new TreeSet<>(List.of("sales", "hr")));
        return new Snapshot(
                "2.0.1",
                Dialect.SQL_SERVER,
                List.of(
                        new ReleasedScript("V2_0_1__a.sql", ScriptKind.VERSIONED, MigrationVersion.of("2_0_1"), "ab"),
                        new ReleasedScript("R__v.sql", ScriptKind.REPEATABLE, null, "cd"),
                        new ReleasedScript("B1__b.sql", ScriptKind.BASELINE, MigrationVersion.of("1"), "ef")),
                schema,
                List.of("V1__x.sql:3:1 is not understood"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Snapshot snapshot = everything();
        assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot), "x.json"))
                .isEqualTo(snapshot);
    }

    /** This file never changes: it is what users have in their repositories. */
    @Test
    void formatOneStaysAsItIs() throws IOException {
        try (InputStream golden = SnapshotTest.class.getResourceAsStream("snapshot-format-1.json")) {
            assertThat(golden).isNotNull();
            String text = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(SnapshotWriter.write(everything())).isEqualTo(text);
            assertThat(SnapshotReader.read(text, "x.json")).isEqualTo(everything());
        }
    }

    @Test
    void constraintsAndIndexesAreWrittenInOneOrderWhateverOrderTheyWereMadeIn() {
        Index a = new Index("a", List.of("x"), List.of(), false, false, null, "btree");
        Index b = new Index("b", List.of("x"), List.of(), false, false, null, "btree");
        Table table = Table.of(QualifiedName.of("t"), List.of(Column.of("x", ColumnType.of("int"))));
        assertThat(SnapshotWriter.write(with(table.withIndexes(List.of(b, a)))))
                .isEqualTo(SnapshotWriter.write(with(table.withIndexes(List.of(a, b)))));
    }

    @Test
    void aPartitionStillKnowsItsTable() {
        Snapshot snapshot = with(
                Table.of(QualifiedName.of("t"), List.of()).withPartition(true).withParents(List.of("of")));

        assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot), "x.json"))
                .isEqualTo(snapshot);
    }

    @Test
    void anIndexThatIsOffIsStillTheSameOnceItIsOn() {
        Index off = new Index("off", List.of("x desc"), List.of("y"), true, true, "x > 0", "btree");
        Snapshot snapshot =
                with(Table.of(QualifiedName.of("t"), List.of()).withDisabledKeys(List.of(DisabledKey.of(off))));

        assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot), "x.json"))
                .isEqualTo(snapshot);
    }

    @Test
    void aViewStillKnowsWhichColumnsItsOwnGoAlongWith() {
        ViewColumn column = new ViewColumn("y", ColumnType.of("text"), "t", "t.y", false);
        View view =
                new View(QualifiedName.of("v"), List.of(column), HASH, new TreeSet<>(), false, List.of(), Marks.NONE);
        Schema schema = new Schema(
                Map.of(), Map.of("v", view), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new TreeSet<>());
        Snapshot snapshot = new Snapshot("1", Dialect.SQLITE, List.of(), schema, List.of());

        assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot), "x.json"))
                .isEqualTo(snapshot);
    }

    private static Snapshot with(Table table) {
        Schema schema = new Schema(
                Map.of("t", table), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new TreeSet<>());
        return new Snapshot("1", Dialect.POSTGRESQL, List.of(), schema, List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyNamesAndTextsSurvive(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Map<String, Table> tables = new TreeMap<>();
            for (int t = 0; t < 3; t++) {
                List<Column> columns = List.of(
                        Column.of(text(random), new ColumnType(text(random), List.of(text(random), text(random))))
                                .withDefault(orNull(random, text(random)), orNull(random, text(random)))
                                .withNullable(random.nextBoolean())
                                .withIdentity(Identity.values()[random.nextInt(3)])
                                .withMarks(Marks.NONE.withDeprecated(orNull(random, text(random)))),
                        Column.of("c", ColumnType.of(text(random))));
                tables.put(
                        text(random),
                        Table.of(new QualifiedName(orNull(random, text(random)), text(random)), columns)
                                .withChecks(List.of(new Check(
                                        text(random),
                                        text(random),
                                        List.of(text(random)),
                                        random.nextBoolean(),
                                        random.nextBoolean(),
                                        random.nextBoolean(),
                                        orNull(random, text(random))))));
            }
            Schema schema =
                    new Schema(tables, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new TreeSet<>());
            Snapshot snapshot = new Snapshot("1", Dialect.MYSQL, List.of(), schema, List.of());
            assertThat(SnapshotReader.read(SnapshotWriter.write(snapshot), "x.json"))
                    .isEqualTo(snapshot);
        }
    }

    private static String text(Random random) {
        String alphabet = "abA1 .,\"'()[]{}\\/`$\n\tüß\u2028:<>=-_\u00a0";
        StringBuilder text = new StringBuilder("n");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static @Nullable String orNull(Random random, String value) {
        return random.nextBoolean() ? value : null;
    }

    private static CannotReadException problem(String text) {
        return assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> SnapshotReader.read(text, "src/schema-compat/1.0.json"))
                .actual();
    }

    @Test
    void aNewerFormatIsRefusedWithASentence() {
        CannotReadException problem = problem("{\"format\": 2, \"anything\": {}}");
        assertThat(problem.code()).isEqualTo("snapshot-newer");
        assertThat(problem)
                .hasMessage("src/schema-compat/1.0.json has format 2, which a newer version of this plugin wrote;"
                        + " this one reads up to format 1.");
        assertThat(problem.remedy()).isEqualTo("Use the version of the plugin that wrote it, or a newer one.");
    }

    @Test
    void aMergeConflictIsNamedWithTheWayOut() {
        CannotReadException problem = problem(
                "{\"format\": 1,\n<<<<<<< HEAD\n\"release\": \"1\"\n=======\n\"release\": \"2\"\n>>>>>>> topic\n}");
        assertThat(problem.code()).isEqualTo("snapshot-unreadable");
        assertThat(problem).hasMessage("src/schema-compat/1.0.json holds an unresolved merge conflict.");
        assertThat(problem.remedy()).contains("goal 'snapshot'");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void whatIsNoSnapshotIsRefusedWithItsLine() {
        String whole = SnapshotWriter.write(everything());
        assertThat(problem(whole.substring(0, whole.length() / 2))).hasMessageContaining("is no valid JSON: ");
        assertThat(problem("{\"format\": 1,\n\"release\": \"1\",\n\"dialect\" x")
                        .line())
                .isEqualTo(3);
        assertThat(problem("")).hasMessageContaining("is no valid JSON");
        assertThat(problem("[]")).hasMessageContaining("is no JSON object");
        assertThat(problem("{} {}")).isNotNull();
        assertThat(problem("{\"release\": \"1\"}")).hasMessageContaining("lacks the field 'format'");
        assertThat(problem(whole.replace("\"nullable\": false", "\"nullable\": \"no\"")))
                .hasMessageContaining("has a field 'nullable' that is not true or false");
        assertThat(problem(whole.replace("\"dialect\": \"sqlserver\"", "\"dialect\": \"cobol\"")))
                .hasMessageContaining("is of the dialect 'cobol', which this version of the plugin doesn't know");
        assertThat(problem(whole.replace("\"version\": \"2_0_1\"", "\"version\": \"x\"")))
                .hasMessageContaining("not a migration version: x");
    }

    @Test
    void aFieldThatNobodyKnowsIsNotPassedOver() {
        String whole = SnapshotWriter.write(everything());
        CannotReadException problem =
                problem(whole.replaceFirst("\"nullable\": false", "\"nulable\": true, \"nullable\": false"));
        assertThat(problem).hasMessageContaining("has an unknown field 'nulable'");
        assertThat(problem.line()).isGreaterThan(5);
        assertThat(problem(whole.replaceFirst("\"release\"", "\"release\": \"1\", \"release\"")))
                .hasMessageContaining("has two fields 'release' in one object");
    }

    @Test
    void aSnapshotIsAFileNamedByItsRelease(@TempDir Path base) throws IOException {
        SnapshotFolder folder = new SnapshotFolder(base, "src/schema-compat");
        assertThat(folder.releases()).isEmpty();
        Path file = folder.write(everything());
        assertThat(base.relativize(file)).hasToString("src/schema-compat/2.0.1.json");
        folder.write(everything());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Files.writeString(file.resolveSibling("accepted.json"), "{}");
        Files.writeString(file.resolveSibling("marks.sql"), "");
        Files.copy(file, file.resolveSibling("2.0.10.json"));
        Files.copy(file, file.resolveSibling("2.0.9.json"));
        assertThat(folder.releases()).extracting(ReleaseVersion::text).containsExactly("2.0.1", "2.0.9", "2.0.10");
        assertThat(folder.read("2.0.1")).isEqualTo(everything());
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> folder.read("2.0.9"))
                .withMessage("src/schema-compat/2.0.9.json says that it is of release 2.0.1.");
        Files.copy(file, file.resolveSibling("latest.json"));
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(folder::releases)
                .withMessageContaining("latest.json is not named by a version");
        Files.write(file, new byte[] {'{', (byte) 0xFF});
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> folder.read("2.0.1"))
                .withMessage("src/schema-compat/2.0.1.json is no UTF-8 text.");
    }
}
