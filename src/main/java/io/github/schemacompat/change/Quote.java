package io.github.schemacompat.change;

/** SQL as messages quote it: one line, cut where it gets long. */
final class Quote {
    private static final int LIMIT = 80;

    private Quote() {}

    static String of(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "'"
                + (line.length() <= LIMIT ? line : line.substring(0, LIMIT - 1).strip() + "…") + "'";
    }
}
