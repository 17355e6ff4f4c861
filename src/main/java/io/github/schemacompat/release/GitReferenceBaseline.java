package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** {@code git:<ref>}: what a branch and HEAD have in common, or a tag or commit as it is. */
final class GitReferenceBaseline extends Baseline {
    private static final int SHORT = 8;

    private final String reference;

    GitReferenceBaseline(String reference) {
        this.reference = reference;
    }

    @Override
    public FoundReleases find(BaselineRequest request) {
        try (GitRepository git = GitRepository.open(request.base())) {
            Optional<ObjectId> head = git.head();
            if (head.isEmpty()) {
                return FoundReleases.none("the git repository has no commits yet");
            }
            Optional<GitRepository.Commit> wanted = git.resolve(reference);
            if (wanted.isEmpty()) {
                git.requireWholeHistory();
                throw new CannotReadException(
                        "git-reference-not-found",
                        "The baseline git:" + reference + " names no branch, tag or commit of this repository.",
                        "Fetch it ('git fetch origin'), or correct the parameter 'baseline'.");
            }
            ObjectId commit = commit(git, wanted.get(), head.get());
            List<String> notes = new ArrayList<>();
            if (commit.equals(head.get())) {
                notes.add("The baseline git:" + reference
                        + " is the current commit itself, so that only scripts that are not committed yet are new.");
            }
            ReleasedScripts release = CommitScripts.read(
                    reference, "commit " + commit.getName().substring(0, SHORT), git.tree(commit), request, notes);
            String line = "git " + reference + " at " + commit.getName().substring(0, SHORT)
                    + (wanted.get().branch() ? ", what it has in common with HEAD" : "");
            return new FoundReleases(List.of(release), line, notes);
        }
    }

    private ObjectId commit(GitRepository git, GitRepository.Commit wanted, ObjectId head) {
        if (!wanted.branch()) {
            return wanted.id();
        }
        ObjectId common = git.mergeBase(wanted.id(), head);
        if (common == null) {
            git.requireWholeHistory();
            throw new CannotReadException(
                    "git-no-merge-base",
                    "The branch " + reference + " and HEAD have no commit in common.",
                    "Correct the parameter 'baseline'.");
        }
        return common;
    }
}
