package io.github.schemacompat.check;

import io.github.schemacompat.release.ReleaseSelection;
import io.github.schemacompat.rule.EditPolicy;
import io.github.schemacompat.rule.RulePolicy;
import io.github.schemacompat.rule.Rules;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.rule.UnknownRuleException;
import io.github.schemacompat.script.FlywaySettings;
import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptOrder;
import io.github.schemacompat.script.ScriptReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about all histories, understood.
 *
 * @param reader how bytes become text
 * @param phases tells pre from post
 * @param order as configured, or null
 * @param selection which releases are wanted
 * @param twice which scripts are read a second time
 * @param policy what the project decided about the rules
 * @param failOn the severity from which the build fails; OFF for never
 * @param today the day of the check
 */
record Settings(
        ScriptReader reader,
        PhasePatterns phases,
        @Nullable ScriptOrder order,
        ReleaseSelection selection,
        ReadTwice twice,
        RulePolicy policy,
        Severity failOn,
        LocalDate today) {
    static Settings of(CheckRequest request) throws CannotCheckException {
        return new Settings(
                new ScriptReader(charset(request.encoding())),
                PhasePatterns.of(request.preScripts(), request.postScripts()),
                order(request.order()),
                new ReleaseSelection(
                        request.release(), request.window(), request.supported(), request.rollbackTargets()),
                ReadTwice.of(request.secondReading()),
                policy(request),
                failOn(request.failOn()),
                request.today());
    }

    /** The same, but for other releases. */
    Settings withSelection(ReleaseSelection value) {
        return new Settings(reader, phases, order, value, twice, policy, failOn, today);
    }

    /** How bytes become text; what Flyway is told counts where the project says nothing to us. */
    ScriptReader reader(CheckRequest request, FlywaySettings flyway) throws CannotCheckException {
        String encoding = flyway.encoding();
        return encoding == null || !request.encoding().equals(CheckRequest.ENCODING)
                ? reader
                : new ScriptReader(charset(encoding));
    }

    /** Whether findings of this severity fail the build. */
    boolean fails(Severity severity) {
        return failOn != Severity.OFF && severity.atLeast(failOn);
    }

    private static Charset charset(String name) throws CannotCheckException {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong("encoding", "there is no charset '" + name + "'", "Use a name that Java knows, such as UTF-8.");
        }
    }

    private static @Nullable ScriptOrder order(@Nullable String id) throws CannotCheckException {
        if (id == null) {
            return null;
        }
        Optional<ScriptOrder> order = ScriptOrder.byId(id);
        if (order.isEmpty()) {
            throw wrong("order", "there is no order '" + id + "'", "Use version or name.");
        }
        return order.get();
    }

    private static RulePolicy policy(CheckRequest request) throws CannotCheckException {
        RulePolicy policy = RulePolicy.DEFAULT
                .withRoutineEdits(edits("routineEdits", request.routineEdits()))
                .withViewEdits(edits("viewEdits", request.viewEdits()));
        String versionedName = request.versionedName();
        if (versionedName != null) {
            policy = policy.withVersionedName(versionedName(versionedName));
        }
        if (request.ignoredObjects() != null) {
            policy = policy.withIgnoredObjects(request.ignoredObjects());
        }
        try {
            return policy.withSeverities(severities(request.severities()));
        } catch (UnknownRuleException e) {
            throw wrong("severities", e.getMessage(), "The goal explain lists all rules.");
        }
    }

    private static EditPolicy edits(String parameter, String id) throws CannotCheckException {
        Optional<EditPolicy> policy = EditPolicy.byId(id);
        if (policy.isEmpty()) {
            throw wrong(parameter, "there is no policy '" + id + "'", "Use versioned, compatible or free.");
        }
        return policy.get();
    }

    private static Pattern versionedName(String regex) throws CannotCheckException {
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw wrong(
                    "versionedName",
                    "'" + regex + "' is no regular expression: " + e.getDescription() + " at character "
                            + (e.getIndex() + 1),
                    "Correct it; the default is " + RulePolicy.VERSIONED_NAME + ".");
        }
        if (!regex.contains("(?<base>") || !regex.contains("(?<version>")) {
            throw wrong(
                    "versionedName",
                    "'" + regex + "' lacks the group base or version",
                    "Write them as in the default, " + RulePolicy.VERSIONED_NAME + ".");
        }
        return pattern;
    }

    private static Map<String, Severity> severities(Map<String, String> configured) throws CannotCheckException {
        Map<String, Severity> severities = new TreeMap<>();
        for (Map.Entry<String, String> entry : configured.entrySet()) {
            Optional<Severity> severity = Severity.byId(entry.getValue());
            if (severity.isEmpty()) {
                throw wrong(
                        "severities",
                        entry.getKey() + " can't be '" + entry.getValue() + "'",
                        "Use error, warning, info or off.");
            }
            String rule = entry.getKey().strip();
            if (Rules.READING.contains(rule) && !severity.get().atLeast(Severity.WARNING)) {
                throw wrong(
                        "severities",
                        rule + " can't be '" + entry.getValue() + "', because what can't be read is never silent",
                        "Use error or warning; a single script is accepted in the file of the parameter accepted.");
            }
            severities.put(rule, severity.get());
        }
        return severities;
    }

    private static Severity failOn(String id) throws CannotCheckException {
        return switch (id.strip()) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            case "never" -> Severity.OFF;
            default -> throw wrong("failOn", "'" + id + "' is not known", "Use error, warning or never.");
        };
    }

    static CannotCheckException wrong(String parameter, @Nullable String problem, String remedy) {
        return new CannotCheckException(
                "invalid-parameter", "Parameter " + parameter + ": " + problem, null, null, remedy, null);
    }

    /** Words of a list for a message. */
    static String words(java.util.stream.Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(", "));
    }
}
