package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.ScriptTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit as if they lay in the project's folder. */
final class CommitTree implements ScriptTree {
    private final Repository repository;
    private final ObjectId tree;
    private final Path base;
    private final Path baseOnDisk;
    private final Path workTree;
    private final Map<ObjectId, byte[]> blobs;
    /** What the listing of a folder told already; looking a path up again costs more than reading its file. */
    private final Map<String, ObjectId> listed = new HashMap<>();

    /** @param blobs contents that were read for another commit; most files are the same in many */
    CommitTree(Repository repository, ObjectId tree, Path base, Map<ObjectId, byte[]> blobs) throws IOException {
        this.repository = repository;
        this.tree = tree;
        this.blobs = blobs;
        this.base = base.toAbsolutePath().normalize();
        this.baseOnDisk = base.toRealPath();
        this.workTree = repository.getWorkTree().toPath().toRealPath();
    }

    @Override
    public String relative(String path) {
        return slashes(base.relativize(base.resolve(path).normalize()));
    }

    @Override
    public Kind kind(String path) {
        String inRepository = inRepository(path);
        if (inRepository.isEmpty()) {
            return Kind.FOLDER;
        }
        String[] names = inRepository.split("/");
        String at = "";
        FileMode mode = FileMode.MISSING;
        for (String name : names) {
            at = at.isEmpty() ? name : at + "/" + name;
            mode = mode(at);
            requireOrdinary(mode, at);
            if (mode == FileMode.MISSING) {
                return Kind.MISSING;
            }
        }
        return mode == FileMode.TREE ? Kind.FOLDER : Kind.FILE;
    }

    private FileMode mode(String inRepository) {
        try (TreeWalk walk = TreeWalk.forPath(repository, inRepository, tree)) {
            return walk == null ? FileMode.MISSING : walk.getFileMode();
        } catch (IOException e) {
            throw GitRepository.unreadable(e);
        }
    }

    private static void requireOrdinary(FileMode mode, String path) {
        if (mode == FileMode.GITLINK) {
            throw new CannotReadException(
                    "git-submodule",
                    path + " is a submodule in the released commit, and its files are not in this repository.",
                    "Use snapshots as the baseline, or directory:<path> with a copy of the released scripts.",
                    path,
                    null);
        }
        if (mode == FileMode.SYMLINK) {
            throw new CannotReadException(
                    "git-link",
                    path + " is a symbolic link in the released commit, which is not followed there.",
                    "Set 'releasedScripts' to the place where the scripts really lay.",
                    path,
                    null);
        }
    }

    @Override
    public List<Entry> below(String folder) {
        String root = inRepository(folder);
        List<Entry> found = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(root.isEmpty() ? tree : folderTree(root));
            while (walk.next()) {
                String path = root.isEmpty() ? walk.getPathString() : root + "/" + walk.getPathString();
                FileMode mode = walk.getFileMode();
                if (mode == FileMode.TREE) {
                    found.add(new Entry(fromBase(path), Kind.FOLDER));
                    walk.enterSubtree();
                } else {
                    if (mode == FileMode.GITLINK) {
                        requireOrdinary(mode, path);
                    }
                    if (mode != FileMode.SYMLINK) {
                        listed.put(path, walk.getObjectId(0));
                    }
                    found.add(new Entry(fromBase(path), Kind.FILE));
                }
            }
        } catch (IOException e) {
            throw GitRepository.unreadable(e);
        }
        found.sort(Comparator.comparing(Entry::path));
        return found;
    }

    private ObjectId folderTree(String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            if (walk == null) {
                throw new IOException("there is no folder " + path);
            }
            return walk.getObjectId(0);
        }
    }

    @Override
    public byte[] content(String file) {
        String path = inRepository(file);
        try {
            ObjectId known = listed.get(path);
            ObjectId blob = known == null ? blob(path) : known;
            byte[] read = blobs.get(blob);
            if (read == null) {
                read = repository.open(blob).getBytes();
                blobs.put(blob, read);
            }
            return read.clone();
        } catch (IOException e) {
            throw GitRepository.unreadable(e);
        }
    }

    private ObjectId blob(String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
            if (walk == null) {
                throw new IOException("there is no file " + path);
            }
            requireOrdinary(walk.getFileMode(), path);
            return walk.getObjectId(0);
        }
    }

    private String inRepository(String path) {
        Path absolute = baseOnDisk.resolve(path).normalize();
        if (!absolute.startsWith(workTree)) {
            throw new CannotReadException(
                    "git-outside",
                    "The scripts '" + path + "' lie outside the git repository.",
                    "Set 'releasedScripts' to a path in the repository, or use snapshots as the baseline.",
                    path,
                    null);
        }
        return slashes(workTree.relativize(absolute));
    }

    private String fromBase(String inRepository) {
        return slashes(baseOnDisk.relativize(workTree.resolve(inRepository)));
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
