package io.github.schemacompat.release;

/** What is taken where the parameter {@code baseline} is not set: snapshots, else release tags, else nothing. */
final class BaselineDetection {
    private BaselineDetection() {}

    static FoundReleases find(BaselineRequest request) {
        FoundReleases snapshots = new SnapshotBaseline().find(request);
        if (!snapshots.releases().isEmpty()) {
            return snapshots;
        }
        if (!GitRepository.exists(request.base())) {
            return FoundReleases.none("none: " + snapshots.line() + ", and there is no git repository");
        }
        FoundReleases tags = new GitBaseline().find(request);
        return tags.releases().isEmpty()
                ? new FoundReleases(tags.releases(), "none: " + snapshots.line() + ", and " + tags.line(), tags.notes())
                : tags;
    }
}
