package io.github.schemacompat.check;

import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.IdentifierCase;
import io.github.schemacompat.directive.DirectiveReader;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.release.BaselineRequest;
import io.github.schemacompat.release.FoundRelease;
import io.github.schemacompat.release.FoundReleases;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleasedScripts;
import io.github.schemacompat.release.Snapshot;
import io.github.schemacompat.script.DatabaseHint;
import io.github.schemacompat.script.DialectDetection;
import io.github.schemacompat.script.DialectGuess;
import io.github.schemacompat.script.LeftOutScript;
import io.github.schemacompat.script.MarksFile;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptDetection;
import io.github.schemacompat.script.ScriptFile;
import io.github.schemacompat.script.ScriptFinder;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.ScriptSet;
import io.github.schemacompat.script.ScriptTree;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is read before anything is judged: the scripts of one history, its releases, its dialect.
 *
 * @param name of the history, or null where there is only one
 * @param set the scripts as they are now
 * @param dialect as configured or told from the SQL
 * @param releases what the baseline found, highest first
 * @param options how scripts are replayed
 * @param detected what was guessed and what was left out, a line each
 */
record HistoryInputs(
        @Nullable String name,
        ScriptSet set,
        Dialect dialect,
        FoundReleases releases,
        ReplayOptions options,
        List<String> detected) {
    private static final int NAMED_FILES = 3;
    private static final String QUOTES = "[\"`'";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_@#$]+");

    /**
     * Reads a history.
     *
     * @param baselines where its releases are read from; empty to find out
     * @return empty if there are no scripts, and no release had any
     */
    static Optional<HistoryInputs> read(
            CheckRequest request, HistorySource source, Settings settings, List<Baseline> baselines)
            throws CannotCheckException {
        HistoryRequest history = source.request();
        ScriptTree tree = source.tree();
        List<String> detected = new ArrayList<>(source.hints());
        MarksFile marks = new MarksFile(tree, snapshots(request, history));
        List<String> locations = source.locations();
        ScriptLayout flyway = ScriptLayout.flyway(source.flyway().naming());
        ScriptLayout configured =
                layout(history == null || history.layout() == null ? request.layout() : history.layout());
        if (configured != null && configured.id().equals(flyway.id())) {
            configured = flyway;
        }
        ScriptReader reader = settings.reader(request, source.flyway());
        Dialect known = null;
        ScriptSet set = ScriptSet.empty(configured == null ? ScriptLayout.PLAIN : configured);
        if (!locations.isEmpty()) {
            List<ScriptFile> files =
                    marks.without(new ScriptFinder(tree, configured == null ? flyway : configured).find(locations));
            ScriptLayout layout = configured == null ? ScriptLayout.detect(files, flyway, reader) : configured;
            if (layout.id().equals(ScriptLayout.LIQUIBASE.id())) {
                layout = ScriptLayout.liquibase(source.liquibase().with(request.placeholders()));
            }
            set = layout.arrange(files, reader, settings.phases(), settings.order());
            if (layout.readsByDialect()) {
                known = dialect(request, history, set.scripts(), source.database(), detected);
                set = layout.with(known).arrange(files, reader, settings.phases(), settings.order());
            }
            if (configured == null) {
                detected.add("layout: " + layout.id());
            }
        }
        set = marks.behind(set, reader);
        FoundReleases releases = releases(request, history, settings, reader, locations, set.layout(), baselines);
        if (set.isEmpty() && releases.releases().stream().allMatch(HistoryInputs::isEmpty)) {
            return Optional.empty();
        }
        detected.addAll(set.notes());
        detected.addAll(leftOut(set.leftOut()));
        detected.addAll(releases.notes());
        Dialect dialect = withCase(
                known == null ? dialect(request, history, set, releases, source.database(), detected) : known,
                request,
                history);
        String said =
                history == null || history.defaultSchema() == null ? request.defaultSchema() : history.defaultSchema();
        String schema = said == null && set.layout().id().equals(ScriptLayout.FLYWAY.id())
                ? source.flyway().defaultSchema()
                : said;
        ReplayOptions options = ReplayOptions.DEFAULT
                .withDefaultSchema(schema)
                .withExternalObjects(external(request, settings))
                .withPlaceholders(placeholders(request, set.layout(), source));
        requireComments(set, dialect);
        ScriptSet inPhases = set.with(new DirectiveReader(dialect)::inItsPhase);
        return Optional.of(new HistoryInputs(
                history == null ? null : history.name(), inPhases, dialect, releases, options, List.copyOf(detected)));
    }

    /** What the project says to Flyway, and what the parameter says, which wins. */
    private static Map<String, String> placeholders(CheckRequest request, ScriptLayout layout, HistorySource source) {
        Map<String, String> values = new LinkedHashMap<>();
        if (layout.id().equals(ScriptLayout.FLYWAY.id())) {
            values.putAll(source.flyway().placeholders());
        }
        values.putAll(request.placeholders());
        return values;
    }

    /** What is in no contract need not be made by a script either: the migration tools make their own tables. */
    private static List<String> external(CheckRequest request, Settings settings) {
        List<String> external = new ArrayList<>(request.externalObjects());
        external.addAll(settings.policy().ignoredObjects());
        return external;
    }

    private static @Nullable ScriptLayout layout(@Nullable String id) throws CannotCheckException {
        if (id == null) {
            return null;
        }
        Optional<ScriptLayout> layout = ScriptLayout.byId(id);
        if (layout.isEmpty()) {
            throw Settings.wrong(
                    "layout",
                    "there is no layout '" + id + "'",
                    "There are: " + Settings.words(ScriptLayout.ALL.stream()) + ".");
        }
        return layout.get();
    }

    private static String snapshots(CheckRequest request, @Nullable HistoryRequest history) {
        return history == null ? request.snapshots() : request.snapshots() + "/" + history.name();
    }

    /** Nothing runs the file of the marks, so that a statement in it would only seem to be run. */
    private static void requireComments(ScriptSet set, Dialect dialect) throws CannotCheckException {
        for (MigrationScript script : set.scripts()) {
            Token first = MarksFile.is(script.kind(), script.path())
                    ? new Lexer(dialect).first(script.source().whole())
                    : null;
            if (first != null) {
                throw new CannotCheckException(
                        "marks-not-comments",
                        "The file holds a statement, but nothing ever runs it: " + first.text() + " …",
                        script.source().file(),
                        script.source().positionInFile(first.start()).line(),
                        "Keep nothing but comments '-- schema-compat: …' in it, and move the statement into a script.",
                        null);
            }
        }
    }

    private static FoundReleases releases(
            CheckRequest request,
            @Nullable HistoryRequest history,
            Settings settings,
            ScriptReader reader,
            List<String> locations,
            ScriptLayout layout,
            List<Baseline> baselines) {
        List<String> released = request.releasedScripts();
        if (released == null) {
            released = locations.isEmpty() ? ScriptDetection.usualFolders() : locations;
        }
        return Baseline.find(
                baselines,
                new BaselineRequest(
                        request.baseDirectory(),
                        released,
                        layout,
                        reader,
                        settings.phases(),
                        settings.order(),
                        settings.selection(),
                        request.artifactId(),
                        request.tagPattern(),
                        snapshots(request, history),
                        request.project().resources(),
                        request.artifacts(),
                        request.login()));
    }

    /** Those that new scripts must not break. */
    List<Release> supported(List<Release> all) {
        return all.stream()
                .filter(release -> releases.supported().contains(release.name()))
                .toList();
    }

    private static boolean isEmpty(FoundRelease release) {
        return release instanceof ReleasedScripts scripts
                ? scripts.scripts().isEmpty()
                : release instanceof Snapshot snapshot && snapshot.scripts().isEmpty();
    }

    private static List<String> leftOut(List<LeftOutScript> files) {
        Map<String, List<String>> byReason = files.stream()
                .collect(Collectors.groupingBy(
                        LeftOutScript::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(LeftOutScript::file, Collectors.toList())));
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, names) -> {
            String named = String.join(", ", names.subList(0, Math.min(NAMED_FILES, names.size())));
            String more = names.size() > NAMED_FILES ? " and " + (names.size() - NAMED_FILES) + " more" : "";
            lines.add("not replayed (" + reason + "): " + named + more);
        });
        return lines;
    }

    private static Dialect dialect(
            CheckRequest request,
            @Nullable HistoryRequest history,
            ScriptSet set,
            FoundReleases releases,
            @Nullable DatabaseHint database,
            List<String> detected)
            throws CannotCheckException {
        List<MigrationScript> scripts = new ArrayList<>(set.scripts());
        if (dialectId(request, history) == null) {
            for (FoundRelease release : releases.releases()) {
                if (release instanceof Snapshot snapshot) {
                    detected.add("dialect: " + snapshot.dialect().id() + " (as in the snapshot of " + snapshot.release()
                            + ")");
                    return snapshot.dialect();
                }
                if (set.isEmpty() && release instanceof ReleasedScripts released) {
                    scripts.addAll(released.scripts().scripts());
                }
            }
        }
        return dialect(request, history, scripts, database, detected);
    }

    /** What is said for all histories counts for those whose servers can be set so. */
    private static Dialect withCase(Dialect dialect, CheckRequest request, @Nullable HistoryRequest history)
            throws CannotCheckException {
        String own = history == null ? null : history.identifierCase();
        String id = own == null ? request.identifierCase() : own;
        if (id == null) {
            return dialect;
        }
        Optional<IdentifierCase> said = IdentifierCase.byId(id);
        boolean possible = said.map(dialect.identifierCases()::contains).orElse(false);
        if (said.isPresent() && !possible && history != null && own == null) {
            return dialect;
        }
        if (!possible) {
            throw Settings.wrong(
                    "identifierCase",
                    said.isEmpty()
                            ? "there is no '" + id + "'"
                            : dialect.displayName() + " can't be set to '" + id + "'",
                    "For " + dialect.displayName() + " there is: "
                            + Settings.words(dialect.identifierCases().stream().map(IdentifierCase::id)) + ".");
        }
        return dialect.with(said.get());
    }

    private static @Nullable String dialectId(CheckRequest request, @Nullable HistoryRequest history) {
        return history == null || history.dialect() == null ? request.dialect() : history.dialect();
    }

    private static Dialect dialect(
            CheckRequest request,
            @Nullable HistoryRequest history,
            List<MigrationScript> scripts,
            @Nullable DatabaseHint database,
            List<String> detected)
            throws CannotCheckException {
        String id = dialectId(request, history);
        if (id != null) {
            Optional<Dialect> dialect = Dialect.byId(id);
            if (dialect.isEmpty()) {
                throw Settings.wrong(
                        "dialect",
                        "there is no dialect '" + id + "'",
                        "There are: " + Settings.words(Dialect.ALL.stream()) + ".");
            }
            return dialect.get();
        }
        DialectGuess guess = DialectDetection.detect(scripts, request.dependencies(), database);
        Optional<Dialect> dialect = guess.dialect();
        Optional<Dialect> connected = database == null ? Optional.empty() : Dialect.byId(database.dialect());
        if (dialect.isEmpty() && database != null && connected.isPresent()) {
            detected.add(database.hint());
            return connected.get();
        }
        if (dialect.isEmpty()) {
            throw new CannotCheckException(
                    "dialect-unknown",
                    "The SQL dialect could not be told: " + guess.hint(),
                    null,
                    null,
                    "Set the parameter schema-compat.dialect to one of " + Settings.words(Dialect.ALL.stream()) + ".",
                    null);
        }
        detected.add(guess.hint());
        return dialect.get();
    }

    /**
     * Every word in a script that the last release doesn't have as it is, in lower case; none where nobody asks for it: in
     * other dialects than SQL Server's, and where no release is read from its scripts.
     */
    Set<String> mentionedByNewScripts() {
        Set<String> known = new HashSet<>();
        if (!dialect.is(Dialect.SQL_SERVER)
                || releases.releases().stream().noneMatch(ReleasedScripts.class::isInstance)) {
            return Set.of();
        }
        FoundRelease highest = releases.releases().get(0);
        if (highest instanceof ReleasedScripts last) {
            last.scripts().scripts().forEach(script -> known.add(script.identityAndText()));
        } else if (highest instanceof Snapshot last) {
            last.scripts().forEach(script -> known.add(script.identityAndText()));
        }
        Set<String> words = new HashSet<>();
        options.placeholders().values().forEach(value -> addWords(value, words));
        for (MigrationScript script : set.scripts()) {
            if (!known.contains(script.identityAndText())) {
                addWords(script.source().text(), words);
            }
        }
        return words;
    }

    private static void addWords(String text, Set<String> words) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            // a dump has more numbers than a project has names, and a number needs quotes to be one
            boolean number = word.group().chars().allMatch(Character::isDigit)
                    && (word.start() == 0 || QUOTES.indexOf(text.charAt(word.start() - 1)) < 0);
            if (!number) {
                words.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
    }
}
