package org.chengshu.core.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.chengshu.core.db.internal.EmbeddedPostgres;
import org.chengshu.core.settings.NodeArguments;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The settings of a city for tests: every port free, a data folder of its own, and a database of its own for each Spring
 * context on the one PostgreSQL server that a test process starts.
 */
@Configuration(proxyBeanMethods = false)
public class TestCityConfiguration {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A test sets values for its own context by properties such as {@code chengshu.setting.mail.host=localhost}. */
    @Bean
    NodeArguments nodeArguments(Environment properties) throws IOException {
        Map<String, String> settings = Binder.get(properties)
                .bind("chengshu.setting", Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of);
        return newCity(settings);
    }

    /** A node on a new, empty database and data folder. */
    public static NodeArguments newCity() throws IOException {
        return newCity(Map.of());
    }

    /** The same with these settings by name, secrets too. */
    public static NodeArguments newCity(Map<String, String> settings) throws IOException {
        Map<String, String> all = new TreeMap<>(Map.of(
                "doors.http-port",
                "0",
                "doors.device-port",
                "0",
                "doors.mqtt-port",
                "0",
                "database.url",
                newDatabaseUrl()));
        all.putAll(settings);
        Map<String, String> environment = new TreeMap<>();
        all.forEach((name, value) -> environment.put(
                "CHENGSHU_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT), value));
        return new NodeArguments(Files.createTempDirectory("chengshu-city-"), List.of(), environment);
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
