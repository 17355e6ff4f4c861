package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBaselineTest {
    @TempDir
    Path temp;

    private TestRepository repository;

    @BeforeEach
    void open() {
        repository = new TestRepository(temp.resolve("repo"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private Requests request() {
        return Requests.in(repository.root);
    }

    private static List<String> names(FoundReleases found) {
        return found.releases().stream().map(FoundRelease::release).toList();
    }

    private static List<String> scripts(FoundRelease release) {
        return ((ReleasedScripts) release)
                .scripts().scripts().stream().map(MigrationScript::path).toList();
    }

    private static CannotReadException problem(Supplier<FoundReleases> action) {
        return assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(action::get)
                .actual();
    }

    @Test
    void theHighestLowerTagIsTheLastReleaseWithTheScriptsOfItsCommit() {
        repository.release("V1__a.sql", "v1.0.0").release("V2__b.sql", "v1.9.0").release("V3__c.sql", "v1.10.0");
        repository.release("V4__d.sql", "v2.0.0");
        repository.write("db/V5__e.sql", "");
        repository.commit();
        FoundReleases found = request().release("2.0.0").find("git");
        assertThat(names(found)).containsExactly("1.10.0");
        assertThat(found.line()).isEqualTo("git tag v1.10.0");
        assertThat(found.notes()).isEmpty();
        assertThat(scripts(found.releases().get(0))).containsExactly("V1__a.sql", "V2__b.sql", "V3__c.sql");
        ReleasedScripts release = (ReleasedScripts) found.releases().get(0);
        assertThat(release.scripts().scripts().get(0).source().file()).isEqualTo("db/V1__a.sql");
        assertThat(release.scripts().scripts().get(0).source().text()).isEqualTo("-- V1__a.sql\n");
    }

    @Test
    void tagsWithAWordThatSaysNothingCountOnlyWhereThereAreNoOthers() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "1.1-sp1").release("V3__c.sql", "1.2-try-publish");
        repository.write("db/V4__d.sql", "");
        repository.commit();
        FoundReleases found = request().find("git");
        assertThat(names(found)).containsExactly("1.1-sp1");
        assertThat(found.notes())
                .containsExactly(
                        "Tags that don't count as releases: 1.2-try-publish (set 'tagPattern' to make them count).");
    }

    @Test
    void aProjectWhoseTagsAllHaveAWordKeepsThem() {
        repository.release("V1__a.sql", "1.0-acme").release("V2__b.sql", "1.1-acme");
        repository.write("db/V3__c.sql", "");
        repository.commit();
        assertThat(names(request().find("git"))).containsExactly("1.1-acme");
    }

    @Test
    void withoutAKnownReleaseTheHighestTagThatDoesntContainHeadCounts() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "1.1");
        assertThat(names(request().find("git"))).containsExactly("1.0");
        repository.write("db/V3__c.sql", "");
        repository.commit();
        assertThat(names(request().find("git"))).containsExactly("1.1");
    }

    @Test
    void scriptsThatAreNotCommittedYetAreJudgedAgainstTheTagOfTheCurrentCommit() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "1.1");
        repository.write("notes.txt", "");
        assertThat(names(request().release("1.2").find("git"))).containsExactly("1.0");
        repository.write("db/V3__c.sql", "");
        assertThat(names(request().release("1.2").find("git"))).containsExactly("1.1");
        assertThat(names(request().find("git"))).containsExactly("1.1");
        assertThat(names(request().release("1.1").find("git"))).containsExactly("1.0");
    }

    @Test
    void aWindowTakesTheHighestAndSaysWhereThereAreFewer() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "1.1").release("V3__c.sql", "1.2");
        Requests request = request().release("2.0");
        repository.write("x", "");
        repository.commit();
        FoundReleases two = request.window(2).find("git");
        assertThat(names(two)).containsExactly("1.2", "1.1");
        assertThat(two.line()).isEqualTo("git tags 1.2, 1.1");
        FoundReleases five = request.window(5).find("git");
        assertThat(names(five)).containsExactly("1.2", "1.1", "1.0");
        assertThat(five.notes()).containsExactly("The window asks for 5 releases, but there are only 3.");
    }

    @Test
    void supportedReleasesAreTakenByNameOrRange() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "1.1").release("V3__c.sql", "1.2");
        Requests request = request().release("2.0");
        repository.write("x", "");
        repository.commit();
        assertThat(names(request.supported("1.0", "1.2").find("git"))).containsExactly("1.2", "1.0");
        FoundReleases older = request.supported("[1.0,1.2)").find("git");
        assertThat(names(older))
                .as("the last release is where the new scripts begin")
                .containsExactly("1.2", "1.1", "1.0");
        assertThat(older.supported()).containsExactly("1.0", "1.1");
        assertThat(older.line()).isEqualTo("git tags 1.2 (not supported), 1.1, 1.0");
        assertThat(problem(() -> request.supported("1.3").find("git")))
                .hasMessage(
                        "The parameter 'supported' names 1.3, but the baseline has no such release; it has 1.2, 1.1,"
                                + " 1.0.");
    }

    @Test
    void tagsOnReleaseBranchesCountAndTheLineSaysSo() {
        repository.release("V1__a.sql", "v1.0");
        repository.checkout("release/1.0", true).release("V1.1__fix.sql", "v1.0.1");
        repository.checkout("main", false);
        repository.write("db/V2__b.sql", "");
        repository.commit();
        FoundReleases found = request().release("1.1").find("git");
        assertThat(names(found)).containsExactly("1.0.1");
        assertThat(found.line()).isEqualTo("git tag v1.0.1 (on another branch, not an ancestor of HEAD)");
        assertThat(scripts(found.releases().get(0))).containsExactly("V1__a.sql", "V1.1__fix.sql");
    }

    @Test
    void preReleasesAreNoReleasesUnlessThePatternMatchesThem() {
        repository.release("V1__a.sql", "v1.0").release("V2__b.sql", "v2.0-rc.1");
        repository.write("x", "");
        repository.commit();
        assertThat(names(request().release("2.0").find("git"))).containsExactly("1.0");
        assertThat(names(request().release("2.0").tagPattern("v(.*)").find("git")))
                .containsExactly("2.0-rc.1");
    }

    @Test
    void onlyPreReleasesAreNoReleaseYetAndTheLineSaysHowToChangeThat() {
        repository.release("V1__a.sql", "v1.0-rc1");
        repository.write("x", "");
        repository.commit();
        FoundReleases found = request().find("git");
        assertThat(found.releases()).isEmpty();
        assertThat(found.line()).contains("v1.0-rc1", "'tagPattern'");
    }

    @Test
    void lightweightTagsCountAndOtherTagsDont() {
        repository.write("db/V1__a.sql", "");
        repository.commit();
        repository.tag("release-1.0", false).tag("nightly", true).tag("build-77", false);
        repository.write("x", "");
        repository.commit();
        assertThat(names(request().find("git"))).containsExactly("1.0");
    }

    @Test
    void tagsOfOneNumberCountWhereThereAreNoOthers() {
        repository.release("V1__a.sql", "v9").release("V2__b.sql", "v10");
        repository.write("x", "");
        repository.commit();
        assertThat(names(request().find("git"))).containsExactly("10");
    }

    @Test
    void twoFamiliesOfTagsAreAnErrorThatNamesThePattern() {
        repository.release("V1__a.sql", "server-1.0").release("V2__b.sql", "client-3.0");
        repository.write("x", "");
        repository.commit();
        CannotReadException problem = problem(() -> request().find("git"));
        assertThat(problem.code()).isEqualTo("tags-ambiguous");
        assertThat(problem)
                .hasMessage("The repository has several families of release tags, for example client-3.0 and"
                        + " server-1.0.");
        assertThat(problem.remedy()).contains("'tagPattern'");
        assertThat(names(request().tagPattern("server-(?<version>.*)").find("git")))
                .containsExactly("1.0");
        assertThat(names(request().artifactId("server").find("git"))).containsExactly("1.0");
    }

    @Test
    void withAndWithoutTheLetterVIsOneFamily() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "v1.1");
        repository.write("x", "");
        repository.commit();
        assertThat(names(request().window(2).find("git"))).containsExactly("1.1", "1.0");
    }

    @Test
    void twoTagsOfOneVersionOnDifferentCommitsAreAnError() {
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "v1.0.0");
        repository.write("x", "");
        repository.commit();
        assertThat(problem(() -> request().find("git")))
                .hasMessage("The tags 1.0 and v1.0.0 name one version, but different commits.");
    }

    @Test
    void aBrokenPatternOrOneThatMatchesNoVersionIsAnError() {
        repository.release("V1__a.sql", "v1.0");
        repository.write("x", "");
        repository.commit();
        CannotReadException problem = problem(() -> request().tagPattern("v(.*").find("git"));
        assertThat(problem.code()).isEqualTo("invalid-parameter");
        assertThat(problem).hasMessageContaining("'tagPattern' is no regular expression");
        assertThat(problem(() -> request().tagPattern(".*").find("git")))
                .hasMessage("The tag v1.0 matches 'tagPattern', but 'v1.0' is no version.");
    }

    @Test
    void aRepositoryWithoutCommitsHasNoReleaseYet() {
        FoundReleases found = request().find("git");
        assertThat(found.releases()).isEmpty();
        assertThat(found.line()).isEqualTo("the git repository has no commits yet");
    }

    @Test
    void aRepositoryWithoutTagsHasNoReleaseYet() {
        repository.write("db/V1__a.sql", "");
        repository.commit();
        FoundReleases found = request().find("git");
        assertThat(found.releases()).isEmpty();
        assertThat(found.line()).contains("has no release tag", "'tagPattern'");
    }

    @Test
    void noRepositoryIsAnErrorWhereGitIsSet() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("plain"));
        assertThat(problem(() -> Requests.in(elsewhere).find("git")).code()).isEqualTo("git-no-repository");
    }

    @Test
    void aShallowCloneIsNeverNoReleaseYet() throws GitAPIException {
        repository.release("V1__a.sql", "v1.0");
        repository.write("x", "");
        repository.commit();
        Path shallow = temp.resolve("shallow");
        Git.cloneRepository()
                .setURI(repository.root.toUri().toString())
                .setDirectory(shallow.toFile())
                .setDepth(1)
                .setNoTags()
                .call()
                .close();
        for (String[] baselines : new String[][] {{"git"}, {}, {"git:v1.0"}}) {
            CannotReadException problem = problem(() -> Requests.in(shallow).find(baselines));
            assertThat(problem.code()).isEqualTo("git-shallow");
            assertThat(problem.remedy()).contains("fetch-depth: 0");
        }
    }

    @Test
    void aTagWithoutScriptsIsAReleaseWithNone() {
        repository.write("readme.md", "");
        repository.commit();
        repository.tag("v1.0").release("V1__a.sql", "other");
        FoundReleases found = request().find("git");
        assertThat(names(found)).containsExactly("1.0");
        assertThat(scripts(found.releases().get(0))).isEmpty();
        assertThat(found.notes()).singleElement().asString().contains("tag v1.0", "'releasedScripts'");
    }

    @Test
    void scriptsThatWereMovedSinceAreNotTakenForNone() throws IOException {
        repository.write("migrations/V1__a.sql", "");
        repository.commit();
        repository.tag("v1.0");
        Files.createDirectories(repository.root.resolve("db"));
        Files.move(repository.root.resolve("migrations/V1__a.sql"), repository.root.resolve("db/V1__a.sql"));
        repository.commit();
        CannotReadException problem = problem(() -> request().find("git"));
        assertThat(problem.code()).isEqualTo("released-scripts-elsewhere");
        assertThat(problem.remedy()).contains("'releasedScripts'", "migrations");
        assertThat(scripts(
                        request().scripts("migrations").find("git").releases().get(0)))
                .containsExactly("V1__a.sql");
    }

    @Test
    void aProjectBelowTheRootOfTheRepositoryReadsItsOwnFolder() {
        repository.write("server/db/V1__a.sql", "");
        repository.write("db/V9__other.sql", "");
        repository.write("shared/V2__s.sql", "");
        repository.commit();
        repository.tag("v1.0");
        repository.write("x", "");
        repository.commit();
        Requests server = Requests.in(repository.root.resolve("server"));
        assertThat(scripts(server.find("git").releases().get(0))).containsExactly("V1__a.sql");
        ReleasedScripts shared = (ReleasedScripts)
                server.scripts("../shared").find("git").releases().get(0);
        assertThat(shared.scripts().scripts().get(0).source().file()).isEqualTo("../shared/V2__s.sql");
        assertThat(problem(() -> server.scripts("../../elsewhere").find("git")).code())
                .isEqualTo("git-outside");
        String absolute = repository.root.resolve("shared").toString();
        assertThat(scripts(server.scripts(absolute).find("git").releases().get(0)))
                .containsExactly("V2__s.sql");
    }

    @Test
    void aLinkedWorktreeIsARepository() throws IOException {
        repository.release("V1__a.sql", "v1.0");
        repository.write("x", "");
        String head = repository.commit().getName();
        Path worktree = Files.createDirectories(temp.resolve("linked"));
        Path administration = Files.createDirectories(repository.root.resolve(".git/worktrees/linked"));
        Files.writeString(worktree.resolve(".git"), "gitdir: " + administration + "\n");
        Files.writeString(administration.resolve("gitdir"), worktree.resolve(".git") + "\n");
        Files.writeString(administration.resolve("commondir"), "../..\n");
        Files.writeString(administration.resolve("HEAD"), head + "\n");
        FoundReleases found = Requests.in(worktree).find("git");
        assertThat(names(found)).containsExactly("1.0");
        assertThat(scripts(found.releases().get(0))).containsExactly("V1__a.sql");
    }

    @Test
    void linksInAReleasedCommitAreNamedAndNotReadAsScripts() throws IOException {
        repository.write("real/V1__a.sql", "");
        Files.createSymbolicLink(repository.root.resolve("db"), Path.of("real"));
        repository.commit();
        repository.tag("v1.0");
        repository.write("x", "");
        repository.commit();
        CannotReadException problem = problem(() -> request().find("git"));
        assertThat(problem.code()).isEqualTo("git-link");
        assertThat(problem.file()).isEqualTo("db");
        assertThat(scripts(request().scripts("real").find("git").releases().get(0)))
                .containsExactly("V1__a.sql");
    }

    @Test
    void aLinkAmongTheReleasedScriptsIsNamed() throws IOException {
        repository.write("db/V1__a.sql", "");
        Files.createSymbolicLink(repository.root.resolve("db/V2__b.sql"), Path.of("V1__a.sql"));
        repository.commit();
        repository.tag("v1.0");
        repository.write("x", "");
        repository.commit();
        assertThat(problem(() -> request().find("git")).file()).isEqualTo("db/V2__b.sql");
    }

    @Test
    void aPointerOfGitLfsInAReleaseIsUnreadableAndNotEmpty() {
        repository.write("db/V1__a.sql", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        repository.commit();
        repository.tag("v1.0");
        repository.write("x", "");
        repository.commit();
        ReleasedScripts release =
                (ReleasedScripts) request().find("git").releases().get(0);
        assertThat(release.scripts().unreadable())
                .singleElement()
                .satisfies(script -> assertThat(script.message()).contains("git lfs pull"));
    }

    @Test
    void ofABranchWhatItHasInCommonWithHeadIsTheBaseline() {
        repository.write("db/V1__a.sql", "");
        String common = repository.commit().getName();
        repository.checkout("topic", true);
        repository.write("db/V2__topic.sql", "");
        repository.commit();
        repository.checkout("main", false);
        repository.write("db/V3__main.sql", "");
        repository.commit();
        repository.checkout("topic", false);
        FoundReleases found = request().find("git:main");
        assertThat(names(found)).containsExactly("main");
        assertThat(found.line())
                .isEqualTo("git main at " + common.substring(0, 8) + ", what it has in common with HEAD");
        assertThat(scripts(found.releases().get(0))).containsExactly("V1__a.sql");
        assertThat(found.notes()).isEmpty();
    }

    @Test
    void aTagOrCommitIsTakenAsItIs() {
        repository.write("db/V1__a.sql", "");
        String first = repository.commit().getName();
        repository.checkout("release", true).release("V2__b.sql", "v1.0.1");
        repository.checkout("main", false);
        repository.write("db/V3__c.sql", "");
        repository.commit();
        assertThat(scripts(request().find("git:v1.0.1").releases().get(0))).containsExactly("V1__a.sql", "V2__b.sql");
        assertThat(scripts(request()
                        .find("git:" + first.substring(0, 10))
                        .releases()
                        .get(0)))
                .containsExactly("V1__a.sql");
        assertThat(scripts(request().find("git:HEAD~1").releases().get(0))).containsExactly("V1__a.sql");
    }

    @Test
    void aBranchThatIsHeadItselfIsSaid() {
        repository.write("db/V1__a.sql", "");
        repository.commit();
        assertThat(request().find("git:main").notes())
                .singleElement()
                .asString()
                .contains("is the current commit itself");
    }

    @Test
    void anUnknownReferenceIsAnError() {
        repository.write("db/V1__a.sql", "");
        repository.commit();
        for (String reference : List.of("origin/main", "no such", "..")) {
            assertThat(problem(() -> request().find("git:" + reference)).code()).isEqualTo("git-reference-not-found");
        }
    }

    @Test
    void theMarksOfAReleaseBelongToIt() {
        repository.write("src/schema-compat/marks.sql", "-- schema-compat: deprecate t because x");
        repository.release("V1__a.sql", "1.0").release("V2__b.sql", "1.1");
        repository.write("x", "");
        repository.commit();
        assertThat(scripts(request().release("1.2").find("git").releases().get(0)))
                .containsExactly("V1__a.sql", "V2__b.sql", "marks.sql");
    }
}
