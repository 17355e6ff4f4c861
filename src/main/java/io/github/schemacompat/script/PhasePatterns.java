package io.github.schemacompat.script;

import java.util.List;

/**
 * Tells a script's phase from its path; what no pattern matches is pre, and so is what both match, which is the stricter.
 *
 * @param pre the parameter {@code preScripts}
 * @param post the parameter {@code postScripts}
 */
public record PhasePatterns(List<AntPattern> pre, List<AntPattern> post) {
    public static final PhasePatterns DEFAULT = of(List.of("**/pre/**"), List.of("**/post/**"));

    public PhasePatterns {
        pre = List.copyOf(pre);
        post = List.copyOf(post);
    }

    public static PhasePatterns of(List<String> pre, List<String> post) {
        return new PhasePatterns(
                pre.stream().map(AntPattern::of).toList(),
                post.stream().map(AntPattern::of).toList());
    }

    /** The phase of a script, by its path below the script root or below the base. */
    public Phase phase(ScriptFile script) {
        return matches(post, script) && !matches(pre, script) ? Phase.POST : Phase.PRE;
    }

    private static boolean matches(List<AntPattern> patterns, ScriptFile script) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(script.path()) || pattern.matches(script.file()));
    }
}
