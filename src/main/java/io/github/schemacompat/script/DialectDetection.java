package io.github.schemacompat.script;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the engine from words and signs that only one engine has, and from the names of folders. */
public final class DialectDetection {
    private static final Pattern NO_CODE = Pattern.compile("--[^\\r\\n]*|/\\*(?!!).*?\\*/|'[^']*'", Pattern.DOTALL);
    private static final int FOLDER_WEIGHT = 5;
    /** Folders that all scripts agree on outweigh what the scripts look like: H2 is often spoken to in another's words. */
    private static final int COMMON_FOLDER_WEIGHT = 1_000;

    private static final int DRIVER_WEIGHT = 4;
    /** A script can be about another database: one name alone proves little. */
    private static final int NAME_WEIGHT = 2;
    /** From this lead on more scripts can't change the picture. */
    private static final int CLEAR_LEAD = 60;

    /** So much of all scripts together is looked at, an equal share of each: thousands of them may say nothing at all. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final int LEAST_SHARE = 400;

    private static final List<Hint> HINTS = List.of(
            hint("sqlserver", "GO lines", 3, "(?m)^[ \\t]*GO[ \\t]*(?:\\d+[ \\t]*)?;?[ \\t]*\\r?$"),
            hint("sqlserver", "[names]", 2, "(?:^|[\\s.,(])\\[[a-z_][\\w $-]*\\](?=[\\s.,();]|$)"),
            hint("sqlserver", "NVARCHAR", 1, "\\bnvarchar\\b"),
            hint("sqlserver", "UNIQUEIDENTIFIER", 3, "\\buniqueidentifier\\b"),
            hint("sqlserver", "DATETIME2", 3, "\\bdatetime(?:2|offset)\\b"),
            hint("sqlserver", "IDENTITY(", 2, "\\bidentity\\s*\\(\\s*\\d+\\s*,"),
            hint("sqlserver", "dbo.", 2, "\\bdbo\\."),
            hint("sqlserver", "sp_rename", 3, "\\bsp_rename\\b"),
            hint("sqlserver", "OBJECT_ID(", 3, "\\b(?:object_id|col_length)\\s*\\("),
            hint("sqlserver", "NVARCHAR(MAX)", 3, "\\b(?:nvarchar|varchar|varbinary)\\s*\\(\\s*max\\s*\\)"),
            hint("sqlserver", "CLUSTERED", 2, "\\b(?:non)?clustered\\b"),
            hint("mysql", "ENGINE=", 3, "\\bengine\\s*=\\s*\\w+"),
            hint("mysql", "`names`", 2, "`[^`\\r\\n]+`"),
            hint("mysql", "AUTO_INCREMENT", 2, "\\bauto_increment\\b"),
            hint("mysql", "UNSIGNED", 2, "\\bunsigned\\b"),
            hint(
                    "mysql",
                    "CHARSET",
                    2,
                    "\\b(?:default\\s+)?(?:charset|character\\s+set)\\s*=?\\s*(?:utf8|latin1|ascii)"),
            hint("mysql", "DELIMITER", 3, "(?m)^[ \\t]*delimiter[ \\t]+\\S"),
            hint("mysql", "MODIFY", 1, "\\bmodify\\s+(?:column\\s+)?`?\\w+`?\\s+\\w"),
            hint("mysql", "DATETIME(6)", 1, "\\bdatetime\\s*\\(\\s*\\d\\s*\\)"),
            hint("mysql", "LONGTEXT", 2, "\\b(?:medium|long|tiny)(?:text|blob)\\b"),
            hint("mysql", "ON UPDATE CURRENT_TIMESTAMP", 3, "\\bon\\s+update\\s+current_timestamp\\b"),
            hint("mariadb", "CREATE OR REPLACE TABLE", 4, "\\bcreate\\s+or\\s+replace\\s+table\\b"),
            hint("mariadb", "SYSTEM VERSIONING", 4, "\\bwith(?:out)?\\s+system\\s+versioning\\b"),
            hint("mariadb", "ENGINE=Aria", 4, "\\bengine\\s*=\\s*(?:aria|columnstore|mroonga|spider)\\b"),
            hint("postgresql", "serial", 2, "\\b(?:big|small)?serial\\b"),
            hint("postgresql", "::casts", 3, "[\\w)\"]::\\s*[a-z_\"]"),
            hint("postgresql", "$$", 3, "\\$(?:[a-z_]\\w*)?\\$"),
            hint("postgresql", "timestamptz", 3, "\\btimestamptz\\b"),
            hint(
                    "postgresql",
                    "timestamp with time zone",
                    1,
                    "\\btimestamp\\s*(?:\\(\\d\\)\\s*)?with(?:out)?\\s+time\\s+zone\\b"),
            hint("postgresql", "jsonb", 3, "\\bjsonb\\b"),
            hint("postgresql", "bytea", 3, "\\bbytea\\b"),
            hint("postgresql", "plpgsql", 4, "\\bplpgsql\\b"),
            hint("postgresql", "CREATE EXTENSION", 4, "\\bcreate\\s+extension\\b"),
            hint(
                    "postgresql",
                    "ALTER COLUMN … TYPE",
                    1,
                    "\\balter\\s+(?:column\\s+)?(?!column\\b)\"?\\w+\"?\\s+(?:set\\s+data\\s+)?type\\s"),
            hint("postgresql", "CREATE TYPE … AS ENUM", 3, "\\bcreate\\s+type\\s+\\S+\\s+as\\s+enum\\b"),
            hint("postgresql", "USING gin", 3, "\\busing\\s+(?:gin|gist|brin|btree\\s*\\()"),
            hint("postgresql", "CONCURRENTLY", 2, "\\bconcurrently\\b"),
            hint("oracle", "VARCHAR2", 4, "\\bn?varchar2\\b"),
            hint("oracle", "NUMBER(", 2, "\\bnumber\\s*\\(\\s*(?:\\d+|\\*)"),
            hint("oracle", "lines with /", 2, "(?m)^/[ \\t]*\\r?$"),
            hint("oracle", "CLOB", 1, "\\bn?clob\\b"),
            hint("oracle", "SYSDATE", 2, "\\bsysdate\\b|\\bsystimestamp\\b"),
            hint("oracle", "MODIFY (", 2, "\\bmodify\\s*\\("),
            hint("oracle", "packages", 3, "\\bcreate\\s+(?:or\\s+replace\\s+)?package\\b"),
            hint("oracle", "EXECUTE IMMEDIATE", 1, "\\bexecute\\s+immediate\\b"),
            hint("oracle", "CASCADE CONSTRAINTS", 3, "\\bcascade\\s+constraints\\b"),
            hint("oracle", "SQL*Plus", 3, "(?im)^[ \\t]*(?:prompt|whenever\\s+sqlerror|set\\s+define)\\b"),
            hint(
                    "oracle",
                    "user_tables",
                    3,
                    "\\b(?:user|all|dba)_(?:tables|tab_columns|tab_cols|constraints|indexes)\\b"),
            hint("sqlite", "AUTOINCREMENT", 4, "\\bautoincrement\\b"),
            hint("sqlite", "PRAGMA", 4, "(?m)^\\s*pragma\\s+\\w"),
            hint("sqlite", "WITHOUT ROWID", 4, "\\bwithout\\s+rowid\\b"),
            hint("sqlite", "sqlite_ names", 4, "\\bsqlite_(?:master|schema|sequence)\\b"),
            hint("sqlite", "CREATE VIRTUAL TABLE", 4, "\\bcreate\\s+virtual\\s+table\\b"),
            hint("h2", "VARCHAR_IGNORECASE", 4, "\\bvarchar_ignorecase\\b"),
            hint("h2", "CREATE ALIAS", 4, "\\bcreate\\s+(?:or\\s+replace\\s+)?(?:force\\s+)?alias\\b"),
            hint("h2", "SET REFERENTIAL_INTEGRITY", 4, "\\bset\\s+referential_integrity\\b"),
            hint("h2", "SET MODE", 4, "\\bset\\s+mode\\s+\\w+"),
            hint("h2", "RANDOM_UUID()", 3, "\\brandom_uuid\\s*\\("),
            hint("h2", "LINKED TABLE", 4, "\\bcreate\\s+(?:force\\s+)?linked\\s+table\\b"),
            hint("hsqldb", "CREATE CACHED TABLE", 4, "\\bcreate\\s+(?:cached|memory)\\s+table\\b"),
            hint("hsqldb", "LONGVARCHAR", 2, "\\blongvarchar\\b"),
            hint("hsqldb", "SET DATABASE", 4, "\\bset\\s+(?:database|files)\\s+\\w+"),
            hint(
                    "hsqldb",
                    "DROP … IF EXISTS",
                    2,
                    "\\bdrop\\s+(?:table|index|view|sequence)\\s+\\S+\\s+if\\s+exists\\b"),
            hint("db2", "REORG TABLE", 4, "\\breorg\\s+table\\b"),
            hint("db2", "SYSIBM", 3, "\\b(?:sysibm|syscat|sysproc)\\."),
            hint("db2", "MODE DB2SQL", 4, "\\bmode\\s+db2sql\\b"),
            hint("db2", "SET DATA TYPE", 1, "\\balter\\s+(?:column\\s+)?\\w+\\s+set\\s+data\\s+type\\b"),
            hint("db2", "CURRENT TIMESTAMP", 2, "\\bcurrent[ ]+(?:timestamp|date|schema)\\b"),
            hint("db2", "WITH DEFAULT", 2, "\\bwith\\s+default\\b"),
            hint("db2", "ORGANIZE BY", 3, "\\borganize\\s+by\\s+(?:row|column|dimensions)\\b"),
            hint("db2", "NOT LOGGED INITIALLY", 3, "\\bnot\\s+logged\\s+initially\\b"));

    /** What looks like another engine's, but is taken by this one as well: what the project connects to decides then. */
    private static final Map<String, Set<String>> TAKEN_TOO = Map.of(
            "h2",
            Set.of(
                    "AUTO_INCREMENT",
                    "serial",
                    "::casts",
                    "bytea",
                    "VARCHAR2",
                    "NUMBER(",
                    "CLOB",
                    "NVARCHAR",
                    "LONGTEXT",
                    "DATETIME(6)",
                    "timestamp with time zone"),
            "mariadb",
            HINTS.stream()
                    .filter(hint -> hint.engine.equals("mysql"))
                    .map(hint -> hint.words)
                    .collect(Collectors.toUnmodifiableSet()));

    private static final List<Hint> MARIADB_HINTS =
            HINTS.stream().filter(hint -> hint.engine.equals("mariadb")).toList();

    private DialectDetection() {}

    /** A sign of an engine. */
    private record Hint(String engine, String words, int weight, Pattern pattern) {}

    private static Hint hint(String engine, String words, int weight, String regex) {
        return new Hint(engine, words, weight, Pattern.compile(regex, Pattern.CASE_INSENSITIVE));
    }

    /** What speaks for an engine: the sum of the weights, and how much each hint adds. */
    private static final class Score {
        private int sum;
        private final Map<String, Integer> byHint = new LinkedHashMap<>();

        void add(String words, int weight) {
            sum += weight;
            byHint.merge(words, weight, Integer::sum);
        }

        String strongestHints() {
            List<Map.Entry<String, Integer>> hints = new ArrayList<>(byHint.entrySet());
            hints.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
            return String.join(
                    ", ", hints.stream().limit(3).map(Map.Entry::getKey).toList());
        }
    }

    /**
     * Every script adds what it says once; the engine with the most wins, unless another one has as much. Once one is
     * far ahead, the other scripts are only asked which of MySQL and MariaDB it is.
     *
     * @param dependencies of the project, as {@code groupId:artifactId}: a driver speaks for its database, but one that runs
     *     inside the process only where the configuration speaks of no other
     * @param connected what the configuration speaks of, or null
     */
    public static DialectGuess detect(
            List<MigrationScript> scripts, Collection<String> dependencies, @Nullable DatabaseHint connected) {
        Map<String, Score> scores = new TreeMap<>();
        DatabaseDrivers.dialects(dependencies, connected == null ? null : connected.dialect())
                .forEach((engine, dependency) -> scores.computeIfAbsent(engine, name -> new Score())
                        .add("the dependency " + dependency, DRIVER_WEIGHT));
        // a file may be many scripts
        Collection<SourceText> files = scripts.stream()
                .map(MigrationScript::source)
                .collect(Collectors.toMap(
                        SourceText::file, Function.identity(), (one, again) -> one, LinkedHashMap::new))
                .values();
        files.forEach(file -> addFolders(scores, file.file()));
        int share = Math.max(LEAST_SHARE, MOST_CHARACTERS / Math.max(1, files.size()));
        commonFolder(files)
                .ifPresent(folder -> scores.get(Vendor.dialect(folder).orElseThrow()).sum += COMMON_FOLDER_WEIGHT);
        boolean clear = false;
        for (SourceText file : files) {
            List<Hint> hints = clear ? MARIADB_HINTS : HINTS;
            if (clear && scores.get("mysql") == null) {
                break;
            }
            String text = file.text();
            addHints(scores, text.length() <= share ? text : text.substring(0, share), hints);
            clear = clear || lead(scores) >= CLEAR_LEAD;
        }
        joinMariaDb(scores);
        if (connected != null && takesAll(connected.dialect(), scores)) {
            return new DialectGuess(Dialect.byId(connected.dialect()).orElseThrow(), connected.hint());
        }
        List<Map.Entry<String, Score>> ranked = ranked(scores);
        if (ranked.isEmpty()) {
            return new DialectGuess(null, "nothing in the scripts is particular to one database");
        }
        Map.Entry<String, Score> best = ranked.get(0);
        if (ranked.size() > 1 && ranked.get(1).getValue().sum == best.getValue().sum) {
            return new DialectGuess(
                    null, "the scripts speak for " + describe(best) + " as much as for " + describe(ranked.get(1)));
        }
        return Dialect.byId(best.getKey())
                .map(dialect -> new DialectGuess(dialect, "dialect: " + describe(best)))
                .orElseGet(() ->
                        new DialectGuess(null, "the scripts speak for " + describe(best) + ", which is not supported"));
    }

    /** Whether nothing that speaks for other engines is strange to this one. */
    private static boolean takesAll(String dialect, Map<String, Score> scores) {
        Set<String> taken = TAKEN_TOO.getOrDefault(dialect, Set.of());
        return !taken.isEmpty()
                && scores.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(dialect))
                        .allMatch(entry ->
                                taken.containsAll(entry.getValue().byHint.keySet()));
    }

    /** The folder named after a database that all files lie in. */
    private static Optional<String> commonFolder(Collection<SourceText> files) {
        Set<String> innermost = files.stream()
                .map(file -> Vendor.folders(file.file()).stream().reduce("", (outer, inner) -> inner))
                .collect(Collectors.toSet());
        return innermost.size() == 1
                ? innermost.stream().filter(folder -> !folder.isEmpty()).findFirst()
                : Optional.empty();
    }

    private static void addHints(Map<String, Score> scores, String text, List<Hint> hints) {
        String code = NO_CODE.matcher(text).replaceAll(" ");
        for (Hint hint : hints) {
            if (hint.pattern.matcher(code).find()) {
                scores.computeIfAbsent(hint.engine, engine -> new Score()).add(hint.words, hint.weight);
            }
        }
    }

    private static List<Map.Entry<String, Score>> ranked(Map<String, Score> scores) {
        List<Map.Entry<String, Score>> ranked = new ArrayList<>(scores.entrySet());
        ranked.sort(Comparator.comparingInt(entry -> -entry.getValue().sum));
        return ranked;
    }

    private static int lead(Map<String, Score> scores) {
        List<Map.Entry<String, Score>> ranked = ranked(scores);
        int best = ranked.isEmpty() ? 0 : ranked.get(0).getValue().sum;
        return ranked.size() < 2 ? best : best - ranked.get(1).getValue().sum;
    }

    /** What speaks for MySQL speaks for MariaDB as well, once something speaks for MariaDB alone. */
    private static void joinMariaDb(Map<String, Score> scores) {
        Score mariaDb = scores.get("mariadb");
        Score mySql = scores.get("mysql");
        if (mariaDb != null && mySql != null && !mySql.byHint.containsKey("a folder mysql")) {
            mariaDb.sum += mySql.sum;
            scores.remove("mysql");
        }
    }

    private static void addFolders(Map<String, Score> scores, String file) {
        for (String folder : Vendor.folders(file)) {
            String engine = Vendor.dialect(folder).orElseThrow();
            scores.computeIfAbsent(engine, name -> new Score()).add("a folder " + folder, FOLDER_WEIGHT);
        }
        Vendor.word(file.substring(file.lastIndexOf('/') + 1))
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .ifPresent(word -> scores.computeIfAbsent(Vendor.dialect(word).orElseThrow(), name -> new Score())
                        .add("named " + word, NAME_WEIGHT));
    }

    private static String describe(Map.Entry<String, Score> entry) {
        return entry.getKey() + " (" + entry.getValue().strongestHints() + ")";
    }
}
