package io.github.schemacompat.release;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.schemacompat.script.CannotReadException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file that people may have edited or merged.
 *
 * @param file as it is shown
 * @param code of the errors in it
 * @param remedy what to do about an error in it
 */
record JsonSource(String file, String code, String remedy) {
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(?:<{7}|>{7}|\\|{7})(?: .*)?$|^={7}$");
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");
    private static final Pattern POSITION = Pattern.compile("(?s) at line \\d+ column \\d+ path .*");

    /** @throws CannotReadException if the text is no JSON object */
    JsonObjectNode parse(String text) {
        Matcher conflict = CONFLICT.matcher(text);
        if (conflict.find()) {
            throw new CannotReadException(
                    code,
                    file + " holds an unresolved merge conflict.",
                    "Don't merge it by hand: " + lowerFirst(remedy),
                    file,
                    lineOf(text, conflict.start()));
        }
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        try {
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw problem(line(in), "is no JSON object");
            }
            JsonObjectNode root = (JsonObjectNode) value(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw problem(line(in), "goes on behind its end");
            }
            return root;
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage()).split("\n", 2)[0];
            message = POSITION.matcher(message).replaceAll("");
            // what the reader says of malformed text is advice for its callers
            String why = message.contains("JsonReader") ? "" : ": " + message;
            throw problem(line(in), "is no valid JSON" + why).because(e);
        }
    }

    CannotReadException problem(int line, String message) {
        return new CannotReadException(code, file + " " + message + ".", remedy, file, line);
    }

    /** Why a file could not be read, in a word or two. */
    static String reason(Path file, IOException e) {
        return Files.isDirectory(file) ? "it is a folder" : e.getClass().getSimpleName();
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The reader says its line only in its description. */
    private static int line(JsonReader in) {
        Matcher line = LINE.matcher(in.toString());
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }

    private @Nullable Object value(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> array(in);
            case STRING -> in.nextString();
            case NUMBER -> in.nextDouble();
            case BOOLEAN -> in.nextBoolean();
            case NULL -> {
                in.nextNull();
                yield null;
            }
            default -> throw problem(line(in), "has no value where one should be");
        };
    }

    private JsonObjectNode object(JsonReader in) throws IOException {
        int line = line(in);
        Map<String, JsonObjectNode.Field> fields = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            int at = line(in);
            if (fields.put(name, new JsonObjectNode.Field(value(in), at)) != null) {
                throw problem(at, "has two fields '" + name + "' in one object");
            }
        }
        in.endObject();
        return new JsonObjectNode(this, line, fields);
    }

    private List<@Nullable Object> array(JsonReader in) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            values.add(value(in));
        }
        in.endArray();
        return values;
    }
}
