package io.github.schemacompat.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * How two texts differ, line ends and trailing white space aside.
 *
 * @param line the first line of the new text that differs, one-based
 * @param lines hunks as patches show them
 */
record TextDiff(int line, List<String> lines) {
    TextDiff {
        lines = List.copyOf(lines);
    }

    static TextDiff of(String before, String after) {
        RawText old = raw(before);
        RawText now = raw(after);
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now);
        if (edits.isEmpty()) {
            return new TextDiff(1, List.of());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.setContext(1);
            formatter.format(edits, old, now);
            formatter.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int last = Math.max(1, now.size());
        int line = Math.min(edits.get(0).getBeginB() + 1, last);
        return new TextDiff(line, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static RawText raw(String text) {
        StringBuilder even = new StringBuilder();
        for (String line : text.stripTrailing().split("\r\n|\n|\r", -1)) {
            even.append(line.stripTrailing()).append('\n');
        }
        return new RawText(even.toString().getBytes(StandardCharsets.UTF_8));
    }
}
