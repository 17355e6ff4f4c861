package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code nextval('…')} in defaults: PostgreSQL knows the sequence by its identity, so that it follows a rename. */
final class SequenceCalls {
    private static final Pattern CALL = Pattern.compile("(?<=nextval\\(')(?:[^']|'')*(?=')");
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^.\"]+");

    private final Dialect dialect;
    private final Names names;

    SequenceCalls(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    /** The default of a serial column. */
    String nextOf(String sequenceKey) {
        return "nextval('" + literal(sequenceKey) + "'::regclass)";
    }

    boolean draw(@Nullable String defaultValue, String sequenceKey) {
        if (defaultValue == null) {
            return false;
        }
        Matcher call = CALL.matcher(defaultValue);
        return call.find() && means(call.group(), sequenceKey);
    }

    /** The default once the sequence has another name. */
    String renamed(String defaultValue, String from, String to) {
        return CALL.matcher(defaultValue)
                .replaceAll(call -> Matcher.quoteReplacement(means(call.group(), from) ? literal(to) : call.group()));
    }

    private String literal(String key) {
        String written = Workspace.isTemporary(key) ? key : dialect.quote(QualifiedName.parse(key));
        return written.replace("'", "''");
    }

    private boolean means(String literal, String key) {
        if (literal.equals(literal(key))) {
            return true;
        }
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(literal.replace("''", "'"));
        while (part.find()) {
            String quoted = part.group(1);
            parts.add(quoted == null ? dialect.catalogName(part.group(), false) : quoted.replace("\"\"", "\""));
        }
        int last = parts.size() - 1;
        return last >= 0
                && names.candidates(new QualifiedName(last > 0 ? parts.get(last - 1) : null, parts.get(last)))
                        .contains(key);
    }
}
