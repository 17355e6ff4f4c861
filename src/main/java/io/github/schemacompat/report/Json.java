package io.github.schemacompat.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
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
}
