package io.github.schemacompat.script;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's names: {@code V2_1__add_name.sql}, {@code R__views.sql}, {@code B5__baseline.sql}; undo scripts and callbacks
 * are never replayed. Prefixes and the suffix are Flyway's defaults, in their case.
 */
final class FlywayLayout extends ScriptLayout {
    private static final Pattern NUMBERED = Pattern.compile("([VBU])(\\d+(?:[._]\\d+)*)(?:__(.*))?\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.+)\\.sql");
    private static final Pattern CALLBACK = Pattern.compile(
            "(?:before|after)(?:Each)?(?:Migrate|Repeatables|Versioned|Undo|Clean|Info|Validate|Baseline|Repair|Connect|"
                    + "Deploy|CreateSchema|Connection)"
                    + "\\w*?(?:__.*)?\\.sql|createSchema(?:__.*)?\\.sql");
    /** In what order Flyway runs the kinds: repeatable scripts after all the others. */
    private static final Comparator<ScriptName> REPEATABLE_LAST =
            Comparator.comparing(name -> name.kind() == ScriptKind.REPEATABLE);

    FlywayLayout() {
        super("flyway");
    }

    @Override
    boolean recognises(ScriptFile file) {
        Matcher numbered = NUMBERED.matcher(file.name());
        return numbered.matches() && numbered.group(3) != null
                || REPEATABLE.matcher(file.name()).matches();
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.VERSION;
    }

    @Override
    ScriptName name(ScriptFile file) {
        String name = file.name();
        Matcher repeatable = REPEATABLE.matcher(name);
        if (repeatable.matches()) {
            return new ScriptName(file, ScriptKind.REPEATABLE, null, words(repeatable.group(1)), null);
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            if (numbered.group(1).equals("U")) {
                return ScriptName.leftOut(file, "an undo script");
            }
            ScriptKind kind = numbered.group(1).equals("B") ? ScriptKind.BASELINE : ScriptKind.VERSIONED;
            String description = numbered.group(3) == null ? "" : words(numbered.group(3));
            return new ScriptName(file, kind, MigrationVersion.of(numbered.group(2)), description, null);
        }
        if (CALLBACK.matcher(name).matches()) {
            return ScriptName.leftOut(file, "a callback, which runs around every migration");
        }
        return ScriptName.leftOut(file, "not named as Flyway names migrations (V<version>__<description>.sql)");
    }

    private static String words(String description) {
        return description.replace('_', ' ');
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<ScriptName> byPath = Comparator.comparing(name -> name.file().path());
        if (order == ScriptOrder.NAME) {
            return REPEATABLE_LAST.thenComparing(byPath);
        }
        Comparator<ScriptName> byVersion = (a, b) -> {
            MigrationVersion one = a.version();
            MigrationVersion other = b.version();
            return one == null || other == null ? 0 : one.compareTo(other);
        };
        return REPEATABLE_LAST
                .thenComparing(byVersion)
                .thenComparing(ScriptName::kind)
                .thenComparing(name -> name.kind() == ScriptKind.REPEATABLE ? name.description() : "")
                .thenComparing(byPath);
    }

    @Override
    @Nullable
    String orderNote(List<ScriptName> names, @Nullable ScriptOrder order) {
        return null;
    }
}
