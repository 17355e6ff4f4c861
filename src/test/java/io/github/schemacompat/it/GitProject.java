package io.github.schemacompat.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A project that becomes a git repository, with commits, tags and branches. */
final class GitProject implements AutoCloseable {
    private final Path folder;
    private final Git git;
    private int commits;

    GitProject(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            this.git = Git.init()
                    .setDirectory(folder.toFile())
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

    private PersonIdent person() {
        return new PersonIdent(
                "Test", "test@example.org", Instant.ofEpochSecond(1_700_000_000L + commits), ZoneOffset.UTC);
    }

    GitProject write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything that lies in the work tree. */
    GitProject commit() {
        try {
            git.add().addFilepattern(".").call();
            commits++;
            git.commit()
                    .setMessage("Commit " + commits)
                    .setAuthor(person())
                    .setCommitter(person())
                    .setAllowEmpty(true)
                    .setNoVerify(true)
                    .call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    GitProject tag(String name) {
        try {
            git.tag().setName(name).setMessage(name).setTagger(person()).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    GitProject branch(String name) {
        try {
            git.checkout().setName(name).setCreateBranch(true).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    GitProject checkout(String name) {
        try {
            git.checkout().setName(name).call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clone with everything that there is, at a branch. */
    static void copy(Path repository, Path folder, String branch) {
        try {
            Git.cloneRepository()
                    .setURI(repository.toUri().toString())
                    .setDirectory(folder.toFile())
                    .setBranch(branch)
                    .call()
                    .close();
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the current commit. */
    String head() {
        try {
            return git.getRepository().resolve("HEAD").getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it look as a build server's clone does that fetched the last commit only. */
    GitProject cutOff() {
        return write(".git/shallow", head() + "\n");
    }

    /** Makes a folder a linked worktree at the current commit, as {@code git worktree add} does. */
    GitProject link(Path worktree) {
        try {
            Path administration = Files.createDirectories(folder.resolve(".git/worktrees/" + worktree.getFileName()));
            Files.writeString(worktree.resolve(".git"), "gitdir: " + administration.toAbsolutePath() + "\n");
            Files.writeString(
                    administration.resolve("gitdir"), worktree.toAbsolutePath().resolve(".git") + "\n");
            Files.writeString(administration.resolve("commondir"), "../..\n");
            Files.writeString(administration.resolve("HEAD"), head() + "\n");
            try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
                for (Path file : files.sorted().toList()) {
                    Path copy = worktree.resolve(folder.relativize(file));
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
