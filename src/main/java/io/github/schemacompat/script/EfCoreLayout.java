package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The idempotent script of EF Core ({@code dotnet ef migrations script --idempotent}): blocks that ask the table of the
 * migrations whether one has run. Each migration is a script, so that those of the next release are the new ones.
 */
final class EfCoreLayout extends ScriptLayout {
    private static final Pattern GUARD = Pattern.compile(
            "(?i)\\bIF\\s+NOT\\s+EXISTS\\s*\\(\\s*SELECT\\s+(?:\\*|1)\\s+FROM\\s+[\\w.\\[\\]\"`]*__EF\\w*History\\w*[\\]\"`]?"
                    + "\\s+WHERE\\s+[\\[\"`]?\\w+[\\]\"`]?\\s*=\\s*N?'([^']+)'\\s*\\)\\s*(BEGIN|THEN)\\b");
    /** Where a guarded block is over: the batch, the DO block or the procedure ends. */
    private static final Pattern BLOCK_END =
            Pattern.compile("(?im)^[ \\t]*(?:GO[ \\t]*$|END[ \\t]+\\$EF\\$|END[ \\t]*//)");

    private static final Pattern GUARD_END = Pattern.compile("(?i)\\bEND\\b(?:[ \\t]+IF\\b)?");
    /** What EF Core writes around the blocks. */
    private static final Pattern AROUND = Pattern.compile(
            "(?im)^[ \\t]*(?:GO|(?:BEGIN|START)[ \\t]+TRANSACTION;?|COMMIT;?|DO[ \\t]+\\$EF\\$|BEGIN|END[ \\t]+\\$EF\\$;?"
                    + "|END[ \\t]*//|END[ \\t]+IF;?|END;?|DELIMITER[ \\t]+(?://|;)|CALL[ \\t]+MigrationsScript\\(\\);"
                    + "|CREATE[ \\t]+PROCEDURE[ \\t]+MigrationsScript\\(\\)|DROP[ \\t]+PROCEDURE[ \\t]+(?:IF[ \\t]+EXISTS[ \\t]+)?"
                    + "MigrationsScript;|;)[ \\t]*\\r?$");

    EfCoreLayout() {
        super("efcore");
    }

    @Override
    boolean recognises(ScriptFile file) {
        return false;
    }

    @Override
    boolean recognisesText(String text) {
        return GUARD.matcher(text).find();
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
    List<ScriptPart> parts(ScriptName name, SourceText source) throws ScriptReader.NotReadableException {
        Map<String, List<Section>> migrations = new LinkedHashMap<>();
        List<Section> always = new ArrayList<>();
        Matcher guard = GUARD.matcher(source.text());
        int last = 0;
        while (guard.find(last)) {
            addUnguarded(always, source, last, guard.start());
            int end = endOfBlock(source, guard);
            migrations
                    .computeIfAbsent(guard.group(1), id -> new ArrayList<>())
                    .add(new Section(guard.group(1), source.span(guard.end(), end)));
            last = end;
        }
        addUnguarded(always, source, last, source.text().length());
        List<ScriptPart> parts = new ArrayList<>();
        if (!always.isEmpty()) {
            parts.add(ScriptPart.of(ScriptKind.REPEATABLE, always));
        }
        migrations.forEach((id, sections) -> parts.add(new ScriptPart(id, ScriptKind.VERSIONED, sections)));
        return parts;
    }

    private static int endOfBlock(SourceText source, Matcher guard) throws ScriptReader.NotReadableException {
        Matcher blockEnd = BLOCK_END.matcher(source.text());
        int limit =
                blockEnd.find(guard.end()) ? blockEnd.start() : source.text().length();
        Matcher end = GUARD_END.matcher(source.text()).region(guard.end(), limit);
        int found = -1;
        while (end.find()) {
            found = end.start();
        }
        if (found < 0) {
            throw new ScriptReader.NotReadableException(
                    "The block of the migration " + guard.group(1) + " has no end.",
                    source.positionInFile(guard.start()).line());
        }
        return found;
    }

    /** What stands outside the blocks runs every time, if it is more than what is around every block. */
    private static void addUnguarded(List<Section> always, SourceText source, int start, int end) {
        String rest = AROUND.matcher(source.text().substring(start, end)).replaceAll("");
        if (!rest.isBlank()) {
            always.add(new Section("", source.span(start, end)));
        }
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        return (a, b) -> byPath.compare(a.file().path(), b.file().path());
    }
}
