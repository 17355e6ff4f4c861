package io.github.schemacompat.script;

import io.github.schemacompat.source.Span;

/**
 * A part of a script that is run as a unit. A plain script is one section.
 *
 * @param name how a migration tool calls it (a changeset's id), or empty
 * @param span the part's text
 * @param delimiter what ends a statement there, where semicolons do it elsewhere
 */
public record Section(String name, Span span, String delimiter) {
    /** The delimiter of most scripts. */
    public static final String SEMICOLON = ";";

    /** A section whose statements end as they do everywhere. */
    public Section(String name, Span span) {
        this(name, span, SEMICOLON);
    }

    Section withSpan(Span value) {
        return new Section(name, value, delimiter);
    }
}
