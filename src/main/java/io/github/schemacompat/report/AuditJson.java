package io.github.schemacompat.report;

import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * {@code audit.json}: everything, for other programs. The format only grows. Reasons in the matrix and in the steps are
 * indices of the history's {@code breaks}; a cell names the first {@value #MOST_REASONS} of many.
 */
final class AuditJson implements AuditReport {
    private static final int FORMAT = 1;
    private static final int MOST_REASONS = 10;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String fileName() {
        return "audit.json";
    }

    @Override
    public void write(AuditResult result, Tool tool, Writer to) throws IOException {
        JsonWriter json = Json.pretty(to);
        json.beginObject();
        Json.head(FORMAT, tool, result.outcome(), result.problems(), json);
        json.name("histories").beginArray();
        for (AuditedHistory history : result.histories()) {
            write(history, json);
        }
        json.endArray();
        Json.findings("findings", result.findings(), json);
        json.endObject();
        json.flush();
        to.write("\n");
    }

    private static void write(AuditedHistory history, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("name").value(history.name());
        json.name("dialect").value(history.dialect());
        json.name("layout").value(history.layout());
        json.name("baseline").value(history.baseline());
        Json.strings("detected", history.detected(), json);
        json.name("releases").beginArray();
        for (AuditedHistory.AuditedRelease release : history.releases()) {
            json.beginObject();
            json.name("name").value(release.name());
            json.name("database")
                    .value(history.databases().get(release.database()).name());
            json.name("supported").value(release.supported());
            json.name("built").value(release.built());
            json.endObject();
        }
        json.endArray();
        json.name("databases").beginArray();
        for (AuditedHistory.Database database : history.databases()) {
            json.beginObject();
            json.name("name").value(database.name());
            json.name("afterScript").value(database.afterScript());
            json.name("phase").value(database.phase());
            json.endObject();
        }
        json.endArray();
        matrix(history, json);
        Json.findings("breaks", history.breaks(), json);
        json.name("steps").beginArray();
        for (AuditedHistory.Step step : history.steps()) {
            json.beginObject();
            json.name("from").value(step.from());
            json.name("to").value(step.to());
            json.name("rollback").value(step.rollback());
            json.name("because").value(step.script());
            json.name("reason").value(step.finding());
            json.endObject();
        }
        json.endArray();
        registers(history, json);
        json.endObject();
    }

    private static void matrix(AuditedHistory history, JsonWriter json) throws IOException {
        AuditedHistory.Verdict[][] matrix = history.matrix();
        json.name("matrix").beginArray();
        for (int release = 0; release < matrix.length; release++) {
            List<AuditedHistory.Reason> ofRelease = history.reasonsOf(release);
            for (int database = 0; database < matrix[release].length; database++) {
                AuditedHistory.Verdict verdict = matrix[release][database];
                int at = database;
                List<AuditedHistory.Reason> reasons = ofRelease.stream()
                        .filter(reason -> reason.from() <= at && at <= reason.to())
                        .toList();
                json.beginObject();
                json.name("application").value(history.releases().get(release).name());
                json.name("database").value(history.databases().get(database).name());
                json.name("runs").value(verdict != AuditedHistory.Verdict.BREAKS);
                json.name("verdict").value(verdict.name().toLowerCase(Locale.ROOT));
                json.name("reasons").beginArray();
                for (AuditedHistory.Reason reason : reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))) {
                    json.value(reason.finding());
                }
                json.endArray();
                json.name("reasonCount").value(reasons.size());
                json.endObject();
            }
        }
        json.endArray();
    }

    private static void registers(AuditedHistory history, JsonWriter json) throws IOException {
        json.name("deprecated").beginArray();
        for (AuditedHistory.DeprecatedObject object : history.deprecated()) {
            json.beginObject();
            json.name("object").value(object.object());
            json.name("kind").value(object.kind());
            json.name("since").value(object.since());
            json.name("because").value(object.because());
            json.name("canGoFrom").value(object.canGoFrom());
            json.name("afterReleases").value(object.after());
            json.name("goneIn").value(object.goneIn());
            json.name("overdue").value(object.overdue());
            json.endObject();
        }
        json.endArray();
        json.name("suppressions").beginArray();
        for (AuditedHistory.Accepted accepted : history.suppressions()) {
            json.beginObject();
            Json.strings("rules", accepted.rules(), json);
            json.name("on").value(accepted.target());
            json.name("because").value(accepted.because());
            json.name("until").value(accepted.until());
            json.name("state").value(accepted.state());
            json.name("file").value(accepted.file());
            json.name("line").value(accepted.line());
            json.endObject();
        }
        json.endArray();
        json.name("scripts").beginArray();
        for (AuditedHistory.Script script : history.scripts()) {
            json.beginObject();
            json.name("path").value(script.path());
            json.name("release").value(script.release());
            json.name("sha256").value(script.sha256());
            json.name("unchanged").value(script.unchanged());
            json.name("note").value(script.note());
            json.endObject();
        }
        json.endArray();
        json.name("changes").beginArray();
        for (AuditedHistory.AuditedRelease release : history.releases()) {
            json.beginObject();
            json.name("release").value(release.name());
            Json.strings("changes", release.changes(), json);
            json.endObject();
        }
        json.endArray();
        json.name("reading").beginObject();
        ReadingFigures all = ReadingFigures.NONE;
        for (AuditedHistory.AuditedRelease release : history.releases()) {
            all = all.plus(release.figures());
        }
        json.name("statements").value(all.statements());
        json.name("schema").value(all.schema());
        json.name("queries").value(all.queries());
        json.name("notUnderstood").value(all.notUnderstood());
        json.name("readByJSqlParser").value(all.readByJSqlParser());
        json.name("problems").beginArray();
        for (AuditedHistory.AuditedRelease release : history.releases()) {
            for (String problem : release.notUnderstood()) {
                json.value(problem);
            }
        }
        json.endArray();
        json.endObject();
    }
}
