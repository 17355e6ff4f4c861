package io.github.schemacompat.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** How all JSON of the reports is laid out: the same bytes everywhere. */
final class Json {
    private Json() {}

    static JsonWriter pretty(Writer to) {
        JsonWriter json = new JsonWriter(to);
        json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        return json;
    }

    static void strings(String name, List<String> values, JsonWriter json) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }

    /** What a report says of the run as a whole, before what it found. */
    static void head(int format, Tool tool, Outcome outcome, List<Problem> problems, JsonWriter json)
            throws IOException {
        json.name("format").value(format);
        json.name("tool").beginObject();
        json.name("name").value(tool.name());
        json.name("version").value(tool.version());
        json.endObject();
        json.name("outcome").value(outcome.id());
        json.name("problems").beginArray();
        for (Problem problem : problems) {
            json.beginObject();
            json.name("code").value(problem.code());
            json.name("message").value(problem.message());
            json.name("file").value(problem.file());
            json.name("line").value(problem.line());
            json.endObject();
        }
        json.endArray();
    }

    static void findings(String name, List<Finding> findings, JsonWriter json) throws IOException {
        json.name(name).beginArray();
        for (Finding finding : findings) {
            FindingJson.write(finding, json);
        }
        json.endArray();
    }
}
