package org.chengshu.data.feed.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real MariaDB of this test run, brought by apt when this is root on a Debian and none is here. */
final class MariaDbServer {
    static final String USER = "reader";
    static final String PASSWORD = "lake&water";

    private static final MariaDbServer INSTANCE = start();

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    static MariaDbServer instance() {
        return INSTANCE;
    }

    int port() {
        return port;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = root(port);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection root(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/mysql", "root", "");
    }

    private static MariaDbServer start() {
        try {
            Path program = find("mariadbd")
                    .or(MariaDbServer::install)
                    .orElseThrow(() -> new IllegalStateException(
                            "MariaDB is needed (Debian: sudo apt-get install mariadb-server)"));
            Path folder = Files.createTempDirectory("chengshu-mariadb-");
            int port = freePort();
            Path data = folder.resolve("data");
            run(
                    folder,
                    find("mariadb-install-db").orElseThrow().toString(),
                    "--no-defaults",
                    "--user=" + System.getProperty("user.name"),
                    "--datadir=" + data,
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db");
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--no-defaults",
                            "--user=" + System.getProperty("user.name"),
                            "--datadir=" + data,
                            "--bind-address=127.0.0.1",
                            "--port=" + port,
                            "--socket=" + folder.resolve("socket"),
                            "--innodb-buffer-pool-size=32M")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
            awaitReady(port, process, folder);
            MariaDbServer server = new MariaDbServer(port);
            server.run(
                    "create database city character set utf8mb4",
                    "create user '" + USER + "'@'%' identified by '" + PASSWORD + "'",
                    "grant select on city.* to '" + USER + "'@'%'");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitReady(int port, Process process, Path folder) throws InterruptedException, IOException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            try (Connection connection = root(port)) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    break;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IllegalStateException("MariaDB did not start: " + Files.readString(folder.resolve("log")));
    }

    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name")) || find("apt-get").isEmpty()) {
            return Optional.empty();
        }
        run(
                Path.of("/tmp"),
                "sh",
                "-c",
                "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "
                        + "--no-install-recommends mariadb-server");
        return find("mariadbd");
    }

    private static void run(Path folder, String... command) {
        try {
            Path log = Files.createTempFile("command", ".log");
            int code = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> find(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/bin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            all.forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
