package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScriptDetectionTest {
    private final Map<String, String> texts = new TreeMap<>();
    private ProjectSettings project = ProjectSettings.NONE;

    private ScriptDetectionTest file(String path, String text) {
        texts.put(path, text);
        return this;
    }

    private ScriptDetectionTest files(String... paths) {
        for (String path : paths) {
            texts.put(path, "");
        }
        return this;
    }

    private ScriptDetectionTest pom(String key, String value) {
        Map<String, String> values = new TreeMap<>(project.values());
        values.put(key, value);
        project = new ProjectSettings(values, project.resources(), project.searched());
        return this;
    }

    private List<DetectedScripts> detect() {
        return new ScriptDetection(new MemoryTree(texts), project).detect();
    }

    private DetectedScripts only() {
        assertThat(detect()).hasSize(1);
        return detect().get(0);
    }

    @Test
    void theFirstUsualFolderWithScriptsIsTaken() {
        files("src/main/resources/db/migration/V1__a.sql");
        assertThat(only().locations()).containsExactly("src/main/resources/db/migration");
        assertThat(only().name()).isNull();
        assertThat(only().hint()).isEqualTo("scripts: src/main/resources/db/migration (a usual folder)");
    }

    @Test
    void whatIsLeftAsideIsSaid() {
        files("migrations/a.sql", "sql/a.sql", "migration/readme.md");
        assertThat(only().hint())
                .isEqualTo("scripts: migrations (a usual folder); left aside: sql (set 'scripts' to choose)");
    }

    @Test
    void whereNothingLooksLikeMigrationsNothingIsGuessed() {
        assertThat(files("doc/a.sql", "src/main/resources/db/migration/a.txt").detect())
                .isEmpty();
    }

    @Test
    void aFolderForEachDatabaseIsADatabase() {
        files(
                "db/migration/mysql/V1__a.sql",
                "db/migration/postgresql/V1__a.sql",
                "db/migration/common/V2__b.sql",
                "db/migration/derby/V1__a.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations, DetectedScripts::dialect)
                .containsExactly(
                        tuple("mysql", List.of("db/migration/common", "db/migration/mysql"), "mysql"),
                        tuple("postgresql", List.of("db/migration/common", "db/migration/postgresql"), "postgresql"));
        assertThat(detect().get(0).hint())
                .isEqualTo(
                        "scripts: db/migration/{derby,mysql,postgresql} (a usual folder); not checked, for the dialect is"
                                + " not supported: derby");
    }

    @Test
    void aScriptBesideTheFoldersOfDatabasesBelongsToNone() {
        files("db/migration/mysql/V1__a.sql", "db/migration/postgresql/V1__a.sql", "db/migration/V2__b.sql");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(this::detect)
                .withMessage(
                        "db/migration holds folders of several databases (mysql, postgresql) and a script beside them,"
                                + " which could be of any: V2__b.sql.")
                .satisfies(e -> assertThat(e.remedy()).contains("'histories'"));
    }

    @Test
    void springBootsLocationsInProperties() {
        file(
                        "src/main/resources/application.properties",
                        "spring.flyway.locations = classpath:db/a, classpath:/db/b\nspring.flyway.sql-migration-prefix=M\n"
                                + "spring.flyway.placeholders.Owner=app\nspring.flyway.default-schema=shop\n"
                                + "spring.flyway.encoding=ISO-8859-1\n")
                .files("src/main/resources/db/a/M1__a.sql", "src/main/resources/db/b/M2__b.sql");
        assertThat(only().locations()).containsExactly("src/main/resources/db/a", "src/main/resources/db/b");
        assertThat(only().hint())
                .isEqualTo("scripts: src/main/resources/db/a, src/main/resources/db/b (from"
                        + " src/main/resources/application.properties)");
        FlywaySettings flyway = new ScriptDetection(new MemoryTree(texts)).flyway();
        assertThat(flyway.naming().versioned()).isEqualTo("M");
        assertThat(flyway.placeholders())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Owner", "app", "flyway:defaultSchema", "shop"));
        assertThat(flyway.encoding()).isEqualTo("ISO-8859-1");
        assertThat(flyway.defaultSchema()).isEqualTo("shop");
    }

    @Test
    void springBootsLocationsInYaml() {
        file("src/main/resources/application.yml", """
                        app:
                          version: @project.version@
                        spring:
                          flyway:
                            locations:
                              - classpath:${db.folder}/one
                              - ${EXTRA:classpath:db/two}
                        db:
                          folder: db
                        ---
                        spring:
                          config.activate.on-profile: test
                          flyway.locations: classpath:db/nowhere
                        """)
                .files("src/main/resources/db/one/V1__a.sql", "src/main/resources/db/two/V2__b.sql");
        assertThat(only().locations()).containsExactly("src/main/resources/db/one", "src/main/resources/db/two");
    }

    @Test
    void theFolderOfEachDatabaseByItsPlaceholder() {
        file(
                        "src/main/resources/application.yaml",
                        "spring.flyway.locations: 'classpath:db/common,classpath:db/{vendor}'")
                .files(
                        "src/main/resources/db/common/V3__c.sql",
                        "src/main/resources/db/mysql/V1__a.sql",
                        "src/main/resources/db/sqlserver/V1__a.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations)
                .containsExactly(
                        tuple("mysql", List.of("src/main/resources/db/common", "src/main/resources/db/mysql")),
                        tuple("sqlserver", List.of("src/main/resources/db/common", "src/main/resources/db/sqlserver")));
    }

    @Test
    void quarkusFlywayAndThePomSayItToo() {
        file("src/main/resources/application.properties", "quarkus.flyway.locations=db/q\n")
                .files("src/main/resources/db/q/V1__a.sql", "sql/V1__a.sql");
        assertThat(only().locations()).containsExactly("src/main/resources/db/q");

        file("flyway.conf", "flyway.locations=filesystem:sql\n");
        assertThat(only().hint()).isEqualTo("scripts: sql (from flyway.conf)");

        file("flyway.toml", "[flyway]\nlocations = [\"filesystem:ddl\"]\n[flyway.placeholders]\nowner = \"app\"\n")
                .files("ddl/V1__a.sql");
        assertThat(only().hint()).isEqualTo("scripts: ddl (from flyway.toml and flyway.conf)");
        assertThat(new ScriptDetection(new MemoryTree(texts)).flyway().placeholders())
                .containsExactlyEntriesOf(Map.of("owner", "app"));

        files("other/V1__a.sql").pom("flyway.locations", "filesystem:other");
        assertThat(only().hint()).isEqualTo("scripts: other (from the POM and flyway.toml and flyway.conf)");
    }

    @Test
    void flywayThatIsOffSaysNothing() {
        file("src/main/resources/application.properties", "spring.flyway.locations=db/x\nspring.flyway.enabled=false")
                .files("sql/V1__a.sql");
        assertThat(only().locations()).containsExactly("sql");
    }

    @Test
    void aFileThatDoesNotParse() {
        file("flyway.toml", "[flyway]\nlocations = [\"a\"\nurl = \"x\"\n");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(this::detect)
                .withMessageStartingWith("The configuration in flyway.toml can't be read: ")
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
        texts.clear();
        file("src/main/resources/application.yml", "spring:\n  flyway: [\n");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(this::detect)
                .withMessageStartingWith("The configuration in src/main/resources/application.yml can't be read: ");
        texts.clear();
        assertThat(file("src/main/resources/application.yml", "a: [\n").detect())
                .as("a file that says nothing of migrations")
                .isEmpty();
    }

    @Test
    void aLocationThatIsNotThere() {
        file("src/main/resources/application.properties", "spring.flyway.locations=classpath:db/nowhere\n");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(this::detect)
                .withMessage(
                        "The location classpath:db/nowhere from src/main/resources/application.properties isn't there"
                                + " on the classpath (below src/main/resources).")
                .satisfies(e -> assertThat(e.remedy()).contains("'scripts'"));
    }

    @Test
    void aPlaceThatIsNotAFolder() {
        file("flyway.conf", "flyway.locations=s3:bucket/x\n");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(this::detect)
                .withMessage("The location s3:bucket/x from flyway.conf is neither a folder nor on the classpath.");
    }

    @Test
    void aPlaceOfItsOwnIsFoundByTheNamesOfTheScripts() {
        files(
                "server/src/main/resources/org/shop/db/mysql/V1__a.sql",
                "server/src/main/resources/org/shop/db/postgresql/V1__a.sql",
                "server/src/main/resources/org/shop/db/postgresql/V2__b.sql",
                "server/src/test/resources/db/V1__a.sql",
                "tools/1_a.sql",
                "tools/2_b.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations)
                .containsExactly(
                        tuple("mysql", List.of("server/src/main/resources/org/shop/db/mysql")),
                        tuple("postgresql", List.of("server/src/main/resources/org/shop/db/postgresql")));
        assertThat(detect().get(0).hint())
                .isEqualTo(
                        "scripts: server/src/main/resources/org/shop/db/{mysql,postgresql} (3 scripts named as flyway"
                                + " names them, found by searching; left aside: tools)");
    }

    @Test
    void scriptsOfTheFolderItselfAreFound() {
        assertThat(files("01_a.sql", "02_b.sql").only().locations()).containsExactly(".");
    }

    /** A name that ends with 'up' among others is a name, not a way. */
    @Test
    void oneFileNamedUpSaysNothingOfTheOthers() {
        assertThat(files("util/db/01_a.sql", "util/db/02_b_up.sql", "util/db/03_c.sql")
                        .only()
                        .hint())
                .isEqualTo("scripts: util/db (3 scripts numbered, found by searching)");
    }

    @Test
    void numberedScriptsAndMarkedOnesAreFound() {
        assertThat(files("util/db/2020-01-01_a.sql", "util/db/2020-01-02_b.sql", "util/x/a.sql")
                        .only()
                        .hint())
                .isEqualTo("scripts: util/db (2 scripts numbered, found by searching)");
        assertThat(file("internal/store/1_a.sql", "-- +goose Up\n").only().hint())
                .isEqualTo(
                        "scripts: internal/store (1 scripts with the marks of updown, found by searching; left aside:"
                                + " util/db)");
    }

    @Test
    void filesAreToldApartByTheDatabasesInTheirNames() {
        files(
                "ddl/up/shop.mysql.1.sql",
                "ddl/up/shop.mysql.2.sql",
                "ddl/up/shop.postgres.1.sql",
                "ddl/up/x.derby.1.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations, DetectedScripts::dialect)
                .containsExactly(
                        tuple("mysql", List.of("ddl/up/*.mysql.*.sql"), "mysql"),
                        tuple("postgres", List.of("ddl/up/*.postgres.*.sql"), "postgresql"));
        assertThat(detect().get(0).hint())
                .startsWith("scripts: ddl/up/*{derby,mysql,postgres}* (4 scripts named after databases, found");
    }

    @Test
    void filesThatDifferInTheNameOfTheDatabaseAreThoseOfSeveral() {
        files(
                "db/migrations/2.0/widen_sqlServer.sql",
                "db/migrations/2.2/add_note_mysql_innodb.sql",
                "db/migrations/2.2/add_note_oracle.sql",
                "db/migrations/2.2/add_note_sqlserver.sql",
                "db/migrations/2.2/rows.all.sql");
        List<String> all = List.of("db/migrations/**/*.all.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations)
                .containsExactly(
                        tuple("mysql", List.of(all.get(0), "db/migrations/**/*_mysql_*.sql")),
                        tuple("oracle", List.of(all.get(0), "db/migrations/**/*_oracle.sql")),
                        tuple(
                                "sqlserver",
                                List.of(
                                        all.get(0),
                                        "db/migrations/**/*_sqlServer.sql",
                                        "db/migrations/**/*_sqlserver.sql")));
        assertThat(severalIn("db/migrations"))
                .isEqualTo(detect().stream()
                        .map(each -> new DetectedScripts(
                                each.name(),
                                each.locations(),
                                each.dialect(),
                                each.hint().replace("a usual folder", "as the parameter 'scripts' says")))
                        .toList());
    }

    @Test
    void scriptsThatAreAboutOtherDatabasesAreThoseOfOne() {
        files(
                "db/migrations/V1__a.sql",
                "db/migrations/V2__from_mysql.sql",
                "db/migrations/V3__as_postgres_has_it.sql");
        assertThat(only().name()).isNull();
        assertThat(severalIn("db/migrations")).isEmpty();
    }

    @Test
    void aFolderThatIsNamedIsDividedToo() {
        files("sql/h2/V1__a.sql", "sql/mysql/V1__a.sql", "sql/common/V2__b.sql", "sql/java/x.sql", "sql/java/y/z.sql");
        assertThat(severalIn("sql").get(0).hint())
                .isEqualTo("scripts: sql/{h2,mysql} (as the parameter 'scripts' says; left aside: sql/java)");
        assertThat(severalIn("sql"))
                .extracting(DetectedScripts::name, DetectedScripts::locations)
                .containsExactly(
                        tuple("h2", List.of("sql/common", "sql/h2")),
                        tuple("mysql", List.of("sql/common", "sql/mysql")));
    }

    @Test
    void foldersThatBeginWithTheSameVersionAreDatabasesOfTheirOwn() {
        files("db/migration/config/V1__a.sql", "db/migration/config/V2__b.sql", "db/migration/main/V1__c.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations, DetectedScripts::dialect)
                .containsExactly(
                        tuple("config", List.of("db/migration/config"), null),
                        tuple("main", List.of("db/migration/main"), null));
        assertThat(detect().get(0).hint())
                .isEqualTo(
                        "scripts: db/migration/{config,main} (a usual folder; they begin with the same version, so each"
                                + " folder is taken for a database of its own)");
        files("db/migration/views/R__d.sql");
        assertThat(only().name()).as("nothing is left out").isNull();
        texts.remove("db/migration/views/R__d.sql");
        files("db/migration/other/V3__d.sql");
        assertThat(only().name()).as("one of them goes with the others").isNull();
    }

    @Test
    void aScriptOfNoDatabaseAmongThoseOfSeveralIsAnError() {
        files("sql/1.mysql.up.sql", "sql/1.sqlite3.up.sql", "sql/0.sqlite.up.sql", "sql/2.up.sql");
        assertThatThrownBy(() -> severalIn("sql"))
                .isInstanceOf(CannotReadException.class)
                .hasMessage(
                        "sql holds scripts that are named after several databases (mysql, sqlite) and a script beside them,"
                                + " which could be of any: 2.up.sql.");
    }

    private List<DetectedScripts> severalIn(String folder) {
        return new ScriptDetection(new MemoryTree(texts), project).severalIn(List.of(folder));
    }

    @Test
    void aFolderForEachMigrationOrReleaseIsOnePlace() {
        files("a/b/20240101_x/migration.sql", "a/b/20240102_y/migration.sql");
        assertThat(only().locations()).containsExactly("a/b");
        texts.clear();
        files("c/v1/V1__a.sql", "c/v2/V2__a.sql", "c/v2/V3__a.sql");
        assertThat(only().locations()).containsExactly("c");
    }

    private static final String PROPERTIES = "src/main/resources/application.properties";

    private List<String> folders() {
        return detect().stream().flatMap(each -> each.locations().stream()).toList();
    }

    @Test
    void theActiveProfileOfSpringCounts() {
        file(PROPERTIES, "spring.profiles.active=dev, prod\nspring.flyway.locations=db/base\n")
                .file("src/main/resources/application-dev.properties", "spring.flyway.locations=db/dev\n")
                .file("src/main/resources/application-prod.yml", "spring.flyway.locations: db/prod\n")
                .file("src/main/resources/application-test.yml", "spring.flyway.locations: db/test\n")
                .files("src/main/resources/db/base/V1__a.sql", "src/main/resources/db/dev/V1__a.sql")
                .files("src/main/resources/db/prod/V1__a.sql", "src/main/resources/db/test/V1__a.sql");
        assertThat(only().hint())
                .as("the one that is named last wins")
                .isEqualTo(
                        "scripts: src/main/resources/db/prod (from src/main/resources/application-prod.yml and"
                                + " src/main/resources/application-dev.properties and src/main/resources/application.properties)");
        pom("spring.profiles.active", "test");
        assertThat(folders()).as("the build wins").containsExactly("src/main/resources/db/test");
        pom("spring.profiles.active", "none");
        assertThat(folders()).containsExactly("src/main/resources/db/base");
    }

    @Test
    void documentsForProfilesCountWhereTheirExpressionHolds() {
        file("src/main/resources/application.yml", """
                        spring:
                          flyway.locations: db/base
                          profiles.group.live: [eu, large]
                        ---
                        spring:
                          config.activate.on-profile: "large & !test"
                          flyway.locations: db/large
                        ---
                        spring:
                          config.activate.on-profile: "test | default"
                          flyway.locations: db/test
                        """)
                .files("src/main/resources/db/base/V1__a.sql", "src/main/resources/db/large/V1__a.sql")
                .files("src/main/resources/db/test/V1__a.sql");
        assertThat(folders()).as("no profile is the profile default").containsExactly("src/main/resources/db/test");
        pom("spring.profiles.active", "live");
        assertThat(folders()).as("a group brings others along").containsExactly("src/main/resources/db/large");
        pom("spring.profiles.active", "eu");
        assertThat(folders()).containsExactly("src/main/resources/db/base");
    }

    @Test
    void aProfileThatTheBuildPutsInIsNoneUntilItSaysIt() {
        file(PROPERTIES, "spring.profiles.active=@spring.profiles.active@\nspring.flyway.locations=db/base\n")
                .file("src/main/resources/application-prod.properties", "spring.flyway.locations=db/prod\n")
                .files("src/main/resources/db/base/V1__a.sql", "src/main/resources/db/prod/V1__a.sql");
        assertThat(folders()).containsExactly("src/main/resources/db/base");
        pom("spring.profiles.active", "prod");
        assertThat(folders()).containsExactly("src/main/resources/db/prod");
    }

    @Test
    void profilesCountForLiquibaseToo() {
        file(PROPERTIES, "spring.profiles.active=prod\nspring.liquibase.contexts=dev\n")
                .file(
                        "src/main/resources/application-prod.properties",
                        "spring.liquibase.contexts=prod\nspring.liquibase.label-filter=!slow\n"
                                + "spring.liquibase.parameters.text=varchar(9)\n");
        assertThat(new ScriptDetection(new MemoryTree(texts)).liquibase())
                .isEqualTo(LiquibaseSettings.of("prod", "!slow").with(Map.of("text", "varchar(9)")));
    }

    @Test
    void quarkusHasAFlywayForEachOfSeveralDatabases() {
        file(PROPERTIES, """
                        quarkus.datasource.db-kind=postgresql
                        quarkus.datasource.users.db-kind=mariadb
                        quarkus.datasource."old-ones".jdbc.url=jdbc:oracle:thin:@old
                        quarkus.flyway.locations=db/main
                        quarkus.flyway.users.locations=db/users,db/both
                        quarkus.flyway."old-ones".locations=db/never
                        %prod.quarkus.flyway."old-ones".locations=db/old
                        %test.quarkus.flyway."old-ones".locations=db/test
                        """)
                .files("src/main/resources/db/main/V1__a.sql", "src/main/resources/db/users/V1__a.sql")
                .files("src/main/resources/db/both/V2__a.sql", "src/main/resources/db/old/V1__a.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations, DetectedScripts::dialect)
                .containsExactly(
                        tuple("default", List.of("src/main/resources/db/main"), "postgresql"),
                        tuple("old-ones", List.of("src/main/resources/db/old"), "oracle"),
                        tuple(
                                "users",
                                List.of("src/main/resources/db/users", "src/main/resources/db/both"),
                                "mariadb"));
    }

    @Test
    void theOnlyNamedDatabaseNeedsNoName() {
        file(
                        PROPERTIES,
                        "quarkus.flyway.users.locations=db/users\nquarkus.flyway.users.sql-migration-prefix=M\n"
                                + "quarkus.datasource.users.db-kind=mssql\n")
                .files("src/main/resources/db/users/M1__a.sql");
        assertThat(only().name()).isNull();
        ScriptDetection detection = new ScriptDetection(new MemoryTree(texts));
        assertThat(detection.flyway().naming().versioned()).isEqualTo("M");
        assertThat(detection.database(List.of()))
                .contains(new DatabaseHint("sqlserver", "dialect: sqlserver (db-kind mssql in " + PROPERTIES + ")"));
    }

    @Test
    void micronautsDataSources() {
        file("src/main/resources/application.yml", """
                        datasources:
                          default: { url: "jdbc:h2:mem:x" }
                          books: { url: "jdbc:mysql://host/books" }
                        flyway:
                          datasources:
                            default: { locations: "classpath:db/a" }
                            books: { locations: ["classpath:db/b"] }
                        """)
                .files("src/main/resources/db/a/V1__a.sql", "src/main/resources/db/b/V1__a.sql");
        assertThat(detect())
                .extracting(DetectedScripts::name, DetectedScripts::locations, DetectedScripts::dialect)
                .containsExactly(
                        tuple("books", List.of("src/main/resources/db/b"), "mysql"),
                        tuple("default", List.of("src/main/resources/db/a"), "h2"));
        texts.clear();
        file("src/main/resources/application.yml", "liquibase.datasources.default.change-log: classpath:db/a.xml\n")
                .files("src/main/resources/db/a.xml");
        assertThat(only().locations()).containsExactly("src/main/resources/db/a.xml");
    }

    @Test
    void prismaWritesDownItsDatabase() {
        files("prisma/migrations/1_a/migration.sql")
                .file(
                        "prisma/schema.prisma",
                        "generator client {\n  provider = \"prisma-client-js\"\n}\n"
                                + "datasource db {\n  provider = \"sqlserver\"\n  url = env(\"X\")\n}\n");
        assertThat(new ScriptDetection(new MemoryTree(texts)).database(only().locations()))
                .contains(new DatabaseHint(
                        "sqlserver", "dialect: sqlserver (provider sqlserver in prisma/schema.prisma)"));
        file("prisma/migrations/migration_lock.toml", "# by Prisma\nprovider = \"mysql\"\n");
        assertThat(new ScriptDetection(new MemoryTree(texts)).database(only().locations()))
                .contains(new DatabaseHint(
                        "mysql", "dialect: mysql (provider mysql in prisma/migrations/migration_lock.toml)"));
    }
}
