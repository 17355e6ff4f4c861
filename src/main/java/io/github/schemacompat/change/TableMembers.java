package io.github.schemacompat.change;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds besides its columns, each under the name it goes by. Some engines make up names that end in a
 * number which no script can know; here such a name begins as the engine has it and ends in a number of our own.
 */
final class TableMembers {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Fa-f]{8,16}");

    private TableMembers() {}

    /**
     * @param kind OTHER for a default, whose element is its column
     * @param name the name it goes by
     * @param unnamed the beginning of its name if the engine made that up, or null
     * @param definition what a catalog shows of it, roughly: column names and conditions as they are written
     */
    record Member(
            ObjectKind kind,
            SchemaElement element,
            String name,
            @Nullable String unnamed,
            List<String> columns,
            String definition) {}

    /** Everything but the triggers, in the order of the model. */
    static List<Member> of(Table table) {
        List<Member> members = new ArrayList<>();
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            String definition = "PRIMARY KEY " + list(primaryKey.columns());
            add(
                    members,
                    table,
                    ObjectKind.PRIMARY_KEY,
                    primaryKey,
                    primaryKey.name(),
                    primaryKey.columns(),
                    definition);
        }
        for (UniqueKey each : table.uniqueKeys()) {
            String definition = "UNIQUE " + list(each.columns());
            add(members, table, ObjectKind.UNIQUE, each, each.name(), each.columns(), definition);
        }
        for (ForeignKey each : table.foreignKeys()) {
            String definition = "FOREIGN KEY " + list(each.columns()) + " REFERENCES " + each.references()
                    + list(each.referencedColumns());
            add(members, table, ObjectKind.FOREIGN_KEY, each, each.name(), each.columns(), definition);
        }
        for (Check each : table.checks()) {
            String definition = (each.exclusion() ? "EXCLUDE " : "CHECK ") + "(" + each.expression() + ")";
            add(members, table, each.kind(), each, each.name(), each.columns(), definition);
        }
        for (Column each : table.columns()) {
            String value = each.defaultValue();
            if (value != null) {
                add(
                        members,
                        table,
                        ObjectKind.OTHER,
                        each,
                        each.defaultName(),
                        List.of(each.name()),
                        "(" + value + ")");
            }
        }
        for (Index each : table.indexes()) {
            List<String> columns =
                    each.columns().stream().map(Expressions::plain).toList();
            add(members, table, ObjectKind.INDEX, each, each.name(), columns, list(columns));
        }
        return members;
    }

    private static String list(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    private static void add(
            List<Member> members,
            Table table,
            ObjectKind kind,
            SchemaElement element,
            @Nullable String name,
            List<String> columns,
            String definition) {
        String beginning = name == null ? beginning(kind, table, columns) : null;
        String shown = name == null ? beginning + number(columns + definition) : name;
        members.add(new Member(kind, element, shown, beginning, columns, definition));
    }

    /** As SQL Server has it: {@code DF__Orders__Total__}, {@code PK__Orders__}. */
    private static String beginning(ObjectKind kind, Table table, List<String> columns) {
        String label = switch (kind) {
            case PRIMARY_KEY -> "PK";
            case UNIQUE -> "UQ";
            case FOREIGN_KEY -> "FK";
            case CHECK -> "CK";
            default -> "DF";
        };
        boolean key = kind == ObjectKind.PRIMARY_KEY || kind == ObjectKind.UNIQUE;
        String start = label + "__" + cut(table.name().name(), key ? 8 : 9) + "__";
        return key || columns.size() != 1 ? start : start + cut(columns.get(0), 5) + "__";
    }

    private static String cut(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    private static String number(String text) {
        return String.format(Locale.ROOT, "%08X", text.hashCode());
    }

    /** The one that the engine named: by our number, or by any other number where the beginning tells which it is. */
    static @Nullable Member unnamed(Table table, String name) {
        List<Member> possible = new ArrayList<>();
        for (Member member : of(table)) {
            String beginning = member.unnamed();
            if (beginning != null && member.name().equalsIgnoreCase(name)) {
                return member;
            }
            boolean numbered = beginning != null
                    && name.regionMatches(true, 0, beginning, 0, beginning.length())
                    && NUMBER.matcher(name.substring(beginning.length())).matches();
            if (numbered) {
                possible.add(member);
            }
        }
        return possible.size() == 1 ? possible.get(0) : null;
    }
}
