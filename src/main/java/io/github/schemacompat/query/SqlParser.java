package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import net.sf.jsqlparser.parser.AbstractJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import org.jspecify.annotations.Nullable;

/**
 * JSqlParser, made safe. Its own entry points start a thread per statement that keeps the JVM alive, and overflow the
 * stack on deep nesting; here one daemon thread with a large stack reads all statements, and is left alone and replaced if
 * one takes too long.
 */
final class SqlParser implements AutoCloseable {
    private static final long STACK_BYTES = 16L << 20;
    private static final long TIMEOUT_SECONDS = 5;
    /** The time that the parser takes grows faster than the depth of parentheses. */
    private static final int MOST_NESTED = 200;

    private final AbstractJSqlParser.Dialect dialect;
    private @Nullable ExecutorService thread;

    SqlParser(Dialect dialect) {
        this.dialect = switch (dialect.id()) {
            case "sqlserver" -> AbstractJSqlParser.Dialect.SQLSERVER;
            case "postgresql" -> AbstractJSqlParser.Dialect.POSTGRESQL;
            case "mysql" -> AbstractJSqlParser.Dialect.MYSQL;
            case "mariadb" -> AbstractJSqlParser.Dialect.MARIADB;
            case "oracle" -> AbstractJSqlParser.Dialect.ORACLE;
            case "h2" -> AbstractJSqlParser.Dialect.H2;
            default -> AbstractJSqlParser.Dialect.ANSI_SQL;
        };
    }

    /**
     * What the parser makes of one statement.
     *
     * @param statement null if it could not be read
     * @param text how the parser would write it: what is missing here was lost in reading
     * @param failure why it could not be read, or empty
     * @param stumble the offset of the word that the parser did not expect, or -1
     */
    record Parsed(@Nullable Statement statement, String text, String failure, int stumble) {
        private static Parsed failed(String why) {
            return new Parsed(null, "", why, -1);
        }
    }

    Parsed parse(String sql) {
        if (isNestedTooDeeply(sql)) {
            return Parsed.failed("it is nested too deeply");
        }
        AtomicReference<@Nullable CCJSqlParser> running = new AtomicReference<>();
        ExecutorService executor = thread;
        if (executor == null) {
            executor = Executors.newSingleThreadExecutor(SqlParser::daemon);
            thread = executor;
        }
        Future<Parsed> future = executor.submit(() -> read(sql, running));
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            CCJSqlParser parser = running.get();
            if (parser != null) {
                // it looks at this now and then, and nothing else ends it
                parser.interrupted = true;
            }
            close();
            return Parsed.failed("it takes longer than " + TIMEOUT_SECONDS + " seconds");
        } catch (ExecutionException e) {
            close();
            return Parsed.failed(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return Parsed.failed("interrupted");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(null, work, "schema-compat-jsqlparser", STACK_BYTES);
        daemon.setDaemon(true);
        return daemon;
    }

    private static boolean isNestedTooDeeply(String sql) {
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > MOST_NESTED) {
                return true;
            }
        }
        return false;
    }

    private Parsed read(String sql, AtomicReference<@Nullable CCJSqlParser> running) {
        try {
            CCJSqlParser parser = new CCJSqlParser(sql);
            running.set(parser);
            Statement statement = parser.withDialect(dialect).Statement();
            if (statement == null || statement instanceof UnsupportedStatement) {
                return Parsed.failed("JSqlParser has no form for it");
            }
            return new Parsed(statement, statement.toString(), "", -1);
        } catch (ParseException e) {
            return new Parsed(null, "", firstLine(e), stumble(sql, e));
        } catch (TokenMgrException e) {
            return Parsed.failed(firstLine(e));
        } catch (StackOverflowError e) {
            return Parsed.failed("it is nested too deeply");
        } catch (RuntimeException e) {
            return Parsed.failed("JSqlParser failed: " + firstLine(e));
        }
    }

    private static int stumble(String sql, ParseException failure) {
        if (failure.currentToken == null || failure.currentToken.next == null) {
            return -1;
        }
        int offset = 0;
        for (int line = 1; line < failure.currentToken.next.beginLine; line++) {
            offset = sql.indexOf('\n', offset) + 1;
        }
        return offset + failure.currentToken.next.beginColumn - 1;
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse("").strip();
    }

    /** Lets the thread go; the next statement gets a new one. */
    @Override
    public void close() {
        ExecutorService executor = thread;
        thread = null;
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
