package io.github.schemacompat.audit;

import io.github.schemacompat.directive.Directive;
import io.github.schemacompat.directive.DirectiveReader;
import io.github.schemacompat.directive.ObjectName;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Until;
import io.github.schemacompat.result.AuditedHistory.Accepted;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.source.Position;
import java.util.ArrayList;
import java.util.List;

/** Everything that was accepted for a reason: in scripts, and in the file of reviewed exceptions. */
final class AcceptedRegister {
    private AcceptedRegister() {}

    static List<Accepted> of(AuditInput input, List<Link> links) {
        List<Accepted> accepted = new ArrayList<>();
        DirectiveReader reader = new DirectiveReader(input.dialect());
        for (Link link : links) {
            for (MigrationScript script : link.comparison().added()) {
                for (Directive directive : reader.read(script)) {
                    if (directive instanceof Directive.Allow allow) {
                        accepted.add(accepted(allow, link.built(), input));
                    }
                }
            }
        }
        for (Acceptance each : input.acceptances().accepted()) {
            boolean expired = each.isExpired(input.built(), input.today());
            accepted.add(new Accepted(
                    List.of(each.rule()),
                    each.script(),
                    each.reason(),
                    each.until(),
                    expired ? "expired" : "live",
                    input.acceptances().file(),
                    each.line()));
        }
        return accepted;
    }

    private static Accepted accepted(Directive.Allow allow, boolean isNew, AuditInput input) {
        String until = allow.until();
        boolean expired = until != null
                && Until.of(until)
                        .filter(end -> end.isReached(input.built(), input.today()))
                        .isPresent();
        ObjectName object = allow.object();
        Position position = allow.span().startPosition();
        return new Accepted(
                allow.rules(),
                object == null ? null : object.written(),
                allow.reason(),
                until,
                !isNew ? "past" : expired ? "expired" : "live",
                allow.span().file(),
                position.line());
    }
}
