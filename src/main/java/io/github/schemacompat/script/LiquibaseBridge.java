package io.github.schemacompat.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks the Liquibase that the user brought along what its changesets are in SQL. With {@link LiquibasePreconditions}
 * the only class that names Liquibase; it is loaded when a changelog needs it.
 */
final class LiquibaseBridge {
    /** Changes that move rows and tell the tool things; reading their files or the database is not needed. */
    private static final Set<String> NO_SCHEMA = Set.of(
            "loaddata", "loadupdatedata", "insert", "update", "delete", "tagdatabase", "output", "empty", "stop");

    /** Changes that are programs. */
    private static final Set<String> PROGRAMS = Set.of("customchange", "executecommand");

    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+\\.\\d*");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");

    private final ScriptTree tree;
    private final List<String> roots;
    private final LiquibaseSettings settings;

    /**
     * @param roots what paths in changelogs may be relative to, each ending with a slash or empty
     * @param settings what the project says to Liquibase
     */
    LiquibaseBridge(ScriptTree tree, List<String> roots, LiquibaseSettings settings) {
        this.tree = tree;
        this.roots = roots;
        this.settings = settings;
    }

    /**
     * A changeset's SQL.
     *
     * @param sql statements, each ended by the delimiter
     * @param problem what Liquibase can't say without a database, or empty
     * @param condition what has to hold before it runs, or null
     * @param otherwise what happens where it doesn't
     */
    record Rendered(
            String sql, String problem, Precondition.@Nullable Condition condition, Precondition.Otherwise otherwise) {}

    /**
     * The SQL of all changesets that a changelog leads to.
     *
     * @param changelog as Liquibase knows it
     * @param engine Liquibase's short name of it
     * @param delimiter what ends a statement for the engine
     * @return by {@code author:id} and file: {@code file::author:id}
     * @throws CannotReadException if Liquibase refuses the changelog
     */
    Map<String, Rendered> render(String changelog, String engine, String delimiter) {
        try (Tree resources = new Tree()) {
            // it tells its log what it reads; a change that names a file asks the scope for it, not the parser
            return Scope.child(
                    Map.of(
                            Scope.Attr.logService.name(),
                            new NoOpLogService(),
                            Scope.Attr.resourceAccessor.name(),
                            resources),
                    () -> quietly(changelog, engine, delimiter, resources));
        } catch (CannotReadException e) {
            throw e;
        } catch (Exception e) {
            throw new CannotReadException(
                            "changelog-refused",
                            "Liquibase can't read the changelog: " + firstLine(e),
                            "Correct it as Liquibase says. A class that a changelog names has to be among the <dependencies> of"
                                    + " this plugin, as Liquibase is.",
                            changelog,
                            null)
                    .because(e);
        }
    }

    private Map<String, Rendered> quietly(String changelog, String engine, String delimiter, Tree resources)
            throws LiquibaseException {
        Database database = DatabaseFactory.getInstance()
                .openDatabase("offline:" + engine + "?outputLiquibaseSql=none", null, null, null, resources);
        DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                .getParser(changelog, resources)
                .parse(changelog, parameters(database), resources);
        requireRuns(parsed.getPreconditions(), changelog, database);
        Map<String, Rendered> rendered = new LinkedHashMap<>();
        for (ChangeSet changeSet : parsed.getChangeSets()) {
            rendered.put(
                    key(changeSet.getFilePath(), changeSet.getAuthor(), changeSet.getId()),
                    rendered(changeSet, database, delimiter));
        }
        return rendered;
    }

    /** What a whole changelog asks, it asks once of a database as it was then; but which engine it is doesn't change. */
    private static void requireRuns(@Nullable PreconditionContainer asked, String changelog, Database database) {
        if (asked == null) {
            return;
        }
        // those of a changelog and of what it includes stand side by side, each with what happens where they don't hold
        for (liquibase.precondition.Precondition part : asked.getNestedPreconditions()) {
            if (part instanceof PreconditionContainer inner) {
                requireRuns(inner, changelog, database);
            }
        }
        Precondition.Condition condition = new LiquibasePreconditions(database).condition(asked);
        if (condition != null
                && Boolean.FALSE.equals(Precondition.known(condition))
                && LiquibasePreconditions.otherwise(asked) == Precondition.Otherwise.HALT
                && asked.getNestedPreconditions().stream().noneMatch(PreconditionContainer.class::isInstance)) {
            throw new CannotReadException(
                    "changelog-does-not-run",
                    "Liquibase runs nothing of the changelog on " + database.getShortName() + ": its preconditions are "
                            + condition.words() + ".",
                    "Set the parameter 'dialect' to the database that it is for, or correct its preConditions.",
                    changelog,
                    null);
        }
    }

    private ChangeLogParameters parameters(Database database) {
        ChangeLogParameters parameters = new ChangeLogParameters(database);
        parameters.setContexts(new Contexts(settings.contexts()));
        parameters.setLabels(new LabelExpression(settings.labels()));
        settings.parameters().forEach(parameters::set);
        return parameters;
    }

    static String key(String file, String author, String id) {
        String plain = file.startsWith("classpath:") ? file.substring("classpath:".length()) : file;
        return plain + "::" + author + ":" + id;
    }

    /** As Liquibase takes an id that YAML 1.1 reads as a number: 2.10 is 2.1 to it, and 010 is 8. */
    static String asNumber(String id) {
        String digits = id.replace("_", "");
        try {
            if (DECIMAL.matcher(digits).matches()) {
                return String.valueOf(Double.parseDouble(digits));
            }
            if (OCTAL.matcher(digits).matches()) {
                return String.valueOf(Long.parseLong(digits, 8));
            }
            return String.valueOf(Long.parseLong(digits));
        } catch (NumberFormatException notANumber) {
            return id;
        }
    }

    private static Rendered rendered(ChangeSet changeSet, Database database, String delimiter) {
        LiquibasePreconditions preconditions = new LiquibasePreconditions(database);
        StringBuilder text = new StringBuilder();
        for (Change change : changeSet.getChanges()) {
            String name = change.getSerializedObjectName().toLowerCase(Locale.ROOT);
            if (NO_SCHEMA.contains(name)) {
                continue;
            }
            try {
                if (PROGRAMS.contains(name) || change.generateStatementsVolatile(database)) {
                    return unreadable(change.getSerializedObjectName() + " runs a program, or asks the database");
                }
                for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(change, database)) {
                    text.append(sql.toSql()).append(delimiter);
                }
            } catch (RuntimeException e) {
                return unreadable(change.getSerializedObjectName() + ": " + firstLine(e));
            }
        }
        return new Rendered(
                text.toString(),
                "",
                preconditions.condition(changeSet.getPreconditions()),
                LiquibasePreconditions.otherwise(changeSet.getPreconditions()));
    }

    private static Rendered unreadable(String problem) {
        return new Rendered("", problem, null, Precondition.Otherwise.HALT);
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    /** The project's files as Liquibase looks for them. */
    private final class Tree extends AbstractResourceAccessor {
        @Override
        public List<Resource> search(String path, boolean recursive) {
            List<Resource> found = new ArrayList<>();
            for (String root : roots) {
                String folder = tree.relative(root + stripped(path));
                if (tree.kind(folder) == ScriptTree.Kind.FOLDER) {
                    String prefix = folder.isEmpty() ? "" : folder + "/";
                    for (ScriptTree.Entry entry : tree.below(folder)) {
                        String below = entry.path().substring(prefix.length());
                        if (entry.kind() == ScriptTree.Kind.FILE && (recursive || below.indexOf('/') < 0)) {
                            found.add(new TreeResource(stripped(path) + "/" + below, entry.path()));
                        }
                    }
                    return found;
                }
            }
            return found;
        }

        @Override
        public List<Resource> getAll(String path) {
            for (String root : roots) {
                String file = tree.relative(root + stripped(path));
                if (tree.kind(file) == ScriptTree.Kind.FILE) {
                    return List.of(new TreeResource(stripped(path), file));
                }
            }
            return List.of();
        }

        @Override
        public List<String> describeLocations() {
            return roots;
        }

        @Override
        public void close() {}

        private static String stripped(String path) {
            String plain = path.replace('\\', '/');
            plain = plain.startsWith("classpath:") ? plain.substring("classpath:".length()) : plain;
            plain = plain.startsWith("/") ? plain.substring(1) : plain;
            return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        }
    }

    private final class TreeResource extends AbstractResource {
        private final String file;

        TreeResource(String path, String file) {
            super(
                    path,
                    URI.create("tree:/" + java.net.URLEncoder.encode(file, java.nio.charset.StandardCharsets.UTF_8)));
            this.file = file;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(tree.content(file));
        }

        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public boolean exists() {
            return tree.kind(file) == ScriptTree.Kind.FILE;
        }

        @Override
        public Resource resolve(String other) {
            return new TreeResource(getPath() + "/" + other, tree.relative(file + "/" + other));
        }

        @Override
        public Resource resolveSibling(String other) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            return new TreeResource(resolveSiblingPath(other), tree.relative(folder + other));
        }

        @Override
        public OutputStream openOutputStream(OpenOptions options) throws IOException {
            throw new IOException("nothing is written");
        }
    }
}
