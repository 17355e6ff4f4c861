package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectPath;

/** Says when an object that supported releases still use may go. */
final class Retirement {
    private Retirement() {}

    /** A sentence for the fix of a blocked drop. */
    static String of(ObjectPath path, String name, Situation situation) {
        int supported = situation.contracts().size();
        int marked = 0;
        while (marked < supported
                && situation.contracts().get(marked).marks(path).deprecated() != null) {
            marked++;
        }
        int missing = Math.max(1, supported - marked);
        String releases = missing == 1 ? "1 more release that carries" : missing + " more releases that carry";
        return marked == 0
                ? "Say '-- schema-compat: deprecate " + name
                        + " because …' in the release that stops using it; it may go after " + releases + " the mark."
                : "It may go after " + releases + " the mark.";
    }
}
