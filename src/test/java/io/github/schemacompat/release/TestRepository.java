package io.github.schemacompat.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A real git repository for a test. */
public final class TestRepository implements AutoCloseable {
    final Path root;
    final Git git;
    private int commits;

    public TestRepository(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
            this.git = Git.init()
                    .setDirectory(root.toFile())
                    .setInitialBranch("main")
                    .call();
            git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
            git.getRepository().getConfig().setBoolean("tag", null, "gpgsign", false);
            git.getRepository().getConfig().save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestRepository write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepository remove(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything that lies in the work tree. */
    public RevCommit commit() {
        commits++;
        PersonIdent person = new PersonIdent(
                "Test", "test@example.org", Instant.ofEpochSecond(1_700_000_000L + commits), ZoneOffset.UTC);
        try {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            return git.commit()
                    .setMessage("commit " + commits)
                    .setAuthor(person)
                    .setCommitter(person)
                    .setNoVerify(true)
                    .call();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestRepository tag(String name) {
        return tag(name, true);
    }

    public TestRepository tag(String name, boolean annotated) {
        try {
            git.tag()
                    .setName(name)
                    .setAnnotated(annotated)
                    .setMessage(annotated ? name : null)
                    .setTagger(
                            annotated
                                    ? new PersonIdent(
                                            "Test",
                                            "test@example.org",
                                            Instant.ofEpochSecond(1_700_000_000L),
                                            ZoneOffset.UTC)
                                    : null)
                    .call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestRepository checkout(String branch, boolean create) {
        try {
            git.checkout().setName(branch).setCreateBranch(create).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A script, a commit with it, and a tag. */
    TestRepository release(String script, String tag) {
        write("db/" + script, "-- " + script + "\n");
        commit();
        return tag(tag);
    }

    @Override
    public void close() {
        git.close();
    }
}
