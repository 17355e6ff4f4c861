package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.check.SnapshotRequest;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.release.Snapshot;
import io.github.schemacompat.report.Report;
import io.github.schemacompat.report.Reports;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Tool;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a verdict doesn't: every fixture, written in other ways that say the same. */
@Tag("slow")
class InvariantsTest {
    private static final List<Fixture> FIXTURES = Fixture.all();

    /** Lines that are no SQL: they end where the line ends, or a word in another case is another command. */
    private static final Pattern NO_SQL_LINE = Pattern.compile(
            "(?im)^\\s*(?:GO\\b|DELIMITER\\b|[:\\\\@!]|SET\\s+\\w+\\s+(?:ON|OFF)|PROMPT|REM\\b|WHENEVER|--#|COPY\\b|/\\s*$).*");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    /** It has one name in quotes and the same without, and SQL Server keeps the case of what an application sees. */
    private static final String ONE_NAME_QUOTED_AND_NOT = "type-edited/sqlserver-same-ok.sql";

    /** What depends on where a script ends. */
    private static final Set<String> ABOUT_TIME = Set.of("transiently-broken", "briefly-missing");

    @TestFactory
    Stream<DynamicTest> commentsBetweenWordsChangeNothing() {
        return rewritten(InvariantsTest::withComments, ignored -> false);
    }

    @TestFactory
    Stream<DynamicTest> theCaseOfUnquotedWordsChangesNothing() {
        return rewritten(
                InvariantsTest::inUpperCase,
                fixture -> fixture.name().contains("case")
                        || fixture.path().equals(ONE_NAME_QUOTED_AND_NOT)
                        || fixture.dialect().id().equals("mysql"));
    }

    @TestFactory
    Stream<DynamicTest> moreWhiteSpaceChangesNothing() {
        return rewritten(InvariantsTest::withWhiteSpace, ignored -> false);
    }

    /** But for what is wrong with the released scripts themselves, which nobody reads where there is a snapshot. */
    @TestFactory
    Stream<DynamicTest> theReleasedScriptsAndTheirSnapshotAreOneBaseline() {
        return FIXTURES.stream()
                .filter(fixture ->
                        fixture.settings().isEmpty() && !fixture.releases().isEmpty())
                .filter(fixture -> !fixture.name().endsWith("-released"))
                .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> {
                    List<Baseline> snapshots = new ArrayList<>();
                    for (Map.Entry<String, Map<String, String>> release :
                            fixture.releases().entrySet()) {
                        snapshots.add(0, Baseline.snapshot(snapshot(fixture, release.getKey(), release.getValue())));
                    }
                    CheckRequest.Builder request = request(fixture);
                    fixture.scripts().forEach(request::script);
                    snapshots.forEach(request::baseline);
                    assertThat(lines(SchemaCompat.check(request.build())))
                            .isEqualTo(lines(FixtureRun.of(fixture).result()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aReleaseIsCompatibleWithItself() {
        return FIXTURES.stream()
                .filter(fixture -> !fixture.releases().isEmpty())
                .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> {
                    CheckRequest.Builder request = request(fixture);
                    fixture.scripts().forEach(request::script);
                    request.baseline(Baseline.scripts("1.0", fixture.scripts()));
                    CheckResult result = SchemaCompat.check(request.build());
                    assertThat(result.findings())
                            .noneMatch(finding -> finding.rule().family() == Family.COMPAT
                                    || finding.rule().family() == Family.DATA);
                }));
    }

    /** The letters, digits and calendars of the machine's user are not those of SQL. */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
    void theLocaleChangesNothing(String locale) throws CannotCheckException, IOException {
        List<String> usual = reports();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            assertThat(reports()).isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> reports() throws CannotCheckException, IOException {
        List<String> reports = new ArrayList<>();
        for (Fixture fixture : FIXTURES) {
            CheckResult result = FixtureRun.of(fixture).result();
            for (Report format : Reports.ALL) {
                StringWriter written = new StringWriter();
                format.write(result, Tool.running(), written);
                reports.add(written.toString());
            }
        }
        return reports;
    }

    /** Text that is damaged at random is judged or refused, with no exception; -Dinvariants.damages=100 for more of it. */
    @TestFactory
    Stream<DynamicTest> damagedScriptsAreJudgedOrRefused() {
        return FIXTURES.stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> {
                    Random random = new Random(fixture.path().hashCode());
                    for (int i = 0; i < Integer.getInteger("invariants.damages", 4); i++) {
                        long seed = random.nextLong();
                        Fixture damaged = rewritten(fixture, (whole, text) -> damaged(whole, text, new Random(seed)));
                        assertThatCode(() -> checked(damaged))
                                .as(() -> "seed " + seed + " makes of the scripts " + damaged.scripts())
                                .doesNotThrowAnyException();
                    }
                }));
    }

    private static void checked(Fixture fixture) {
        try {
            assertThat(FixtureRun.of(fixture).result().findings())
                    .allMatch(finding -> !finding.message().isEmpty());
        } catch (CannotCheckException refused) {
            assertThat(refused.problemAndRemedy()).isNotEmpty();
        }
    }

    /** A token is lost, doubled, moved or replaced by another one, or the text ends too early. */
    private static String damaged(Fixture fixture, String text, Random random) {
        List<Token> tokens = tokens(fixture, text);
        if (tokens.size() < 2) {
            return text;
        }
        Token one = tokens.get(random.nextInt(tokens.size()));
        Token other = tokens.get(random.nextInt(tokens.size()));
        String before = text.substring(0, one.start());
        String after = text.substring(one.end());
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + one.text() + " " + one.text() + after;
            case 2 -> before + other.text() + after;
            case 3 -> before + one.text().substring(0, random.nextInt(one.text().length() + 1));
            case 4 -> before + other.text() + " " + one.text() + after;
            default -> before + "'\"(".charAt(random.nextInt(3)) + after;
        };
    }

    private static Stream<DynamicTest> rewritten(
            BiFunction<Fixture, String, String> rewriting, Predicate<Fixture> except) {
        return FIXTURES.stream()
                .filter(fixture -> fixture.lines().stream()
                        .noneMatch(line -> NO_SQL_LINE.matcher(line).matches()
                                && !line.strip().equalsIgnoreCase("GO")))
                .filter(fixture -> !except.test(fixture))
                .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> {
                    Fixture other = rewritten(fixture, rewriting);
                    assertThat(lines(FixtureRun.of(other).result()))
                            .isEqualTo(lines(FixtureRun.of(fixture).result()));
                }));
    }

    private static Fixture rewritten(Fixture fixture, BiFunction<Fixture, String, String> rewriting) {
        Map<String, Map<String, String>> releases = new LinkedHashMap<>();
        fixture.releases().forEach((release, scripts) -> releases.put(release, rewritten(fixture, scripts, rewriting)));
        return new Fixture(
                fixture.rule(),
                fixture.name(),
                fixture.dialect(),
                fixture.settings(),
                releases,
                rewritten(fixture, fixture.scripts(), rewriting),
                fixture.firstLines(),
                fixture.expected(),
                fixture.lines(),
                fixture.old());
    }

    private static Map<String, String> rewritten(
            Fixture fixture, Map<String, String> scripts, BiFunction<Fixture, String, String> rewriting) {
        Map<String, String> rewritten = new LinkedHashMap<>();
        scripts.forEach((path, text) -> rewritten.put(path, rewriting.apply(fixture, text)));
        return rewritten;
    }

    private static String withComments(Fixture fixture, String text) {
        return between(fixture, text, " /* and so on */ ");
    }

    private static String withWhiteSpace(Fixture fixture, String text) {
        return between(fixture, text, " \t  ");
    }

    /** Blanks between two tokens of a line become something else that means nothing. */
    private static String between(Fixture fixture, String text, String replacement) {
        StringBuilder result = new StringBuilder();
        int end = 0;
        for (Token token : tokens(fixture, text)) {
            String gap = text.substring(end, token.start());
            result.append(end > 0 && !gap.isEmpty() && gap.isBlank() && !gap.contains("\n") ? replacement : gap);
            result.append(token.text());
            end = token.end();
        }
        return result.append(text.substring(end)).toString();
    }

    private static String inUpperCase(Fixture fixture, String text) {
        StringBuilder result = new StringBuilder();
        int end = 0;
        for (Token token : tokens(fixture, text)) {
            result.append(text, end, token.start());
            boolean changes = token.kind() == TokenKind.WORD
                    && ASCII.matcher(token.text()).matches();
            result.append(changes ? token.text().toUpperCase(Locale.ROOT) : token.text());
            end = token.end();
        }
        return result.append(text.substring(end)).toString();
    }

    private static List<Token> tokens(Fixture fixture, String text) {
        return new Lexer(fixture.dialect()).tokens(SourceText.of("a.sql", text).whole());
    }

    private static CheckRequest.Builder request(Fixture fixture) {
        return CheckRequest.builder().layout("flyway").dialect(fixture.dialect().id());
    }

    private static Snapshot snapshot(Fixture fixture, String release, Map<String, String> scripts)
            throws CannotCheckException {
        CheckRequest.Builder request = request(fixture).release(release).failOn("never");
        scripts.forEach(request::script);
        return SchemaCompat.snapshot(new SnapshotRequest(request.build(), false));
    }

    /** What was found, wherever it stands and however names are spelled. */
    private static List<String> lines(CheckResult result) {
        return result.findings().stream()
                .filter(finding -> !ABOUT_TIME.contains(finding.rule().id()))
                .map(finding -> (finding.rule().id() + " " + finding.object() + " " + finding.severity() + " line "
                                + (finding.location() == null
                                        ? 0
                                        : finding.location().start().line()))
                        .toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
