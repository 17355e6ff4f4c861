package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script in a file: the whole file, or one of the changesets in it.
 *
 * @param id what tells it from the others in the file, or empty where it is the only one
 * @param kind what the migration tool does with it
 * @param sections what is run, in order; what lies between them is not
 */
record ScriptPart(String id, ScriptKind kind, List<Section> sections) {
    ScriptPart {
        sections = List.copyOf(sections);
    }

    static ScriptPart whole(ScriptKind kind, SourceText source) {
        return of(kind, List.of(new Section("", source.whole())));
    }

    /** The only script of its file. */
    static ScriptPart of(ScriptKind kind, List<Section> sections) {
        return new ScriptPart("", kind, sections);
    }

    /** What makes it the same script in two releases. */
    String path(ScriptFile file) {
        return id.isEmpty() ? file.path() : file.path() + "::" + id;
    }

    /** What is run, without what lies between. */
    String text() {
        if (sections.size() == 1) {
            return sections.get(0).span().text();
        }
        return sections.stream().map(section -> section.span().text()).collect(Collectors.joining("\n"));
    }
}
