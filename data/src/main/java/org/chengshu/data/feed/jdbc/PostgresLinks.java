package org.chengshu.data.feed.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.data.feed.Feed;
import org.chengshu.data.feed.OpenSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Connections to a PostgreSQL whose changes are followed. Safe for use by many threads. */
@Component
public final class PostgresLinks {
    private static final String PASSWORD = "password";

    private final JdbcDrivers drivers;

    PostgresLinks(JdbcDrivers drivers) {
        this.drivers = drivers;
    }

    /** What is wrong with the settings of a source that is one table. */
    public List<PlacedFault> check(JsonNode config) {
        return JdbcConfig.check(config, true);
    }

    /** An ordinary connection; the caller closes it. */
    public Connection connect(OpenSource source) {
        return drivers.connect(JdbcConfig.of(source), password(source));
    }

    /** A connection that speaks the protocol of replication; the caller closes it. */
    public Connection replicate(OpenSource source) {
        return drivers.connect(
                JdbcConfig.of(source),
                password(source),
                Map.of(
                        "replication", "database",
                        "preferQueryMode", "simple",
                        "assumeMinServerVersion", "10",
                        "options", "-c TimeZone=UTC -c DateStyle=ISO -c bytea_output=hex"));
    }

    /** The whole table as an exported snapshot shows it. */
    public Feed snapshot(OpenSource source, String snapshot) {
        return JdbcFeed.open(connect(source), JdbcConfig.of(source), Optional.empty(), Optional.of(snapshot));
    }

    /** What a database says, in one line. */
    public static String words(SQLException e) {
        return JdbcDrivers.words(e);
    }

    private static String password(OpenSource source) {
        return source.secret(PASSWORD).orElse("");
    }
}
