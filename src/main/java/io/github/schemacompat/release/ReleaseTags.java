package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.ConfiguredPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Tells which tags are releases, and of which versions. */
final class ReleaseTags {
    private static final Pattern USUAL = Pattern.compile(
            "(|[A-Za-z][\\w.@/-]*[-_/@]|[A-Za-z]+)[vV]?(\\d+(?:\\.\\d+)+(?:[.+_-]?[A-Za-z+][\\w.+-]*|-\\d+)?)");
    private static final Pattern USUAL_ONE_NUMBER = Pattern.compile("(|[A-Za-z][\\w.@/-]*[-_/@]|[A-Za-z]+)[vV]?(\\d+)");
    private static final String REMEDY =
            "Set the parameter 'tagPattern' to a regular expression whose group (?<version>…)"
                    + " is the release, for example v(?<version>\\d+\\.\\d+\\.\\d+).";

    private final @Nullable String pattern;
    private final @Nullable String artifactId;

    /**
     * @param pattern the parameter {@code tagPattern}, or null for the usual forms
     * @param artifactId the project's; where several families of tags are there, its own is taken
     */
    ReleaseTags(@Nullable String pattern, @Nullable String artifactId) {
        this.pattern = pattern;
        this.artifactId = artifactId;
    }

    /** Whether pre-releases count: only where the configuration says so by its pattern. */
    boolean preReleasesCount() {
        return pattern != null;
    }

    /** @throws CannotReadException if the pattern is no regular expression, or matches what is no version */
    List<ReleaseTag> of(List<String> tags) {
        String configured = pattern;
        if (configured != null) {
            return configured(tags, configured);
        }
        List<ReleaseTag> found = usual(tags, USUAL);
        return found.isEmpty() ? usual(tags, USUAL_ONE_NUMBER) : found;
    }

    /**
     * Those of the family that is the project's.
     *
     * @throws CannotReadException if there are several and none has the project's name
     */
    List<ReleaseTag> ofOneFamily(List<ReleaseTag> tags) {
        Map<String, ReleaseTag> families = new TreeMap<>();
        tags.forEach(tag -> families.putIfAbsent(tag.prefix(), tag));
        if (pattern != null || families.size() < 2) {
            return tags;
        }
        String own = artifactId;
        if (own != null) {
            for (String separator : List.of("-", "/", "@", "_")) {
                String prefix = own + separator;
                if (families.containsKey(prefix)) {
                    return tags.stream()
                            .filter(tag -> tag.prefix().equals(prefix))
                            .toList();
                }
            }
        }
        List<String> examples =
                families.values().stream().limit(4).map(ReleaseTag::name).toList();
        throw new CannotReadException(
                "tags-ambiguous",
                "The repository has several families of release tags, for example " + String.join(" and ", examples)
                        + ".",
                REMEDY);
    }

    /** @throws CannotReadException if two tags that stand for different commits name one version */
    static void requireDistinct(List<ReleaseTag> highestFirst, GitRepository git) {
        for (int i = 1; i < highestFirst.size(); i++) {
            ReleaseTag one = highestFirst.get(i - 1);
            ReleaseTag other = highestFirst.get(i);
            if (one.version().compareTo(other.version()) == 0
                    && !git.commitOfTag(one.name()).equals(git.commitOfTag(other.name()))) {
                throw new CannotReadException(
                        "tags-ambiguous",
                        "The tags " + one.name() + " and " + other.name() + " name one version, but different commits.",
                        REMEDY);
            }
        }
    }

    private static List<ReleaseTag> usual(List<String> tags, Pattern form) {
        List<ReleaseTag> found = new ArrayList<>();
        for (String tag : tags) {
            Matcher matcher = form.matcher(tag);
            if (matcher.matches()) {
                String prefix = matcher.group(1).replaceFirst("(?<![A-Za-z])[vV]$", "");
                ReleaseVersion.parse(matcher.group(2))
                        .ifPresent(version -> found.add(new ReleaseTag(tag, prefix, version)));
            }
        }
        return found;
    }

    private static List<ReleaseTag> configured(List<String> tags, String configured) {
        Pattern regex;
        try {
            regex = Pattern.compile(configured);
        } catch (PatternSyntaxException e) {
            throw new CannotReadException(
                            "invalid-parameter",
                            "The parameter 'tagPattern' is no regular expression: " + e.getDescription() + " at index "
                                    + e.getIndex() + " of " + configured + ".",
                            REMEDY)
                    .because(e);
        }
        boolean named = configured.contains("(?<version>");
        List<ReleaseTag> found = new ArrayList<>();
        for (String tag : tags) {
            Matcher matcher = ConfiguredPattern.match(regex, tag, "The parameter 'tagPattern'");
            if (matcher != null) {
                String text = named ? matcher.group("version") : matcher.group(Math.min(1, matcher.groupCount()));
                Optional<ReleaseVersion> version = text == null ? Optional.empty() : ReleaseVersion.parse(text);
                found.add(new ReleaseTag(
                        tag,
                        "",
                        version.orElseThrow(() -> new CannotReadException(
                                "tag-without-version",
                                "The tag " + tag + " matches 'tagPattern', but '" + text + "' is no version.",
                                REMEDY))));
            }
        }
        return found;
    }
}
