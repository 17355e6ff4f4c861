package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Fragment;
import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.script.Precondition;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks of the schema what a script's precondition asks of the database. */
final class Preconditions {
    private final Dialect dialect;
    private final Guards guards;
    private final Reading reading;

    Preconditions(Dialect dialect, Guards guards, Reading reading) {
        this.dialect = dialect;
        this.guards = guards;
        this.reading = reading;
    }

    /** Whether it holds, or null where the schema can't tell. */
    @Nullable
    Boolean holds(Precondition precondition) {
        return guards.answer(guard(precondition.condition(), precondition.span()));
    }

    private Guard guard(Precondition.Condition condition, Span span) {
        if (condition instanceof Precondition.All all) {
            return new Guard.And(guards(all.parts(), span));
        }
        if (condition instanceof Precondition.Any any) {
            return new Guard.Or(guards(any.parts(), span));
        }
        if (condition instanceof Precondition.Not not) {
            return new Guard.Not(guard(not.part(), span));
        }
        if (condition instanceof Precondition.Known known) {
            return new Guard.Constant(known.holds());
        }
        if (condition instanceof Precondition.Exists exists) {
            return exists(exists);
        }
        if (condition instanceof Precondition.ExistsOver exists) {
            String schema = exists.schema() == null ? null : catalogName(exists.schema());
            return new Guard.HasOver(
                    exists.thing() == Precondition.Thing.INDEX ? ObjectKind.INDEX : ObjectKind.UNIQUE,
                    new QualifiedName(schema, catalogName(exists.table())),
                    exists.columns().stream().map(this::catalogName).toList());
        }
        if (condition instanceof Precondition.Gives gives) {
            return gives(gives, span);
        }
        return new Guard.Unknown(condition.words(), null);
    }

    private List<Guard> guards(List<Precondition.Condition> parts, Span span) {
        return parts.stream().map(part -> guard(part, span)).toList();
    }

    private Guard exists(Precondition.Exists asked) {
        ObjectKind kind = switch (asked.thing()) {
            case TABLE -> ObjectKind.TABLE;
            case VIEW -> ObjectKind.VIEW;
            case SEQUENCE -> ObjectKind.SEQUENCE;
            case COLUMN -> ObjectKind.COLUMN;
            case INDEX -> ObjectKind.INDEX;
            case PRIMARY_KEY -> ObjectKind.PRIMARY_KEY;
            case FOREIGN_KEY -> ObjectKind.FOREIGN_KEY;
            case UNIQUE -> ObjectKind.UNIQUE;
        };
        String schema = asked.schema() == null ? null : catalogName(asked.schema());
        QualifiedName table = asked.table() == null ? null : new QualifiedName(schema, catalogName(asked.table()));
        String name = asked.name() == null ? null : catalogName(asked.name());
        if (name == null && table != null) {
            return new Guard.HasAny(kind, table);
        }
        if (name == null) {
            return new Guard.Unknown(asked.words(), null);
        }
        return switch (kind) {
            case TABLE, VIEW, SEQUENCE -> new Guard.ObjectExists(List.of(kind), new QualifiedName(schema, name));
            default -> new Guard.MemberExists(List.of(kind), table, name);
        };
    }

    /** A name as Liquibase writes it in SQL: it quotes those of upper and lower case in PostgreSQL. */
    private String catalogName(String written) {
        boolean mixed =
                !written.equals(written.toLowerCase(Locale.ROOT)) && !written.equals(written.toUpperCase(Locale.ROOT));
        return dialect.catalogName(written, mixed && Engine.of(dialect) == Engine.POSTGRESQL);
    }

    private Guard gives(Precondition.Gives asked, Span span) {
        String expected = asked.expected();
        String value = expected.matches("-?\\d+") ? expected : "'" + expected.replace("'", "''") + "'";
        String query = asked.sql().strip().replaceAll("[;\\s]+$", "");
        SourceText text = SourceText.within(span.source(), "(" + query + ") = " + value, span.start());
        return reading.guard(new Fragment(text, new Lexer(dialect).tokens(text.whole())));
    }
}
