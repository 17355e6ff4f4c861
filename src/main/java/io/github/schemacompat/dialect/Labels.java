package io.github.schemacompat.dialect;

import java.util.HashSet;
import java.util.List;

/**
 * MySQL's ENUM and SET.
 *
 * @param set whether a value can have several labels
 * @param labels without quotes, in their order
 */
record Labels(boolean set, List<String> labels) implements Values {
    Labels {
        labels = List.copyOf(labels);
    }

    @Override
    public TypeChange changeTo(Values after) {
        if (after instanceof Labels other) {
            if (set && !other.set) {
                return TypeChange.NARROWED;
            }
            if (!new HashSet<>(other.labels).containsAll(labels)) {
                return TypeChange.NARROWED;
            }
            return set == other.set ? TypeChange.WIDENED : TypeChange.CHANGED;
        }
        if (after instanceof Strings other && other.content() == Strings.Content.CHARACTERS) {
            return other.length() >= longest() ? TypeChange.WIDENED : TypeChange.NARROWED;
        }
        return TypeChange.CHANGED;
    }

    private int longest() {
        return set
                ? String.join(",", labels).length()
                : labels.stream().mapToInt(String::length).max().orElse(0);
    }
}
