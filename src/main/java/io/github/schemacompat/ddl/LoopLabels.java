package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MySQL's LEAVE names what it leaves: a loop, behind which the body goes on, or the body's own block. */
final class LoopLabels {
    private static final Pattern LABEL = Pattern.compile("\\s*`?([^\\s`:]+)`?\\s*:[^=:].*", Pattern.DOTALL);

    /** The loop's operations, in which leaving the loop itself is no {@link Operation.Leave}. */
    List<Operation> withoutOwnLeave(Statement.Loop loop, List<Operation> body) {
        Matcher label = LABEL.matcher(loop.span().text());
        if (!label.matches()) {
            return body;
        }
        return without("leave " + label.group(1).toLowerCase(Locale.ROOT), body);
    }

    private List<Operation> without(String leave, List<Operation> operations) {
        List<Operation> kept = new ArrayList<>();
        for (Operation operation : operations) {
            kept.add(without(leave, operation));
        }
        return kept;
    }

    private Operation without(String leave, Operation operation) {
        if (operation instanceof Operation.Leave left) {
            String text = left.span()
                    .text()
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s+", " ")
                    .replace("`", "");
            return text.equals(leave) ? new Operation.NoSchemaEffect(left.span(), "loop control") : operation;
        }
        if (operation instanceof Operation.Conditional branch) {
            return new Operation.Conditional(
                    branch.span(), branch.guard(), without(leave, branch.then()), without(leave, branch.otherwise()));
        }
        if (operation instanceof Operation.Block block) {
            return new Operation.Block(block.span(), without(leave, block.body()), without(leave, block.handlers()));
        }
        if (operation instanceof Operation.Loop inner) {
            return new Operation.Loop(inner.span(), inner.header(), inner.rows(), without(leave, inner.body()));
        }
        return operation;
    }
}
