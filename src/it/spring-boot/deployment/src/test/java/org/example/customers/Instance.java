package org.example.customers;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running jar of the service. */
final class Instance implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final URI customers;
    private final HttpClient client = HttpClient.newHttpClient();

    private Instance(Process process, int port) {
        this.process = process;
        this.customers = URI.create("http://localhost:" + port + "/customers");
    }

    /** Starts the jar that a module made, and waits until it answers: with whatever, for it may be one that is broken. */
    static Instance of(String module, String jdbcUrl) throws IOException, InterruptedException {
        int port = freePort();
        Path log = Path.of("target", module + "-" + port + ".log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar(module).toString(),
                        "--server.port=" + port,
                        "--spring.datasource.url=" + jdbcUrl))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Instance instance = new Instance(process, port);
        long end = System.nanoTime() + START.toNanos();
        while (!instance.answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                instance.close();
                throw new IllegalStateException(module + " didn't start:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
        return instance;
    }

    /** The status of a request for all customers. */
    int readStatus() throws IOException, InterruptedException {
        return get().statusCode();
    }

    /** What it answers to a request for all customers. */
    String names() throws IOException, InterruptedException {
        return get().body();
    }

    /** The status of a request that adds a customer. */
    int add(String name) throws IOException, InterruptedException {
        URI added = URI.create(customers + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        return client.send(
                        HttpRequest.newBuilder(added)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(customers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private boolean answers() throws InterruptedException {
        try {
            get();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", module, "target"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
