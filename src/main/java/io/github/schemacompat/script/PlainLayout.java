package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every file in the order of the paths; scripts that take a change back are never replayed. */
final class PlainLayout extends ScriptLayout {
    private static final Pattern UNDO = Pattern.compile(
            "(?:.*[._-])?(?:down|undo|rollback|revert)\\.sql|U\\d+(?:[._]\\d+)*__.*\\.sql|U__.*\\.sql",
            Pattern.CASE_INSENSITIVE);

    PlainLayout() {
        super("plain");
    }

    @Override
    boolean recognises(ScriptFile file) {
        return false;
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.NAME;
    }

    @Override
    ScriptName name(ScriptFile file) {
        if (UNDO.matcher(file.name()).matches()) {
            return ScriptName.leftOut(file, "takes a change back");
        }
        return new ScriptName(file, ScriptKind.VERSIONED, null, file.name(), null);
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        return (a, b) -> byPath.compare(a.file().path(), b.file().path());
    }

    @Override
    @Nullable
    String orderNote(List<ScriptName> names, @Nullable ScriptOrder order) {
        if (order != null) {
            return null;
        }
        List<ScriptName> byName = new ArrayList<>(names);
        byName.sort(runningOrder(ScriptOrder.NAME));
        List<ScriptName> byVersion = new ArrayList<>(names);
        byVersion.sort(runningOrder(ScriptOrder.VERSION));
        for (int i = 0; i < byName.size(); i++) {
            String first = byName.get(i).file().path();
            String other = byVersion.get(i).file().path();
            if (!first.equals(other)) {
                return "The scripts are read in the order of their names, character by character: " + first
                        + " before " + other
                        + ". If the numbers in the names count, set the parameter 'order' to 'version'; set it to"
                        + " 'name' to keep this order without this note.";
            }
        }
        return null;
    }
}
