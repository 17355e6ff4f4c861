package io.github.schemacompat.script;

/**
 * The database that a project's configuration speaks of.
 *
 * @param dialect the dialect's id, supported or not
 * @param hint the line that says why: 'dialect: postgresql (jdbc:postgresql in application.yml)'
 */
public record DatabaseHint(String dialect, String hint) {}
