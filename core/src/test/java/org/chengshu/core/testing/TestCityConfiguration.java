package org.chengshu.core.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.settings.CitySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The settings of a city for tests: every port free, a data folder of its own, and a database of its own for each Spring
 * context on the one PostgreSQL server that a test process starts.
 */
@Configuration(proxyBeanMethods = false)
public class TestCityConfiguration {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Bean
    CitySettings citySettings() throws IOException {
        return newCity();
    }

    /** Settings on a new, empty database and data folder. */
    public static CitySettings newCity() throws IOException {
        return new CitySettings(
                Files.createTempDirectory("chengshu-city-"),
                Optional.of(newDatabaseUrl()),
                "127.0.0.1",
                0,
                0,
                0,
                ZoneId.of("Asia/Shanghai"),
                false);
    }

    /** The URL, with user and password, of a new, empty database. */
    public static String newDatabaseUrl() {
        EmbeddedPostgres server = Server.INSTANCE;
        String name = "test_" + NUMBER.incrementAndGet();
        server.ensureDatabase(name);
        return server.jdbcUrl(name) + "?user=" + server.user() + "&password=" + server.password();
    }

    private static final class Server {
        private static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("chengshu-test-");
                EmbeddedPostgres server = EmbeddedPostgres.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    delete(folder);
                }));
                return server;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            } catch (IOException e) {
                System.err.println("cannot delete " + folder + ": " + e);
            }
        }
    }
}
