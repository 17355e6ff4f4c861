package io.github.schemacompat.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who points at what, findable from both ends: without it every drop and rename would search the whole schema. */
final class Links {
    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();

    /** From here on the source points at these targets and at no others. */
    void set(String source, Collection<String> newTargets) {
        Set<String> old = targets.get(source);
        if (old == null ? newTargets.isEmpty() : old.size() == newTargets.size() && old.containsAll(newTargets)) {
            return;
        }
        remove(source);
        if (!newTargets.isEmpty()) {
            targets.put(source, new TreeSet<>(newTargets));
            for (String target : newTargets) {
                sources.computeIfAbsent(target, key -> new TreeSet<>()).add(source);
            }
        }
    }

    void remove(String source) {
        Set<String> old = targets.remove(source);
        if (old == null) {
            return;
        }
        for (String target : old) {
            Set<String> pointing = sources.get(target);
            if (pointing != null) {
                pointing.remove(source);
                if (pointing.isEmpty()) {
                    sources.remove(target);
                }
            }
        }
    }

    /** Those that point at the target, in order. */
    List<String> to(String target) {
        return List.copyOf(sources.getOrDefault(target, Set.of()));
    }

    /** What the source points at, in order. */
    List<String> from(String source) {
        return List.copyOf(targets.getOrDefault(source, Set.of()));
    }
}
