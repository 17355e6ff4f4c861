package io.github.schemacompat.script;

import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold before the migration tool runs a script.
 *
 * @param condition what is asked
 * @param otherwise what the tool does where it doesn't hold
 * @param span where it is written
 */
public record Precondition(Condition condition, Otherwise otherwise, Span span) {
    /** What the tool does with a script whose precondition doesn't hold. */
    public enum Otherwise {
        /** It stops with an error. */
        HALT,
        /** It goes on without the script. */
        SKIP,
        /** It runs it all the same. */
        RUN;

        /** @param word as Liquibase writes it: {@code HALT} where nothing is said, {@code MARK_RAN}, {@code CONTINUE}, {@code WARN} */
        static Otherwise of(String word) {
            return switch (word.toUpperCase(Locale.ROOT)) {
                case "MARK_RAN", "CONTINUE" -> SKIP;
                case "WARN" -> RUN;
                default -> HALT;
            };
        }
    }

    /** What can be asked for by name. */
    public enum Thing {
        TABLE("tableExists"),
        VIEW("viewExists"),
        SEQUENCE("sequenceExists"),
        COLUMN("columnExists"),
        INDEX("indexExists"),
        PRIMARY_KEY("primaryKeyExists"),
        FOREIGN_KEY("foreignKeyConstraintExists"),
        UNIQUE("uniqueConstraintExists");

        private final String word;

        Thing(String word) {
            this.word = word;
        }
    }

    /** A question about the database. */
    public sealed interface Condition {
        /** As people read it. */
        String words();
    }

    /** All of them hold. */
    public record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String words() {
            return joined(parts, " and ");
        }
    }

    /** One of them holds. */
    public record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String words() {
            return joined(parts, " or ");
        }
    }

    public record Not(Condition part) implements Condition {
        @Override
        public String words() {
            return "not " + inParentheses(part);
        }
    }

    /** What can be answered without a database. */
    public record Known(String words, boolean holds) implements Condition {}

    /** What only the database or a program can answer. */
    public record Untold(String words) implements Condition {}

    /**
     * Something is there.
     *
     * @param schema as it is written, or null for the default one
     * @param table of which it is a part; null where it is none, or where it may be of any
     * @param name as it is written, or null for any of the table's
     */
    public record Exists(
            Thing thing,
            @Nullable String schema,
            @Nullable String table,
            @Nullable String name) implements Condition {
        @Override
        public String words() {
            return thing.word
                    + Stream.of(schema, table, name)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(".", "(", ")"));
        }
    }

    /**
     * An index or unique constraint of a table is there, told by its columns.
     *
     * @param schema as it is written, or null for the default one
     * @param columns as they are written
     */
    public record ExistsOver(Thing thing, @Nullable String schema, String table, List<String> columns)
            implements Condition {
        public ExistsOver {
            columns = List.copyOf(columns);
        }

        @Override
        public String words() {
            String of = schema == null ? table : schema + "." + table;
            return thing.word + "(" + of + " over " + String.join(", ", columns) + ")";
        }
    }

    /** A query gives this one value. */
    public record Gives(String sql, String expected) implements Condition {
        @Override
        public String words() {
            return "sqlCheck(" + sql.strip().replaceAll("\\s+", " ") + " gives " + expected + ")";
        }
    }

    /** What can be said of a condition without a database, or null. */
    static @Nullable Boolean known(Condition condition) {
        if (condition instanceof Known known) {
            return known.holds();
        }
        if (condition instanceof Not not) {
            Boolean part = known(not.part());
            return part == null ? null : !part;
        }
        if (condition instanceof All all) {
            return known(all.parts(), false);
        }
        return condition instanceof Any any ? known(any.parts(), true) : null;
    }

    /** One part that is so decides; else all have to be known. */
    private static @Nullable Boolean known(List<Condition> parts, boolean decisive) {
        boolean complete = true;
        for (Condition part : parts) {
            Boolean known = known(part);
            if (known != null && known == decisive) {
                return decisive;
            }
            complete &= known != null;
        }
        return complete ? Boolean.valueOf(!decisive) : null;
    }

    private static String inParentheses(Condition condition) {
        boolean joined = condition instanceof All all && all.parts().size() > 1
                || condition instanceof Any any && any.parts().size() > 1;
        return joined ? "(" + condition.words() + ")" : condition.words();
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.size() == 1
                ? parts.get(0).words()
                : parts.stream().map(Precondition::inParentheses).collect(Collectors.joining(word));
    }
}
