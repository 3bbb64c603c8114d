package org.chengshu.data.feed.jdbc;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.net.Reach;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * Connects to databases: PostgreSQL by the driver that is part of the platform, others by the drivers that whoever runs the
 * city has put into {@code drivers} of the data folder; they are looked at anew each time, in a class loader of their own.
 */
@Component
public final class JdbcDrivers {
    private static final Pattern HOSTS = Pattern.compile("//([^/?;]+)");
    private static final String SIGN_IN_SECONDS = "15";

    private final Path folder;
    private final Reach reach;
    private Loaded loaded = new Loaded(List.of(), List.of());

    private record Loaded(List<String> jars, List<Driver> drivers) {}

    JdbcDrivers(CitySettings city, Reach reach) {
        this.folder = city.dataFolder().resolve("drivers");
        this.reach = reach;
    }

    /** The caller closes it; {@code SOURCE_REFUSED} says why there is none. */
    Connection connect(JdbcConfig config, String password) {
        return connect(config, password, Map.of());
    }

    Connection connect(JdbcConfig config, String password, Map<String, String> more) {
        String url = url(config);
        Properties properties = new Properties();
        properties.setProperty("user", config.user());
        properties.setProperty("password", password);
        if (!config.engine().equals("other")) {
            reach.require(config.host());
            properties.putAll(common(config));
        } else {
            hosts(url).forEach(reach::require);
        }
        properties.putAll(more);
        try {
            Connection connection = driver(url).connect(url, properties);
            if (connection == null) {
                throw new Fault(DataError.SOURCE_REFUSED, "the driver does not take the address " + url);
            }
            return connection;
        } catch (SQLException e) {
            throw new Fault(DataError.SOURCE_REFUSED, words(e), e);
        }
    }

    private static Properties common(JdbcConfig config) {
        Properties properties = new Properties();
        boolean postgres = config.engine().equals("postgresql");
        properties.setProperty("connectTimeout", postgres ? SIGN_IN_SECONDS : SIGN_IN_SECONDS + "000");
        if (postgres) {
            properties.setProperty("loginTimeout", SIGN_IN_SECONDS);
            properties.setProperty("ApplicationName", "chengshu");
            properties.setProperty("sslmode", sslOfPostgres(config.ssl()));
            properties.setProperty("tcpKeepAlive", "true");
        } else {
            properties.setProperty("sslMode", sslOfMariaDb(config.ssl()));
            properties.setProperty("sessionVariables", "time_zone='+00:00'");
        }
        return properties;
    }

    private static String sslOfPostgres(String word) {
        return switch (word) {
            case "verify" -> "verify-full";
            case "require" -> "require";
            default -> "prefer";
        };
    }

    private static String sslOfMariaDb(String word) {
        return switch (word) {
            case "verify" -> "verify-full";
            case "require" -> "trust";
            default -> "disable";
        };
    }

    static String url(JdbcConfig config) {
        return switch (config.engine()) {
            case "postgresql" -> "jdbc:postgresql://" + config.host() + ":" + config.port() + "/" + config.database();
            case "mariadb" -> "jdbc:mariadb://" + config.host() + ":" + config.port() + "/" + config.database();
            default -> config.url();
        };
    }

    private static List<String> hosts(String url) {
        Matcher matcher = HOSTS.matcher(url);
        if (!matcher.find()) {
            throw new Fault(DataError.SOURCE_FAULTY, "no host can be made out in " + url + "; it needs //host:port");
        }
        return Stream.of(matcher.group(1).split(","))
                .map(host -> host.replaceFirst("^.*@", "").replaceFirst(":\\d+$", ""))
                .toList();
    }

    private Driver driver(String url) throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            return DriverManager.getDriver(url);
        }
        for (Driver driver : drivers()) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new Fault(
                DataError.SOURCE_REFUSED,
                "no driver for " + url.replaceFirst("^(jdbc:[^:]+:).*", "$1") + " is here; put its jar into " + folder);
    }

    private synchronized List<Driver> drivers() {
        List<String> jars = new ArrayList<>();
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars()) {
            try {
                jars.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new Fault(DataError.SOURCE_REFUSED, "the driver " + jar + " cannot be read", e);
            } catch (IOException e) {
                throw new Fault(
                        DataError.SOURCE_REFUSED, "the driver " + jar + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (!jars.equals(loaded.jars)) {
            loaded = new Loaded(jars, load(urls));
        }
        return loaded.drivers;
    }

    private List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Fault(DataError.SOURCE_REFUSED, folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    // Never closed: a connection of an older driver may still be in use.
    @SuppressWarnings("resource")
    private static List<Driver> load(List<URL> urls) {
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        List<Driver> drivers = new ArrayList<>();
        ServiceLoader.load(Driver.class, loader).forEach(drivers::add);
        return List.copyOf(drivers);
    }

    /** What the database says, without the query. */
    static String words(SQLException e) {
        String said = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        String state = Optional.ofNullable(e.getSQLState())
                .map(code -> " [" + code + "]")
                .orElse("");
        return said.lines().findFirst().orElse(said).strip() + state;
    }
}
