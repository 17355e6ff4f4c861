package io.github.schemacompat.change;

import io.github.schemacompat.schema.ObjectPath;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is known of objects in lines, each with the object's path before a colon. */
final class ObjectLines {
    private final SortedSet<String> lines;

    ObjectLines(Collection<String> lines) {
        this.lines = new TreeSet<>(lines);
    }

    private static String line(ObjectPath path, String text) {
        return path + ": " + text;
    }

    void add(ObjectPath path, String text) {
        lines.add(line(path, text));
    }

    void remove(ObjectPath path, String text) {
        lines.remove(line(path, text));
    }

    /** What is said of an object and begins so, without the object. */
    List<String> of(ObjectPath path, String beginning) {
        String head = line(path, "");
        return lines.stream()
                .filter(line -> line.startsWith(head + beginning))
                .map(line -> line.substring(head.length()))
                .toList();
    }

    void forget(ObjectPath path) {
        of(path, "").forEach(text -> remove(path, text));
    }

    void move(ObjectPath path, ObjectPath newPath) {
        List<String> moved = of(path, "");
        forget(path);
        moved.forEach(text -> add(newPath, text));
    }

    SortedSet<String> all() {
        return lines;
    }
}
