package io.github.schemacompat.script;

import java.util.List;

/**
 * Several scripts that a migration tool takes for one.
 *
 * @param what what they share: 'version 2.1', 'description add name'
 * @param files relative to the base, with {@code /}
 */
public record DuplicateScript(String what, List<String> files) {
    public DuplicateScript {
        files = List.copyOf(files);
    }
}
