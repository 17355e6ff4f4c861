package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The git repository that a project lies in; also a linked worktree, also from a folder below its root. */
final class GitRepository implements AutoCloseable {
    private final Map<ObjectId, byte[]> blobs = new HashMap<>();
    private final Repository repository;
    private final Path base;

    private GitRepository(Repository repository, Path base) {
        this.repository = repository;
        this.base = base;
    }

    /** A branch, tag or commit. */
    record Commit(ObjectId id, boolean branch) {}

    static boolean exists(Path base) {
        return new FileRepositoryBuilder()
                        .findGitDir(base.toAbsolutePath().toFile())
                        .getGitDir()
                != null;
    }

    /** @throws CannotReadException if there is no repository, or it can't be read */
    static GitRepository open(Path base) {
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().findGitDir(base.toAbsolutePath().toFile());
        if (builder.getGitDir() == null) {
            throw new CannotReadException(
                    "git-no-repository",
                    "The baseline is git, but " + base + " lies in no git repository.",
                    "Set the parameter 'baseline' to snapshot, directory:<path> or none.");
        }
        try {
            return new GitRepository(builder.setMustExist(true).build(), base);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    static CannotReadException unreadable(Exception cause) {
        return new CannotReadException(
                        "git-unreadable",
                        "The git repository can't be read: " + cause.getMessage() + ".",
                        "Check it with 'git fsck'; in a partial clone, fetch what is missing.")
                .because(cause);
    }

    /** @throws CannotReadException if the clone was cut off, so that tags and ancestors may be missing */
    void requireWholeHistory() {
        try {
            if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
                throw new CannotReadException(
                        "git-shallow",
                        "The git repository is a shallow clone, so that releases may be missing from it.",
                        "Fetch the whole history and the tags: 'fetch-depth: 0' for actions/checkout, 'GIT_DEPTH: 0' on"
                                + " GitLab, 'git fetch --unshallow --tags' by hand.");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Empty in a repository without commits. */
    Optional<ObjectId> head() {
        try {
            return Optional.ofNullable(repository.resolve(Constants.HEAD + "^{commit}"));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The names of all tags, without {@code refs/tags/}, sorted. */
    List<String> tags() {
        try {
            return repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS).stream()
                    .map(ref -> ref.getName().substring(Constants.R_TAGS.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The commit that a tag stands for, annotated or not; empty if it stands for something else. */
    Optional<ObjectId> commitOfTag(String tag) {
        try (RevWalk walk = new RevWalk(repository)) {
            Ref ref = repository.exactRef(Constants.R_TAGS + tag);
            if (ref == null) {
                return Optional.empty();
            }
            RevObject object = walk.peel(walk.parseAny(ref.getObjectId()));
            return object instanceof RevCommit ? Optional.of(object.getId()) : Optional.empty();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Those of the tags whose commits have this one among their ancestors, or are it. */
    Set<String> tagsThatContain(ObjectId commit, List<String> tags) {
        try (RevWalk walk = new RevWalk(repository)) {
            List<Ref> refs = new ArrayList<>();
            for (String tag : tags) {
                Ref ref = repository.exactRef(Constants.R_TAGS + tag);
                if (ref != null) {
                    refs.add(ref);
                }
            }
            Set<String> containing = new HashSet<>();
            for (Ref ref : walk.getMergedInto(walk.parseCommit(commit), refs)) {
                containing.add(ref.getName().substring(Constants.R_TAGS.length()));
            }
            return containing;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    boolean isAncestor(ObjectId commit, ObjectId of) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(of));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Whether scripts were added, changed or removed since the current commit.
     *
     * @param script tells them by their paths relative to the project's folder
     */
    boolean hasUncommitted(Predicate<String> script) {
        try {
            Status status = new Git(repository).status().call();
            Path root = repository.getWorkTree().toPath().toAbsolutePath().normalize();
            Path folder = base.toAbsolutePath().normalize();
            return Stream.concat(status.getUncommittedChanges().stream(), status.getUntracked().stream())
                    .map(file ->
                            folder.relativize(root.resolve(file)).toString().replace('\\', '/'))
                    .anyMatch(script);
        } catch (GitAPIException | NoWorkTreeException e) {
            throw unreadable(e);
        }
    }

    /** The commit of a branch, tag or revision; empty if there is none. */
    Optional<Commit> resolve(String reference) {
        try {
            ObjectId id = repository.resolve(reference + "^{commit}");
            if (id == null) {
                return Optional.empty();
            }
            Ref ref = repository.findRef(reference);
            boolean branch = ref != null
                    && (ref.getName().startsWith(Constants.R_HEADS)
                            || ref.getName().startsWith(Constants.R_REMOTES));
            return Optional.of(new Commit(id, branch));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last commit that two have in common, or null. */
    @Nullable
    ObjectId mergeBase(ObjectId one, ObjectId other) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            return walk.next();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The files of a commit, with paths relative to the project. */
    CommitTree tree(ObjectId commit) {
        try (RevWalk walk = new RevWalk(repository)) {
            return new CommitTree(repository, walk.parseCommit(commit).getTree().getId(), base, blobs);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
