package io.github.schemacompat.release;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.schemacompat.file.FileProblem;
import io.github.schemacompat.script.CannotReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON file that people may have edited or merged.
 *
 * @param file as it is shown
 * @param code of the errors in it
 * @param remedy what to do about an error in it
 */
record JsonSource(String file, String code, String remedy) {
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(?:<{7}|>{7}|\\|{7})(?: .*)?$|^={7}$");
    private static final List<String> MARKS = List.of("<<<<<<<", ">>>>>>>", "|||||||", "=======");
    private static final Pattern POSITION = Pattern.compile("(?s) at line \\d+ column \\d+ path .*");

    /** @throws CannotReadException if the text is no JSON object */
    JsonObjectNode parse(String text) {
        Matcher conflict = CONFLICT.matcher(text);
        // a search for the few signs is much cheaper than the expression on megabytes
        if (MARKS.stream().anyMatch(text::contains) && conflict.find()) {
            throw new CannotReadException(
                    code,
                    file + " holds an unresolved merge conflict.",
                    "Don't merge it by hand: " + lowerFirst(remedy),
                    file,
                    lineOf(text, conflict.start()));
        }
        JsonReader in = JsonDocument.reader(text);
        JsonDocument document = new JsonDocument(this, text);
        try {
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw problem(JsonDocument.line(in), "is no JSON object");
            }
            JsonObjectNode root = (JsonObjectNode) document.value(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw problem(JsonDocument.line(in), "goes on behind its end");
            }
            return root;
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage()).split("\n", 2)[0];
            message = POSITION.matcher(message).replaceAll("");
            // what the reader says of malformed text is advice for its callers
            String why = message.contains("JsonReader") ? "" : ": " + message;
            throw problem(JsonDocument.line(in), "is no valid JSON" + why).because(e);
        }
    }

    CannotReadException problem(int line, String message) {
        return new CannotReadException(code, file + " " + message + ".", remedy, file, line);
    }

    /** Why a file could not be read, in a word or two. */
    static String reason(Path file, IOException e) {
        return Files.isDirectory(file) ? "it is a folder" : FileProblem.reason(e);
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
