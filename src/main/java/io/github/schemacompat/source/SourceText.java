package io.github.schemacompat.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with a name, whose offsets can be turned into lines and columns. A text that was found inside another one (the
 * body in a string literal, dynamic SQL) keeps the way back to the file.
 */
public final class SourceText {
    private final String file;
    private final String text;
    private final @Nullable SourceText parent;
    private final int[] offsetsInParent;
    /** Whether it is the parent's own text, with values put in. */
    private final boolean filled;
    /** Worked out at the first use; empty until then. */
    private int[] lineStarts = new int[0];

    private SourceText(String file, String text, @Nullable SourceText parent, int[] offsetsInParent, boolean filled) {
        this.filled = filled;
        this.file = file;
        this.text = text;
        this.parent = parent;
        this.offsetsInParent = offsetsInParent;
    }

    /**
     * @param file the name shown to people: the path relative to the base, with {@code /}
     * @param text the decoded text
     */
    public static SourceText of(String file, String text) {
        return new SourceText(file, text, null, new int[0], false);
    }

    /**
     * A text that stands inside another one.
     *
     * @param parent the text around it
     * @param text the inner text, with escapes resolved
     * @param offsetsInParent for each character of {@code text} the offset in {@code parent} that it came from; one more
     *     entry for the end is allowed. A single entry means that the inner text stands there unchanged.
     */
    public static SourceText within(SourceText parent, String text, int... offsetsInParent) {
        if (offsetsInParent.length == 0) {
            throw new IllegalArgumentException("no offset of the inner text in " + parent.file);
        }
        return new SourceText(parent.file, text, parent, offsetsInParent.clone(), false);
    }

    /**
     * A text in which placeholders have got their values. It stands where its parent stands.
     *
     * @param parent the text as it was written
     * @param text with the values
     * @param offsetsInParent as for {@link #within}
     */
    public static SourceText filled(SourceText parent, String text, int[] offsetsInParent) {
        return new SourceText(parent.file, text, parent, offsetsInParent.clone(), true);
    }

    public String file() {
        return file;
    }

    /** Whether it was found inside another text: the body in a string, dynamic SQL. */
    public boolean isInner() {
        return parent != null && (!filled || parent.isInner());
    }

    public String text() {
        return text;
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    public Span whole() {
        return new Span(this, 0, text.length());
    }

    /** The place of an offset of this text in the file that it stands in. */
    public Position positionInFile(int offset) {
        return root().position(offsetInRoot(offset));
    }

    /**
     * The whole lines of the file in which a stretch of this text stands, without their line ends.
     *
     * @param first offset of its first character
     * @param last offset of its last character
     * @param most how many lines at most
     */
    public List<String> linesInFile(int first, int last, int most) {
        SourceText root = root();
        int from = positionInFile(first).line();
        int to = Math.min(positionInFile(last).line(), from + most - 1);
        List<String> lines = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            lines.add(root.line(number));
        }
        return lines;
    }

    /** The text of the file that this text stands in; itself if it is the file's. */
    public SourceText root() {
        SourceText root = this;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    /** Where an offset of this text is in {@link #root}. */
    public int offsetInRoot(int offset) {
        SourceText inner = this;
        int at = offset;
        while (inner.parent != null) {
            at = inner.offsetInParent(at);
            inner = inner.parent;
        }
        return at;
    }

    private int offsetInParent(int offset) {
        if (offsetsInParent.length == 1) {
            return offsetsInParent[0] + offset;
        }
        return offsetsInParent[Math.min(offset, offsetsInParent.length - 1)];
    }

    private Position position(int offset) {
        int[] starts = starts();
        int index = Arrays.binarySearch(starts, offset);
        int line = index >= 0 ? index : -index - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    private String line(int number) {
        int[] starts = starts();
        int start = starts[number - 1];
        int end = number < starts.length ? starts[number] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Lines end with CR LF, LF or CR, as editors count them. */
    private int[] starts() {
        int[] known = lineStarts;
        if (known.length > 0) {
            return known;
        }
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (lineEnd) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        int[] computed = Arrays.copyOf(starts, count);
        lineStarts = computed;
        return computed;
    }

    @Override
    public String toString() {
        return file;
    }
}
