package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.ScriptFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/** {@code git}: the tags that name releases lower than the one being built and don't contain HEAD. */
final class GitBaseline extends Baseline {
    private static final int MOST_NAMED = 3;

    @Override
    public FoundReleases find(BaselineRequest request) {
        try (GitRepository git = GitRepository.open(request.base())) {
            git.requireWholeHistory();
            Optional<ObjectId> head = git.head();
            if (head.isEmpty()) {
                return FoundReleases.none("the git repository has no commits yet");
            }
            return find(request, git, head.get());
        }
    }

    private static FoundReleases find(BaselineRequest request, GitRepository git, ObjectId head) {
        ReleaseTags forms = new ReleaseTags(request.tagPattern(), request.artifactId());
        List<ReleaseTag> tags = forms.of(git.tags());
        if (tags.isEmpty()) {
            return FoundReleases.none("the git repository has no release tag (if there are releases, fetch the tags, or"
                    + " set 'tagPattern')");
        }
        List<ReleaseTag> lower = withoutHead(
                tags.stream()
                        .filter(tag -> request.selection().isLower(tag.version()))
                        .toList(),
                request,
                git,
                head);
        List<String> notes = new ArrayList<>();
        List<ReleaseTag> finished = forms.preReleasesCount() ? lower : releases(lower, notes);
        if (request.hasNoScripts() && !anyFamilyHasScripts(finished, request, git)) {
            return FoundReleases.none("there are no scripts, and no family of release tags had any");
        }
        List<ReleaseTag> releases = forms.ofOneFamily(finished);
        if (releases.isEmpty()) {
            return FoundReleases.none(noneOf(request, lower));
        }
        List<ReleaseTag> distinct = distinct(releases, git);
        List<FoundRelease> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<ReleaseTag> selected = request.selection().select(distinct, ReleaseTag::version, notes);
        List<ReleaseTag> supported = request.selection().supported(selected, ReleaseTag::version);
        for (ReleaseTag tag : selected) {
            ObjectId commit = git.commitOfTag(tag.name())
                    .orElseThrow(() -> new CannotReadException(
                            "tag-without-commit",
                            "The tag " + tag.name() + " stands for no commit.",
                            "Set 'tagPattern' so that it doesn't match this tag."));
            found.add(CommitScripts.read(tag.version().text(), "tag " + tag.name(), git.tree(commit), request, notes));
            names.add(tag.name()
                    + (git.isAncestor(commit, head) ? "" : " (on another branch, not an ancestor of HEAD)")
                    + (supported.contains(tag) ? "" : " (not supported)"));
        }
        return new FoundReleases(
                found,
                supported.stream().map(tag -> tag.version().text()).collect(Collectors.toSet()),
                (names.size() == 1 ? "git tag " : "git tags ") + String.join(", ", names),
                notes);
    }

    /**
     * Without pre-releases; tags with a word that says nothing ({@code 1.0-test-publish}) count only in a project that has
     * no others, for what was tried out is no release, and taking it for one hides what the next release breaks.
     */
    private static List<ReleaseTag> releases(List<ReleaseTag> tags, List<String> notes) {
        List<ReleaseTag> finished =
                tags.stream().filter(tag -> !tag.version().isPreRelease()).toList();
        List<ReleaseTag> plain =
                finished.stream().filter(tag -> tag.version().isPlainRelease()).toList();
        if (plain.isEmpty() || plain.size() == finished.size()) {
            return finished;
        }
        notes.add("Tags that don't count as releases: "
                + finished.stream()
                        .filter(tag -> !tag.version().isPlainRelease())
                        .map(ReleaseTag::name)
                        .sorted()
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(", "))
                + (finished.size() - plain.size() > MOST_NAMED ? " …" : "")
                + " (set 'tagPattern' to make them count).");
        return plain;
    }

    /** Whichever family is the project's: a module without scripts in a repository of many needs no setting. */
    private static boolean anyFamilyHasScripts(List<ReleaseTag> tags, BaselineRequest request, GitRepository git) {
        Map<String, ReleaseTag> last = new TreeMap<>();
        for (ReleaseTag tag : tags) {
            last.merge(tag.prefix(), tag, (one, other) -> one.version().compareTo(other.version()) < 0 ? other : one);
        }
        return last.size() < 2
                || last.values().stream()
                        .flatMap(tag -> git.commitOfTag(tag.name()).stream())
                        .anyMatch(commit -> !new ScriptFinder(git.tree(commit), request.layout())
                                .findIfPresent(request.scripts())
                                .isEmpty());
    }

    private static String noneOf(BaselineRequest request, List<ReleaseTag> lower) {
        if (!lower.isEmpty()) {
            return "the release tags before this one are all pre-releases, for example "
                    + lower.get(0).name() + " (set 'tagPattern' to make them count)";
        }
        return request.selection()
                .current()
                .map(current -> "no release tag is lower than " + current + " and without the current commit")
                .orElse("every release tag contains the current commit");
    }

    /**
     * A tag that contains the current commit is this release or a later one. Only where the next scripts are written, but
     * not committed yet, the tag of the current commit itself is what they are judged against.
     */
    private static List<ReleaseTag> withoutHead(
            List<ReleaseTag> tags, BaselineRequest request, GitRepository git, ObjectId head) {
        Set<String> containing =
                git.tagsThatContain(head, tags.stream().map(ReleaseTag::name).toList());
        return tags.stream()
                .filter(tag -> !containing.contains(tag.name())
                        || git.commitOfTag(tag.name()).filter(head::equals).isPresent()
                                && git.hasUncommitted(request::isScript))
                .toList();
    }

    /** Two tags of one version on one commit are one release. */
    private static List<ReleaseTag> distinct(List<ReleaseTag> tags, GitRepository git) {
        List<ReleaseTag> sorted = new ArrayList<>(tags);
        sorted.sort(Comparator.comparing(ReleaseTag::version).reversed().thenComparing(ReleaseTag::name));
        ReleaseTags.requireDistinct(sorted, git);
        List<ReleaseTag> distinct = new ArrayList<>();
        for (ReleaseTag tag : sorted) {
            if (distinct.isEmpty()
                    || distinct.get(distinct.size() - 1).version().compareTo(tag.version()) != 0) {
                distinct.add(tag);
            }
        }
        return distinct;
    }
}
