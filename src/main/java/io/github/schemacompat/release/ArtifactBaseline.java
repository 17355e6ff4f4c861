package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MarksFile;
import io.github.schemacompat.script.ScriptFile;
import io.github.schemacompat.script.ScriptFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code artifact[:groupId:artifactId[:range]]}: the scripts inside the released versions of an artifact. */
final class ArtifactBaseline extends Baseline {
    private static final Pattern FORM = Pattern.compile("([\\w.-]+:[\\w.-]+)(?::([\\[(].*[\\])]))?");
    private static final String ALL = "(,)";
    private static final int MOST_NAMED = 3;

    private final @Nullable String coordinates;
    private final String range;

    private ArtifactBaseline(@Nullable String coordinates, String range) {
        this.coordinates = coordinates;
        this.range = range;
    }

    /** @param text what follows {@code artifact:}, or empty for the project's own */
    static ArtifactBaseline of(String text) {
        if (text.isEmpty()) {
            return new ArtifactBaseline(null, ALL);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new CannotReadException(
                    "invalid-parameter",
                    "'" + text + "' in the parameter 'baseline' names no artifact.",
                    "Write artifact:<groupId>:<artifactId>, or with a range artifact:<groupId>:<artifactId>:[1.0,2.0).");
        }
        return new ArtifactBaseline(form.group(1), form.group(2) == null ? ALL : form.group(2));
    }

    @Override
    public FoundReleases find(BaselineRequest request) {
        ReleasedArtifacts artifacts = request.artifacts();
        String wanted = coordinates == null && artifacts != null ? artifacts.own() : coordinates;
        if (artifacts == null || wanted == null) {
            throw new CannotReadException(
                    "no-artifact",
                    "The baseline is an artifact, but there is no POM that says which.",
                    "Write artifact:<groupId>:<artifactId>, and run it with Maven.");
        }
        ReleasedArtifacts.Found found = artifacts.versions(wanted, range);
        List<String> notes = new ArrayList<>(found.notes());
        List<ReleaseVersion> releases = releases(found.versions(), request.tagPattern(), notes);
        List<ReleaseVersion> lower =
                releases.stream().filter(request.selection()::isLower).toList();
        if (lower.isEmpty()) {
            return new FoundReleases(
                    List.of(),
                    (releases.isEmpty()
                                    ? wanted + " has no released version in "
                                    : "no released version of " + wanted + " is lower than "
                                            + request.selection().release() + " in ")
                            + found.asked(),
                    notes);
        }
        List<ReleaseVersion> selected = request.selection().select(lower, version -> version, notes);
        List<ReleaseVersion> supported = request.selection().supported(selected, version -> version);
        List<FoundRelease> read = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ReleaseVersion version : selected) {
            read.add(read(artifacts, wanted, version.text(), request, notes));
            names.add(version.text() + (supported.contains(version) ? "" : " (not supported)"));
        }
        return new FoundReleases(
                read,
                supported.stream().map(ReleaseVersion::text).collect(Collectors.toSet()),
                "artifact " + wanted + " " + String.join(", ", names) + " from " + found.asked(),
                notes);
    }

    /** What is meant to be a release: no snapshot, and a pre-release only where the pattern takes it. */
    private static List<ReleaseVersion> releases(List<String> versions, @Nullable String pattern, List<String> notes) {
        List<ReleaseVersion> releases = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String version : versions) {
            if (version.endsWith("-SNAPSHOT")) {
                continue;
            }
            if (ReleaseVersion.parse(version).isEmpty()) {
                unknown.add(version);
                continue;
            }
            ReleaseVersion release = ReleaseVersion.parse(version).get();
            boolean counts = pattern == null ? !release.isPreRelease() : matches(pattern, version);
            if (counts) {
                releases.add(release);
            }
        }
        if (!unknown.isEmpty()) {
            notes.add("Versions that are in no order, and don't count as releases: "
                    + String.join(", ", unknown.subList(0, Math.min(MOST_NAMED, unknown.size())))
                    + (unknown.size() > MOST_NAMED ? " …" : "") + ".");
        }
        return releases;
    }

    private static boolean matches(String pattern, String version) {
        try {
            return version.matches(pattern);
        } catch (PatternSyntaxException e) {
            throw new CannotReadException(
                    "invalid-parameter",
                    "The parameter 'tagPattern' is no regular expression: " + e.getDescription() + ".",
                    "Correct it; it says which versions are releases.");
        }
    }

    private static ReleasedScripts read(
            ReleasedArtifacts artifacts,
            String coordinates,
            String version,
            BaselineRequest request,
            List<String> notes) {
        try (JarTree jar = JarTree.open(artifacts.file(coordinates, version), coordinates + ":" + version, request)) {
            List<ScriptFile> files = new ScriptFinder(jar, request.layout()).findIfPresent(request.scripts());
            if (files.isEmpty()) {
                requirePackaged(request, coordinates + ":" + version);
                notes.add("In " + coordinates + ":" + version + " there is no script in "
                        + String.join(", ", request.scripts())
                        + ": the release is taken to have none. If they lay elsewhere then, set 'releasedScripts'.");
            }
            MarksFile marks = new MarksFile(jar, request.snapshots());
            return new ReleasedScripts(version, marks.behind(request.arrange(marks.without(files)), request.reader()));
        }
    }

    /** Scripts that are in no artifact would look as if no release had had any. */
    private static void requirePackaged(BaselineRequest request, String artifact) {
        for (String place : request.scripts()) {
            if (!place.startsWith("classpath:") && request.onClasspath(place) == null) {
                throw new CannotReadException(
                        "scripts-not-packaged",
                        "The scripts in " + place + " are no resources of the project, so that the released artifact "
                                + artifact + " doesn't hold them.",
                        "Package them (as resources), or take another baseline, such as git or snapshot.");
            }
        }
    }
}
