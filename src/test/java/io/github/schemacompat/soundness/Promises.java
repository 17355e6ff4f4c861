package io.github.schemacompat.soundness;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an application says of itself: names are those of the catalog, which a trial gives once each.
 *
 * @param deprecated what it neither reads nor writes
 * @param populated columns that it always gives a value
 * @param unread columns that it writes and doesn't read
 * @param honored columns that it always gives an ordinary value, so that it keeps checks that allow these
 */
record Promises(List<String> deprecated, List<String> populated, List<String> unread, List<String> honored) {
    static final Promises NONE = new Promises(List.of(), List.of(), List.of(), List.of());

    Promises {
        deprecated = List.copyOf(deprecated);
        populated = List.copyOf(populated);
        unread = List.copyOf(unread);
        honored = List.copyOf(honored);
    }

    Promises and(Promises further) {
        return new Promises(
                both(deprecated, further.deprecated),
                both(populated, further.populated),
                both(unread, further.unread),
                both(honored, further.honored));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    boolean deprecates(String name) {
        return deprecated.contains(name);
    }

    /** Whether it always gives the column a value, unless it has deprecated it. */
    boolean populates(String name) {
        return populated.contains(name) || honored.contains(name);
    }

    /** Whether an application that keeps this can use an object beside the tables in that way. */
    boolean allow(Use use) {
        return Stream.concat(deprecated.stream(), unread.stream())
                        .noneMatch(name -> use.steps().stream().anyMatch(step -> mentions(step, name)))
                && (!use.steps().get(0).startsWith("INSERT")
                        || Stream.concat(populated.stream(), honored.stream())
                                .noneMatch(name -> mentions(use.about(), name)))
                && (!use.steps().get(0).startsWith("UPDATE")
                        || honored.stream()
                                .noneMatch(name -> mentions(use.steps().get(0), name)));
    }

    private static boolean mentions(String sql, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(sql.replace("``", "`").replace("\"\"", "\""))
                .find();
    }
}
