package io.github.schemacompat.maven;

import io.github.schemacompat.script.ProjectSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads from a POM what it says of the project's migrations. */
final class ProjectOfMaven {
    private static final Map<String, String> TOOLS = Map.of(
            "org.flywaydb:flyway-maven-plugin", "flyway.",
            "com.redgate.flyway:flyway-maven-plugin", "flyway.",
            "org.liquibase:liquibase-maven-plugin", "liquibase.");
    /** By convention of projects that filter it into Spring's configuration, and what people give to Spring itself. */
    private static final String ACTIVE_PROFILES = "spring.profiles.active";
    /** Where a module's scripts are searched for; elsewhere in it lie other modules, tests and copies. */
    private static final String SEARCHED = "src/main";

    private ProjectOfMaven() {}

    /** @param user what is set on Maven's command line, which wins */
    static ProjectSettings settings(MavenProject project, Properties user, Path base) {
        Map<String, String> values = new TreeMap<>();
        for (String name : project.getProperties().stringPropertyNames()) {
            if (name.startsWith("flyway.") || name.startsWith("liquibase.") || name.equals(ACTIVE_PROFILES)) {
                values.put(name, project.getProperties().getProperty(name));
            }
        }
        for (Plugin plugin : project.getBuildPlugins()) {
            String prefix = TOOLS.get(plugin.getKey());
            if (prefix != null) {
                for (PluginExecution execution : plugin.getExecutions()) {
                    flatten(prefix, execution.getConfiguration(), values);
                }
                flatten(prefix, plugin.getConfiguration(), values);
            }
        }
        String active = user.getProperty(ACTIVE_PROFILES);
        if (active != null) {
            values.put(ACTIVE_PROFILES, active);
        }
        return new ProjectSettings(values, resources(project, base), SEARCHED);
    }

    private static void flatten(String prefix, Object configuration, Map<String, String> values) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                flattenElement(prefix + child.getName(), child, values);
            }
        }
    }

    private static void flattenElement(String key, Xpp3Dom element, Map<String, String> values) {
        if (element.getChildCount() == 0) {
            if (element.getValue() != null) {
                values.put(key, element.getValue().strip());
            }
        } else if (key.endsWith(".placeholders") || key.endsWith(".expressionVariables")) {
            flatten(key + ".", element, values);
        } else {
            List<String> each = new ArrayList<>();
            for (Xpp3Dom child : element.getChildren()) {
                each.add(String.valueOf(child.getValue()).strip());
            }
            values.put(key, String.join(",", each));
        }
    }

    private static List<String> resources(MavenProject project, Path base) {
        List<String> folders = new ArrayList<>();
        for (Resource resource : project.getBuild().getResources()) {
            Path folder = base.resolve(resource.getDirectory()).normalize();
            folders.add((folder.startsWith(base) ? base.relativize(folder) : folder)
                    .toString()
                    .replace('\\', '/'));
        }
        return folders.isEmpty() ? ProjectSettings.NONE.resources() : folders;
    }
}
