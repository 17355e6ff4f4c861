package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactBaselineTest {
    @TempDir
    Path folder;

    private final Map<String, Path> released = new LinkedHashMap<>();

    private ArtifactBaselineTest released(String version, String... pathsAndTexts) throws IOException {
        Path jar = folder.resolve(version + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < pathsAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(pathsAndTexts[i]));
                zip.write(pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        released.put(version, jar);
        return this;
    }

    private final class Repository implements ReleasedArtifacts {
        @Override
        public String own() {
            return "org.shop:shop";
        }

        @Override
        public Found versions(String coordinates, String range) {
            return new Found(List.copyOf(released.keySet()), "central (" + coordinates + " " + range + ")", List.of());
        }

        @Override
        public Path file(String coordinates, String version) {
            return released.get(version);
        }
    }

    private FoundReleases find(
            String baseline, @Nullable String release, int window, @Nullable String pattern, String scripts) {
        return Baseline.find(
                Baseline.parse(List.of(baseline)),
                new BaselineRequest(
                        folder,
                        List.of(scripts),
                        ScriptLayout.FLYWAY,
                        new ScriptReader(StandardCharsets.UTF_8),
                        PhasePatterns.DEFAULT,
                        null,
                        new ReleaseSelection(release, window, List.of()),
                        null,
                        pattern,
                        "src/schema-compat",
                        List.of("src/main/resources"),
                        new Repository(),
                        DatabaseLogin.NONE));
    }

    private FoundReleases find(String baseline, @Nullable String release) {
        return find(baseline, release, 1, null, "src/main/resources/db/migration");
    }

    private static List<String> scripts(FoundReleases found, int release) {
        return ((ReleasedScripts) found.releases().get(release))
                .scripts().scripts().stream().map(MigrationScript::path).toList();
    }

    @Test
    void theScriptsOfTheLastReleasesLieInTheirJars() throws IOException {
        released("1.0", "db/migration/V1__a.sql", "A", "other/V9__x.sql", "X");
        released("1.1", "db/migration/V1__a.sql", "A", "db/migration/sub/V2__b.sql", "B");
        released("2.0-SNAPSHOT");
        FoundReleases found = find("artifact", "2.0", 2, null, "src/main/resources/db/migration");
        assertThat(found.releases()).extracting(FoundRelease::release).containsExactly("1.1", "1.0");
        assertThat(scripts(found, 0)).containsExactly("V1__a.sql", "sub/V2__b.sql");
        assertThat(scripts(found, 1)).containsExactly("V1__a.sql");
        assertThat(found.line()).isEqualTo("artifact org.shop:shop 1.1, 1.0 from central (org.shop:shop (,))");
        assertThat(find("artifact:org.a:b:[1,2)", "2.0").line()).contains("from central (org.a:b [1,2))");
    }

    @Test
    void aMaintenanceBranchHasTheHighestReleaseBelowItsOwn() throws IOException {
        released("1.4.1").released("1.4.2").released("2.0.0").released("2.1.0");
        assertThat(find("artifact", "1.4.3").releases())
                .extracting(FoundRelease::release)
                .containsExactly("1.4.2");
    }

    @Test
    void preReleasesCountOnlyWhereThePatternTakesThem() throws IOException {
        released("1.0").released("1.1-rc.1");
        assertThat(find("artifact", "1.1").releases())
                .extracting(FoundRelease::release)
                .containsExactly("1.0");
        assertThat(find("artifact", "1.1", 1, "1\\..*", "src/main/resources/db/migration")
                        .releases())
                .extracting(FoundRelease::release)
                .containsExactly("1.1-rc.1");
    }

    @Test
    void noReleaseYetSaysWhereWasLooked() throws IOException {
        assertThat(released("1.0-SNAPSHOT").find("artifact", "1.0").line())
                .isEqualTo("org.shop:shop has no released version in central (org.shop:shop (,))");
    }

    @Test
    void anExecutableJarAndAWarHaveTheirOwnPlaceForResources() throws IOException {
        released("1.0", "BOOT-INF/classes/db/migration/V1__a.sql", "A", "db/migration/V8__no.sql", "X");
        assertThat(scripts(find("artifact", "2.0"), 0)).containsExactly("V1__a.sql");
        released("1.1", "WEB-INF/classes/db/migration/V1__a.sql", "A");
        assertThat(scripts(find("artifact", "2.0"), 0)).containsExactly("V1__a.sql");
    }

    @Test
    void scriptsThatAreNotPackagedAreNotTakenForNone() throws IOException {
        released("1.0", "a.txt", "");
        assertThat(find("artifact", "2.0").notes()).singleElement().asString().contains("is taken to have none");
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> find("artifact", "2.0", 1, null, "database/migrations"))
                .withMessage("The scripts in database/migrations are no resources of the project, so that the released"
                        + " artifact org.shop:shop:1.0 doesn't hold them.");
    }

    @Test
    void aHostileNameIsRefused() throws IOException {
        for (String name : List.of("../x.sql", "/etc/x.sql", "a/../../x.sql", "C:/x.sql", "a\\x.sql")) {
            released("1.0", "db/migration/V1__a.sql", "A", name, "X");
            assertThatExceptionOfType(CannotReadException.class)
                    .isThrownBy(() -> find("artifact", "2.0"))
                    .withMessage(
                            "The released artifact org.shop:shop:1.0 is not read: the name of an entry leads out of it: "
                                    + name + ".");
        }
    }

    @Test
    void aScriptThatGrowsBeyondMeasureIsRefused() throws IOException {
        Path jar = folder.resolve("bomb.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("db/migration/V1__a.sql"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(blanks);
            }
        }
        released.put("1.0", jar);
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> find("artifact", "2.0"))
                .withMessage(
                        "The released artifact org.shop:shop:1.0 is not read: db/migration/V1__a.sql is larger than 64"
                                + " MB.");
    }

    @Test
    void whatIsNoArchive() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jar"), "nothing");
        released.put("1.0", file);
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> find("artifact", "2.0"))
                .withMessageStartingWith("The released artifact org.shop:shop:1.0 can't be read: ");
    }

    @Test
    void coordinatesThatAreNone() {
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> Baseline.parse("artifact:shop"))
                .withMessage("'shop' in the parameter 'baseline' names no artifact.");
    }

    @Test
    void rangesAndAddressesMayHoldCommas() {
        assertThat(Baseline.parse(List.of("artifact:a:b:[1.0,2.0),snapshot"))).hasSize(2);
        assertThat(Baseline.parse(List.of("jdbc:h2:mem:x;INIT=a,b"))).hasSize(1);
    }
}
