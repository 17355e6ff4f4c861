package io.github.schemacompat.pairs;

import io.github.schemacompat.release.ReleaseVersion;
import io.github.schemacompat.script.AntPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The scripts of every release tag of a git repository, which may be bare. */
final class TaggedScripts implements AutoCloseable {
    private final Repository repository;
    private final List<AntPattern> patterns;
    private final Map<ObjectId, String> texts = new HashMap<>();

    /**
     * @param gitDirectory of the repository
     * @param paths folders of scripts, or Ant patterns
     */
    TaggedScripts(Path gitDirectory, List<String> paths) {
        try {
            repository = new FileRepositoryBuilder()
                    .setGitDir(gitDirectory.toFile())
                    .setMustExist(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        patterns = paths.stream()
                .map(path -> AntPattern.of(AntPattern.isPattern(path) ? path : path + "/**/*.sql"))
                .toList();
    }

    /**
     * The tags that are releases, lowest first.
     *
     * @param form of the tags; what its group {@code version}, or its first number on, says is their version
     */
    List<String> tags(Pattern form) {
        record Tag(String name, ReleaseVersion version) {}
        List<Tag> tags = new ArrayList<>();
        try {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/tags/")) {
                String name = ref.getName().substring("refs/tags/".length());
                Matcher matcher = form.matcher(name);
                if (matcher.matches()) {
                    Optional<ReleaseVersion> version = ReleaseVersion.parse(name.replaceFirst("^\\D*", ""));
                    version.ifPresent(known -> tags.add(new Tag(name, known)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tags.sort(Comparator.comparing(Tag::version).thenComparing(Tag::name));
        return tags.stream().map(Tag::name).toList();
    }

    /** Path to text. */
    SortedMap<String, String> at(String tag) {
        SortedMap<String, String> scripts = new TreeMap<>();
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk files = new TreeWalk(repository)) {
            files.addTree(
                    commits.parseCommit(repository.resolve("refs/tags/" + tag)).getTree());
            files.setRecursive(true);
            while (files.next()) {
                String path = files.getPathString();
                if (patterns.stream().anyMatch(pattern -> pattern.matches(path))) {
                    scripts.put(path, text(files.getObjectId(0)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }

    private String text(ObjectId blob) throws IOException {
        String known = texts.get(blob);
        if (known == null) {
            known = new String(repository.open(blob).getBytes(), StandardCharsets.UTF_8);
            texts.put(blob, known);
        }
        return known;
    }

    @Override
    public void close() {
        repository.close();
    }
}
