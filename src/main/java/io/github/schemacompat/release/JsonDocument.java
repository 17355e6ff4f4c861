package io.github.schemacompat.release;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.schemacompat.script.CannotReadException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text and its places. Objects and fields are numbered in the order in which they begin; the line of one is looked
 * for only when it is asked for, because the reader says its line at the price of describing its whole path.
 */
final class JsonDocument {
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");

    private final JsonSource source;
    private final String text;
    private int places;

    JsonDocument(JsonSource source, String text) {
        this.source = source;
        this.text = text;
    }

    static JsonReader reader(String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        return in;
    }

    /** The line in which the reader is, one-based. */
    static int line(JsonReader in) {
        Matcher line = LINE.matcher(in.toString());
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }

    CannotReadException problem(int place, String message) {
        return source.problem(lineOf(place), message);
    }

    /** The line of an object or a field, one-based. */
    int lineOf(int place) {
        try {
            JsonReader in = reader(text);
            int passed = 0;
            while (true) {
                switch (in.peek()) {
                    case BEGIN_OBJECT -> {
                        if (++passed == place) {
                            return line(in);
                        }
                        in.beginObject();
                    }
                    case NAME -> {
                        in.nextName();
                        if (++passed == place) {
                            return line(in);
                        }
                    }
                    case END_OBJECT -> in.endObject();
                    case BEGIN_ARRAY -> in.beginArray();
                    case END_ARRAY -> in.endArray();
                    case END_DOCUMENT ->
                        throw new IllegalArgumentException("no place " + place + " in " + source.file());
                    default -> in.skipValue();
                }
            }
        } catch (IOException e) {
            // what is read up to a place has been read before
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Object value(JsonReader in) throws IOException {
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
            default -> throw source.problem(line(in), "has no value where one should be");
        };
    }

    private JsonObjectNode object(JsonReader in) throws IOException {
        int place = ++places;
        Map<String, JsonObjectNode.Field> fields = new LinkedHashMap<>();
        in.beginObject();
        while (in.peek() != JsonToken.END_OBJECT) {
            String name = in.nextName();
            int at = ++places;
            if (fields.containsKey(name)) {
                throw problem(at, "has two fields '" + name + "' in one object");
            }
            fields.put(name, new JsonObjectNode.Field(value(in), at));
        }
        in.endObject();
        return new JsonObjectNode(this, place, fields);
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
