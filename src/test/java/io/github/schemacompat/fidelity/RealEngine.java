package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** An engine that the replay, the fixtures and the verdict are held against. */
public interface RealEngine {
    List<RealEngine> ALL = List.of(
            new RealPostgreSql(),
            new RealMySql(false),
            new RealMySql(true),
            new RealH2(),
            new RealHsqldb(),
            new RealSqlite());

    /** All, or the one whose dialect {@code -Dengines.only} names. */
    static Stream<RealEngine> chosen() {
        String only = System.getProperty("engines.only", "");
        return ALL.stream().filter(each -> only.isEmpty() || each.dialect().id().equals(only));
    }

    Dialect dialect();

    /** Whether it is there wherever the project is built; others need the profile {@code engines}. */
    default boolean inEveryBuild() {
        return true;
    }

    /** A new, empty database; where the engine can't be had, the test is aborted with the reason. */
    Database newDatabase() throws SQLException;

    /** An empty database instead of one that is no longer needed: the same one, or a new one where that is faster. */
    default Database cleared(Database used) throws SQLException {
        used.close();
        return newDatabase();
    }

    /**
     * Gets a query ready that will be asked again and again.
     *
     * @return what to run instead of it
     */
    default String prepared(Database database, String query) throws SQLException {
        return query;
    }

    /** Makes the session what it is when a migration tool begins a script. */
    default void beginScript(Database database) throws SQLException {}

    /** Makes the session what an application's is. */
    default void beginApplication(Database database) throws SQLException {
        beginScript(database);
    }

    /** Makes the session what it was before a statement that was refused. */
    default void afterRefusal(Database database) throws SQLException {}

    /** Whether the engine takes a script of many statements as it is; some clients cut scripts themselves. */
    default boolean takesWholeScripts() {
        return true;
    }

    /** Whether its driver sends a text of several statements at once and gives the answers to all of them. */
    default boolean answersWholeScripts() {
        return false;
    }

    /** The statement as it stands in a script, with what ends it. */
    default String terminated(String statement) {
        return statement + ";\n";
    }

    /** What the catalog says. */
    Facts catalog(Database database) throws SQLException;

    /**
     * Leaves out what the engine's own printing of an expression says of how the schema came to be. Random histories are
     * compared like that; the project's own history is compared as it is printed.
     */
    default Facts withoutTraces(Facts facts) {
        return facts;
    }

    /** The model's expressions as this engine prints them. */
    Spelling spelling(Database database);
}
