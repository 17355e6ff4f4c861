package io.github.schemacompat.release;

import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.ScriptFinder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code directory:[name=]<path>}: a copy of the scripts as they were released. */
final class DirectoryBaseline extends Baseline {
    private static final Pattern NAMED = Pattern.compile("([^=/\\\\]+)=(.+)");

    private final String name;
    private final String path;

    private DirectoryBaseline(String name, String path) {
        this.name = name;
        this.path = path;
    }

    static DirectoryBaseline of(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return new DirectoryBaseline(named.group(1).strip(), named.group(2).strip());
        }
        String path = text.replace('\\', '/').replaceAll("/+$", "");
        return new DirectoryBaseline(path.substring(path.lastIndexOf('/') + 1), text);
    }

    @Override
    public FoundReleases find(BaselineRequest request) {
        ScriptFinder finder = new ScriptFinder(new DiskTree(request.base()), request.layout());
        ReleasedScripts release = new ReleasedScripts(name, request.arrange(finder.find(List.of(path), "baseline")));
        return new FoundReleases(List.of(release), "directory " + path + " as " + name, List.of());
    }
}
