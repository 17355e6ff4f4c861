package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.release.TestRepository;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is given, the answer is a code for programs and a sentence for people that says what to do. */
class FailureCasesTest {
    private static final String TABLE = "CREATE TABLE things (id int);\n";

    @TempDir
    Path base;

    @BeforeEach
    void aProjectWithOneScript() throws IOException {
        write("db/V1__things.sql", TABLE);
    }

    private Path write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private CheckRequest.Builder request() {
        return CheckRequest.builder()
                .baseDirectory(base)
                .release("1.1")
                .dialect("postgresql")
                .scripts(List.of("db"))
                .baseline(List.of("none"));
    }

    /** With the releases that are found. */
    private CheckRequest.Builder detecting() {
        return request().baseline(List.of());
    }

    private static void refused(CheckRequest.Builder request, String code, String message) {
        CannotCheckException refusal = refusal(request);
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.code()).isEqualTo(code);
    }

    private static CannotCheckException refusal(CheckRequest.Builder request) {
        return assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> SchemaCompat.check(request.build()))
                .actual();
    }

    private static Finding onlyFinding(CheckRequest.Builder request) throws CannotCheckException {
        CheckResult result = SchemaCompat.check(request.build());
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    private static void noReleaseYet(CheckRequest.Builder request, String why) throws CannotCheckException {
        CheckResult result = SchemaCompat.check(request.build());
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("no-release-yet");
            assertThat(problem.message()).contains(why);
        });
    }

    @Test
    void aFolderThatDoesntExist() {
        refused(
                request().scripts(List.of("db", "migrations")),
                "scripts-not-found",
                "The scripts 'migrations' don't exist: there is no migrations. Correct the parameter 'scripts'; paths are"
                        + " relative to the project's folder.");
    }

    @Test
    void aProjectsFolderThatDoesntExist() {
        assertThat(refusal(request().baseDirectory(base.resolve("gone"))).code())
                .isEqualTo("base-not-found");
    }

    @Test
    void scriptsThatAreSetAndEmpty() {
        for (List<String> empty : List.of(List.<String>of(), List.of(" "))) {
            refused(
                    request().scripts(empty),
                    "scripts-empty",
                    "The parameter 'scripts' is set, but empty. Set it to the folder of the migration scripts, or leave it"
                            + " out to have it detected.");
        }
    }

    @Test
    void aFolderThatIsSetAndHoldsNoScripts() throws IOException {
        write("notes/readme.txt", "none yet");
        refused(
                request().scripts(List.of("notes")),
                "scripts-empty",
                "The folder notes holds no .sql file. Correct the parameter 'scripts', or leave it out if there are no"
                        + " migrations yet.");
        refused(
                request().scripts(List.of("notes/**/*.sql")),
                "scripts-empty",
                "No file matches the scripts 'notes/**/*.sql'. Correct the parameter 'scripts', or leave it out if"
                        + " there are no migrations yet.");
    }

    @Test
    void noScriptsAtAllIsSilence() throws IOException, CannotCheckException {
        CheckRequest.Builder nothing =
                CheckRequest.builder().baseDirectory(Files.createDirectories(base.resolve("elsewhere")));
        assertThat(SchemaCompat.check(nothing.build()).isSilent()).isTrue();
    }

    @Test
    void aPathThatIsNone() {
        refused(
                request().scripts(List.of("d\0b")),
                "invalid-parameter",
                "'d?b' is no path of this system: Nul character not allowed. Correct the parameter that holds it.");
    }

    @Test
    void aBinaryFile() throws IOException, CannotCheckException {
        Files.write(base.resolve("db/V2__archive.sql"), new byte[] {'P', 'K', 3, 4, 0, 0, 1});
        Finding finding = onlyFinding(request());
        assertThat(finding.rule().id()).isEqualTo("script-not-readable");
        assertThat(finding.location())
                .satisfies(location -> assertThat(location.file()).isEqualTo("db/V2__archive.sql"));
        assertThat(finding.fix()).startsWith("The content is binary").contains("'encoding'");
    }

    @Test
    void aFolderNamedLikeAScript() throws IOException {
        Files.createDirectories(base.resolve("db/V2__folder.sql"));
        refused(
                request(),
                "script-is-a-folder",
                "db/V2__folder.sql is a folder with the name of a script. Rename the folder, or move it out of the"
                        + " scripts.");
    }

    @Test
    void aLoopOfLinks() throws IOException {
        Files.createSymbolicLink(base.resolve("db/again"), base.resolve("db"));
        refused(
                request(),
                "scripts-loop",
                "db/again is a link to a folder that it lies in, so that the scripts below never end. Remove the link, or"
                        + " set 'scripts' to a folder without it.");
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(base.resolve("db/V2__gone.sql"), base.resolve("gone.sql"));
        refused(
                request(),
                "script-unreadable",
                "db/V2__gone.sql is a link that leads nowhere. Restore the file that it names, or remove the link.");
    }

    @Test
    void anUnknownDialect() {
        refused(
                request().dialect("postgres"),
                "invalid-parameter",
                "Parameter dialect: there is no dialect 'postgres'. There are: sqlserver, postgresql, mysql, mariadb, oracle, h2, hsqldb, sqlite, db2.");
    }

    @Test
    void aDialectThatCantBeTold() {
        refused(
                request().dialect(null),
                "dialect-unknown",
                "The SQL dialect could not be told: nothing in the scripts is particular to one database. Set the"
                        + " parameter schema-compat.dialect to one of sqlserver, postgresql, mysql, mariadb, oracle, h2, hsqldb, sqlite, db2.");
    }

    @Test
    void anUnknownLayoutOrderOrCharset() {
        refused(
                request().layout("birdway"),
                "invalid-parameter",
                "Parameter layout: there is no layout 'birdway'. There are: flyway, liquibase, prisma, updown,"
                        + " mybatis, efcore, declared, plain.");
        refused(
                request().order("date"),
                "invalid-parameter",
                "Parameter order: there is no order 'date'. Use version or name.");
        for (String charset : List.of("utf-9", "utf 9", "")) {
            refused(
                    request().encoding(charset),
                    "invalid-parameter",
                    "Parameter encoding: there is no charset '" + charset
                            + "'. Use a name that Java knows, such as UTF-8.");
        }
    }

    @Test
    void anUnknownRuleOrSeverity() {
        refused(
                request().severities(Map.of("colum-dropped", "warning")),
                "invalid-parameter",
                "Parameter severities: there is no rule 'colum-dropped'; did you mean column-dropped?"
                        + " The goal explain lists all rules.");
        refused(
                request().severities(Map.of("column-dropped", "warn")),
                "invalid-parameter",
                "Parameter severities: column-dropped can't be 'warn'. Use error, warning, info or off.");
    }

    @Test
    void whatCantBeReadIsNeverSilent() {
        refused(
                request().severities(Map.of("statement-not-understood", "off")),
                "invalid-parameter",
                "Parameter severities: statement-not-understood can't be 'off', because what can't be read is never"
                        + " silent. Use error or warning; a single script is accepted in the file of the parameter"
                        + " accepted.");
    }

    @Test
    void anUnknownThresholdOrPolicy() {
        refused(
                request().failOn("errors"),
                "invalid-parameter",
                "Parameter failOn: 'errors' is not known. Use error, warning or never.");
        refused(
                request().routineEdits("never"),
                "invalid-parameter",
                "Parameter routineEdits: there is no policy 'never'. Use versioned, compatible or free.");
        refused(
                request().viewEdits("never"),
                "invalid-parameter",
                "Parameter viewEdits: there is no policy 'never'. Use versioned, compatible or free.");
    }

    @Test
    void aBrokenRegularExpression() {
        refused(
                request().versionedName("(?<base>.*_(?<version>\\d+)"),
                "invalid-parameter",
                "Parameter versionedName: '(?<base>.*_(?<version>\\d+)' is no regular expression: Unclosed group at"
                        + " character 27. Correct it; the default is (?<base>.+?)_[vV]?(?<version>\\d+).");
        refused(
                request().versionedName(".*_\\d+"),
                "invalid-parameter",
                "Parameter versionedName: '.*_\\d+' lacks the group base or version. Write them as in the default,"
                        + " (?<base>.+?)_[vV]?(?<version>\\d+).");
    }

    @Test
    void aBrokenTagPattern() {
        try (TestRepository repository = new TestRepository(base)) {
            repository.commit();
            repository.tag("v1.0");
            repository.write("db/V2__more.sql", "CREATE TABLE more (id int);");
            repository.commit();
            CannotCheckException refusal = refusal(detecting().tagPattern("v(.*"));
            assertThat(refusal.code()).isEqualTo("invalid-parameter");
            assertThat(refusal).hasMessageContaining("'tagPattern' is no regular expression");
        }
    }

    @Test
    void aWindowOfNothingAndASupportedReleaseThatIsNone() {
        refused(request().window(0), "invalid-parameter", "The parameter 'window' is 0. Set it to 1 or more.");
        refused(
                request().supported(List.of("[1,")),
                "invalid-parameter",
                "'[1,' in the parameter 'supported' is neither a version nor a range of versions. Write it like 1.4.2 or"
                        + " [1.4,2.0).");
    }

    @Test
    void anUnknownBaseline() {
        refused(
                request().baseline(List.of("tags")),
                "invalid-parameter",
                "The parameter 'baseline' has the unknown value 'tags'. Set it to git, git:<branch or commit>,"
                        + " artifact[:groupId:artifactId[:range]], snapshot, directory:[name=]<path>,"
                        + " version:<migration version>, jdbc:<url> or none.");
        refused(
                request().baseline(List.of("directory:gone")),
                "scripts-not-found",
                "The scripts 'gone' don't exist: there is no gone. Correct the parameter 'baseline'; paths are relative to"
                        + " the project's folder.");
    }

    @Test
    void historiesThatCantBeToldApart() {
        HistoryRequest shop = new HistoryRequest("shop", List.of("db"), null, null, null, null);
        refused(
                request().histories(List.of(shop, shop)),
                "invalid-parameter",
                "Parameter histories: two are named 'shop'. Give each a name of its own.");
        for (String name : List.of("", "../shop", "a b")) {
            refused(
                    request().histories(List.of(new HistoryRequest(name, List.of("db"), null, null, null, null))),
                    "invalid-parameter",
                    "Parameter histories: '" + name
                            + "' is no name of a history. Give each a name of letters, digits, -"
                            + " and _; its snapshots lie in a folder of that name.");
        }
    }

    @Test
    void aHistoryWithoutScripts() throws IOException {
        Files.delete(base.resolve("db/V1__things.sql"));
        refused(
                request().scripts(null).histories(List.of(new HistoryRequest("shop", null, null, null, null, null))),
                "scripts-not-found",
                "There are no scripts of the history 'shop'. Set its scripts to their folder.");
    }

    @Test
    void aGitRepositoryWithoutCommits() throws CannotCheckException {
        new TestRepository(base).close();
        noReleaseYet(detecting(), "the git repository has no commits yet");
    }

    @Test
    void aShallowClone() throws IOException {
        try (TestRepository repository = new TestRepository(base)) {
            String head = repository.commit().getName();
            write(".git/shallow", head + "\n");
        }
        refused(
                detecting(),
                "git-shallow",
                "The git repository is a shallow clone, so that releases may be missing from it. Fetch the whole history"
                        + " and the tags: 'fetch-depth: 0' for actions/checkout, 'GIT_DEPTH: 0' on GitLab, 'git fetch"
                        + " --unshallow --tags' by hand.");
    }

    @Test
    void aTagWithoutScripts() throws IOException, CannotCheckException {
        Files.delete(base.resolve("db/V1__things.sql"));
        try (TestRepository repository = new TestRepository(base)) {
            repository.write("readme.md", "").commit();
            repository.tag("v1.0");
            repository.write("db/V1__things.sql", TABLE).commit();
        }
        CheckResult result = SchemaCompat.check(detecting().build());
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.findings()).isEmpty();
        assertThat(result.histories()).singleElement().satisfies(history -> {
            assertThat(history.releases()).containsExactly("1.0");
            assertThat(history.detected())
                    .anyMatch(line -> line.contains("tag v1.0") && line.contains("'releasedScripts'"));
        });
    }

    @Test
    void noRepositoryWhereGitIsAskedFor() {
        CannotCheckException refusal = refusal(request().baseline(List.of("git")));
        assertThat(refusal.code()).isEqualTo("git-no-repository");
        assertThat(refusal.remedy()).isEqualTo("Set the parameter 'baseline' to snapshot, directory:<path> or none.");
    }

    private static final String ANEW =
            " Restore the file, or write it anew with the goal 'snapshot' on the sources of that release.";

    @Test
    void anUnreadableSnapshot() throws IOException {
        write("src/schema-compat/1.0.json", "PK\1\2");
        refused(
                detecting(),
                "snapshot-unreadable",
                "src/schema-compat/1.0.json:1: src/schema-compat/1.0.json is no valid JSON." + ANEW);
        write("src/schema-compat/1.0.json", "{\"format\": 1, \"release\": \"1.0\"}");
        refused(
                detecting(),
                "snapshot-unreadable",
                "src/schema-compat/1.0.json:1: src/schema-compat/1.0.json lacks the field 'dialect'." + ANEW);
        Files.delete(base.resolve("src/schema-compat/1.0.json"));
        Files.createDirectories(base.resolve("src/schema-compat/1.0.json"));
        refused(detecting(), "snapshot-unreadable", "src/schema-compat/1.0.json can't be read: it is a folder." + ANEW);
    }

    @Test
    void aSnapshotOfANewerPlugin() throws IOException {
        write("src/schema-compat/1.0.json", "{\"format\": 99, \"release\": \"1.0\"}");
        refused(
                detecting(),
                "snapshot-newer",
                "src/schema-compat/1.0.json has format 99, which a newer version of this plugin wrote; this one reads up to"
                        + " format 1. Use the version of the plugin that wrote it, or a newer one.");
    }

    @Test
    void aSnapshotWithAMergeConflict() throws IOException {
        write("src/schema-compat/1.0.json", """
                {
                  "format": 1,
                <<<<<<< HEAD
                  "release": "1.0",
                =======
                  "release": "1.1",
                >>>>>>> other
                """);
        CannotCheckException refusal = refusal(detecting());
        assertThat(refusal.code()).isEqualTo("snapshot-unreadable");
        assertThat(refusal.file()).isEqualTo("src/schema-compat/1.0.json");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal)
                .hasMessage(
                        "src/schema-compat/1.0.json:3: src/schema-compat/1.0.json holds an unresolved merge conflict."
                                + " Don't merge it by hand: restore the file, or write it anew with the goal 'snapshot' on the"
                                + " sources of that release.");
    }

    @Test
    void anUnreadableFileOfAcceptedExceptions() throws IOException {
        write("src/schema-compat/accepted.json", "{\"accepted\": [");
        CannotCheckException refusal = refusal(request());
        assertThat(refusal.code()).isEqualTo("accepted-unreadable");
        assertThat(refusal.line()).isEqualTo(1);
        refused(
                request().accepted("db"),
                "accepted-unreadable",
                "db can't be read: it is a folder. Check that it is a readable UTF-8 file.");
    }

    @Test
    void aSnapshotWithoutANameForItsRelease() {
        CannotCheckException refusal = assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> SchemaCompat.writeSnapshots(
                        new SnapshotRequest(request().release(null).build(), false)))
                .actual();
        assertThat(refusal)
                .hasMessage(
                        "Parameter release: nothing says which release this is. Set schema-compat.release, for example"
                                + " to 1.4.0.");
    }

    @Test
    void aSnapshotThatIsThereAlready() throws CannotCheckException {
        SchemaCompat.writeSnapshots(new SnapshotRequest(request().release("1.0").build(), false));
        CannotCheckException refusal = assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> SchemaCompat.writeSnapshots(
                        new SnapshotRequest(request().release("1.0").build(), false)))
                .actual();
        assertThat(refusal.code()).isEqualTo("snapshot-exists");
        assertThat(SchemaCompat.writeSnapshots(
                        new SnapshotRequest(request().release("1.0").build(), true)))
                .singleElement()
                .satisfies(written -> assertThat(written.summary())
                        .isEqualTo("Snapshot of release 1.0 written to src/schema-compat/1.0.json: 1 script, 1 table, 0"
                                + " views, 0 routines"));
    }

    @Test
    void aSnapshotOfWhatIsNotUnderstood() throws IOException, CannotCheckException {
        write("db/V2__odd.sql", "ALTER TABLE things FROBNICATE;\n");
        CannotCheckException refusal = assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> SchemaCompat.writeSnapshots(
                        new SnapshotRequest(request().release("1.0").build(), false)))
                .actual();
        assertThat(refusal.code()).isEqualTo("statement-not-understood");
        assertThat(refusal.file()).isEqualTo("db/V2__odd.sql");
        assertThat(refusal.line()).isEqualTo(1);
        assertThat(base.resolve("src/schema-compat")).doesNotExist();
        SchemaCompat.writeSnapshots(
                new SnapshotRequest(request().release("1.0").failOn("never").build(), false));
        assertThat(refusal(detecting()).code()).isEqualTo("snapshot-incomplete");
    }
}
