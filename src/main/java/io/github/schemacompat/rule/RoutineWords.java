package io.github.schemacompat.rule;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;

/** What the rules about routines say alike. */
final class RoutineWords {
    private RoutineWords() {}

    static String capitalized(Routine routine) {
        String kind = routine.routineKind();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    static String publish(Routine routine, QualifiedName next, Situation situation) {
        return "Leave it as it is and publish the new definition as " + situation.written(next) + " ("
                + situation.dialect().fixSql().createHead(routine.routineKind(), next) + " …); deprecate "
                + routine.name()
                + " in the release that stops calling it.";
    }
}
