package io.github.schemacompat.change;

import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a string can be: one text, or several of which the running server takes one.
 *
 * @param any at least one
 */
record FoldedTexts(List<FoldedText> any) {
    /** More than a script chooses from. */
    private static final int MOST = 16;

    FoldedTexts {
        any = List.copyOf(any);
    }

    static FoldedTexts of(FoldedText one) {
        return new FoldedTexts(List.of(one));
    }

    static FoldedTexts unknown(Span place) {
        return of(FoldedText.unknown(place));
    }

    /** The one that it is, or null if there are several. */
    @Nullable
    FoldedText single() {
        return any.size() == 1 ? any.get(0) : null;
    }

    FoldedTexts each(UnaryOperator<FoldedText> change) {
        return new FoldedTexts(any.stream().map(change).toList());
    }

    FoldedTexts or(FoldedTexts others, Span place) {
        List<FoldedText> both = new ArrayList<>(any);
        both.addAll(others.any);
        return limited(both, place);
    }

    FoldedTexts plus(FoldedTexts next, Span place) {
        List<FoldedText> joined = new ArrayList<>();
        for (FoldedText head : any) {
            next.any.forEach(tail -> joined.add(head.plus(tail)));
        }
        return limited(joined, place);
    }

    private static FoldedTexts limited(List<FoldedText> texts, Span place) {
        return texts.size() > MOST ? unknown(place) : new FoldedTexts(texts);
    }
}
