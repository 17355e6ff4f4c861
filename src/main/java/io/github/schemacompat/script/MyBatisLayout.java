package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MyBatis Migrations: {@code 20240131120000_add_name.sql}, whose way back begins at a line {@code -- //@UNDO};
 * {@code bootstrap.sql} runs before all of them.
 */
final class MyBatisLayout extends ScriptLayout {
    private static final Pattern UNDO = Pattern.compile("(?im)^[ \\t]*--[ \\t]*//[ \\t]*@undo\\b.*$");
    private static final Pattern NAME = Pattern.compile("(\\d+)_.*\\.sql");
    private static final String BOOTSTRAP = "bootstrap.sql";

    MyBatisLayout() {
        super("mybatis");
    }

    @Override
    boolean recognises(ScriptFile file) {
        return false;
    }

    @Override
    boolean recognisesText(String text) {
        return UNDO.matcher(text).find();
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.VERSION;
    }

    @Override
    ScriptName name(ScriptFile file) {
        Matcher name = NAME.matcher(file.name());
        if (name.matches()) {
            return new ScriptName(file, ScriptKind.VERSIONED, MigrationVersion.of(name.group(1)), file.path(), null);
        }
        return file.name().equals(BOOTSTRAP)
                ? new ScriptName(file, ScriptKind.VERSIONED, null, "", null)
                : ScriptName.leftOut(file, "not named as MyBatis names migrations (<number>_<description>.sql)");
    }

    @Override
    List<ScriptPart> parts(ScriptName name, SourceText source) {
        Matcher undo = UNDO.matcher(source.text());
        int end = undo.find() ? undo.start() : source.text().length();
        return List.of(ScriptPart.of(name.kind(), List.of(new Section("", source.span(0, end)))));
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        return Comparator.comparing((ScriptName name) -> name.version() != null)
                .thenComparing(BY_VERSION)
                .thenComparing(
                        (a, b) -> byPath.compare(a.file().path(), b.file().path()));
    }
}
