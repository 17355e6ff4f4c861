package io.github.schemacompat.directive;

import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a comment {@code -- schema-compat: …} says. */
public sealed interface Directive {
    /** The words of the directive, without the marks of the comment. */
    Span span();

    /** What a release says of itself. */
    sealed interface Mark extends Directive {
        /** The object that it speaks of. */
        ObjectName object();

        String reason();
    }

    /** @param readsOnly no longer read, still written */
    record Deprecate(Span span, ObjectName object, boolean readsOnly, String reason) implements Mark {}

    /** Every write gives the column a value that is not NULL. */
    record Populate(Span span, ObjectName object, String reason) implements Mark {}

    /**
     * No write violates such a constraint.
     *
     * @param object the table
     * @param columns as the catalog holds them
     */
    record Honors(Span span, HonoredKind kind, ObjectName object, List<String> columns, String reason) implements Mark {
        public Honors {
            columns = List.copyOf(columns);
        }
    }

    /** @param mark what no longer holds; its reason is empty if none was given */
    record Withdraw(Span span, Mark mark) implements Directive {}

    /** When the script runs in a deployment. */
    record InPhase(Span span, Phase phase) implements Directive {}

    /**
     * Findings that were looked at and are taken as they are.
     *
     * @param rules ids as written, known or not
     * @param object the only object that is meant, or null
     * @param until a version or a date as written, known to be neither or not, or null
     */
    record Allow(
            Span span,
            List<String> rules,
            @Nullable ObjectName object,
            @Nullable String until,
            String reason) implements Directive {
        public Allow {
            rules = List.copyOf(rules);
        }
    }

    /** @param message what is wrong with it and how to write it, whole sentences */
    record Invalid(Span span, String message) implements Directive {}
}
