package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Flyway's names: {@code V2_1__add_name.sql}, {@code R__views.sql}, {@code B5__baseline.sql}; undo scripts and callbacks
 * are never replayed. A migration in Java can't be read, and is not passed over either.
 */
final class FlywayLayout extends ScriptLayout {
    private static final Pattern CALLBACK = Pattern.compile(
            "(?:before|after)(?:Each)?(?:Migrate|Repeatables|Versioned|Undo|Clean|Info|Validate|Baseline|Repair|Connect|"
                    + "Deploy|CreateSchema|Connection)\\w*?|createSchema");
    /** In what order Flyway runs the kinds: repeatable scripts after all the others. */
    private static final Comparator<ScriptName> REPEATABLE_LAST =
            Comparator.comparing(name -> name.kind() == ScriptKind.REPEATABLE);

    private final FlywayNaming naming;

    FlywayLayout(FlywayNaming naming) {
        super("flyway");
        this.naming = naming;
    }

    @Override
    boolean recognises(ScriptFile file) {
        ScriptName name = name(file);
        return name.leftOut() == null
                && (name.version() == null || !name.description().isEmpty());
    }

    @Override
    public boolean isScript(String path) {
        return suffix(path).isPresent();
    }

    @Override
    public boolean refusesOutOfOrder() {
        return true;
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.VERSION;
    }

    @Override
    ScriptName name(ScriptFile file) {
        Optional<String> java = JavaMigrations.stem(file.name());
        if (java.isPresent()) {
            return name(file, java.get(), FlywayNaming.DEFAULT);
        }
        Optional<String> suffix = suffix(file.name());
        return suffix.isPresent()
                ? name(
                        file,
                        file.name()
                                .substring(
                                        0, file.name().length() - suffix.get().length()),
                        naming)
                : leftOut(file);
    }

    private ScriptName name(ScriptFile file, String stem, FlywayNaming prefixes) {
        int separator = stem.indexOf(prefixes.separator());
        String head = separator < 0 ? stem : stem.substring(0, separator);
        String description = separator < 0
                ? ""
                : stem.substring(separator + prefixes.separator().length());
        if (CALLBACK.matcher(head).matches()) {
            return ScriptName.leftOut(file, "a callback, which runs around every migration");
        }
        if (head.equals(prefixes.repeatable()) && !description.isEmpty()) {
            return new ScriptName(file, ScriptKind.REPEATABLE, null, words(description), null);
        }
        if (isVersion(head, prefixes.versioned())) {
            return versioned(file, ScriptKind.VERSIONED, head, prefixes.versioned(), description);
        }
        if (isVersion(head, prefixes.baseline())) {
            return versioned(file, ScriptKind.BASELINE, head, prefixes.baseline(), description);
        }
        return isVersion(head, prefixes.undo()) ? ScriptName.leftOut(file, "an undo script") : leftOut(file);
    }

    private static boolean isVersion(String head, String prefix) {
        return head.startsWith(prefix) && MigrationVersion.isVersion(head.substring(prefix.length()));
    }

    private static ScriptName versioned(
            ScriptFile file, ScriptKind kind, String head, String prefix, String description) {
        MigrationVersion version = MigrationVersion.of(head.substring(prefix.length()));
        return new ScriptName(file, kind, version, words(description), null);
    }

    private ScriptName leftOut(ScriptFile file) {
        return ScriptName.leftOut(file, "not named as Flyway names migrations (" + naming.example() + ")");
    }

    private Optional<String> suffix(String name) {
        return naming.suffixes().stream().filter(name::endsWith).findFirst();
    }

    private static String words(String description) {
        return description.replace('_', ' ');
    }

    @Override
    List<ScriptPart> parts(ScriptName name, SourceText source) throws ScriptReader.NotReadableException {
        if (JavaMigrations.stem(name.file().name()).isPresent()) {
            throw JavaMigrations.notReadable();
        }
        return super.parts(name, source);
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<ScriptName> byPath = Comparator.comparing(name -> name.file().path());
        if (order == ScriptOrder.NAME) {
            return REPEATABLE_LAST.thenComparing(byPath);
        }
        return REPEATABLE_LAST
                .thenComparing(BY_VERSION)
                .thenComparing(ScriptName::kind)
                .thenComparing(name -> name.kind() == ScriptKind.REPEATABLE ? name.description() : "")
                .thenComparing(byPath);
    }
}
