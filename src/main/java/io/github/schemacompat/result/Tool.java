package io.github.schemacompat.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What made a result.
 *
 * @param name artifactId of the plugin
 * @param version its version
 */
public record Tool(String name, String version) {
    /** The plugin that is running. */
    public static Tool running() {
        Properties properties = new Properties();
        try (InputStream in = Tool.class.getResourceAsStream("tool.properties")) {
            if (in == null) {
                throw new IllegalStateException("tool.properties is missing in the plugin's jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tool(properties.getProperty("name"), properties.getProperty("version"));
    }
}
