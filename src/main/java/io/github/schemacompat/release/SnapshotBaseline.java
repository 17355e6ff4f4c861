package io.github.schemacompat.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
        List<ReleaseVersion> selected = request.selection().select(lower, each -> each, notes);
        List<ReleaseVersion> supported = request.selection().supported(selected, each -> each);
        for (ReleaseVersion version : selected) {
            releases.add(folder.read(version.text()));
            files.add(folder.shownFile(version.text()) + (supported.contains(version) ? "" : " (not supported)"));
        }
        String line = (files.size() == 1 ? "snapshot " : "snapshots ") + String.join(", ", files);
        return new FoundReleases(
                releases, supported.stream().map(ReleaseVersion::text).collect(Collectors.toSet()), line, notes);
    }
}
