package org.chengshu.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chengshu.bench.Until;

/** A PostgreSQL server that the bench starts and stops as it likes, made of the programs that the node brings along. */
final class OwnPostgres implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-on-this-loopback";

    private final Path programs;
    private final Path folder;
    private final int port;
    private Process process;

    private OwnPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The programs are unpacked by the first node that is started on the machine. */
    static OwnPostgres make(Path folder) throws IOException, InterruptedException {
        OwnPostgres server = new OwnPostgres(programs(), folder, Ports.free());
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        server.run(
                        "initdb",
                        "-D",
                        folder.resolve("cluster").toString(),
                        "-U",
                        "city",
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password)
                .waitFor();
        server.start();
        try (Connection connection = DriverManager.getConnection(server.url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database city");
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        return server;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=city&password=" + PASSWORD;
    }

    void start() throws IOException {
        process = run(
                "postgres",
                "-D",
                folder.resolve("cluster").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=100");
        Until.within(SOON, "PostgreSQL to answer", () -> {
            try (Connection connection = DriverManager.getConnection(url("postgres"))) {
                return connection.isValid(1);
            }
        });
    }

    /** Breaks all connections off and ends. */
    void stop() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().onExit().join();
        process.onExit().join();
    }

    private Process run(String program, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(program + ".log").toFile()))
                .start();
    }

    private static Path programs() throws IOException {
        String set = System.getenv("XDG_CACHE_HOME");
        Path cache = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        try (Stream<Path> folders = Files.list(cache.resolve("chengshu"))) {
            return folders.filter(path -> path.getFileName().toString().startsWith("postgres-"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("no PostgreSQL below " + cache + "; start a node once"));
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
