package io.github.schemacompat.report;

import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.rule.Break;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.source.Location;
import java.io.IOException;

/** A finding as an object of {@code findings.json} and {@code audit.json}. */
final class FindingJson {
    private FindingJson() {}

    static void write(Finding finding, JsonWriter json) throws IOException {
        json.beginObject();
        json.name("rule").value(finding.rule().id());
        json.name("family").value(finding.rule().family().id());
        json.name("severity").value(finding.severity().id());
        json.name("history").value(finding.history());
        json.name("object").value(finding.object());
        json.name("kind").value(finding.kind() == null ? null : finding.kind().label());
        json.name("message").value(finding.message());
        json.name("why").value(finding.why());
        json.name("fix").value(finding.fix());
        json.name("breaks").beginArray();
        for (Break broken : finding.breaks()) {
            json.beginObject();
            json.name("release").value(broken.release());
            json.name("readers").value(broken.readers());
            json.name("writers").value(broken.writers());
            json.name("callers").value(broken.callers());
            json.endObject();
        }
        json.endArray();
        json.name("phase").value(finding.phase().id());
        json.name("conditional").value(finding.conditional());
        Location location = finding.location();
        json.name("file").value(location == null ? null : location.file());
        json.name("line").value(location == null ? null : location.start().line());
        json.name("column").value(location == null ? null : location.start().column());
        json.name("endLine").value(location == null ? null : location.end().line());
        json.name("endColumn").value(location == null ? null : location.end().column());
        Json.strings("consequences", finding.consequences(), json);
        Json.strings("related", finding.related(), json);
        json.name("fingerprint").value(finding.fingerprint());
        json.name("allow").value(finding.allow());
        json.name("docs").value(finding.rule().docs());
        json.name("suppressed").value(finding.suppressed());
        json.endObject();
    }
}
