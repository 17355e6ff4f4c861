package io.github.schemacompat.script;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What a changelog in XML, YAML or JSON consists of: includes, properties and changesets, in their order. What the changesets do is
 * Liquibase's to say.
 */
final class ChangelogFile {
    private static final Set<String> ENTRIES = Set.of("include", "includeAll", "changeSet", "property");

    private ChangelogFile() {}

    /**
     * An entry.
     *
     * @param kind {@code include}, {@code includeAll}, {@code changeSet} or {@code property}
     * @param values its plain attributes by name in lower case
     * @param line where it stands, one-based
     */
    record Entry(String kind, Map<String, String> values, int line) {
        String value(String name) {
            return values.getOrDefault(name, "");
        }
    }

    static boolean isOne(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    /** @throws CannotReadException if it can't be parsed, or names things outside of it */
    static List<Entry> read(ScriptTree tree, String file) {
        byte[] bytes = tree.content(file);
        return file.toLowerCase(Locale.ROOT).endsWith(".xml") ? xml(file, bytes) : yaml(file, bytes);
    }

    private static List<Entry> xml(String file, byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Entry> entries = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new CannotReadException(
                            "changelog-entity",
                            "The changelog declares or uses an entity, which is not resolved: it could stand for any file.",
                            "Write what it stands for, or include a changelog.",
                            file,
                            reader.getLocation().getLineNumber());
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 2 && ENTRIES.contains(reader.getLocalName())) {
                        entries.add(entry(reader));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } catch (XMLStreamException e) {
            throw broken(file, e.getLocation().getLineNumber(), String.valueOf(e.getMessage()));
        }
        return entries;
    }

    private static Entry entry(XMLStreamReader reader) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            values.put(reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT), reader.getAttributeValue(i));
        }
        return new Entry(reader.getLocalName(), values, reader.getLocation().getLineNumber());
    }

    private static List<Entry> yaml(String file, byte[] bytes) {
        List<Entry> entries = new ArrayList<>();
        try {
            Optional<Node> root = new Compose(
                            LoadSettings.builder().setLabel(file).build())
                    .composeInputStream(new ByteArrayInputStream(bytes));
            Node changelog = root.map(node -> value(node, "databaseChangeLog")).orElse(null);
            if (changelog instanceof SequenceNode sequence) {
                sequence.getValue().forEach(node -> addEntries(node, entries));
            }
        } catch (MarkedYamlEngineException e) {
            throw broken(
                    file,
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(null),
                    String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw broken(file, null, String.valueOf(e.getMessage()));
        }
        return entries;
    }

    private static void addEntries(Node node, List<Entry> entries) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && ENTRIES.contains(key.getValue())) {
                    int line =
                            key.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                    entries.add(new Entry(key.getValue(), scalars(tuple.getValueNode()), line));
                }
            }
        }
    }

    private static Map<String, String> scalars(Node node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                    values.put(key.getValue().toLowerCase(Locale.ROOT), value.getValue());
                }
            }
        }
        return values;
    }

    private static @Nullable Node value(Node node, String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private static CannotReadException broken(String file, @Nullable Integer line, String problem) {
        return new CannotReadException(
                "changelog-not-readable",
                "The changelog can't be parsed: " + problem.strip().replaceAll("\\s+", " "),
                "Correct the file.",
                file,
                line);
    }
}
