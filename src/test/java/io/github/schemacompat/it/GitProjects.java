package io.github.schemacompat.it;

import java.io.File;
import java.nio.file.Path;

/** Makes the modules of {@code src/it/git} repositories of their own, each with the past that its name says. */
public final class GitProjects {
    private static final String CUSTOMERS = "CREATE TABLE customers (id bigint PRIMARY KEY, name text, email text);\n";
    private static final String ADD_FAX = "ALTER TABLE customers ADD COLUMN fax text;\n";
    private static final String DROP_FAX = "ALTER TABLE customers DROP COLUMN fax;\n";
    private static final String DROP_EMAIL = "ALTER TABLE customers DROP COLUMN email;\n";

    private final Path reactor;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public GitProjects(File basedir) {
        this.reactor = basedir.toPath();
    }

    public void prepare() {
        lastTag();
        uncommitted();
        releaseCandidate("release-candidate");
        releaseCandidate("tag-pattern");
        releaseBranch();
        twoFamilies();
        mergeBase();
        noCommits();
        noTags();
        shallow();
        tagWithoutScripts();
        tagOnHead();
        maintenanceBranch();
        worktree();
    }

    private GitProject project(String name) {
        return new GitProject(reactor.resolve(name));
    }

    private static String script(String name) {
        return Story.SCRIPTS + "/" + name;
    }

    private void lastTag() {
        try (GitProject git = project("last-tag")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.0");
            git.write(script("V2__fax.sql"), ADD_FAX).commit().tag("v1.0.1");
            git.write(script("V3__no_fax.sql"), DROP_FAX).commit();
        }
    }

    private void uncommitted() {
        try (GitProject git = project("uncommitted")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.0");
            git.write(script("V2__no_email.sql"), DROP_EMAIL);
        }
    }

    /** What only a release candidate had may go, unless the project says that candidates are releases. */
    private void releaseCandidate(String name) {
        try (GitProject git = project(name)) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.0");
            git.write(script("V2__fax.sql"), ADD_FAX).commit().tag("v1.1.0-rc.1");
            git.write(script("V3__no_fax.sql"), DROP_FAX).commit();
        }
    }

    private void releaseBranch() {
        try (GitProject git = project("release-branch")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.0");
            git.branch("release/1.0")
                    .write(script("V1_1__fax.sql"), ADD_FAX)
                    .commit()
                    .tag("v1.0.1");
            git.checkout("main").write(script("V1_1__fax.sql"), ADD_FAX).commit();
            git.write(script("V2__no_fax.sql"), DROP_FAX).commit();
        }
    }

    private void twoFamilies() {
        try (GitProject git = project("two-families")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("server-1.0");
            git.commit().tag("client-1.0");
            git.write(script("V2__no_email.sql"), DROP_EMAIL).commit();
        }
    }

    /** What the main branch did meanwhile is neither new nor removed here. */
    private void mergeBase() {
        try (GitProject git = project("merge-base")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit();
            git.branch("topic").write(script("V2__no_email.sql"), DROP_EMAIL).commit();
            git.checkout("main").write(script("V3__fax.sql"), ADD_FAX).commit();
            git.checkout("topic");
        }
    }

    private void noCommits() {
        try (GitProject git = project("no-commits")) {
            git.write(script("V1__customers.sql"), CUSTOMERS);
        }
    }

    private void noTags() {
        try (GitProject git = project("no-tags")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit();
        }
    }

    private void shallow() {
        try (GitProject git = project("shallow")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().cutOff();
        }
    }

    /** What HEAD's own tag has is this release, and not what it is judged against. */
    private void tagOnHead() {
        try (GitProject git = project("tag-on-head")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.0");
            git.write(script("V2__no_email.sql"), DROP_EMAIL).commit().tag("v1.1.0");
        }
    }

    /** A later release that is tagged already is none for the branch that goes on with an old one. */
    private void maintenanceBranch() {
        try (GitProject git = project("maintenance-branch")) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.5");
            git.write(script("V2__no_email.sql"), DROP_EMAIL).commit().tag("v2.0.0");
            git.checkout("v1.0.5").branch("release/1.0");
            git.write(script("V1_1__no_email.sql"), DROP_EMAIL).commit();
        }
    }

    private void worktree() {
        Path repository = reactor.resolve("target/repositories/worktree");
        try (GitProject git = new GitProject(repository)) {
            git.write(script("V1__customers.sql"), CUSTOMERS).commit().tag("v1.0.0");
            git.write(script("V2__no_email.sql"), DROP_EMAIL).commit();
            git.link(reactor.resolve("worktree"));
        }
    }

    private void tagWithoutScripts() {
        try (GitProject git = project("tag-without-scripts")) {
            git.commit().tag("v1.0.0");
            git.write(script("V1__customers.sql"), CUSTOMERS).commit();
        }
    }
}
