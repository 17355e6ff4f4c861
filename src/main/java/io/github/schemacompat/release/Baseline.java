package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A source of releases: one class per value of the parameter {@code baseline}. */
public abstract sealed class Baseline
        permits ArtifactBaseline,
                DirectoryBaseline,
                GitBaseline,
                GitReferenceBaseline,
                JdbcBaseline,
                MemoryBaseline,
                NoBaseline,
                SnapshotBaseline,
                VersionBaseline {
    private static final String FORMS =
            "Set it to git, git:<branch or commit>, artifact[:groupId:artifactId[:range]], snapshot,"
                    + " directory:[name=]<path>, version:<migration version>, jdbc:<url> or none.";
    /** Commas outside of the brackets of a range. */
    private static final Pattern COMMA = Pattern.compile(",(?![^\\[(]*[\\])])");

    Baseline() {}

    /** A release given as scripts that have been read. */
    public static Baseline scripts(String release, List<MigrationScript> scripts) {
        return MemoryBaseline.ofScripts(release, scripts);
    }

    /** A release given as the texts of its scripts, by path below the script root. */
    public static Baseline scripts(String release, Map<String, String> texts) {
        return MemoryBaseline.ofTexts(release, texts);
    }

    /** A release given as its schema. */
    public static Baseline snapshot(Snapshot snapshot) {
        return MemoryBaseline.ofSnapshot(snapshot);
    }

    /**
     * The baselines that the parameter {@code baseline} names.
     *
     * @param values its values; each may hold several, divided by commas
     * @throws CannotReadException if one is unknown
     */
    public static List<Baseline> parse(List<String> values) {
        List<Baseline> baselines = new ArrayList<>();
        for (String value : values) {
            // an address may hold commas
            boolean address = value.strip().toLowerCase(Locale.ROOT).startsWith("jdbc:");
            for (String each : address ? new String[] {value} : COMMA.split(value)) {
                if (!each.isBlank()) {
                    baselines.add(parse(each));
                }
            }
        }
        return baselines;
    }

    /**
     * The baseline that one value names.
     *
     * @throws CannotReadException if it is unknown
     */
    public static Baseline parse(String value) {
        String text = value.strip();
        int colon = text.indexOf(':');
        String kind = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
        switch (kind) {
            case "git":
                return rest.isEmpty() ? new GitBaseline() : new GitReferenceBaseline(rest);
            case "directory":
                if (!rest.isEmpty()) {
                    return DirectoryBaseline.of(rest);
                }
                break;
            case "snapshot":
                if (rest.isEmpty()) {
                    return new SnapshotBaseline();
                }
                break;
            case "none":
                if (rest.isEmpty()) {
                    return new NoBaseline();
                }
                break;
            case "artifact":
                return ArtifactBaseline.of(rest);
            case "version":
                if (!rest.isEmpty()) {
                    return new VersionBaseline(rest);
                }
                break;
            case "jdbc":
                if (!rest.isEmpty()) {
                    return new JdbcBaseline(text);
                }
                break;
            default:
                break;
        }
        throw new CannotReadException(
                "invalid-parameter", "The parameter 'baseline' has the unknown value '" + text + "'.", FORMS);
    }

    /**
     * The releases that are wanted.
     *
     * @throws CannotReadException if releases should be there and can't be read; that there is none yet is no error
     */
    public abstract FoundReleases find(BaselineRequest request);

    /**
     * The releases of several baselines, highest first where all are named by versions, else in the order of the
     * baselines.
     *
     * @param baselines from the configuration; empty to look for snapshots, then for release tags
     * @throws CannotReadException as {@link #find(BaselineRequest)}, or if two of them have the same release
     */
    public static FoundReleases find(List<Baseline> baselines, BaselineRequest request) {
        if (baselines.isEmpty()) {
            return BaselineDetection.find(request);
        }
        FoundReleases found =
                baselines.size() == 1 ? baselines.get(0).find(request) : new BaselineList(baselines).find(request);
        return request.selection().supported().isEmpty() || found.releases().isEmpty()
                ? found
                : found.withSupported(named(found, request.selection()));
    }

    /** A window by hand takes all releases, unless they are named; those without a version can't be. */
    private static Set<String> named(FoundReleases found, ReleaseSelection selection) {
        List<ReleaseVersion> versions = new ArrayList<>();
        found.releases()
                .forEach(release -> ReleaseVersion.parse(release.release()).ifPresent(versions::add));
        selection.requireAll(versions, version -> version);
        return selection.supported(versions, version -> version).stream()
                .map(ReleaseVersion::text)
                .collect(Collectors.toSet());
    }
}
