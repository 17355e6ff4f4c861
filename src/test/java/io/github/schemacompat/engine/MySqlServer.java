package io.github.schemacompat.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real MySQL or MariaDB for tests that ask the engine itself. Its files are unpacked by the Maven profile {@code
 * engines}; one server of each per JVM, started at the first use. Where it can't start, the tests that need it are
 * reported as aborted, with the reason on standard error; with {@code -Dengines.required=true} they fail.
 */
public final class MySqlServer {
    private static final int SECONDS_TO_START = 300;

    private final String name;
    private final String whyNot;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private MySqlServer(String name, Launch launch) {
        this.name = name;
        String reason = "";
        int listening = 0;
        try {
            listening = launch.start();
        } catch (IOException | IllegalStateException e) {
            reason = "no " + name + " on this machine: " + e.getMessage();
            System.err.println("NOT TESTED against " + reason);
        }
        whyNot = reason;
        port = listening;
    }

    /** The MySQL 8 of this JVM. */
    public static MySqlServer mySql() {
        return MySqlHolder.ONLY;
    }

    /** The MariaDB of this JVM. */
    public static MySqlServer mariaDb() {
        return MariaDbHolder.ONLY;
    }

    /** A new empty database, which is the current one of the connection. The caller closes it. */
    public Session newDatabase() {
        if (Boolean.getBoolean("engines.required") && !whyNot.isEmpty()) {
            throw new IllegalStateException(whyNot);
        }
        Assumptions.assumeTrue(whyNot.isEmpty(), whyNot);
        String database = "test_" + databases.incrementAndGet();
        try (Connection connection = connect("")) {
            connection.createStatement().execute("CREATE DATABASE " + database);
            return new Session(this, connect(database));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/" + database
                + "?user=root&sslMode=disable&allowPublicKeyRetrieval=true&permitMysqlScheme&useResetConnection=true");
    }

    @Override
    public String toString() {
        return name;
    }

    /** A database that can be asked in a new session; the driver resets none of MySQL. */
    public static final class Session extends Database {
        private final MySqlServer server;

        Session(MySqlServer server, Connection connection) {
            super(connection);
            this.server = server;
        }

        /** Begins another session in the database of the present one. */
        public void begin() throws SQLException {
            goOnWith(server.connect(column("SELECT DATABASE()").get(0)));
        }
    }

    private static final class MySqlHolder {
        static final MySqlServer ONLY = new MySqlServer(
                "MySQL",
                new Launch(
                        "mysql",
                        "bin/mysqld",
                        List.of("bin/mysqld", "--no-defaults", "--initialize-insecure"),
                        List.of("--mysqlx=OFF", "--disable-log-bin", "--performance-schema=OFF")));
    }

    private static final class MariaDbHolder {
        static final MySqlServer ONLY = new MySqlServer(
                "MariaDB",
                new Launch(
                        "mariadb",
                        "bin/mariadbd",
                        List.of(
                                "scripts/mariadb-install-db",
                                "--no-defaults",
                                "--auth-root-authentication-method=normal",
                                "--skip-test-db"),
                        // as it is set up nearly everywhere, and as in MySQL
                        List.of("--character-set-server=utf8mb4")));
    }

    /**
     * How a server is started.
     *
     * @param folder where its files are, below {@code target/engines}
     * @param server its program
     * @param initialize the command that makes the data directory
     * @param options of the server alone
     */
    private record Launch(String folder, String server, List<String> initialize, List<String> options) {
        /** Starts it and waits until it listens; it stops with this JVM. */
        int start() throws IOException {
            Path base = base();
            Path data = Files.createTempDirectory(scratch(), folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(data.toFile())));
            List<String> common = List.of("--user=root", "--basedir=" + base, "--datadir=" + data.resolve("data"));
            Files.createDirectory(data.resolve("data"));
            run(base, data, command(base, initialize, common));
            int port = freePort();
            List<String> listening = List.of(
                    "--port=" + port,
                    "--socket=" + data.resolve("socket"),
                    "--pid-file=" + data.resolve("pid"),
                    // a server that starts deletes what another one has in a folder of both
                    "--tmpdir=" + data,
                    "--bind-address=127.0.0.1",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=0",
                    "--innodb-buffer-pool-size=32M");
            List<String> command = command(base, List.of(server, "--no-defaults"), common);
            command.addAll(listening);
            command.addAll(options);
            Process process = process(base, data, command).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            await(process, port, data);
            return port;
        }

        private Path base() throws IOException {
            Path base = Path.of(System.getProperty("engines." + folder, "target/engines/" + folder))
                    .toAbsolutePath();
            if (!Files.isExecutable(base.resolve(server))) {
                throw new IOException("there is no " + base.resolve(server)
                        + "; 'mvn -Pengines generate-test-resources' unpacks it (Linux on x86-64)");
            }
            return base;
        }

        /** In memory where that can be had: every table is a file that is synchronized. */
        private static @Nullable Path scratch() throws IOException {
            Path memory = Path.of("/dev/shm");
            Path fallback = Path.of("target/engines");
            return Files.isWritable(memory) ? memory : Files.createDirectories(fallback);
        }

        private static List<String> command(Path base, List<String> program, List<String> more) {
            List<String> command = new ArrayList<>(program);
            command.set(0, base.resolve(program.get(0)).toString());
            command.addAll(more);
            return command;
        }

        private static ProcessBuilder process(Path base, Path data, List<String> command) {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
            builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
            return builder;
        }

        private static void run(Path base, Path data, List<String> command) throws IOException {
            Process process = process(base, data, command).start();
            try {
                if (!process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IOException(command.get(0) + " failed: " + log(data));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } finally {
                process.destroyForcibly();
            }
        }

        private static void await(Process process, int port, Path data) throws IOException {
            String url =
                    "jdbc:mariadb://127.0.0.1:" + port + "/?user=root&sslMode=disable&allowPublicKeyRetrieval=true";
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    DriverManager.getConnection(url).close();
                    return;
                } catch (SQLException e) {
                    pause();
                }
            }
            process.destroyForcibly();
            throw new IOException("it does not listen: " + log(data));
        }

        private static void pause() throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        private static String log(Path data) throws IOException {
            List<String> lines = Files.readAllLines(data.resolve("log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
