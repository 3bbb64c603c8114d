package org.chengshu.bench.yard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The embedded database server of a node's data folder, spoken to past the node. */
public record Server(long pid, int port, String password) {
    private static final String USER = "chengshu";
    private static final int PORT_LINE = 3;

    public static Server of(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("pg/cluster/postmaster.pid"));
        String password = Files.readString(data.resolve("pg/password")).strip();
        return new Server(
                Long.parseLong(lines.getFirst().strip()),
                Integer.parseInt(lines.get(PORT_LINE).strip()),
                password);
    }

    public Connection open(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password);
    }

    /** A database of the bench's own on the same server, with the same settings. */
    public void makeDatabase(String name) throws SQLException {
        try (Connection connection = open("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    @Override
    public String toString() {
        return "Server[pid=" + pid + ", port=" + port + "]";
    }
}
