package io.github.schemacompat.script;

import io.github.schemacompat.source.Span;

/**
 * A part of a script that is run as a unit. A plain script is one section.
 *
 * @param name how a migration tool calls it (a changeset's id), or empty
 * @param span the part's text
 */
public record Section(String name, Span span) {}
