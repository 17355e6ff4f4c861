package io.github.schemacompat.script;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.Separation;
import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase: every changeset is a script, so that those of the next release are the new ones. Formatted SQL is read here;
 * what changesets in XML, YAML and JSON are in SQL is asked of the user's own Liquibase.
 */
final class LiquibaseLayout extends ScriptLayout {
    private final @Nullable Dialect dialect;
    private final LiquibaseSettings settings;

    LiquibaseLayout(@Nullable Dialect dialect, LiquibaseSettings settings) {
        super("liquibase");
        this.dialect = dialect;
        this.settings = settings;
    }

    @Override
    boolean recognises(ScriptFile file) {
        return ChangelogFile.isOne(file.name());
    }

    @Override
    boolean recognisesText(String text) {
        return LiquibaseSql.is(text);
    }

    @Override
    public boolean isScript(String path) {
        return super.isScript(path) || ChangelogFile.isOne(path);
    }

    @Override
    public boolean readsByDialect() {
        return dialect == null;
    }

    @Override
    public ScriptLayout with(Dialect value) {
        return new LiquibaseLayout(value, settings);
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.NAME;
    }

    @Override
    ScriptName name(ScriptFile file) {
        return new ScriptName(file, ScriptKind.VERSIONED, null, file.path(), null);
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        return (a, b) -> byPath.compare(a.file().path(), b.file().path());
    }

    @Override
    public ScriptSet arrange(
            List<ScriptFile> files, ScriptReader reader, PhasePatterns phases, @Nullable ScriptOrder order) {
        Changelogs changelogs = new Changelogs(reader, phases);
        List<ChangelogWalk> walks = new ArrayList<>();
        Set<String> included = new HashSet<>();
        for (ScriptFile file : files) {
            if (ChangelogFile.isOne(file.name())) {
                ChangelogWalk walk = ChangelogWalk.of(file.tree(), file.file(), properties());
                walks.add(walk);
                walk.files().stream().filter(each -> !each.equals(file.file())).forEach(included::add);
            }
        }
        for (ScriptFile file : files) {
            if (included.contains(file.file())) {
                continue;
            }
            if (ChangelogFile.isOne(file.name())) {
                changelogs.add(
                        file,
                        walks.stream()
                                .filter(walk -> walk.files().iterator().next().equals(file.file()))
                                .findFirst()
                                .orElseThrow());
            } else {
                changelogs.addSql(file, file.path());
            }
        }
        return changelogs.set();
    }

    private ChangelogProperties properties() {
        return new ChangelogProperties(settings, dialect == null ? "" : liquibaseName(dialect));
    }

    /** Collects the changesets of several changelogs. */
    private final class Changelogs {
        private final ScriptReader reader;
        private final PhasePatterns phases;
        private final Map<String, MigrationScript> scripts = new LinkedHashMap<>();
        private final List<UnreadableScript> unreadable = new ArrayList<>();
        private final List<LeftOutScript> leftOut = new ArrayList<>();
        private final List<DuplicateScript> duplicates = new ArrayList<>();
        private final ChangelogProperties properties = properties();

        Changelogs(ScriptReader reader, PhasePatterns phases) {
            this.reader = reader;
            this.phases = phases;
        }

        void add(ScriptFile root, ChangelogWalk walk) {
            Map<String, LiquibaseBridge.Rendered> rendered = Map.of();
            boolean needsLiquibase = walk.items().stream().anyMatch(ChangelogWalk.Item::isChangeset);
            Dialect engine = dialect;
            if (needsLiquibase && engine != null) {
                rendered = rendered(root, walk, engine);
            }
            for (ChangelogWalk.Item item : walk.items()) {
                ChangelogFile.Entry entry = item.entry();
                ScriptFile file = new ScriptFile(walk.known(item.file()), item.file(), root.tree());
                if (entry == null) {
                    addSql(file, file.path());
                } else if (!item.isChangeset()) {
                    walk.define(item, entry, properties);
                } else if (engine != null) {
                    addEntry(file, entry, rendered);
                }
            }
        }

        private Map<String, LiquibaseBridge.Rendered> rendered(ScriptFile root, ChangelogWalk walk, Dialect engine) {
            String resources = root.file()
                    .substring(0, root.file().length() - walk.known(root.file()).length());
            String folder = root.file().substring(0, root.file().lastIndexOf('/') + 1);
            String delimiter = engine.separation() == Separation.GO_BATCHES ? "\nGO\n" : ";\n";
            try {
                return new LiquibaseBridge(root.tree(), List.of(resources, "", folder), settings)
                        .render(walk.known(root.file()), liquibaseName(engine), delimiter);
            } catch (LinkageError e) {
                throw new CannotReadException(
                                "liquibase-missing",
                                "The changelog " + root.file()
                                        + " has changesets that only Liquibase can put into SQL, and"
                                        + " there is none that fits (" + e.getMessage() + ").",
                                "Add org.liquibase:liquibase-core, in the version that the project uses (4.20 or newer), to"
                                        + " the <dependencies> of this plugin in the POM.",
                                root.file(),
                                null)
                        .because(e);
            }
        }

        void addSql(ScriptFile file, String known) {
            String text = "";
            try {
                text = reader.text(file.bytes());
                SourceText source = SourceText.of(file.file(), text);
                if (!LiquibaseSql.is(text)) {
                    List<Section> whole = List.of(new Section("", source.whole()));
                    add(file, known, ScriptKind.VERSIONED, source, properties.fill(whole, known), null);
                    return;
                }
                for (Changeset changeset : LiquibaseSql.changesets(known, source, properties)) {
                    if (runs(changeset, file)) {
                        add(
                                file,
                                changeset.file() + "::" + changeset.name(),
                                changeset.kind(),
                                source,
                                changeset.sections(),
                                changeset.precondition());
                    }
                }
            } catch (ScriptReader.NotReadableException e) {
                unreadable.add(new UnreadableScript(
                        known,
                        ScriptKind.VERSIONED,
                        null,
                        file.file(),
                        e.line() == 0 ? null : Integer.valueOf(e.line()),
                        text.isEmpty() ? "" : reader.hash(text),
                        e.getMessage()));
            }
        }

        private void addEntry(
                ScriptFile file, ChangelogFile.Entry entry, Map<String, LiquibaseBridge.Rendered> rendered) {
            Changeset changeset =
                    new Changeset(file.path(), entry.value("author"), entry.value("id"), entry.values(), List.of());
            if (!runs(changeset, file)) {
                return;
            }
            LiquibaseBridge.Rendered found =
                    rendered.get(LiquibaseBridge.key(file.path(), changeset.author(), changeset.id()));
            if (found == null) {
                found = rendered.get(
                        LiquibaseBridge.key(file.path(), changeset.author(), LiquibaseBridge.asNumber(changeset.id())));
            }
            String path = entry.values().getOrDefault("logicalfilepath", file.path()) + "::" + changeset.name();
            if (found == null || !found.problem().isEmpty()) {
                String why = found == null ? "Liquibase doesn't list it" : found.problem();
                unreadable.add(new UnreadableScript(
                        path,
                        changeset.kind(),
                        null,
                        file.file(),
                        entry.line(),
                        "",
                        "What the changeset " + changeset.name() + " does can't be told without a database (" + why
                                + "). Write it in SQL, or accept it once it was reviewed."));
                return;
            }
            try {
                SourceText changelog = SourceText.of(file.file(), reader.text(file.bytes()));
                int[] place = new int[found.sql().length() + 1];
                Arrays.fill(place, offsetOfLine(changelog.text(), entry.line()));
                SourceText sql = SourceText.within(changelog, found.sql(), place);
                Precondition.Condition condition = found.condition();
                Precondition precondition =
                        condition == null ? null : new Precondition(condition, found.otherwise(), sql.whole());
                add(
                        file,
                        path,
                        changeset.kind(),
                        sql,
                        List.of(new Section(changeset.name(), sql.whole())),
                        precondition);
            } catch (ScriptReader.NotReadableException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean runs(Changeset changeset, ScriptFile file) {
            String why = null;
            if (changeset.isIgnored()) {
                why = "changesets with 'ignore'";
            } else if (dialect != null && !changeset.runsOn(liquibaseName(dialect))) {
                why = "changesets for other databases";
            } else if (!settings.runs(changeset)) {
                why = "changesets of other contexts or labels";
            }
            if (why != null) {
                leftOut.add(new LeftOutScript(file.file() + " " + changeset.name(), why));
            }
            return why == null;
        }

        private void add(
                ScriptFile file,
                String path,
                ScriptKind kind,
                SourceText source,
                List<Section> sections,
                @Nullable Precondition precondition) {
            String run =
                    LiquibaseSql.withoutRemarks(ScriptPart.of(kind, sections).text());
            MigrationScript script = new MigrationScript(
                    path, kind, null, phases.phase(file), reader.hash(run), source, sections, precondition);
            MigrationScript before = scripts.putIfAbsent(path, script);
            if (before != null) {
                duplicates.add(new DuplicateScript(
                        "changeset " + path.substring(path.lastIndexOf("::") + 2),
                        List.of(before.source().file(), file.file())));
            }
        }

        ScriptSet set() {
            return new ScriptSet(
                    LiquibaseLayout.this, List.copyOf(scripts.values()), unreadable, leftOut, duplicates, List.of());
        }
    }

    private static String liquibaseName(Dialect dialect) {
        return dialect.id().equals("sqlserver") ? "mssql" : dialect.id().toLowerCase(Locale.ROOT);
    }

    private static int offsetOfLine(String text, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }
}
