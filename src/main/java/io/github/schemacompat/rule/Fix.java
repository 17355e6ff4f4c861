package io.github.schemacompat.rule;

/** What to do instead: one line of prose, and behind it whole statements of SQL. */
final class Fix {
    private Fix() {}

    static String of(String prose, String... sql) {
        return prose + (sql.length == 0 ? "" : "\n" + String.join("\n", sql));
    }

    static String prose(String fix) {
        int end = fix.indexOf('\n');
        return end < 0 ? fix : fix.substring(0, end);
    }

    /** The SQL with the line break before it. */
    static String sqlBehind(String fix) {
        int end = fix.indexOf('\n');
        return end < 0 ? "" : fix.substring(end);
    }
}
