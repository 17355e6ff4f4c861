package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Fragment;
import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out the strings that scripts put together, from variables and from what the catalog would hold. */
final class Folding {
    /** MySQL, as long as no script says USE: then tables are found in whatever database they are asked for. */
    private static final String UNNAMED_DATABASE = "database";

    private static final Pattern FORMAT_FIELD = Pattern.compile("%(?:(\\d{1,3})\\$)?[sIL%]");
    private static final Pattern FORMAT_WIDTH = Pattern.compile("%(?:\\d{1,3}\\$)?[-*\\d]+(?!\\$)");

    private final Dialect dialect;
    private final Names names;
    private final Variables variables;
    private final Guards guards;
    private final Reading reading;
    private final CatalogRows rows;

    Folding(ReplayParts parts, Variables variables, Guards guards, Reading reading, CatalogRows rows) {
        this.dialect = parts.dialect();
        this.names = parts.names();
        this.variables = variables;
        this.guards = guards;
        this.reading = reading;
        this.rows = rows;
    }

    /** @param place where characters are said to stand that stand nowhere themselves */
    FoldedTexts fold(TextExpression expression, Span place) {
        if (expression instanceof TextExpression.Literal literal) {
            return FoldedTexts.of(FoldedText.of(literal.text()));
        }
        if (expression instanceof TextExpression.Null) {
            return FoldedTexts.of(FoldedText.missing(place));
        }
        if (expression instanceof TextExpression.CurrentSchema) {
            String current = names.current();
            return FoldedTexts.of(FoldedText.at(place, current == null ? UNNAMED_DATABASE : current, true));
        }
        if (expression instanceof TextExpression.Variable variable) {
            FoldedTexts value = variables.value(variable.name());
            return value == null ? FoldedTexts.unknown(place) : value;
        }
        if (expression instanceof TextExpression.Concatenation concatenation) {
            return joined(concatenation, place);
        }
        if (expression instanceof TextExpression.QuotedName quoted) {
            return fold(quoted.name(), place)
                    .each(name -> name.complete() && !name.missing()
                            ? FoldedText.at(place, dialect.quote(name.text()), true)
                            : name);
        }
        if (expression instanceof TextExpression.Cased cased) {
            return fold(cased.text(), place).each(text -> text.cased(cased.upper()));
        }
        if (expression instanceof TextExpression.Format format) {
            return format(format, place);
        }
        if (expression instanceof TextExpression.Replaced replaced) {
            return replaced(replaced, place);
        }
        if (expression instanceof TextExpression.Choice choice) {
            Boolean answer = guards.answer(choice.guard());
            if (answer == null) {
                return fold(choice.then(), place).or(fold(choice.otherwise(), place), place);
            }
            return fold(answer ? choice.then() : choice.otherwise(), place);
        }
        if (expression instanceof TextExpression.FirstOf first) {
            return firstOf(first.parts(), place);
        }
        if (expression instanceof TextExpression.PerRow perRow) {
            return perRow(perRow, place);
        }
        if (expression instanceof TextExpression.Each) {
            return FoldedTexts.unknown(place);
        }
        Fragment again = ((TextExpression.Unknown) expression).again();
        Fragment known = again == null ? null : again.with(variables::constant);
        return known == null ? beginning((TextExpression.Unknown) expression, place) : fold(reading.text(known), place);
    }

    private FoldedTexts beginning(TextExpression.Unknown expression, Span place) {
        FoldedTexts unknown = FoldedTexts.unknown(place);
        TextExpression beginning = expression.beginning();
        return beginning == null ? unknown : fold(beginning, place).plus(unknown, place);
    }

    private FoldedTexts joined(TextExpression.Concatenation concatenation, Span place) {
        FoldedText nothing = FoldedText.at(place, "", true);
        FoldedTexts joined = FoldedTexts.of(nothing);
        for (TextExpression part : concatenation.parts()) {
            FoldedTexts next = fold(part, place);
            joined = joined.plus(
                    concatenation.skipsNull() ? next.each(text -> text.missing() ? nothing : text) : next, place);
        }
        return joined;
    }

    private FoldedTexts replaced(TextExpression.Replaced expression, Span place) {
        FoldedText what = fold(expression.what(), place).single();
        FoldedText with = fold(expression.with(), place).single();
        if (what == null || with == null || !what.complete() || !with.complete()) {
            return FoldedTexts.unknown(place);
        }
        return fold(expression.text(), place).each(text -> {
            if (text.missing() || what.missing() || with.missing()) {
                return FoldedText.missing(place);
            }
            String replaced = what.text().isEmpty() ? text.text() : text.text().replace(what.text(), with.text());
            return replaced.equals(text.text()) ? text : FoldedText.at(place, replaced, text.complete());
        });
    }

    /** COALESCE: the first that is not NULL, as far as that can be told. */
    private FoldedTexts firstOf(List<TextExpression> parts, Span place) {
        for (TextExpression part : parts) {
            FoldedTexts value = fold(part, place);
            if (value.any().stream().noneMatch(FoldedText::missing)) {
                return value;
            }
            if (value.single() == null) {
                return FoldedTexts.unknown(place);
            }
        }
        return FoldedTexts.of(FoldedText.missing(place));
    }

    // ---- what the catalog would give

    private FoldedTexts perRow(TextExpression.PerRow expression, Span place) {
        List<CatalogRows.Row> found = rows.of(expression.search());
        if (found == null) {
            return FoldedTexts.unknown(place);
        }
        TextExpression separator = expression.separator();
        FoldedTexts all = FoldedTexts.of(FoldedText.missing(place));
        for (int i = 0; i < found.size(); i++) {
            FoldedTexts value = ofRow(found.get(i), expression.value(), place);
            if (i == 0) {
                all = value;
            } else if (separator == null) {
                all = all.or(value, place);
            } else {
                all = all.plus(fold(separator, place), place).plus(value, place);
            }
        }
        return all;
    }

    private FoldedTexts ofRow(CatalogRows.Row row, TextExpression value, Span place) {
        bind(row, place);
        FoldedTexts folded = fold(value, place);
        variables.forget(TextExpression.PerRow.NAME);
        variables.forget(TextExpression.PerRow.TABLE);
        variables.forget(TextExpression.PerRow.SCHEMA);
        return folded;
    }

    private void bind(CatalogRows.Row row, Span place) {
        variables.assign(TextExpression.PerRow.NAME, FoldedTexts.of(FoldedText.at(place, row.name(), true)));
        variables.assign(
                TextExpression.PerRow.TABLE,
                FoldedTexts.of(FoldedText.at(place, row.table().name(), true)));
        String schema = row.table().schema();
        if (schema != null) {
            variables.assign(TextExpression.PerRow.SCHEMA, FoldedTexts.of(FoldedText.at(place, schema, true)));
        }
    }

    /** The values of an expression for each row that is found, or null if the rows can't be told. */
    @Nullable
    List<FoldedTexts> eachRow(TextExpression value, Span place) {
        Fragment again = value instanceof TextExpression.Unknown unknown ? unknown.again() : null;
        Fragment known = again == null ? null : again.with(variables::constant);
        TextExpression read = known == null ? value : reading.text(known);
        List<TextExpression> written = listed(read);
        if (written != null) {
            return written.stream().map(each -> fold(each, place)).toList();
        }
        if (!(read instanceof TextExpression.PerRow expression)) {
            return null;
        }
        List<CatalogRows.Row> found = rows.of(expression.search());
        return found == null
                ? null
                : found.stream()
                        .map(row -> ofRow(row, expression.value(), place))
                        .toList();
    }

    private @Nullable List<TextExpression> listed(TextExpression value) {
        if (value instanceof TextExpression.Variable variable) {
            return variables.list(variable.name());
        }
        return value instanceof TextExpression.Each each ? each.values() : null;
    }

    // ---- format()

    private FoldedTexts format(TextExpression.Format format, Span place) {
        FoldedText template = fold(format.template(), place).single();
        if (template == null) {
            return FoldedTexts.unknown(place);
        }
        List<TextExpression> arguments = format.arguments();
        int argument = 0;
        FoldedTexts made = FoldedTexts.of(FoldedText.at(place, "", true));
        String text = template.text();
        int from = 0;
        Matcher field = FORMAT_FIELD.matcher(text);
        while (field.find()) {
            char kind = text.charAt(field.end() - 1);
            made = made.plus(FoldedTexts.of(template.part(from, field.start())), place);
            from = field.end();
            if (field.group(1) != null) {
                argument = Integer.parseInt(field.group(1)) - 1;
            }
            if (kind == '%') {
                made = made.plus(FoldedTexts.of(template.part(from - 1, from)), place);
            } else if (argument >= 0 && argument < arguments.size()) {
                TextExpression value = arguments.get(argument++);
                made = made.plus(fold(value, place).each(each -> argument(kind, each, place)), place);
            } else {
                made = made.plus(FoldedTexts.unknown(place), place);
            }
        }
        if (FORMAT_WIDTH.matcher(text).find()) {
            // readable for the server only
            return FoldedTexts.unknown(place);
        }
        return made.plus(FoldedTexts.of(template.part(from, text.length())), place);
    }

    private FoldedText argument(char kind, FoldedText value, Span place) {
        if (!value.complete() || value.missing() || kind == 's') {
            return value;
        }
        String quoted =
                kind == 'I' ? dialect.quote(value.text()) : "'" + value.text().replace("'", "''") + "'";
        return FoldedText.at(place, quoted, true);
    }
}
