package org.chengshu.data.feed.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.testing.TestCityConfiguration;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.net.TestReach;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sources for tests: what they are set to, and who opens them. */
final class Given {
    private static final JsonMapper JSON = new JsonMapper();
    static final Path FOLDER = folder();

    private Given() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("chengshu-drivers-");
            Path drivers = Files.createDirectories(folder.resolve("drivers"));
            Path jar = Path.of(URI.create(org.mariadb.jdbc.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
            Files.copy(jar, drivers.resolve("mariadb.jar"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JdbcSource jdbc(String... networks) {
        CitySettings city = new CitySettings(
                FOLDER, Optional.empty(), "127.0.0.1", 0, 0, 0, java.time.ZoneId.of("Asia/Shanghai"), false);
        return new JdbcSource(new JdbcDrivers(city, TestReach.of(networks)), id -> {
            throw new AssertionError("nobody looks up " + id);
        });
    }

    /** A new database of the test server. */
    static ObjectNode postgres() {
        URI url = URI.create(TestCityConfiguration.newDatabaseUrl().substring("jdbc:".length()));
        Map<String, String> query = java.util.Arrays.stream(url.getQuery().split("&"))
                .collect(java.util.stream.Collectors.toMap(
                        part -> part.substring(0, part.indexOf('=')), part -> part.substring(part.indexOf('=') + 1)));
        return JSON.createObjectNode()
                .put("engine", "postgresql")
                .put("host", url.getHost())
                .put("port", url.getPort())
                .put("database", url.getPath().substring(1))
                .put("user", query.get("user"))
                .put("password", query.get("password"));
    }

    static ObjectNode mariaDb() {
        return JSON.createObjectNode()
                .put("engine", "mariadb")
                .put("host", "127.0.0.1")
                .put("port", MariaDbServer.instance().port())
                .put("database", "city")
                .put("user", MariaDbServer.USER)
                .put("password", MariaDbServer.PASSWORD);
    }

    static OpenSource source(ObjectNode config) {
        ObjectNode bare = config.deepCopy();
        bare.remove("password");
        return new OpenSource(
                UUID.randomUUID(),
                "test",
                bare,
                Map.of("password", Secret.of(config.path("password").asString(""))));
    }
}
