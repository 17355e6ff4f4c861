package io.github.schemacompat.rule;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.ScriptSet;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges SQL against SQL: {@code Judging.of(dialect).release("CREATE …").judge("ALTER …")}. */
public final class Judging {
    private final Dialect dialect;
    private final List<Release> releases = new ArrayList<>();
    private final List<MigrationScript> scripts = new ArrayList<>();
    private RulePolicy policy = RulePolicy.DEFAULT;
    private int window = 1;

    private Judging(Dialect dialect) {
        this.dialect = dialect;
    }

    public static Judging of(Dialect dialect) {
        return new Judging(dialect);
    }

    public Judging with(RulePolicy value) {
        policy = value;
        return this;
    }

    public Judging window(int value) {
        window = value;
        return this;
    }

    /** The next release, 1.0 being the first, with one more script. */
    public Judging release(String sql) {
        scripts.add(script("V" + (scripts.size() + 1) + "__released.sql", sql, Phase.PRE));
        releases.add(0, releaseOf((releases.size() + 1) + ".0", scripts));
        return this;
    }

    Release releaseOf(String name, List<MigrationScript> shipped) {
        Replayed replayed = History.replay(Schema.EMPTY, shipped, dialect, ReplayOptions.DEFAULT);
        return new Release(
                name,
                replayed.schema(),
                shipped.stream().map(ReleasedScript::of).toList(),
                shipped,
                replayed.problems(),
                replayed.figures());
    }

    static MigrationScript script(String path, String sql, Phase phase) {
        SourceText text = SourceText.of(path, sql);
        boolean repeatable = path.startsWith("R__");
        MigrationVersion version = repeatable ? null : MigrationVersion.of(path.substring(1, path.indexOf("__")));
        return new MigrationScript(
                path,
                repeatable ? ScriptKind.REPEATABLE : ScriptKind.VERSIONED,
                version,
                phase,
                ScriptReader.sha256(sql),
                text,
                List.of(new Section("", text.whole())));
    }

    /** The releases, highest first. */
    public List<Release> releases() {
        return List.copyOf(releases);
    }

    /** Judges one more script. */
    public Judged judge(String sql) {
        return judge(sql, null);
    }

    /** Judges one more pre script and one more post script. */
    Judged judge(String pre, @Nullable String post) {
        return judge(pre, false, post);
    }

    /** @param repeatable whether the pre script is one that runs each time it changes */
    public Judged judge(String pre, boolean repeatable, @Nullable String post) {
        List<MigrationScript> added = new ArrayList<>();
        added.add(script(repeatable ? "R__new.sql" : "V" + (scripts.size() + 1) + "__new.sql", pre, Phase.PRE));
        if (post != null) {
            added.add(script("V" + (scripts.size() + 2) + "__post.sql", post, Phase.POST));
        }
        List<MigrationScript> all = new ArrayList<>(scripts);
        all.addAll(added);
        return judge(ScriptSet.of(ScriptLayout.FLYWAY, all));
    }

    Judged judge(ScriptSet all) {
        Release last = releases.isEmpty() ? null : releases.get(0);
        ScriptComparison comparison = ScriptComparison.of(all, last);
        Replayed replayed = History.replay(
                last == null ? Schema.EMPTY : last.schema(), comparison.added(), dialect, ReplayOptions.DEFAULT);
        return new Judge(policy)
                .judge(new JudgeInput(
                        null,
                        dialect,
                        releases.subList(0, Math.min(window, releases.size())),
                        last,
                        all,
                        comparison,
                        replayed,
                        List.of()));
    }

    /** {@code line rule object}, sorted by place. */
    static List<String> lines(Judged judged) {
        return judged.findings().stream()
                .map(finding -> {
                    var location = finding.location();
                    return (location == null ? 0 : location.start().line()) + " "
                            + finding.rule().id() + " " + finding.object();
                })
                .toList();
    }
}
