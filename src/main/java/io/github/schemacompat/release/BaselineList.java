package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Several baselines: a window by hand. */
final class BaselineList {
    private final List<Baseline> baselines;

    BaselineList(List<Baseline> baselines) {
        this.baselines = baselines;
    }

    FoundReleases find(BaselineRequest request) {
        List<FoundRelease> releases = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> supported = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Baseline baseline : baselines) {
            FoundReleases found = baseline.find(request);
            for (FoundRelease release : found.releases()) {
                if (!names.add(release.release())) {
                    throw new CannotReadException(
                            "baseline-ambiguous",
                            "Two baselines have a release " + release.release() + ".",
                            "Leave one of them out of the parameter 'baseline', or name them differently.");
                }
                releases.add(release);
            }
            supported.addAll(found.supported());
            lines.add(found.line());
            notes.addAll(found.notes());
        }
        if (releases.stream()
                .allMatch(release -> ReleaseVersion.parse(release.release()).isPresent())) {
            releases.sort(Comparator.comparing((FoundRelease release) ->
                            ReleaseVersion.parse(release.release()).orElseThrow())
                    .reversed());
        }
        return new FoundReleases(releases, supported, String.join("; ", lines), notes);
    }
}
