package io.github.schemacompat.rule;

import io.github.schemacompat.directive.Directive;
import io.github.schemacompat.directive.ObjectName;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An {@code allow} in a new script, and what it covers. */
final class Suppression {
    private final MigrationScript script;
    private final Directive.Allow allow;
    private final List<Location> covered;
    private final boolean wholeClauseLine;
    private final int line;
    private final Set<String> used = new HashSet<>();
    private boolean seen;

    /**
     * @param covered the statements that it stands before or behind
     * @param line the line of the clauses that it covers too
     */
    Suppression(MigrationScript script, Directive.Allow allow, List<Location> covered, int line) {
        this.script = script;
        this.allow = allow;
        this.covered = covered;
        this.wholeClauseLine = line > 0;
        this.line = line;
    }

    MigrationScript script() {
        return script;
    }

    Directive.Allow allow() {
        return allow;
    }

    /** The rules of which it has suppressed nothing. */
    List<String> unused() {
        return allow.rules().stream().filter(rule -> !used.contains(rule)).toList();
    }

    /** The name of the only object that is meant, without its owner's, or null. */
    @Nullable
    String lastPart() {
        ObjectName meant = allow.object();
        return meant == null ? null : meant.parts().get(meant.parts().size() - 1);
    }

    /** Whether a finding was about the object that is meant. */
    boolean hasSeenItsObject() {
        return seen;
    }

    /** Whether it allows the finding, which it has then suppressed. */
    boolean allows(Finding finding) {
        Location location = finding.location();
        boolean meant = isMeant(finding.object());
        seen |= meant;
        boolean allows = location != null
                && location.file().equals(script.source().file())
                && allow.rules().contains(finding.rule().id())
                && covers(location)
                && meant;
        if (allows) {
            used.add(finding.rule().id());
        }
        return allows;
    }

    private boolean covers(Location location) {
        boolean onLine = wholeClauseLine
                && (location.start().line() == line || location.end().line() == line);
        return onLine || covered.stream().anyMatch(statement -> isWithin(location.start(), statement));
    }

    private static boolean isWithin(Position position, Location statement) {
        return position.compareTo(statement.start()) >= 0 && position.compareTo(statement.end()) <= 0;
    }

    /** The schema may be left out, and so may the arguments of a routine and the columns of a key without a name. */
    private boolean isMeant(String whole) {
        ObjectName meant = allow.object();
        if (meant == null) {
            return true;
        }
        int parenthesis = whole.indexOf('(');
        String object =
                parenthesis < 0 ? whole : whole.substring(0, parenthesis).strip();
        List<ColumnType> arguments = meant.arguments();
        if (parenthesis > 0 && arguments != null) {
            String given = arguments.stream().map(ColumnType::toString).collect(Collectors.joining(","));
            if (!whole.substring(parenthesis).replace(" ", "").equalsIgnoreCase("(" + given.replace(" ", "") + ")")) {
                return false;
            }
        }
        String name = meant.parts().stream().map(QualifiedName::quoted).collect(Collectors.joining("."));
        String wanted = name.toLowerCase(Locale.ROOT);
        String found = object.toLowerCase(Locale.ROOT);
        return found.equals(wanted) || found.endsWith("." + wanted) || wanted.endsWith("." + found);
    }
}
