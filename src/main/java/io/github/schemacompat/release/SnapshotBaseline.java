package io.github.schemacompat.release;

import java.util.ArrayList;
import java.util.List;

/** {@code snapshot}: the files that the goal {@code snapshot} wrote. */
final class SnapshotBaseline extends Baseline {
    @Override
    public FoundReleases find(BaselineRequest request) {
        SnapshotFolder folder = new SnapshotFolder(request.base(), request.snapshots());
        List<ReleaseVersion> all = folder.releases();
        List<ReleaseVersion> lower =
                all.stream().filter(request.selection()::isLower).toList();
        if (lower.isEmpty()) {
            return FoundReleases.none(
                    all.isEmpty()
                            ? "there is no snapshot in " + request.snapshots()
                            : "no snapshot in " + request.snapshots() + " is of a release lower than "
                                    + request.selection().release());
        }
        List<String> notes = new ArrayList<>();
        List<FoundRelease> releases = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (ReleaseVersion version : request.selection().select(lower, each -> each, notes)) {
            releases.add(folder.read(version.text()));
            files.add(folder.shownFile(version.text()));
        }
        String line = (files.size() == 1 ? "snapshot " : "snapshots ") + String.join(", ", files);
        return new FoundReleases(releases, line, notes);
    }
}
