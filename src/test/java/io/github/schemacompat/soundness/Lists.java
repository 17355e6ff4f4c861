package io.github.schemacompat.soundness;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists as SQL writes them. */
final class Lists {
    private Lists() {}

    static String of(List<ReleasedColumn> columns, Function<ReleasedColumn, String> written) {
        return columns.stream().map(written).collect(Collectors.joining(", "));
    }

    static String names(Vocabulary words, List<ReleasedColumn> columns) {
        return of(columns, column -> words.quote(column.name()));
    }
}
