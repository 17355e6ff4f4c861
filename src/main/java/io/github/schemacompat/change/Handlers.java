package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What handlers take away: CATCH, EXCEPTION WHEN, DECLARE … HANDLER. They run only after an error, which nobody can tell, so
 * that the schema is taken to be as the body leaves it; what would break old tables all the same has to be told.
 */
final class Handlers {
    private final Schema start;
    private final Lookup lookup;
    private final Folding folding;
    private final Reading reading;

    /** @param start the schema before the scripts: what they made themselves they may take away again */
    Handlers(Schema start, Lookup lookup, Folding folding, Reading reading) {
        this.start = start;
        this.lookup = lookup;
        this.folding = folding;
        this.reading = reading;
    }

    /** The operations that take tables, views or columns away that were there before. */
    List<Operation> destroying(List<Operation> handlers) {
        List<Operation> found = new ArrayList<>();
        for (Operation operation : handlers) {
            if (touched(operation).anyMatch(this::wasThere)) {
                found.add(operation);
            } else {
                found.addAll(destroying(inside(operation)));
            }
        }
        return found;
    }

    private List<Operation> inside(Operation operation) {
        if (operation instanceof Operation.Conditional conditional) {
            return Stream.concat(conditional.then().stream(), conditional.otherwise().stream())
                    .toList();
        }
        if (operation instanceof Operation.Loop loop) {
            return loop.body();
        }
        if (operation instanceof Operation.Block block) {
            return Stream.concat(block.body().stream(), block.handlers().stream())
                    .toList();
        }
        return operation instanceof Operation.Execute execute ? executed(execute) : List.of();
    }

    private List<Operation> executed(Operation.Execute execute) {
        List<Operation> operations = new ArrayList<>();
        for (FoldedText text : folding.fold(execute.text(), execute.span()).any()) {
            Iterator<Statement> statements = text.complete()
                    ? reading.statements(text.span())
                    : List.<Statement>of().iterator();
            while (statements.hasNext()) {
                operations.addAll(reading.read(statements.next()));
            }
        }
        return operations;
    }

    private static Stream<QualifiedName> touched(Operation operation) {
        if (operation instanceof Operation.DropObject drop) {
            return Stream.of(drop.name());
        }
        if (operation instanceof Operation.RenameObject rename) {
            return Stream.of(rename.table() == null ? rename.from() : rename.table());
        }
        if (operation instanceof Operation.Truncate truncate) {
            return truncate.tables().stream();
        }
        boolean alters = operation instanceof Operation.AlterTable alter
                && alter.actions().stream().anyMatch(Handlers::takesAway);
        return alters ? Stream.of(((Operation.AlterTable) operation).name()) : Stream.empty();
    }

    private static boolean takesAway(TableAction action) {
        return action instanceof TableAction.DropColumn
                || action instanceof TableAction.RenameColumn
                || action instanceof TableAction.RenameTable
                || action instanceof TableAction.SetSchema
                || action instanceof TableAction.RedefineColumn
                || action instanceof TableAction.AlterColumn;
    }

    private boolean wasThere(QualifiedName name) {
        ObjectPath path = lookup.relation(name);
        return path != null
                && (start.tables().containsKey(path.owner()) || start.views().containsKey(path.owner()));
    }
}
