package io.github.schemacompat.report;

import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** {@code findings.json}: everything, for other programs. The format only grows. */
final class JsonReport implements Report {
    private static final int FORMAT = 1;

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String fileName() {
        return "findings.json";
    }

    @Override
    public void write(CheckResult result, Tool tool, Writer to) throws IOException {
        JsonWriter json = Json.pretty(to);
        json.beginObject();
        Json.head(FORMAT, tool, result.outcome(), result.problems(), json);
        json.name("histories").beginArray();
        for (HistoryResult history : result.histories()) {
            write(history, json);
        }
        json.endArray();
        Json.findings("findings", result.findings(), json);
        json.name("rollback").value(result.rollback());
        json.endObject();
        json.flush();
        to.write("\n");
    }

    private static void write(HistoryResult history, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("name").value(history.name());
        json.name("dialect").value(history.dialect());
        json.name("layout").value(history.layout());
        json.name("baseline").value(history.baseline());
        Json.strings("detected", history.detected(), json);
        Json.strings("releases", history.releases(), json);
        json.name("scripts").beginObject();
        json.name("total").value(history.scripts());
        json.name("new").value(history.newScripts());
        json.endObject();
        ReadingFigures figures = history.figures();
        json.name("statements").beginObject();
        json.name("total").value(figures.statements());
        json.name("schema").value(figures.schema());
        json.name("queries").value(figures.queries());
        json.name("notUnderstood").value(figures.notUnderstood());
        json.name("readByJSqlParser").value(figures.readByJSqlParser());
        json.endObject();
        Json.strings("notJudged", history.unjudged(), json);
        json.name("rollback").beginObject();
        for (Map.Entry<String, String> release : history.rollback().entrySet()) {
            json.name(release.getKey()).value(release.getValue());
        }
        json.endObject();
        json.endObject();
    }
}
