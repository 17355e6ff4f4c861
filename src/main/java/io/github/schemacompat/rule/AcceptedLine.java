package io.github.schemacompat.rule;

import io.github.schemacompat.script.MigrationScript;

/** The line of {@code accepted.json} that would accept a finding about a script. */
final class AcceptedLine {
    private AcceptedLine() {}

    static String of(String rule, MigrationScript script) {
        return "{\"rule\": \"" + rule + "\", \"script\": \""
                + script.path().replace("\\", "\\\\").replace("\"", "\\\"") + "\", \"hash\": \"" + script.sha256()
                + "\", \"reason\": \"…\"}";
    }
}
