package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a set of scripts from files, by a layout. */
final class Arrangement {
    private final ScriptLayout layout;
    private final ScriptReader reader;
    private final PhasePatterns phases;
    private final @Nullable ScriptOrder order;
    private final List<MigrationScript> scripts = new ArrayList<>();
    private final List<UnreadableScript> unreadable = new ArrayList<>();
    private final List<LeftOutScript> leftOut = new ArrayList<>();
    private final List<DuplicateScript> duplicates = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Arrangement(ScriptLayout layout, ScriptReader reader, PhasePatterns phases, @Nullable ScriptOrder order) {
        this.layout = layout;
        this.reader = reader;
        this.phases = phases;
        this.order = order;
    }

    ScriptSet of(List<ScriptFile> files) {
        List<ScriptName> names = new ArrayList<>();
        for (ScriptFile file : files) {
            ScriptName name = layout.name(file);
            String reason = name.leftOut();
            if (reason == null) {
                names.add(name);
            } else {
                leftOut.add(new LeftOutScript(file.file(), reason));
            }
        }
        String note = layout.orderNote(names, order);
        if (note != null) {
            notes.add(note);
        }
        ScriptOrder chosen = order;
        names.sort(layout.runningOrder(chosen == null ? layout.defaultOrder() : chosen));
        for (Map.Entry<String, List<ScriptName>> group :
                layout.byIdentity(names).entrySet()) {
            if (group.getValue().size() > 1) {
                duplicates.add(new DuplicateScript(
                        group.getKey(),
                        group.getValue().stream()
                                .map(name -> name.file().file())
                                .toList()));
            }
        }
        names.forEach(this::read);
        return new ScriptSet(layout, scripts, unreadable, leftOut, duplicates, notes);
    }

    private void read(ScriptName name) {
        ScriptFile file = name.file();
        String text = "";
        try {
            text = reader.text(file.bytes());
            SourceText source = SourceText.of(file.file(), text);
            List<ScriptPart> parts = layout.parts(name, source);
            if (parts.isEmpty()) {
                leftOut.add(new LeftOutScript(file.file(), "nothing in it goes up"));
            }
            for (ScriptPart part : parts) {
                scripts.add(script(name, part, source));
            }
        } catch (ScriptReader.NotReadableException e) {
            unreadable.add(new UnreadableScript(
                    file.path(),
                    name.kind(),
                    name.version(),
                    file.file(),
                    e.line() == 0 ? null : Integer.valueOf(e.line()),
                    text.isEmpty() ? "" : reader.hash(text),
                    e.getMessage()));
        }
    }

    private MigrationScript script(ScriptName name, ScriptPart part, SourceText source) {
        ScriptFile file = name.file();
        return new MigrationScript(
                part.path(file),
                part.kind(),
                name.version(),
                phases.phase(file),
                reader.hash(part.text()),
                source,
                part.sections());
    }
}
