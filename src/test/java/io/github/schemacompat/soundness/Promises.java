package io.github.schemacompat.soundness;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an application says of itself: names are those of the catalog, which a trial gives once each.
 *
 * @param deprecated what it neither reads nor writes
 * @param populated columns that it always gives a value
 */
record Promises(List<String> deprecated, List<String> populated) {
    static final Promises NONE = new Promises(List.of(), List.of());

    Promises {
        deprecated = List.copyOf(deprecated);
        populated = List.copyOf(populated);
    }

    Promises and(Promises further) {
        return new Promises(both(deprecated, further.deprecated), both(populated, further.populated));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    boolean deprecates(String name) {
        return deprecated.contains(name);
    }

    boolean populates(String name) {
        return populated.contains(name);
    }

    /** Whether an application that keeps this can use an object beside the tables in that way. */
    boolean allow(Use use) {
        return deprecated.stream().noneMatch(name -> use.steps().stream().anyMatch(step -> mentions(step, name)))
                && (!use.steps().get(0).startsWith("INSERT")
                        || populated.stream().noneMatch(name -> mentions(use.about(), name)));
    }

    private static boolean mentions(String sql, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
