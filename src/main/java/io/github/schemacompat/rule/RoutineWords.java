package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;

/** What the rules about routines say alike. */
final class RoutineWords {
    private RoutineWords() {}

    static String capitalized(Routine routine) {
        String kind = routine.routineKind();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    /** What happened to a trigger or its function; the table is said where the trigger's name doesn't say it. */
    static String trigger(Difference difference, Situation situation) {
        boolean isFunction = difference.kind() == DifferenceKind.TRIGGER_FUNCTION_EDITED;
        String table = ObjectNames.of(
                situation.released(), ObjectPath.table(difference.path().owner()), situation.dialect());
        boolean said = difference.name().startsWith(table + ".");
        return (isFunction ? "Trigger function " : "Trigger ")
                + difference.name()
                + (said ? " " : " on " + table + " ")
                + difference.kind().happening();
    }

    static String publish(Routine routine, QualifiedName next, Situation situation) {
        return "Leave it as it is and publish the new definition as " + situation.written(next) + " ("
                + situation.dialect().fixSql().createHead(routine.routineKind(), next) + " …); deprecate "
                + routine.name()
                + " in the release that stops calling it.";
    }
}
