package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** SQL that is put together when it runs, where what it says is known; where it isn't, whether it may change the schema. */
final class DynamicSql {
    /** Beginnings of statements that change no schema, whatever follows. */
    private static final Set<String> HARMLESS_HEADS = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "set",
            "print",
            "with",
            "values",
            "raiserror",
            "throw",
            "analyze",
            "vacuum",
            "lock",
            "notify",
            "kill",
            "dbcc",
            "grant",
            "revoke",
            "deny",
            "use",
            "declare");

    /** Beginnings that say that the rest is about users and what they may do, or about the database as a whole. */
    private static final Pattern BESIDE_THE_SCHEMA = Pattern.compile("(create|alter|drop)\\s+(role|user|login)\\s"
            + "|alter\\s+database\\s"
            + "|alter\\s+default\\s+privileges\\s"
            + "|alter\\s+[a-z ]+\\s+[^\\s;(]+(\\s*\\([^;()]*\\))?\\s+owner\\s+to\\s");

    private final Workspace workspace;
    private final Journal journal;
    private final Variables variables;
    private final Folding folding;
    private final Reading reading;
    private final CallStack running;
    private final ControlFlow flow;

    DynamicSql(
            ReplayParts parts,
            Variables variables,
            Folding folding,
            Reading reading,
            CallStack running,
            ControlFlow flow) {
        this.workspace = parts.workspace();
        this.journal = parts.journal();
        this.variables = variables;
        this.folding = folding;
        this.reading = reading;
        this.running = running;
        this.flow = flow;
    }

    void execute(Operation.Execute operation) {
        execute(folding.fold(operation.text(), operation.span()), operation);
    }

    void prepare(Operation.Prepare operation) {
        variables.prepare(operation.name(), folding.fold(operation.text(), operation.span()));
    }

    void executePrepared(Operation.ExecutePrepared operation) {
        FoldedTexts prepared = variables.prepared(operation.name());
        execute(prepared == null ? FoldedTexts.unknown(operation.span()) : prepared, operation);
    }

    private void execute(FoldedTexts texts, Operation operation) {
        FoldedText single = texts.single();
        if (single != null) {
            execute(single, operation);
            return;
        }
        for (FoldedText each : texts.any()) {
            flow.maybe(() -> execute(each, operation));
        }
    }

    /** NULL is nothing to run. */
    private void execute(FoldedText folded, Operation operation) {
        FoldedText text = folded.complete() ? folded : ComputedNumbering.left(folded);
        if (!text.complete()) {
            if (maybeDdl(text.text())) {
                journal.dynamicSql(
                        operation.span(),
                        "SQL that is put together when it runs may change the schema: " + Quote.of(text.text()));
            }
            return;
        }
        if (text.text().isBlank() || running.isFull()) {
            return;
        }
        running.within("", () -> {
            Iterator<Statement> statements = reading.statements(text.span());
            while (statements.hasNext()) {
                flow.apply(reading.read(statements.next()));
            }
        });
    }

    void executeForEachTable(Operation.ExecuteForEachTable operation) {
        FoldedText text = folding.fold(operation.text(), operation.span()).single();
        if (text == null || !text.complete()) {
            journal.dynamicSql(operation.span(), "SQL that is put together when it runs is run for every table");
            return;
        }
        for (Table table : List.copyOf(workspace.tables().values())) {
            QualifiedName name = table.name();
            String schema = name.schema();
            String quoted = (schema == null ? "" : quoted(schema) + ".") + quoted(name.name());
            String command = text.text().replace(operation.placeholder(), quoted);
            execute(FoldedText.at(operation.span(), command, true), operation);
        }
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    private static boolean maybeDdl(String known) {
        String text = known.strip().toLowerCase(Locale.ROOT);
        return !HARMLESS_HEADS.contains(text.split("\\W", 2)[0])
                && !BESIDE_THE_SCHEMA.matcher(text).lookingAt();
    }
}
