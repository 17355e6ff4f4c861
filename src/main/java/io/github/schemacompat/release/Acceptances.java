package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The reviewed exceptions of a project: {@code {"format": 1, "accepted": [{"rule", "script", "hash", "reason",
 * "until"}]}}.
 *
 * @param file as it is shown
 * @param accepted in the order of the file
 */
public record Acceptances(String file, List<Acceptance> accepted) {
    private static final int FORMAT = 1;
    private static final String CODE = "accepted-unreadable";

    public Acceptances {
        accepted = List.copyOf(accepted);
    }

    /**
     * Reads the file; none is no exceptions.
     *
     * @param base the project's folder
     * @param file relative to it
     * @throws CannotReadException if it can't be read, or is not of the format above
     */
    public static Acceptances read(Path base, String file) {
        try {
            return parse(Files.readString(base.resolve(file)), file);
        } catch (NoSuchFileException e) {
            return new Acceptances(file, List.of());
        } catch (IOException e) {
            throw new CannotReadException(
                            CODE,
                            file + " can't be read: " + JsonSource.reason(base.resolve(file), e) + ".",
                            "Check that it is a readable UTF-8 file.",
                            file,
                            null)
                    .because(e);
        }
    }

    static Acceptances parse(String text, String file) {
        JsonSource source = new JsonSource(
                file, CODE, "Correct the file; an entry has rule, script, hash, reason and perhaps until.");
        JsonObjectNode root = source.parse(text);
        int format = root.integer("format");
        if (format != FORMAT) {
            throw root.problem("has format " + format + ", but this version of the plugin reads format " + FORMAT);
        }
        return new Acceptances(file, root.read(node -> node.objects("accepted", Acceptances::acceptance)));
    }

    private static Acceptance acceptance(JsonObjectNode node) {
        String until = node.optionalString("until");
        Acceptance acceptance = new Acceptance(
                node.string("rule"),
                node.string("script"),
                node.string("hash"),
                node.string("reason"),
                until,
                node.line());
        if (acceptance.reason().isBlank()) {
            throw node.problem("accepts a finding without a reason");
        }
        if (until != null && Until.of(until).isEmpty()) {
            throw node.problem("has an 'until' that is neither a version nor a date: " + until);
        }
        return acceptance;
    }

    /** The exception for a rule's finding on a script with this content. */
    public Optional<Acceptance> find(String rule, String script, String hash) {
        return accepted.stream()
                .filter(each -> each.rule().equals(rule)
                        && each.script().equals(script)
                        && each.hash().equals(hash))
                .findFirst();
    }
}
