package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A migration script, decoded.
 *
 * @param path below the script root, with {@code /}; with no version it is the script's identity
 * @param kind what the migration tool does with it
 * @param version its version, or null where the layout has none
 * @param phase when it runs in a deployment
 * @param sha256 hash of the text with line ends, BOM and trailing white space evened out, in hexadecimal
 * @param source its text; {@code source.file()} is the path that people see
 * @param sections its parts, in order
 * @param precondition what has to hold for it to run, or null
 */
public record MigrationScript(
        String path,
        ScriptKind kind,
        @Nullable MigrationVersion version,
        Phase phase,
        String sha256,
        SourceText source,
        List<Section> sections,
        @Nullable Precondition precondition) {
    public MigrationScript {
        sections = List.copyOf(sections);
    }

    /** A script that runs whatever is there. */
    public MigrationScript(
            String path,
            ScriptKind kind,
            @Nullable MigrationVersion version,
            Phase phase,
            String sha256,
            SourceText source,
            List<Section> sections) {
        this(path, kind, version, phase, sha256, source, sections, null);
    }

    /**
     * A script of one section.
     *
     * @param file the path that people see
     * @param reader hashes the text
     */
    static MigrationScript of(
            String path,
            ScriptKind kind,
            @Nullable MigrationVersion version,
            Phase phase,
            String file,
            String text,
            ScriptReader reader) {
        SourceText source = SourceText.of(file, text);
        return new MigrationScript(
                path, kind, version, phase, reader.hash(text), source, List.of(new Section("", source.whole())));
    }

    public MigrationScript withPhase(Phase value) {
        return new MigrationScript(path, kind, version, value, sha256, source, sections, precondition);
    }

    /** What is run of its text. */
    public String text() {
        return sections.stream().map(section -> section.span().text()).collect(Collectors.joining("\n"));
    }

    /** The line of the file on which {@link #text} begins, one-based. */
    public int firstLine() {
        return sections.isEmpty() ? 1 : sections.get(0).span().startPosition().line();
    }

    /** Of what tells scripts apart; the text is long. */
    @Override
    public int hashCode() {
        return path.hashCode() * 31 + sha256.hashCode();
    }

    /** What makes it the same script in two releases: its version, else its path. */
    public String identity() {
        MigrationVersion known = version;
        return kind == ScriptKind.VERSIONED && known != null ? "version " + known.numbers() : "path " + path;
    }

    /** The same for the same script with the same text. */
    public String identityAndText() {
        return identity() + " " + sha256;
    }
}
