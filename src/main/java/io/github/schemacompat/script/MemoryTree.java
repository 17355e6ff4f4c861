package io.github.schemacompat.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scripts in memory, by path. */
public final class MemoryTree implements ScriptTree {
    private final SortedMap<String, String> texts;

    /** @param texts the scripts' texts by path, with {@code /} */
    public MemoryTree(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
    }

    @Override
    public String relative(String path) {
        return path.replace('\\', '/');
    }

    @Override
    public Kind kind(String path) {
        if (texts.containsKey(path)) {
            return Kind.FILE;
        }
        return path.isEmpty() || !below(path).isEmpty() ? Kind.FOLDER : Kind.MISSING;
    }

    @Override
    public List<Entry> below(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<Entry> found = new ArrayList<>();
        for (String path : new TreeSet<>(texts.keySet())) {
            if (path.startsWith(prefix)) {
                found.add(new Entry(path, Kind.FILE));
            }
        }
        return found;
    }

    @Override
    public byte[] content(String file) {
        String text = texts.get(file);
        if (text == null) {
            throw new CannotReadException(
                    "scripts-not-found", "There is no script " + file + ".", "Give it a text.", file, null);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
