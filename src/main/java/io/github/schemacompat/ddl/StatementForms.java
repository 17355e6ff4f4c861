package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.TokenCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The closed world of a dialect: every form of statement that it has, by its first words. */
final class StatementForms {
    private static final int MOST_WORDS = 5;

    private final Map<String, StatementForm> forms = new HashMap<>();

    /** @param heads the first words of the form in lower case; several heads are separated by {@code |} */
    StatementForms on(String heads, StatementForm form) {
        for (String head : heads.split("\\|")) {
            if (head.strip().split(" ").length > MOST_WORDS) {
                throw new IllegalStateException("no reader would be found by " + head);
            }
            StatementForm before = forms.put(head.strip(), form);
            if (before != null) {
                throw new IllegalStateException("two readers for " + head);
            }
        }
        return this;
    }

    StatementForms withoutEffect(String reason, String heads) {
        return on(heads, StatementForm.withoutEffect(reason));
    }

    /**
     * Reads by the longest head that fits.
     *
     * @throws Expected if none fits
     */
    List<Operation> read(TokenCursor cursor) {
        String[] heads = new String[MOST_WORDS];
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < MOST_WORDS; i++) {
            words.append(i == 0 ? "" : " ").append(cursor.peek(i).text().toLowerCase(Locale.ROOT));
            heads[i] = words.toString();
        }
        for (int i = MOST_WORDS - 1; i >= 0; i--) {
            StatementForm form = forms.get(heads[i]);
            if (form != null) {
                return form.read(cursor);
            }
        }
        throw Expected.at(cursor, "the beginning of a statement");
    }
}
