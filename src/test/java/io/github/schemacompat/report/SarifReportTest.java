package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SARIF is what its schema says. */
class SarifReportTest {
    private static final String SQL = "ALTER TABLE t\n  DROP COLUMN \"b c\"";

    private static List<Error> validate(String sarif) throws IOException {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(in).as("the schema of SARIF").isNotNull();
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(sarif, InputFormat.JSON);
        }
    }

    private static CheckResult several() {
        return Results.failed(List.of(
                Results.finding(SQL, "DROP COLUMN \"b c\"", "t.b c"),
                Results.finding(Severity.WARNING, SQL, "ALTER", "t", null),
                Results.finding(Severity.INFO, SQL, "ALTER", "t", "reviewed <by> \"all\"")));
    }

    private static JsonObject run(CheckResult result) {
        return JsonParser.parseString(Results.written("sarif", result))
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void whatIsWrittenIsValid() throws IOException {
        assertThat(validate(Results.written("sarif", several()))).isEmpty();
        assertThat(validate(Results.written("sarif", Results.failed(List.of()))))
                .isEmpty();
        assertThat(validate(Results.written("sarif", Results.notChecked()))).isEmpty();
    }

    @Test
    void theSchemaWouldTellWhatIsMissing() throws IOException {
        JsonObject sarif =
                JsonParser.parseString(Results.written("sarif", several())).getAsJsonObject();
        sarif.getAsJsonArray("runs").get(0).getAsJsonObject().remove("tool");
        assertThat(validate(sarif.toString())).isNotEmpty();
    }

    @Test
    void regionsAreExactAndFilesAreThoseOfTheRepository() {
        JsonObject first = run(several()).getAsJsonArray("results").get(0).getAsJsonObject();
        JsonObject physical =
                first.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
        assertThat(physical.getAsJsonObject("artifactLocation").get("uri").getAsString())
                .isEqualTo("services/orders/db/V2__x.sql");
        // one-based; the end is the column behind the last character
        assertThat(physical.getAsJsonObject("region"))
                .hasToString("{\"startLine\":2,\"startColumn\":3,\"endLine\":2,\"endColumn\":20}");
        assertThat(first.getAsJsonObject("partialFingerprints")).hasToString("{\"schemaCompat/v1\":\"f00\"}");
    }

    @Test
    void whatIsAcceptedIsSuppressedForItsReason() {
        JsonObject accepted = run(several()).getAsJsonArray("results").get(2).getAsJsonObject();
        assertThat(accepted.getAsJsonArray("suppressions"))
                .hasToString("[{\"kind\":\"external\",\"justification\":\"reviewed <by> \\\"all\\\"\"}]");
        JsonObject first = run(several()).getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(first.getAsJsonArray("suppressions")).isEmpty();
    }

    @Test
    void eachRuleThatFoundSomethingHasHelp() {
        JsonObject driver = run(several()).getAsJsonObject("tool").getAsJsonObject("driver");
        assertThat(driver.getAsJsonArray("rules")).hasSize(1);
        JsonObject rule = driver.getAsJsonArray("rules").get(0).getAsJsonObject();
        assertThat(rule.get("id").getAsString()).isEqualTo("column-dropped");
        JsonObject help = rule.getAsJsonObject("help");
        assertThat(help.get("text").getAsString()).endsWith("Keep it.");
        assertThat(help.get("markdown").getAsString()).startsWith("# column-dropped\n");
    }

    @Test
    void whatCouldNotBeCheckedIsNoResultButANotification() {
        JsonObject run = run(Results.notChecked());
        assertThat(run.getAsJsonArray("results")).isEmpty();
        JsonObject invocation = run.getAsJsonArray("invocations").get(0).getAsJsonObject();
        assertThat(invocation.get("executionSuccessful").getAsBoolean()).isFalse();
        assertThat(invocation.getAsJsonArray("toolExecutionNotifications")).hasSize(1);
    }

    @Test
    void namesThatAUriCannotHoldAreEncoded() {
        assertThat(UriPath.of("db/V1__größe 100%#1.sql")).isEqualTo("db/V1__gr%C3%B6%C3%9Fe%20100%25%231.sql");
    }
}
