package io.github.schemacompat.change;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.Arrays;

/**
 * A string that a script put together, each character with its place in the file.
 *
 * @param file the text of the file that the characters stand in
 * @param text what is known of it; {@code …} stands for what is not
 * @param offsets for each character its offset in the file
 * @param complete whether all of it is known
 * @param missing whether it is NULL
 */
record FoldedText(SourceText file, String text, int[] offsets, boolean complete, boolean missing) {
    static FoldedText of(Span span) {
        int[] offsets = new int[span.end() - span.start()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = span.source().offsetInRoot(span.start() + i);
        }
        return new FoldedText(span.source().root(), span.text(), offsets, true, false);
    }

    /** A text that stands nowhere itself, such as quotes around a name, placed at a statement. */
    static FoldedText at(Span place, String text, boolean complete) {
        int[] offsets = new int[text.length()];
        Arrays.fill(offsets, place.source().offsetInRoot(place.start()));
        return new FoldedText(place.source().root(), text, offsets, complete, false);
    }

    static FoldedText unknown(Span place) {
        return at(place, "…", false);
    }

    static FoldedText missing(Span place) {
        return new FoldedText(place.source().root(), "", new int[0], true, true);
    }

    /** NULL makes all of it NULL. */
    FoldedText plus(FoldedText next) {
        if (missing || next.missing) {
            return missing ? this : next;
        }
        int[] joined = Arrays.copyOf(offsets, offsets.length + next.offsets.length);
        for (int i = 0; i < next.offsets.length; i++) {
            boolean sameFile = next.file == file || offsets.length == 0;
            joined[offsets.length + i] = sameFile ? next.offsets[i] : offsets[offsets.length - 1];
        }
        SourceText of = offsets.length == 0 ? next.file : file;
        return new FoldedText(of, text + next.text, joined, complete && next.complete, false);
    }

    /** The characters from one index to another. */
    FoldedText part(int from, int to) {
        return new FoldedText(file, text.substring(from, to), Arrays.copyOfRange(offsets, from, to), complete, false);
    }

    /** In one case, character by character. */
    FoldedText cased(boolean upper) {
        StringBuilder cased = new StringBuilder(text.length());
        for (char each : text.toCharArray()) {
            cased.append(upper ? Character.toUpperCase(each) : Character.toLowerCase(each));
        }
        return new FoldedText(file, cased.toString(), offsets, complete, missing);
    }

    /** The same, with nothing unknown left in it. */
    FoldedText known() {
        return new FoldedText(file, text, offsets, true, missing);
    }

    /** The text as a source of its own that knows its places in the file. */
    Span span() {
        return text.isEmpty()
                ? file.span(0, 0)
                : SourceText.within(file, text, offsets).whole();
    }
}
