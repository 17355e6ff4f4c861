package io.github.schemacompat.maven;

import io.github.schemacompat.check.HistoryRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code <history>} of the configuration; Maven fills the fields. */
public final class History {
    private String name = "";
    private @Nullable List<String> scripts;
    private @Nullable String layout;
    private @Nullable String dialect;
    private @Nullable String defaultSchema;
    private @Nullable String identifierCase;
    private @Nullable List<String> baseline;

    HistoryRequest request() {
        return new HistoryRequest(name, scripts, layout, dialect, defaultSchema, baseline, identifierCase);
    }
}
