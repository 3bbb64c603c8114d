package org.chengshu.core.db.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server of one data folder: made on first use, started on a free loopback port, stopped with the node.
 * Durable settings are on and checked; a server that a killed node left behind is stopped before a new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    /** The major version of the server that the program brings. */
    public static final int MAJOR = 18;

    private static final String USER = "chengshu";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_SOCKET_PATH = 90;
    private static final String STARTING_UP = "57P03";

    private final Path home;
    private final Path folder;
    private final Path cluster;
    private final int port;
    private final String password;
    private Process process;

    private EmbeddedPostgres(Path home, Path folder, int port, String password) {
        this.home = home;
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.port = port;
        this.password = password;
    }

    /** Starts the server of the folder {@code pg} below a data folder; the caller holds the data folder's lock. */
    public static EmbeddedPostgres start(Path dataFolder) {
        Path folder = dataFolder.resolve("pg");
        try {
            EmbeddedPostgres server = in(folder);
            stopOrphan(server.cluster);
            server.initialise();
            server.launch(List.of("archive_mode=on", "archive_command=" + LogScripts.archiveCommand(folder)));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw broken(folder, e);
        }
    }

    /**
     * Starts the server on a restored cluster, lets it take up the log as the options say, and returns when it is a
     * server of its own again. It keeps nothing in an archive meanwhile.
     */
    public static EmbeddedPostgres recover(Path dataFolder, List<String> options, Recovering watcher)
            throws RecoveryEnded {
        Path folder = dataFolder.resolve("pg");
        try {
            EmbeddedPostgres server = in(folder);
            List<String> all = new ArrayList<>(List.of("archive_mode=off", "log_min_messages=log"));
            all.addAll(options);
            all.add("restore_command=" + LogScripts.fetchCommand(folder));
            server.launch(all);
            server.awaitPromotion(watcher);
            return server;
        } catch (IOException e) {
            throw broken(folder, e);
        }
    }

    private static EmbeddedPostgres in(Path folder) throws IOException {
        Path home = PostgresBinaries.unpacked();
        createPrivate(folder);
        createPrivate(folder.resolve("run"));
        return new EmbeddedPostgres(home, folder, freePort(), passwordIn(folder));
    }

    private static Fault broken(Path folder, IOException e) {
        return new Fault(CoreError.DATABASE_BROKEN, "embedded PostgreSQL in " + folder + ": " + e.getMessage(), e);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops a server that a killed node left running on the folder; the caller knows that no node runs there. */
    public static void stopLeftBehind(Path dataFolder) throws IOException {
        stopOrphan(dataFolder.resolve("pg").resolve("cluster"));
    }

    private static void stopOrphan(Path cluster) throws IOException {
        PostmasterPid.aliveIn(cluster).flatMap(PostmasterPid::process).ifPresent(orphan -> {
            LOG.warn(
                    "A killed node left its database running (pid {}); stopping it before starting anew", orphan.pid());
            signal(orphan.pid(), "INT");
            awaitEnd(orphan);
        });
    }

    private void initialise() throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        Path passwordFile = folder.resolve("password");
        deleteTree(cluster);
        createPrivate(cluster);
        List<String> command = asPlainUser(List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile));
        Process initdb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("initdb.log").toFile())
                .start();
        if (exitOf(initdb) != 0) {
            throw new IOException("initdb failed, see " + folder.resolve("initdb.log"));
        }
    }

    private void launch(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                asPlainUser(List.of(home.resolve("bin/postgres").toString(), "-D", cluster.toString())));
        // Later ones win.
        Stream.concat(PostgresTuning.options(port, socketFolder()).stream(), options.stream())
                .forEach(option -> {
                    command.add("-c");
                    command.add(option);
                });
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        SQLException last = null;
        // A server that says it is starting up works through its log after a crash: cutting it off would not help.
        while (System.nanoTime() < deadline || (last != null && STARTING_UP.equals(last.getSQLState()))) {
            if (!process.isAlive()) {
                throw new IOException("the server stopped at once, see " + folder.resolve("server.log"));
            }
            try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password)) {
                requireDurable(connection);
                return;
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        close();
        throw new IOException("no answer within " + START_LIMIT.toSeconds() + " s", last);
    }

    private void awaitPromotion(Recovering watcher) throws IOException, RecoveryEnded {
        while (process.isAlive()) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select pg_is_in_recovery(), extract(epoch from pg_last_xact_replay_timestamp())")) {
                row.next();
                double seconds = row.getDouble(2);
                watcher.at(
                        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli((long) (seconds * 1_000))));
                if (!row.getBoolean(1)) {
                    return;
                }
            } catch (SQLException e) {
                LOG.debug("still recovering: {}", e.getMessage());
            }
            pause();
        }
        throw new RecoveryEnded(Files.readString(folder.resolve("server.log"), StandardCharsets.UTF_8));
    }

    /** Hears how far a recovery is: the time of the last transaction that was taken up. */
    @FunctionalInterface
    public interface Recovering {
        void at(Optional<Instant> lastTransaction);
    }

    /** The server ended before it was a server of its own again; its log says why. */
    public static final class RecoveryEnded extends Exception {
        RecoveryEnded(String log) {
            super(log);
        }
    }

    private static void requireDurable(Connection connection) throws SQLException, IOException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show " + setting)) {
                row.next();
                if (!row.getString(1).equals("on")) {
                    throw new IOException(setting + " is off: acknowledged data could be lost");
                }
            }
        }
    }

    /** Creates a database unless it is there. */
    public void ensureDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + requireName(name) + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new Fault(CoreError.DATABASE_BROKEN, "cannot create database " + name + ": " + e.getMessage(), e);
        }
    }

    private static String requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        return name;
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        signal(process.pid(), "INT");
        awaitEnd(process.toHandle());
    }

    // setsid keeps a Ctrl-C in the terminal from reaching the server before the node has finished with it; PostgreSQL
    // refuses to run as root, so root starts it in a user namespace of its own, where it is nobody.
    private static List<String> asPlainUser(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("setsid"));
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        return whole;
    }

    private String socketFolder() {
        String run = folder.resolve("run").toString();
        return run.length() > MAX_SOCKET_PATH ? "" : run;
    }

    private static void signal(long pid, String name) {
        try {
            exitOf(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start());
        } catch (IOException e) {
            LOG.warn("cannot signal process {}", pid, e);
        }
    }

    private static void awaitEnd(ProcessHandle handle) {
        try {
            handle.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn(
                    "PostgreSQL (pid {}) did not stop within {} s; quitting it hard",
                    handle.pid(),
                    STOP_LIMIT.toSeconds());
            signal(handle.pid(), "QUIT");
        }
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String passwordIn(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret), StandardCharsets.UTF_8);
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
