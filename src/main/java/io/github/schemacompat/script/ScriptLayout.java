package io.github.schemacompat.script;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a migration tool names and orders scripts. One class and one constant per layout. */
public abstract class ScriptLayout {
    public static final ScriptLayout FLYWAY = new FlywayLayout(FlywayNaming.DEFAULT);
    public static final ScriptLayout LIQUIBASE = new LiquibaseLayout(null, LiquibaseSettings.NONE);
    public static final ScriptLayout PRISMA = new PrismaLayout();
    public static final ScriptLayout UPDOWN = new UpDownLayout();
    public static final ScriptLayout MYBATIS = new MyBatisLayout();
    public static final ScriptLayout EFCORE = new EfCoreLayout();
    public static final ScriptLayout DECLARED = new DeclaredLayout();
    public static final ScriptLayout PLAIN = new PlainLayout();

    /** Every layout, in the order in which they are tried on files; the last one takes what none recognises. */
    public static final List<ScriptLayout> ALL =
            List.of(FLYWAY, LIQUIBASE, PRISMA, UPDOWN, MYBATIS, EFCORE, DECLARED, PLAIN);

    /** Scripts without a version are in no order here. */
    static final Comparator<ScriptName> BY_VERSION = (a, b) -> {
        MigrationVersion one = a.version();
        MigrationVersion other = b.version();
        return one == null || other == null ? 0 : one.compareTo(other);
    };

    private final String id;

    ScriptLayout(String id) {
        this.id = id;
    }

    /** Flyway with names of the project's own. */
    public static ScriptLayout flyway(FlywayNaming naming) {
        return new FlywayLayout(naming);
    }

    /** Liquibase with what the project says to it. */
    public static ScriptLayout liquibase(LiquibaseSettings settings) {
        return new LiquibaseLayout(null, settings);
    }

    /** The layout of that id, as the parameter {@code layout} takes it. */
    public static Optional<ScriptLayout> byId(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        return ALL.stream().filter(layout -> layout.id.equals(wanted)).findFirst();
    }

    /**
     * The layout that the files speak for: by their names, else by what stands in them.
     *
     * @param reader how bytes become text; what is no text speaks for nothing
     */
    public static ScriptLayout detect(List<ScriptFile> files, ScriptReader reader) {
        return detect(files, FLYWAY, reader);
    }

    /** @param flyway with the names that the project has for it */
    public static ScriptLayout detect(List<ScriptFile> files, ScriptLayout flyway, ScriptReader reader) {
        if (!files.isEmpty() && LIQUIBASE.recognisesText(text(files.get(0), reader))) {
            return LIQUIBASE;
        }
        if (flyway.recognises(files)) {
            return flyway;
        }
        for (ScriptLayout layout : ALL) {
            if (layout.recognises(files)) {
                return layout;
            }
        }
        List<String> texts = files.stream().map(file -> text(file, reader)).toList();
        for (ScriptLayout layout : ALL) {
            if (texts.stream().anyMatch(layout::recognisesText)) {
                return layout;
            }
        }
        return PLAIN;
    }

    private static String text(ScriptFile file, ScriptReader reader) {
        try {
            return reader.text(file.bytes());
        } catch (ScriptReader.NotReadableException e) {
            return "";
        }
    }

    /** {@code flyway}, {@code prisma}, {@code plain} and so on. */
    public final String id() {
        return id;
    }

    /** Whether only this layout names files so. */
    abstract boolean recognises(ScriptFile file);

    /** Whether the files of a folder are named as only this layout names them; mostly one of them tells. */
    boolean recognises(List<ScriptFile> files) {
        return files.stream().anyMatch(this::recognises);
    }

    /** Whether a file below a folder of scripts is one, by its name. */
    public boolean isScript(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    /** Whether only this layout's scripts have such a text. */
    boolean recognisesText(String text) {
        return false;
    }

    /**
     * Whether the migration tool refuses or skips a script that sorts before one that has run, instead of running it
     * afterwards.
     */
    public boolean refusesOutOfOrder() {
        return false;
    }

    /** Whether which scripts there are depends on the dialect, which must be said by {@link #with} first. */
    public boolean readsByDialect() {
        return false;
    }

    /** Whether scripts say what shall be, and a release is compared as a whole. */
    public boolean isDeclared() {
        return false;
    }

    /** The layout of scripts for an engine. */
    public ScriptLayout with(Dialect dialect) {
        return this;
    }

    /** The order where none is set. */
    public abstract ScriptOrder defaultOrder();

    /**
     * What a file is for the migration tool.
     *
     * @return the script's name, or why it is left out
     */
    abstract ScriptName name(ScriptFile file);

    /**
     * What a file's text is made of: one script, or one for each changeset in it.
     *
     * @throws ScriptReader.NotReadableException if the migration tool would not read it either
     */
    List<ScriptPart> parts(ScriptName name, SourceText source) throws ScriptReader.NotReadableException {
        return List.of(ScriptPart.whole(name.kind(), source));
    }

    /** The order in which the tool runs scripts. */
    abstract Comparator<ScriptName> runningOrder(ScriptOrder order);

    /** What must be said of the order that was chosen, or null. */
    @Nullable
    String orderNote(List<ScriptName> names, @Nullable ScriptOrder order) {
        return null;
    }

    /**
     * Names, orders and decodes scripts.
     *
     * @param files what the finder found
     * @param reader how bytes become text
     * @param phases tells pre from post
     * @param order as configured, or null for the layout's own
     * @throws CannotReadException if a file can't be read; what is no text is in the result
     */
    public ScriptSet arrange(
            List<ScriptFile> files, ScriptReader reader, PhasePatterns phases, @Nullable ScriptOrder order) {
        return new Arrangement(this, reader, phases, order).of(files);
    }

    /** Groups of names that the tool takes for one, by what they share. */
    final Map<String, List<ScriptName>> byIdentity(List<ScriptName> names) {
        Map<String, List<ScriptName>> groups = new TreeMap<>();
        for (ScriptName name : names) {
            groups.computeIfAbsent(name.identity(), identity -> new ArrayList<>())
                    .add(name);
        }
        return groups;
    }

    @Override
    public final String toString() {
        return id;
    }
}
